"""The member `language` of bodies: what callers write, as one of the languages that we know."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from service.text.language import named

AnyLanguage = Literal["de", "en", "auto"]


def _known(given: Any) -> Any:
    """Return `de`, `en`, or `auto` for other languages; what is no text stays, and is refused."""
    return (named(given) or "auto") if isinstance(given, str) else given


GivenLanguage = Annotated[
    AnyLanguage,
    BeforeValidator(_known, json_schema_input_type=str),
    Field(
        description="`de`, `en`, or a tag such as `de-AT` or `en_GB`; anything else is `auto`, for"
        " which the text is looked at."
    ),
]
