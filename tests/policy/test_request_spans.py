from __future__ import annotations

import asyncio
import math
import time
from dataclasses import replace
from typing import Any

import pytest

from service.detection.user_patterns import UserPattern, compile_pattern
from service.errors import DetectionFailedError
from service.policy import Policy
from service.policy.request_spans import SEARCHERS, Decider, Decision
from service.text.names.known_values import Fact
from service.text.spans import Span

LABELS = {"PERSON": "Person", "EMAIL_ADDRESS": "email"}
POLICY = Policy("test", LABELS)


def claim(text: str, value: str, entity: str = "PERSON", score: float = 0.85) -> Span:
    start = text.index(value)
    return Span(start, start + len(value), entity, score)


def decided(
    texts: dict[str, list[Span]], policy: Policy = POLICY, *recalled: Fact
) -> list[list[str]]:
    spans = Decision(policy, math.inf).spans(list(texts), list(texts.values()), recalled)
    return [
        [text[one.start : one.end] for one in there]
        for text, there in zip(texts, spans, strict=True)
    ]


FULL = "Dr. Sabine Krämer ruft an."
KNOWN: dict[str, list[Span]] = {FULL: [claim(FULL, "Sabine Krämer")]}


def test_what_one_text_shows_is_masked_in_all() -> None:
    others: dict[str, list[Span]] = {"krämer_akte": [], "{ to : Frau KRAEMER }": [], "sonst": []}
    assert decided(others | KNOWN) == [["krämer"], ["KRAEMER"], [], ["Sabine Krämer"]]


def test_a_rest_of_a_name_joins_what_was_found_of_it() -> None:
    text = "input_value='Sabine Krämer'"
    assert decided(KNOWN | {text: [claim(text, "Krämer")]})[1] == ["Sabine Krämer"]


def test_an_address_around_a_name_stays_one_value() -> None:
    text = "sabine.kraemer@example.org"
    mail = claim(text, text, "EMAIL_ADDRESS", 0.9)
    assert decided(KNOWN | {text: [mail]})[1] == [text]
    assert decided(KNOWN | {text: []})[1] == ["sabine.kraemer"]


def test_what_is_not_masked_hides_no_known_value_unless_it_is_allowed() -> None:
    text = "bei der Krämer Bau GmbH"
    claims = [claim(text, "Krämer Bau GmbH", "ORGANIZATION")]
    assert decided(KNOWN | {text: claims})[1] == ["Krämer"]
    allowing = Policy("test", LABELS, allow=frozenset({"Krämer Bau GmbH"}))
    assert decided(KNOWN | {text: claims}, allowing)[1] == []


def test_what_is_allowed_is_not_found_again() -> None:
    allowing = Policy("test", LABELS, allow=frozenset({"Krämer"}))
    text = "Frau Krämers Akte"
    assert decided(KNOWN | {text: [claim(text, "Krämers")]}, allowing) == [["Sabine Krämer"], []]


def test_values_of_the_job_are_found_again() -> None:
    fact = Fact("PERSON", 0.85, True, "Sabine Krämer")
    assert decided({"Krämers Akte": []}, POLICY, fact) == [["Krämer"]]


def test_a_name_is_sure_once_one_place_vouches_for_it() -> None:
    alone, titled = "Krämer kommt", "Frau Krämer kommt"
    texts: Any = {alone: [claim(alone, "Krämer")], "an: krämer": []}
    assert decided(texts)[1] == []
    assert decided(texts | {titled: [claim(titled, "Krämer")]})[1] == ["krämer"]


def test_endings_follow_what_other_texts_show() -> None:
    text = "Krämers kommen"
    assert decided({text: [claim(text, "Krämers")]}) == [["Krämers"]]
    assert decided(KNOWN | {text: [claim(text, "Krämers")]})[1] == ["Krämer"]


HANGING = "a" * 5000
SLOW = UserPattern(1.0, compile_pattern("(a|aa)+b"))
HANGS = Policy("test", {"X": "x"}, own_labels={"X": "x"}, patterns=(("X", SLOW),), seconds=0.3)


async def ended(decider: Decider, policy: Policy, text: str) -> list[list[Span]]:
    return await decider.spans(policy, [text], [[]], began=time.monotonic())


async def test_a_pattern_that_hangs_is_a_failure_while_the_loop_goes_on() -> None:
    decider, turns = Decider(), 0
    hanging = asyncio.create_task(ended(decider, HANGS, HANGING))
    while not hanging.done():
        turns += 1
        await asyncio.sleep(0.001)
    with pytest.raises(DetectionFailedError) as caught:
        hanging.result()
    assert caught.value.facts == {"code": "detection_failed", "cause": "search_timeout"}
    assert turns > 10


async def test_patterns_that_hang_hold_up_no_request_without_patterns() -> None:
    decider = Decider()
    calls = [asyncio.create_task(ended(decider, HANGS, HANGING)) for _ in range(2 * SEARCHERS)]
    await asyncio.sleep(0)
    assert await ended(decider, POLICY, "nobody") == [[]]
    assert not any(call.done() for call in calls)
    refused = await asyncio.gather(*calls, return_exceptions=True)
    assert {type(one) for one in refused} == {DetectionFailedError}


async def test_what_the_analyzer_took_is_taken_off_the_time() -> None:
    decider = Decider(5)
    with pytest.raises(DetectionFailedError):
        await decider.spans(POLICY, ["nobody"], [[]], began=time.monotonic() - 6)


async def test_one_tenants_patterns_that_hang_leave_threads_for_anothers() -> None:
    decider = Decider()
    slow = replace(HANGS, seconds=5)
    calls = [
        asyncio.create_task(
            decider.spans(slow, [HANGING], [[]], began=time.monotonic(), tenant="greedy")
        )
        for _ in range(2 * SEARCHERS)
    ]
    await asyncio.sleep(0.05)
    quick = decider.spans(HANGS, ["b"], [[]], began=time.monotonic(), tenant="other")
    assert await quick == [[]]
    assert not any(call.done() for call in calls)
    for call in calls:
        call.cancel()
    await asyncio.gather(*calls, return_exceptions=True)
