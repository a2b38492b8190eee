from __future__ import annotations

import random
import time
from typing import Any

import pytest

from service.errors import InvalidRequestError
from service.wire.stop_sequences import Cut, Stopping, check_stops, with_safe_stops

PERSON, MAIL = "[[Person-QSEZB6]]", "[[email-ABCDEF]]"
VALUES = {PERSON: "Krämer", MAIL: "a@kraemer.example"}


def settled(stop: Any) -> Stopping:
    body = {"stop": stop, "n": 1}
    masked = with_safe_stops(body, VALUES)
    assert body == {"stop": stop, "n": 1}
    return masked


def test_known_values_in_stops_get_their_placeholders() -> None:
    assert settled("Frau Krämer:").body["stop"] == f"Frau {PERSON}:"
    stops = settled(["\n", "Krämer", f"{MAIL} Krämer"]).body["stop"]
    assert stops == ["\n", PERSON, f"{MAIL} {PERSON}"]


@pytest.mark.parametrize(
    "stop", ["\n\n", "###", "</s>", "END", "User:", "x]y", "[1]:", f"{PERSON}\n", PERSON, None, 5]
)
def test_stops_that_cannot_meet_a_placeholder_stay(stop: Any) -> None:
    assert settled(stop) == Stopping({"stop": stop, "n": 1})


@pytest.mark.parametrize(
    "stop",
    [
        "[[",
        "]]",
        "[",
        "]",
        "x [",
        "]\n",
        "]].",
        "Person",
        "QSEZ",
        "-",
        "a",
        "n-Q",
        "x[[Per",
        "B6]]!",
    ],
)
def test_stops_that_would_cut_a_placeholder_are_left_to_us(stop: str) -> None:
    assert settled(stop) == Stopping({"n": 1}, (stop,))
    assert settled(["\n", stop]) == Stopping({"stop": ["\n"], "n": 1}, (stop,))


def test_without_placeholders_no_stop_cuts_one() -> None:
    for stop in ("[", "Person", "[[", "]]"):
        assert with_safe_stops({"stop": stop}, {}) == Stopping({"stop": stop})


def test_more_than_sixteen_stops_are_refused_by_name() -> None:
    check_stops({"stop": ["a"] * 16})
    for stops in (["a"] * 17, "a" * 1001):
        with pytest.raises(InvalidRequestError) as caught:
            check_stops({"stop": stops})
        assert caught.value.param == "stop"


def test_many_values_and_long_stops_take_no_time() -> None:
    values = {f"[[email-{n:06}]]": f"a{n}@post.example" for n in range(8000)}
    stops = [f"{'[[a' * 300}{n}" for n in range(16)]
    began = time.process_time()
    assert with_safe_stops({"stop": stops}, values).ours == ()
    assert time.process_time() - began < 1


def test_a_text_is_cut_before_the_first_stop_however_it_comes() -> None:
    chance = random.Random(5)  # noqa: S311  not secret
    for _ in range(300):
        text = "".join(chance.choices("ab]", k=12))
        stops = ("]a]", "ba]b", "bb")
        first = min((text.find(one) for one in stops if one in text), default=len(text))
        cut, parts = Cut(stops), []
        place = 0
        while place < len(text):
            step = chance.randint(1, 4)
            parts.append(cut.feed(text[place : place + step]))
            place += step
        assert "".join([*parts, cut.finish()]) == text[:first]
        assert cut.stopped == (first < len(text))
