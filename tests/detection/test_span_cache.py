from __future__ import annotations

from service.detection.span_cache import ENTRY, ROW, SpanCache
from service.text.spans import Span

SPANS = (Span(0, 4, "PERSON", 0.8499999), Span(70_000, 70_010, "IBAN_CODE", 1.0))


def test_what_was_found_is_known_again_exactly() -> None:
    seen = SpanCache()
    seen.remember(seen.digest("a text"), SPANS)
    seen.remember(seen.digest("another"), ())

    assert seen.recall(seen.digest("a text")) == SPANS
    assert seen.recall(seen.digest("another")) == ()
    assert seen.recall(seen.digest("a third")) is None


def test_it_never_grows_beyond_its_size_and_forgets_the_oldest_first() -> None:
    room = 3 * (ENTRY + 2 * ROW.size)
    seen = SpanCache(room)
    for number in range(3):
        seen.remember(seen.digest(f"{number}"), SPANS)
    seen.recall(seen.digest("0"))
    seen.remember(seen.digest("3"), SPANS)

    assert seen.bytes == room
    known = [number for number in range(4) if seen.recall(seen.digest(f"{number}")) is not None]
    assert known == [0, 2, 3]


def test_one_text_with_more_spans_than_there_is_room_is_not_kept() -> None:
    seen = SpanCache(1000)
    seen.remember(seen.digest("big"), SPANS * 1000)

    assert seen.recall(seen.digest("big")) is None
    assert seen.bytes == 0


def test_what_is_remembered_twice_counts_once() -> None:
    seen = SpanCache()
    for _ in range(2):
        seen.remember(seen.digest("a text"), SPANS)

    assert seen.bytes == ENTRY + 2 * ROW.size


def test_two_caches_know_a_text_by_different_names() -> None:
    assert SpanCache().digest("a text") != SpanCache().digest("a text")


def test_what_one_tenant_sent_is_not_known_for_another() -> None:
    cache = SpanCache()
    cache.remember(cache.digest("a text", "one"), [Span(0, 1, "PERSON", 0.5)])
    assert cache.recall(cache.digest("a text", "one"))
    assert cache.recall(cache.digest("a text", "two")) is None


def test_it_holds_no_text() -> None:
    seen = SpanCache()
    seen.remember(seen.digest("Sabine Krämer"), SPANS)

    assert "Sabine" not in repr(vars(seen))
