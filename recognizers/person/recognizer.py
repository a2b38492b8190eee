"""Names of people, as the language model finds them, and where the form around them tells them.

Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

import re

from recognizers.base.recognizer import SearchRecognizer
from recognizers.person.forms import names

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
        'level=info owner="«Erika Muster»" done',
        'greet(name="«Erika Muster»")',
        "Signed-off-by: «Erika Muster» <e@example.org>",
        " * @author «Erika Muster»",
        "# TODO(«erika»): finish",
        "PID|1||4711||«MUSTER^ERIKA^B»||1980",
        "released by «MUSTER, ERIKA» at 10:15",
        "PFK «Dilnoza» war da",
        "PC 1147 «Whitlock» attended",
        "Sehr geehrte Frau Dr. «Erika von der Probe»,",
        "Mit freundlichen Grüßen\n\ni. A. «Erika Muster»\nMuster GmbH",
        "See you,\n\n-«rob»",
        "Hi «Erika»,\nthank you",
        "| Seat | Guest |\n|---|---|\n| 1A | «van der Muster» |\n| 2 | none |",
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
        "Teilnehmer;Preis\nJa;12\nnoch offen;13\n40;14",
        "Guest: Breakfast",
        "Ansprechpartner: Muster GmbH",
        "last_name = get_name(user)",
        'name="Submit Button"',
        "user=erika",
        "owner: Data Science",
        "# TODO(later), FIXME(#123), TODO(ABC-12)",
        "OBX|1|NM|GLU^GLUCOSE^L",
        "exported by JSON, HTML and XML",
        "Agent 4471 Login failed",
        "PC 1147 Monitor defekt",
        "Officer in charge",
        "Kind regards\nThe Support Team",
        "Best\nPractices",
        "Dear Sir or Madam,",
        "Hallo zusammen,",
        "Titel: Ein Buch.\nPreis: 3\nTitel: Noch eins.\nPreis: 4",
        "Frage: Wie geht es?\nAntwort: Gut.\nFrage: Ja?\nAntwort: Ja.",
    ),
)
