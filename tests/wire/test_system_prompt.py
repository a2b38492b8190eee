from __future__ import annotations

import copy
from typing import Any

import pytest

from service.text import placeholders
from service.wire.system_prompt import RULE, messages_with_rule, text_with_rule, without_rule

USER = {"role": "user", "content": "Hallo"}


def with_rule(messages: list[Any], mode: Any = "append") -> list[Any]:
    before = copy.deepcopy(messages)
    told = messages_with_rule(messages, mode)
    assert messages == before
    return told


@pytest.mark.parametrize("mode", ["append", "always"])
@pytest.mark.parametrize("role", ["system", "developer"])
def test_the_rule_joins_the_first_system_message(role: str, mode: str) -> None:
    messages = [USER, {"role": role, "content": "Sei kurz."}, {"role": "system", "content": "x"}]
    assert with_rule(messages, mode) == [
        USER,
        {"role": role, "content": f"Sei kurz.\n\n{RULE}"},
        {"role": "system", "content": "x"},
    ]


def test_the_rule_joins_a_system_message_in_parts_as_its_last_part() -> None:
    part = {"type": "text", "text": "Sei kurz.", "cache_control": {"type": "ephemeral"}}
    for parts in ([part], []):
        (message,) = with_rule([{"role": "system", "content": parts}])
        assert message == {"role": "system", "content": [*parts, {"type": "text", "text": RULE}]}


@pytest.mark.parametrize("content", ["", None])
def test_the_rule_is_all_of_an_empty_system_message(content: Any) -> None:
    assert with_rule([{"role": "system", "content": content}, USER])[0]["content"] == RULE


def test_without_a_system_message_append_changes_nothing_and_always_makes_one() -> None:
    messages = [USER, {"role": "assistant", "content": "Hallo!"}, USER]
    assert with_rule(messages) == messages
    assert with_rule(messages, "always") == [{"role": "system", "content": RULE}, *messages]


def test_never_is_never() -> None:
    messages = [{"role": "system", "content": "Sei kurz."}, USER]
    assert with_rule(messages, "never") == messages


@pytest.mark.parametrize("mode", ["append", "never"])
def test_no_message_moves(mode: str) -> None:
    roles = ["user", "developer", "user", "system", "tool", "assistant"]
    messages = [{"role": role, "content": role} for role in roles]
    changed = with_rule(messages, mode)
    assert [message["role"] for message in changed] == roles
    assert [one for one in changed if one["role"] != "developer"] == [
        one for one in messages if one["role"] != "developer"
    ]


def test_members_that_are_no_messages_are_passed_over() -> None:
    assert with_rule(["x", {"role": "system", "content": "a"}])[1]["content"].startswith("a\n")


def test_the_rule_shows_no_placeholder_to_copy() -> None:
    assert not list(placeholders.find(RULE))
    assert "[" not in RULE
    assert not placeholders.FRONT.search(RULE)


@pytest.mark.parametrize("more", [(), ("One.", "Two.")])
@pytest.mark.parametrize("text", ["Sei kurz.", "", "x\n\n"])
def test_the_rule_and_what_follows_it_are_taken_out_again(text: str, more: tuple[str]) -> None:
    told = text_with_rule(text, more)
    assert told.endswith("".join((RULE, *(f"\n- {line}" for line in more))))
    assert without_rule(told) == text
    assert without_rule(f"{RULE} Mehr") == f"{RULE} Mehr"


def test_more_follows_the_rule_in_a_message() -> None:
    messages: list[Any] = [{"role": "system", "content": "Sei kurz."}]
    (told,) = messages_with_rule(messages, "append", ["One."])
    assert told["content"] == f"Sei kurz.\n\n{RULE}\n- One."
