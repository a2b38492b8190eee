"""The rule about placeholders that the model is told."""

from __future__ import annotations

from typing import Any, Literal

SystemNote = Literal["append", "always", "never"]
# No example hash: models copy the examples they are shown.
RULE = (
    "Some values in this conversation are replaced by placeholders: a label, a hyphen and six"
    " characters between double square brackets. Each stands for one real value, such as a name"
    " or an address, which is put back after your answer.\n"
    "- Use a placeholder as you would use the value itself, and copy it character by character.\n"
    "- Do not translate, shorten, number, explain or leave out placeholders that you need.\n"
    "- Never make up placeholders. For a value that you were not given, write a word in single"
    " square brackets.\n"
    "- Never say that values were replaced or are anonymous."
)
SYSTEM_ROLES = ("system", "developer")


def with_rule(text: str | None) -> str:
    """Return `text` followed by the rule."""
    return f"{text}\n\n{RULE}" if text else RULE


def without_rule(text: str) -> str:
    """Return `text` without the rule at its end."""
    return text.removesuffix(RULE).removesuffix("\n\n") if text.endswith(RULE) else text


def add_rule(messages: list[Any], mode: SystemNote) -> None:
    """Add the rule to the first system message; with `always`, make one when there is none.

    Nobody else's messages move: with `append` and no system message nothing is added.
    """
    if mode == "never":
        return
    for message in messages:
        if isinstance(message, dict) and message.get("role") in SYSTEM_ROLES:
            content = message.get("content")
            if isinstance(content, list):
                message["content"] = [*content, {"type": "text", "text": RULE}]
            else:
                message["content"] = with_rule(content)
            return
    if mode == "always":
        messages.insert(0, {"role": "system", "content": RULE})
