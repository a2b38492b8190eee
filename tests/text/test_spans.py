from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.text.spans import GUESS, Span, clip, outside, overlapping, resolve, trim

texts = st.text("ab1 -\n", min_size=1, max_size=30)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    bounds = st.integers(0, len(text))
    span = st.builds(
        lambda one, other, entity, score: Span(min(one, other), max(one, other), entity, score),
        bounds,
        bounds,
        st.sampled_from("AB"),
        st.sampled_from([0.4, 0.85, 1.0]),
    )
    return text, draw(st.lists(span, max_size=8))


@st.composite
def regions_of(draw: st.DrawFn) -> list[tuple[int, int]]:
    cuts = draw(st.lists(st.integers(0, 30), max_size=10).map(sorted))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


def covered(spans: list[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


# The lone letters of two losers side by side.
SIDE_BY_SIDE = (
    "abcdefghijkl",
    [
        Span(0, 5, "A", 1.0),
        Span(2, 6, "B", 0.5),
        Span(7, 12, "A", 1.0),
        Span(6, 9, "B", 0.5),
    ],
)


@settings(deadline=None, max_examples=200)
@given(texts_with_spans())
@example(SIDE_BY_SIDE)
def test_no_two_neighbouring_letters_that_were_found_stay_open(
    case: tuple[str, list[Span]],
) -> None:
    text, spans = case
    left = covered(spans) - covered(resolve(text, spans))
    assert not any(
        place + 1 in left and text[place].isalnum() and text[place + 1].isalnum() for place in left
    )


@settings(deadline=None, max_examples=200)
@given(texts_with_spans())
@example(SIDE_BY_SIDE)
def test_the_result_is_ordered_without_overlaps_and_covers_nothing_that_was_not_found(
    case: tuple[str, list[Span]],
) -> None:
    text, spans = case
    resolved = resolve(text, spans)
    assert all(one.end <= other.start for one, other in pairwise(resolved))
    assert all(0 <= span.start < span.end <= len(text) for span in resolved)
    assert covered(resolved) <= covered(spans)
    assert all(trim(text, span) == span for span in resolved)


@settings(deadline=None, max_examples=200)
@given(texts_with_spans())
def test_a_checked_span_that_no_other_checked_one_overlaps_survives_whole(
    case: tuple[str, list[Span]],
) -> None:
    text, spans = case
    checked = {trim(text, span) for span in spans if span.score == 1.0}
    resolved = resolve(text, spans)
    for span in checked:
        rivals = [one for one in checked - {span} if one.start < span.end and span.start < one.end]
        if span.start < span.end and not rivals:
            assert span in resolved


@settings(deadline=None)
@given(texts_with_spans(), st.randoms(use_true_random=False))
def test_neither_the_order_of_the_claims_nor_a_second_time_changes_the_result(
    case: tuple[str, list[Span]], random: object
) -> None:
    text, spans = case
    resolved = resolve(text, spans)
    shuffled = list(spans)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(text, shuffled) == resolved
    assert resolve(text, resolved) == resolved


@pytest.mark.parametrize(
    ("text", "spans", "kept"),
    [
        # A passed check digit beats a longer guess; the guess keeps what reaches beyond.
        (
            "Konto DE89 1234 Bank",
            [Span(6, 15, "IBAN", 1.0), Span(0, 20, "ORG", 0.99)],
            [Span(0, 5, "ORG", 0.99), Span(6, 15, "IBAN", 1.0), Span(16, 20, "ORG", 0.99)],
        ),
        # Of two guesses the longer wins, of two as long the surer.
        (
            "Anna Maria",
            [Span(0, 4, "A", 0.8), Span(0, 10, "B", 0.5)],
            [Span(0, 10, "B", 0.5)],
        ),
        ("Anna", [Span(0, 4, "A", 0.5), Span(0, 4, "B", 0.9)], [Span(0, 4, "B", 0.9)]),
        # A lone letter beyond the winner is an ending, not a value.
        ("Krämers", [Span(0, 6, "P", 1.0), Span(0, 7, "P", 0.5)], [Span(0, 6, "P", 1.0)]),
        # Neighbours stay two.
        (
            "AnnaMaria",
            [Span(4, 9, "P", 0.5), Span(0, 4, "P", 0.5)],
            [Span(0, 4, "P", 0.5), Span(4, 9, "P", 0.5)],
        ),
        # A single letter that was found as such counts; white space does not.
        (" X ", [Span(0, 3, "P", 0.5)], [Span(1, 2, "P", 0.5)]),
        ("  ", [Span(0, 2, "P", 0.5)], []),
        ("ab", [Span(1, 1, "P", 0.5)], []),
        (*SIDE_BY_SIDE, [Span(0, 5, "A", 1.0), Span(5, 7, "B", 0.5), Span(7, 12, "A", 1.0)]),
    ],
)
def test_who_wins(text: str, spans: list[Span], kept: list[Span]) -> None:
    assert resolve(text, spans) == kept


@settings(deadline=None)
@given(texts_with_spans(), regions_of())
def test_clip_and_outside_part_a_span_at_the_borders_of_the_regions(
    case: tuple[str, list[Span]], regions: list[tuple[int, int]]
) -> None:
    _, spans = case
    within = {place for start, end in regions for place in range(start, end)}
    for span in spans:
        inner, outer = clip([span], regions), outside([span], regions)
        assert covered(inner) == covered([span]) & within
        assert covered(outer) == covered([span]) - within
        assert all(piece.start < piece.end for piece in [*inner, *outer])
        assert {(one.entity, one.score) for one in [*inner, *outer]} <= {(span.entity, span.score)}
        for piece in inner:
            assert sum(start <= piece.start and piece.end <= end for start, end in regions) == 1


def test_clip_cuts_a_span_in_two_where_it_crosses_a_border() -> None:
    span = Span(2, 9, "P", 0.5)
    assert clip([span], [(0, 4), (4, 4), (6, 8), (9, 12)]) == [
        Span(2, 4, "P", 0.5),
        Span(6, 8, "P", 0.5),
    ]
    assert outside([span], [(0, 4), (5, 5), (6, 8), (9, 12)]) == [
        Span(4, 6, "P", 0.5),
        Span(8, 9, "P", 0.5),
    ]


def test_a_specific_pattern_wins_over_a_longer_guess_of_the_model() -> None:
    text = "Firma Kraemer s.kraemer@example.org Hamburg"
    guess, mail = Span(0, 43, "ORGANIZATION", GUESS), Span(14, 35, "EMAIL_ADDRESS", 0.9)
    found = [(one.entity, text[one.start : one.end]) for one in resolve(text, [guess, mail])]
    assert ("EMAIL_ADDRESS", "s.kraemer@example.org") in found


def test_spans_that_touch_others_overlap_none_of_them() -> None:
    long, inside = Span(0, 20, "A", 0.5), Span(5, 7, "A", 0.5)
    first, behind, apart = (Span(*place, "B", 0.5) for place in ((18, 22), (20, 25), (30, 31)))
    assert overlapping([first, behind, apart], [inside, long]) == {first}
    assert overlapping([first], []) == set()


def test_a_value_and_the_rest_of_it_that_another_claim_left_are_one() -> None:
    text = "Flat 12, 9 Sample Road, Testham"
    guess = Span(0, len(text), "ADDRESS", 0.8)
    rule = Span(text.index("9"), text.index(", Testham"), "ADDRESS", 0.9)
    assert resolve(text, [guess, rule]) == [replace(guess, score=0.9)]


def test_two_values_that_a_comma_sets_apart_stay_two() -> None:
    text = "1 Sample Road, 9 Sample Road"
    spans = [Span(0, 13, "ADDRESS", 0.9), Span(15, 28, "ADDRESS", 0.9)]
    assert resolve(text, spans) == spans
