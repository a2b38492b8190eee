"""Names of people, as the language model finds them.

Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

import re

from recognizers.base import NerRecognizer

NO_CALL = re.compile(r"\A(?!.*\w\()", re.DOTALL)  # a name is no function that is called

recognizer = NerRecognizer(
    entity="PERSON",
    label="Person",
    model_must_hold=NO_CALL,
    model_labels=frozenset({"PERSON", "PER"}),
    examples=(
        "Mit freundlichen Grüßen «Erika Musterfrau»",
        "I spoke to «John Sample» yesterday.",
    ),
    counterexamples=("Der Bericht ist fertig.",),
)
