"""The rule about placeholders that the model is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
NEXT_LINE = "\n- "
SYSTEM_ROLES = ("system", "developer")


def rule(more: Iterable[str] = ()) -> str:
    """Return the rule, with `more` lines about the placeholders of one request."""
    return "".join((RULE, *(f"{NEXT_LINE}{line}" for line in more)))


def text_with_rule(text: str | None, more: Iterable[str] = ()) -> str:
    """Return `text` followed by the rule."""
    return f"{text}\n\n{rule(more)}" if text else rule(more)


def without_rule(text: str) -> str:
    """Return `text` without the rule at its end."""
    start = text.rfind(RULE)
    behind = text[start + len(RULE) :]
    if start < 0 or (behind and not behind.startswith(NEXT_LINE)):
        return text
    return text[:start].removesuffix("\n\n")


def messages_with_rule(
    messages: Sequence[Any], mode: SystemNote, more: Iterable[str] = (), *, part: str = "text"
) -> list[Any]:
    """Return messages with the rule in the first system message; with `always` there is one.

    `more` are lines that follow it. `part` is the type of a content part. Nobody else's messages
    move: with `append` and no system message nothing is added.
    """
    if mode == "never":
        return list(messages)
    for number, message in enumerate(messages):
        if isinstance(message, dict) and message.get("role") in SYSTEM_ROLES:
            content = message.get("content")
            told = (
                [*content, {"type": part, "text": rule(more)}]
                if isinstance(content, list)
                else text_with_rule(content, more)
            )
            return [*messages[:number], message | {"content": told}, *messages[number + 1 :]]
    if mode == "always":
        return [{"role": "system", "content": rule(more)}, *messages]
    return list(messages)
