"""Companies, authorities and clubs, as the language model finds them; masked by `strict`.

Source: Recital 14 GDPR (legal persons are not protected, hence not `standard`),
https://gdpr-info.eu/recitals/no-14/
"""

from __future__ import annotations

from recognizers.base.recognizer import NerRecognizer

recognizer = NerRecognizer(
    entity="ORGANIZATION",
    label="Organization",
    model_labels=frozenset({"ORGANIZATION", "ORG"}),
    standard=False,
    examples=("Rechnung der «Muster GmbH»", "She works for «Sample Ltd»."),
    counterexamples=("Rechnung vom Montag",),
)
