from __future__ import annotations

import copy
import json

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.text import placeholders
from service.text.placeholders.stream import JSON_LONGEST, StreamRestorer, restore_json

PERSON, MAIL = "[[Person-ABC234]]", "[[email-QQQ222]]"
VALUES = {PERSON: 'Sabine "Bine"\n\tKrämer \\ \U0001f600', MAIL: "[[Person-ABC234"}
OPEN, CLOSE = "\\u005b", "\\u005D"
ESCAPED = f"{OPEN}{OPEN}Person-ABC234{CLOSE}{CLOSE}"


def outcomes(text: str, *, json_text: bool) -> set[str]:
    """Return what the restorer gives for every way of cutting `text`.

    After each character every state that some cut can lead to is kept: what was let go, and how
    much is held. From each the next piece is fed, of every length.
    """
    start = StreamRestorer(VALUES, json=json_text)
    states: list[dict[tuple[str, int], StreamRestorer]] = [{} for _ in range(len(text) + 1)]
    states[0]["", 0] = start
    for begin, known in enumerate(states):
        for (given_out, _), restorer in known.items():
            for end in range(begin + 1, len(text) + 1):
                other = copy.copy(restorer)
                out = given_out + other.feed(text[begin:end])
                states[end][out, other.held] = other
    return {out + restorer.finish() for (out, _), restorer in states[-1].items()}


PLAIN = [
    f"a{PERSON}b",
    f"[{PERSON}]",
    f"[[Person-ABC234]{PERSON}",
    f"[[Per{PERSON}",
    f"[[[[{PERSON}{MAIL}]]",
    "[[Person-ABC234]",
    "[[Person-ABC2345]] [[person-abc234]]",
    f"[[Unknown-ABC234]]{PERSON}[[",
    f"[[{'L' * 40}-ABC234]][[{'L' * 41}-ABC234]]",
    "[x] [[y]] - [",
    f"\\[[Person-ABC234]]\\u005b{PERSON}",
]


@pytest.mark.parametrize("text", PLAIN)
def test_every_cut_of_a_text_gives_the_whole_restored(text: str) -> None:
    assert outcomes(text, json_text=False) == {placeholders.restore(text, VALUES).text}


IN_JSON = [
    *(text.replace("\\", "\\\\") for text in PLAIN),
    '{"a":"' + ESCAPED + '"}',
    f'"\\\\\\\\u005b{PERSON}"',
    f"\\\\u005b\\\\u005bPerson-ABC234]]{PERSON}",
    f"\\\\{ESCAPED}\\\\",
    f"{OPEN}{ESCAPED}{CLOSE}",
    f"[{OPEN}Person-ABC234]{CLOSE}{OPEN}[Person-ABC234{CLOSE}]",
    f"{OPEN}{OPEN}Per{ESCAPED}",
    f"\\u005bx\\u005a\\u00e4\\ud83d\\ude00{PERSON}\\n",
    f"{OPEN}{OPEN}Person-ABC234{CLOSE}\\u005",
    f"\\[[Person-ABC234]] \\{OPEN} \\u00{PERSON}",
    '{"x":"' + "\\\\" * 4 + ESCAPED + "\\\\" * 3 + '\\""}',
    "\\",
]


@pytest.mark.parametrize("text", IN_JSON)
def test_every_cut_of_json_text_gives_the_whole_restored(text: str) -> None:
    assert outcomes(text, json_text=True) == {restore_json(text, VALUES).text}


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ('{"a":"' + ESCAPED + '"}', VALUES[PERSON]),
        (f'{{"a":"{PERSON}"}}', VALUES[PERSON]),
        # An escaped backslash makes no bracket of what follows it.
        ('{"a":"\\\\u005b\\\\u005bPerson-ABC234]]"}', "\\u005b\\u005bPerson-ABC234]]"),
        ('{"a":"\\\\' + ESCAPED + '"}', "\\" + VALUES[PERSON]),
        ('{"a":"\\\\\\\\u005b' + PERSON + '"}', "\\\\u005b" + VALUES[PERSON]),
        (f'{{"a":"{MAIL}]]"}}', PERSON),
    ],
)
def test_json_text_stays_valid_and_means_the_value(text: str, restored: str) -> None:
    assert json.loads(restore_json(text, VALUES).text) == {"a": restored}


@st.composite
def spelt(draw: st.DrawFn) -> tuple[str, str]:
    """Return a string of fragments, and one of its spellings in JSON."""
    fragments = st.sampled_from([PERSON, MAIL, "[[", "]", "[", "\\", '"', "\\u005b", "ü", "\n"])
    text = "".join(draw(st.lists(fragments | st.text(max_size=3), max_size=6)))
    text = text.encode("utf-8", "ignore").decode()
    source = json.dumps(text, ensure_ascii=draw(st.booleans()))[1:-1]
    source = "".join(
        one
        if one not in "[]"
        else draw(st.sampled_from([one, f"\\u{ord(one):04x}", f"\\u{ord(one):04X}"]))
        for one in source
    )
    return text, f'"{source}"'


