"""Names of people, as the language model finds them, and in fields that are called so.

Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

import re

from recognizers._name_fields import names
from recognizers.base import SearchRecognizer

NO_CALL = re.compile(r"\A(?!.*\w\()", re.DOTALL)  # a name is no function that is called

recognizer = SearchRecognizer(
    entity="PERSON",
    label="Person",
    search=names,
    model_must_hold=NO_CALL,
    model_labels=frozenset({"PERSON", "PER"}),
    examples=(
        "Vorname: «Erika»",
        "Nachname: «von Muster»",
        "- Ansprechpartnerin: «Dr. Erika Musterfrau»",
        "Kontoinhaber: «Erika Musterfrau»",
        '{"last_name": "«Sample»"}',
        '{"first": "", "last": "«Sample»"}',
        r"{\"lastName\": \"«Sample»\"}",
        "<lastName>«Sample»</lastName>",
        'firstName="«John»"',
        "Nr;Nachname;Ort\n1;«Muster»;Köln",
        "name,email\n«John Sample»,-",
        "| Full name | Diet |\n|---|---|\n| «O'Sample, Mary-Ann» | none |",
    ),
    counterexamples=(
        "Der Bericht ist fertig.",
        "Vorname: bitte eintragen",
        "first_name: String",
        '{"last_name": "Nachname"}',
        '{"firstName": "string"}',
        "Dateiname: Bericht",
        "name,price\nBolt,3",
        '{"first": "Monday"}',
        "Ansprechpartner: Muster GmbH",
        "last_name = get_name(user)",
    ),
)
