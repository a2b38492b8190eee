"""Places without a street, as the language model finds them; masked by the policy `strict`.

Source: Recital 26 GDPR (what singles a person out together with other facts),
https://gdpr-info.eu/recitals/no-26/
"""

from __future__ import annotations

from recognizers.base.recognizer import NerRecognizer

recognizer = NerRecognizer(
    entity="LOCATION",
    label="Location",
    model_labels=frozenset({"LOCATION", "LOC", "GPE"}),
    standard=False,
    examples=("Wir treffen uns in «Hamburg».", "She moved to «Manchester»."),
    counterexamples=("Wir treffen uns morgen.",),
)
