"""What a request holds of placeholders that are none of its job's, and of words for lost ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from service.text import placeholders
from service.text.placeholders.hashes import is_well_formed
from service.wire.lost_words import known_words
from service.wire.openai.request import Outgoing
from service.wire.slots import Slot
from service.wire.system_prompt import SYSTEM_ROLES

CONVERSATIONS = ("messages", "input")


def placeholders_of(slots: Iterable[Slot]) -> frozenset[str]:
    """Return everything in the form of a placeholder that stands in the slots."""
    return frozenset(found[0] for slot in slots for found in placeholders.find(slot.view))


def may_be_expired(asked: Outgoing, slots: Iterable[Slot]) -> frozenset[str]:
    """Return the placeholders that an earlier request of the same job may have been given.

    They have the form of ours, and the request names a job or has an answer in its history.
    """
    told = asked.job_id or asked.follows or any(map(_is_answer, _messages(asked)))
    if not told:
        return frozenset()
    hashes = ((found[0], found["hash"]) for slot in slots for found in placeholders.find(slot.view))
    return frozenset(name for name, hash_ in hashes if is_well_formed(hash_))


def words_of(asked: Outgoing, slots: Iterable[Slot]) -> frozenset[str]:
    """Return the words that an answer may repeat from its request; those of rules are none."""
    messages = _messages(asked)
    rules = {number for number, one in enumerate(messages) if _role(one) in SYSTEM_ROLES}
    return known_words(
        slot.view
        for slot in slots
        if slot.path[0] != "instructions"
        and not (slot.path[0] in CONVERSATIONS and len(slot.path) > 1 and slot.path[1] in rules)
    )


def _messages(asked: Outgoing) -> Sequence[Any]:
    held = next((asked.body[name] for name in CONVERSATIONS if name in asked.body), ())
    return held if isinstance(held, list) else ()


def _is_answer(message: Any) -> bool:
    return bool(_role(message) == "assistant")


def _role(message: Any) -> Any:
    return message.get("role") if isinstance(message, dict) else None
