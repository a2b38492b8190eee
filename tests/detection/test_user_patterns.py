from __future__ import annotations

import math
import time

import pytest
import regex

from recognizers.base.context import Context
from service.detection import user_patterns
from service.detection.user_patterns import (
    LONGEST_PATTERN,
    UserPattern,
    compile_pattern,
    matches_whole,
)
from service.detection.windows import WINDOW
from service.errors import DetectionFailedError

SLOW = "(a|aa)+b"
HUNGRY = "(?:(a)|(b)|.)*x?y"


def found(pattern: str, text: str) -> list[str]:
    matches = UserPattern(0.8, compile_pattern(pattern)).find(text, math.inf)
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("pattern", "text", "places"),
    [
        (r"\bNL-\d{4}\b", "NL-1234, NL-12345, NL-0001", ["NL-1234", "NL-0001"]),
        (r"Akte (?P<value>\d+)", "Akte 123", ["123"]),
        (r"\d*", "a1b", ["1"]),
        (r"^x", "x\nx", ["x"]),
        (r"(?i)nl", "NL", ["NL"]),
    ],
)
def test_a_pattern_finds_what_it_describes(pattern: str, text: str, places: list[str]) -> None:
    assert found(pattern, text) == places


def test_a_match_is_found_whole_wherever_it_stands_in_a_long_text() -> None:
    for shift in range(-450, 20, 7):
        text = "x" * (WINDOW + shift) + " NL-123456 " + "y " * WINDOW
        assert set(found(r"\bNL-\d+", text)) == {"NL-123456"}


@pytest.mark.parametrize("pattern", [SLOW, "(?:a|b|ab)*+c|a*b"])
def test_a_pattern_that_runs_out_of_time_is_a_failure(pattern: str) -> None:
    began = time.monotonic()
    with pytest.raises(DetectionFailedError):
        list(UserPattern(1, compile_pattern(pattern)).find("a" * 3_000_000, began + 0.2))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "pattern",
    [
        "a{4000000}",
        "a{1,1001}",
        "(?:a{100}){11}",
        "((a{10}b){10}c){11}",
        "a{2}{501}",
        "(?:(?R)|a)",
        "(a)(?1)",
        "(?<x>a)(?&x)",
        "(?P<x>a)(?P>x)",
        "[}]{1001}",
        "a{99999999999999999999}",
    ],
)
def test_a_pattern_that_would_take_much_memory_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="repeats itself"):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\d{4}-\d{1000}",
        r"a{1000}b{1000}",
        r"\{9999\}",
        "[{9999}]",
        "a{2,}",
        "(a{9}|b{9}){100}",
        "{",
    ],
)
def test_counts_that_stand_side_by_side_do_not_multiply(pattern: str) -> None:
    assert compile_pattern(pattern)


def test_a_deadline_in_the_past_is_a_failure_before_any_search() -> None:
    with pytest.raises(DetectionFailedError):
        list(UserPattern(1, compile_pattern("a")).find("b", 0.0))


def test_a_pattern_that_wants_much_memory_sees_one_window_at_a_time() -> None:
    assert list(UserPattern(1, compile_pattern(HUNGRY)).find("a" * 20_000, math.inf)) == []


def test_too_many_matches_are_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_patterns, "MOST_MATCHES", 10)
    with pytest.raises(DetectionFailedError):
        found("a", "a" * 11)


@pytest.mark.parametrize(
    ("score", "context", "text", "expected"),
    [
        (0.5, ("zip",), "ZIP 12345", 0.85),
        (0.01, ("zip",), "ZIP 12345", 0.4),
        (0.9, ("zip",), "12345 (zip)", 1.0),
        (0.5, ("zip",), "order 12345", 0.5),
        (0.5, ("post code",), "post  code: 12345", 0.85),
    ],
)
def test_a_context_word_makes_a_match_surer(
    score: float, context: tuple[str, ...], text: str, expected: float
) -> None:
    pattern = UserPattern(score, compile_pattern(r"\d{5}"), Context(context))
    (match,) = pattern.find(text, math.inf)
    assert match.score == pytest.approx(expected)


@pytest.mark.parametrize("source", ["(", "(" * 900, "[", "(?<=", "a{2,1}", "\\", "(?P<a>x)(?P=b)"])
def test_what_is_no_regular_expression_is_refused_in_fixed_words(source: str) -> None:
    with pytest.raises(ValueError, match=r"^is not a regular expression$"):
        compile_pattern(source)


def test_a_pattern_has_a_longest_length() -> None:
    with pytest.raises(ValueError, match="too long"):
        compile_pattern("a" * (LONGEST_PATTERN + 1))


def test_no_cache_keeps_a_pattern() -> None:
    compile_pattern("sabine-krämer-4711")
    assert "sabine-krämer-4711" not in repr(regex._regex_core.__dict__.get("_cache", {}))
    assert "sabine" not in repr(UserPattern(1, compile_pattern("sabine")))


@pytest.mark.parametrize(
    ("pattern", "text", "whole"),
    [(r"\d+", "123", True), (r"\d+", "123a", False), ("a|ab", "ab", True)],
)
def test_a_whole_match(pattern: str, text: str, whole: bool) -> None:
    assert matches_whole(compile_pattern(pattern), text, math.inf) is whole


def test_a_whole_match_runs_out_of_time_too() -> None:
    with pytest.raises(DetectionFailedError):
        matches_whole(compile_pattern(SLOW), "a" * 100_000, time.monotonic() + 0.1)