@settings(deadline=None, max_examples=300)
@given(spelt())
def test_however_json_spells_a_string_it_means_the_restored_string(case: tuple[str, str]) -> None:
    text, source = case
    assert json.loads(source) == text
    restored = placeholders.restore(text, VALUES).text
    assert json.loads(restore_json(source, VALUES).text) == restored


long_texts = st.lists(
    st.sampled_from(
        [PERSON, MAIL, ESCAPED, OPEN, CLOSE, "[", "]", "\\", "[[Person-", "ABC234", "-"]
    )
    | st.text(max_size=12),
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=300)
@given(long_texts, st.lists(st.integers(1, 40), min_size=1, max_size=40), st.booleans())
@example("[" * 200 + PERSON, [1], True)
@example("\\" * 201 + ESCAPED, [7], True)
def test_a_long_text_in_random_pieces_is_restored_as_a_whole_is(
    text: str, sizes: list[int], json_text: bool
) -> None:
    restorer = StreamRestorer(VALUES, json=json_text)
    out, place = "", 0
    while place < len(text):
        size = sizes[place % len(sizes)]
        out += restorer.feed(text[place : place + size])
        place += size
    out += restorer.finish()
    whole = (restore_json if json_text else placeholders.restore)(text, VALUES)
    assert (out, restorer.seen) == (whole.text, whole.seen)
    assert restorer.held == 0


WHOLE_PLAIN = regex.compile(r"\[\[[A-Za-z][A-Za-z0-9_]{0,39}-[A-Z0-9]{6}\]\]")
WHOLE_JSON = regex.compile(
    r"(?:\[|\\u005[bB]){2}[A-Za-z][A-Za-z0-9_]{0,39}-[A-Z0-9]{6}(?:\]|\\u005[dD]){2}"
)
JSON_TOKENS = regex.compile(r"\\(?:u[0-9a-fA-F]{4}|.)|.", regex.DOTALL)


def longest_front(text: str, *, json_text: bool) -> int:
    """Return how long the longest end of `text` is that may be the front of a placeholder."""
    whole = WHOLE_JSON if json_text else WHOLE_PLAIN
    escaped = set()
    if json_text:
        for token in JSON_TOKENS.finditer(text):
            escaped |= set(range(token.start() + 1, token.end()))
    for start in range(len(text)):
        found = whole.fullmatch(text, start, partial=True)
        if start not in escaped and found and found.partial:
            return len(text) - start
    return 0


tight_texts = st.lists(
    st.sampled_from([*"[]\\u05bBdDn-A", "[[", "]]", "\\u005", "[[P-ABC234", OPEN, "\\\\"]),
    max_size=12,
).map("".join)


@settings(deadline=None, max_examples=500)
@given(tight_texts, st.booleans())
@example("[[Per\\u", True)
@example("\\u00e", True)
def test_exactly_what_may_begin_a_placeholder_is_held_back(text: str, json_text: bool) -> None:
    restorer = StreamRestorer({}, json=json_text)
    out = restorer.feed(text)
    assert out == text[: len(text) - restorer.held]
    assert restorer.held == longest_front(text, json_text=json_text)


@pytest.mark.parametrize("json_text", [False, True])
def test_text_that_begins_no_placeholder_is_let_go_at_once(json_text: bool) -> None:
    restorer = StreamRestorer(VALUES, json=json_text)
    for piece in ["Hallo", " Welt-ABC234", "]]", "(", "{", "Straße\u2028", " [x", " [[x y", "[[9"]:
        assert restorer.feed(piece) == piece
    assert restorer.finish() == ""


@pytest.mark.parametrize("json_text", [False, True])
def test_never_more_than_one_placeholder_is_held_back(json_text: bool) -> None:
    longest = f"[[{'L' * 40}-ABC234]]"
    if json_text:
        longest = longest.replace("[", OPEN).replace("]", CLOSE)
    bound = JSON_LONGEST if json_text else placeholders.LONGEST
    for text in [longest, "[" * 300, f"[[{'L' * 300}", "\\" * 301, longest[:-1] * 3]:
        restorer = StreamRestorer({}, json=json_text)
        most = 0
        for character in text:
            restorer.feed(character)
            most = max(most, restorer.held)
        assert most < bound
        if text == longest:
            assert most == bound - 1
            assert restorer.held == 0


def test_a_cut_placeholder_comes_at_the_end_as_it_is() -> None:
    restorer = StreamRestorer(VALUES)
    assert restorer.feed("an [[Person-AB") == "an "
    assert restorer.finish() == "[[Person-AB"
    assert restorer.finish() == ""


def test_unknown_placeholders_are_seen_and_stay() -> None:
    restorer = StreamRestorer(VALUES, json=True)
    source = f'"{OPEN}[City-QQQ999]] {PERSON}"'
    assert json.loads(restorer.feed(source)) == f"[[City-QQQ999]] {VALUES[PERSON]}"
    assert restorer.seen == {"[[City-QQQ999]]", PERSON}
