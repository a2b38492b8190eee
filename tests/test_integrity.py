from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.integrity import Report, judge

A, B, C = "[[P-ABC234]]", "[[P-QQQ222]]", "[[P-QQQ333]]"
sets = st.frozensets(st.sampled_from([A, B, C, "[[X-QQQ444]]"]))


def test_kept_missing_and_invented_are_counted() -> None:
    assert judge([A, B], {B, C}) == Report(sent=2, kept=1, missing=1, repaired=0, invented=1)
    assert judge([A], [A]).as_dict() == {
        "sent": 1,
        "kept": 1,
        "missing": 0,
        "repaired": 0,
        "invented": 0,
    }


def test_a_placeholder_counts_once_however_often_it_stands_there() -> None:
    assert judge([A, A], [A, A, A, B, B]) == judge([A], [A, B])


def test_values_by_placeholder_count_by_their_placeholders() -> None:
    assert judge({A: "Anna"}, {A}).kept == 1


@given(sets, sets)
def test_the_counts_add_up(sent: frozenset[str], seen: frozenset[str]) -> None:
    report = judge(sent, seen)
    assert report.kept + report.missing == report.sent == len(sent)
    assert report.kept + report.invented == len(seen)
    assert report.kept == len(sent & seen)
