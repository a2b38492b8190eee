"""German or English: which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Literal

from py3langid.langid import MODEL_FILE, LanguageIdentifier

Language = Literal["de", "en"]
DEFAULT: Language = "de"
SHORTEST = 4


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["de", "en"])
    return identifier


def identify(text: str) -> Language:
    """Return `de` or `en`; German when the text is too short to tell."""
    sample = text[:2000]
    if sum(character.isalpha() for character in sample) < SHORTEST:
        return DEFAULT
    language, _ = _identifier().classify(sample)
    return "en" if language == "en" else "de"
