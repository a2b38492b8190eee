"""The scan of answers, with the real patterns: whatever the cut, no part of a value comes out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import recognizers
from service.detection.pattern_finder import PatternFinder
from service.errors import DetectionFailedError
from service.policy import Policies
from service.text.placeholders.stream import StreamRestorer
from service.text.spans import Span
from service.wire.answer_scan import AHEAD, MOST, STEP, WIDE_STEP, Scan, Scanner
from service.wire.answer_steps import TextChannel, Treatment

KNOWN = recognizers.load()
POLICIES = Policies(KNOWN, "standard")
FINDER = PatternFinder(KNOWN, POLICIES.choose().masks)


@lru_cache(10_000)
def find(text: str) -> tuple[Span, ...]:
    """Return what the real patterns find: of the many cuts below, most look at the same texts."""
    return tuple(FINDER.find(text))


SCAN = Scan(find, POLICIES.labels)
MASKS = {
    "leonore@canary-post.example": "[email]",
    "955-43-1234": "[ssn]",
    "4111-1111-1111-1111": "[credit_card]",
    "+49 170 1234567": "[telephone_number]",
    "DE89 3704 0044 0532 0130 00": "[iban]",
    "ghp_EXAMPLENOTAREALGITHUBTOKEN0000000000": "[secret]",
    "https://example.org/kunde?id=4711": "[url]",
    "Lindenweg 7, 80331 München": "[Adress]",
}
PERSON, MAIL = "[[Person-ABC234]]", "[[email-QQQ222]]"
VALUES = {PERSON: "Jonas Brettschneider", MAIL: "jonas@canary-post.example"}
PROSE = ("der Umsatz ist im zweiten Halbjahr deutlich gestiegen weil mehr verkauft wurde " * 9)[:-1]
WORDS = PROSE.split(" ")[:12]
TAIL = PROSE[: STEP + AHEAD]  # what a look at a value may take in


def in_pieces(scanner: Any, pieces: Iterable[str]) -> str:
    return "".join(scanner.feed(piece) for piece in pieces) + str(scanner.finish())


def cut(text: str, places: Iterable[int]) -> list[str]:
    bounds = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [text[start:end] for start, end in pairwise(bounds)]


CUTS = st.lists(st.integers(0, 4000), max_size=40)
PART = st.one_of(
    st.sampled_from(WORDS).map(lambda word: (f" {word} ", f" {word} ")),
    st.sampled_from(sorted(MASKS)).map(
        lambda value: (f"\n{value}\nmehr", f"\n{MASKS[value]}\nmehr")
    ),
    st.just((PERSON, PERSON)),
    st.just((PROSE, PROSE)),
)


@given(st.lists(PART, max_size=12), CUTS)
@settings(max_examples=60, deadline=None)
def test_each_value_is_masked_whole_and_all_else_stays_whatever_the_cut(
    parts: list[tuple[str, str]], cuts: list[int]
) -> None:
    text = "".join(written for written, _ in parts)
    assert in_pieces(Scanner(SCAN), cut(text, cuts)) == "".join(expected for _, expected in parts)


@pytest.mark.parametrize("value", MASKS)
@pytest.mark.parametrize("encoded", [False, True])
def test_a_value_between_long_texts_is_masked_wherever_two_cuts_fall(
    value: str, encoded: bool
) -> None:
    written = quote(value, safe="") if encoded else value
    text = f"{PROSE[: AHEAD + STEP + 20]} ({written}) {TAIL}"
    start, end = text.index(written), text.index(written) + len(written)
    expected = in_pieces(Scanner(SCAN), [text])
    assert written not in expected
    assert expected.startswith(text[: start - 30])
    assert expected.endswith(text[end + 1 :])
    for first in range(start, end + 1, 3):
        for second in range(first, end + 1, 4):
            pieces = [text[:first], text[first:second], text[second:]]
            assert in_pieces(Scanner(SCAN), pieces) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("DE89 3704 0044 0532 0130 00", "[iban]"),
        ("SSN 900123456", "SSN [ssn]"),
        ("leonore at [[email-QQQ222]]", "leonore at [[email-QQQ222]]"),
    ],
)
def test_it_does_not_matter_where_in_a_text_a_value_stands(written: str, expected: str) -> None:
    for place in range(STEP + AHEAD):
        text = f"{PROSE[:place]} {{}} {TAIL}"
        assert SCAN.whole(text.format(written)) == text.format(expected)


def test_every_way_to_cut_a_short_answer_gives_the_same() -> None:
    text = "an m@a.de!"
    for ways in range(2 ** (len(text) - 1)):
        places = [at + 1 for at in range(len(text) - 1) if ways >> at & 1]
        assert in_pieces(Scanner(SCAN), cut(text, places)) == "an [email]!"


def test_nothing_of_a_value_goes_before_its_end_has_come() -> None:
    value = "leonore@canary-post.example"
    scanner = Scanner(SCAN)
    given_out = scanner.feed(f"{PROSE} ")
    for sign in value:
        given_out += scanner.feed(sign)
        assert (PROSE + " ").startswith(given_out)
    assert scanner.finish().endswith(" [email]")


@pytest.mark.parametrize(
    "text",
    [
        "%6c%65onore%40canary-post.example",
        "955%2D43%2D1234",
        "leonore\\u0040canary-post.example",
        "%2B49%20170%201234567",
    ],
)
def test_an_encoded_value_is_masked(text: str) -> None:
    said = SCAN.whole(f"{PROSE} {text} {PROSE}")
    assert said in {f"{PROSE} {mask} {PROSE}" for mask in MASKS.values()}


@pytest.mark.parametrize("text", ["100 % von 5 %, 20%25", "%zz %e4", "a%C3%BCb", "C:\\users \\u12"])
def test_percent_signs_and_backslashes_that_hide_nothing_stay(text: str) -> None:
    assert SCAN.whole(text) == text


@given(CUTS)
@settings(max_examples=30, deadline=None)
def test_values_put_back_are_neither_masked_nor_cut(cuts: list[int]) -> None:
    text = f"{PROSE} {PERSON}{MAIL}, {MAIL}s leonore@canary-post.example {PROSE}"
    name, mail = VALUES.values()
    restored = in_pieces(TextChannel(VALUES, Treatment(SCAN)), cut(text, cuts))
    assert restored == f"{PROSE} {name}{mail}, {mail}s [email] {PROSE}"


def test_placeholders_stay_whole_in_what_looks_like_one_value() -> None:
    text = f"https://example.org/?an={MAIL}&von=x Tel. [[telephone_number-123456]] 030 {PERSON} 12"
    said = SCAN.whole(text)
    for placeholder in (MAIL, PERSON, "[[telephone_number-123456]]"):
        assert placeholder in said


def test_a_placeholder_inside_a_value_stays() -> None:
    key = f"-----BEGIN PRIVATE KEY-----\nRVhB\n{PERSON}\nRVhB\n-----END PRIVATE KEY-----"
    assert SCAN.whole(key) == f"[secret]{PERSON}[secret]"


def test_a_placeholder_explains_no_number_beside_it() -> None:
    text = "[[telephone_number-ABCDEF]] 4711081"
    assert SCAN.whole(text) == text
    assert SCAN.whole("telephone_number 4711081") == "telephone_number [telephone_number]"


def test_a_placeholder_is_not_cut_in_a_text_without_blanks() -> None:
    text = "x" * (MOST - 3) + "[[a4111111111111111-ABC234]]" + "x" * MOST
    assert SCAN.whole(text) == text


@pytest.mark.parametrize("mark", ['\\"', "\\\\", "\\n", "\\u0020"])
def test_a_value_too_long_leaves_the_escape_after_it_whole(mark: str) -> None:
    text = '{"a": "https://example.org/?a=' + "b" * 2 * MOST + mark + ' ok", "n": 1}'
    said = json.loads(SCAN.whole(text))
    assert said["a"].startswith("[url]")
    assert said["a"].endswith(" ok")
    assert said["n"] == 1


def test_a_long_string_does_not_hide_where_the_next_ones_begin() -> None:
    document = {"a": PROSE, "b": "DE89 3704 0044 0532 0130 00", "c": PROSE, "d": 1}
    text = json.dumps(document)
    assert json.loads(SCAN.whole(text)) == document | {"b": "[iban]"}


def test_what_the_caller_wrote_himself_stays_encoded_or_not() -> None:
    known = Scan(SCAN.find, SCAN.labels, ["Meine Adresse: leonore@canary-post.example"])
    text = "leonore@canary-post.example leonore%40canary-post.example jonas@canary-post.example"
    assert known.whole(text) == text.replace("jonas@canary-post.example", "[email]")


def test_a_mask_is_no_placeholder() -> None:
    for value, mask in MASKS.items():
        assert SCAN.whole(value) == mask
        assert StreamRestorer({}).feed(mask) == mask


def test_prose_is_held_back_for_a_few_words_only() -> None:
    scanner = Scanner(SCAN)
    for sign in PROSE:
        scanner.feed(sign)
        assert scanner.held <= STEP + AHEAD + max(map(len, WORDS))


@pytest.mark.parametrize(
    ("long", "mask"),
    [
        ("https://example.org/?a=" + "b" * 3 * MOST, "[url]"),
        ("eyJhbGciOiJub25lIn0.eyJzdWIi." + "a" * 3 * MOST, "[secret]"),
    ],
)
def test_a_value_without_end_is_masked_up_to_its_end_and_held_back_up_to_a_bound(
    long: str, mask: str
) -> None:
    scanner = Scanner(SCAN)
    out = ""
    for start in range(0, len(long), 100):
        out += scanner.feed(long[start : start + 100])
        assert scanner.held <= MOST + AHEAD + 100
    assert out + scanner.feed(f" {PERSON} end") + scanner.finish() == f"{mask} {PERSON} end"


def test_a_key_over_many_lines_is_masked_as_one() -> None:
    lines = "\n".join(["RVhBTVBMRQ" * 6] * 40)
    key = f"-----BEGIN PRIVATE KEY-----\n{lines}\n-----END PRIVATE KEY-----"
    assert in_pieces(Scanner(SCAN), f"{PROSE}\n{key}\n{PROSE}") == f"{PROSE}\n[secret]\n{PROSE}"


@given(st.text(alphabet='ab1@.%4+-[]"\\{}:, \n\u00e4', max_size=400), CUTS, st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_text_gives_the_same_whatever_the_cut(
    text: str, cuts: list[int], as_json: bool
) -> None:
    whole = in_pieces(Scanner(SCAN, json=as_json), [text])
    assert in_pieces(Scanner(SCAN, json=as_json), cut(text, cuts)) == whole
    assert in_pieces(Scanner(SCAN, json=as_json), text) == whole


LEAF = st.one_of(
    st.sampled_from(sorted(MASKS)).map(lambda value: (value, MASKS[value])),
    st.sampled_from([(4915112345678, 4915112345678), (True, True), (None, None), (1.5, 1.5)]),
    st.just(('ein "Zitat"\\ \U0001f600', 'ein "Zitat"\\ \U0001f600')),
    st.just((PROSE, PROSE)),
    st.just((PERSON, PERSON)),
)


@given(st.lists(LEAF, max_size=8), CUTS, st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_json_stays_json_and_only_the_values_in_it_change(
    leaves: list[tuple[Any, Any]], cuts: list[int], as_ascii: bool, compact: bool
) -> None:
    separators = (",", ":") if compact else (", ", ": ")
    document = {f"k{place}": leaf for place, (leaf, _) in enumerate(leaves)}
    text = json.dumps(document, ensure_ascii=as_ascii, separators=separators)
    for declared in (True, False):
        said = in_pieces(Scanner(SCAN, json=declared), cut(text, cuts))
        expected = {f"k{place}": leaf for place, (_, leaf) in enumerate(leaves)}
        assert json.loads(said) == expected


def test_a_number_in_json_becomes_a_string_when_it_is_masked() -> None:
    text = '{"telefon": 4915112345678, "mail": "leonore\\u0040canary-post.example", "n": 3}'
    assert json.loads(SCAN.whole(text)) == {
        "telefon": "[telephone_number]",
        "mail": "[email]",
        "n": 3,
    }


def test_text_that_only_begins_like_json_is_masked_too() -> None:
    text = '{name} schrieb an leonore@canary-post.example, "955-43-1234"'
    assert SCAN.whole(text) == '{name} schrieb an [email], "[ssn]"'


@pytest.mark.parametrize("step", [STEP, WIDE_STEP])
def test_a_whole_text_is_masked_in_large_blocks_as_in_small_ones(step: int) -> None:
    text = f"\n{PROSE}\n".join(["", *MASKS, ""])
    assert SCAN.whole(text, step=step) == f"\n{PROSE}\n".join(["", *MASKS.values(), ""])


def test_a_picture_in_an_answer_is_no_text() -> None:
    picture = "4111111111111111" * 300
    for text in (picture, f"data:image/png;base64,{picture}"):
        assert Treatment(SCAN).whole("result", text).text == text
    said = Treatment(SCAN).whole("result", f"{picture} Karte {picture[:16]}")
    assert said.text.endswith(" [credit_card]")


def test_no_scan_is_no_scanner() -> None:
    assert Treatment().steps() == []
    assert [type(step) for step in Treatment(SCAN).steps()] == [Scanner]


def test_a_pattern_that_breaks_lets_nothing_go() -> None:
    class Broken:
        entity = "URL"
        shield = False

        def find(self, text: str) -> Any:
            raise RuntimeError(text)

    def wanted(_: Span) -> bool:
        return True

    broken: Any = Broken()
    scan = Scan(PatternFinder([broken], wanted).find, {})
    with pytest.raises(DetectionFailedError) as failure:
        scan.whole("leonore@canary-post.example")
    assert "leonore" not in repr(failure.value)
