"""Names of people, as the language model finds them.

Source: Art. 4 No. 1 GDPR, https://gdpr-info.eu/art-4-gdpr/
"""

from __future__ import annotations

from recognizers.base import NerRecognizer

recognizer = NerRecognizer(
    entity="PERSON",
    label="Person",
    model_labels=frozenset({"PERSON", "PER"}),
    examples=(
        "Mit freundlichen Grüßen «Erika Musterfrau»",
        "I spoke to «John Sample» yesterday.",
    ),
    counterexamples=("Der Bericht ist fertig.",),
)
