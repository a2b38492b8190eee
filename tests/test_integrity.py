from __future__ import annotations

import pytest

from service.errors import InvalidRequestError
from service.integrity import Counts, Demand, Demands, judge
from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair

A, B, C = "[[Person-AAA222]]", "[[email-BBB333]]", "[[iban-CCC444]]"


def test_kept_missing_invented_and_foreign_are_counted() -> None:
    report = judge([A, B], {B, C, "[[Person-ZZZ999]]"}, foreign={"[[Person-ZZZ999]]"})
    assert report.counts == Counts(
        sent=2, kept=1, missing=1, altered=0, repaired=0, invented=1, foreign=1
    )
    assert report.lost == (A,)
    assert judge([A], [A]).as_dict() == {
        "sent": 1,
        "kept": 1,
        "missing": 0,
        "altered": 0,
        "repaired": 0,
        "invented": 0,
        "foreign": 0,
    }


def test_places_are_not_counted_twice() -> None:
    assert judge([A, A], [A, A, A, B, B]) == judge([A], [A, B])


def test_any_collection_of_placeholders_will_do() -> None:
    assert judge({A: "Anna"}, {A}).counts.kept == 1


@pytest.mark.parametrize("sent", [[], [A], [A, B, C]])
@pytest.mark.parametrize("seen", [[], [A], [B, C], [A, B, C]])
def test_what_was_sent_is_kept_or_missing(sent: list[str], seen: list[str]) -> None:
    counts = judge(sent, seen).counts
    assert counts.kept + counts.missing == counts.sent


def test_altered_forms_are_told_by_kind_and_whether_they_are_repaired() -> None:
    repair = Repair(Forms({A: "Anna", B: "b@example.org"}))
    mended = repair.whole(f"{A.lower()} {A.lower()} {B[1:-1]}")
    report = judge([A, B], mended.text.split(), mended.tally)
    assert report.kinds == {"case": 1, "bracket": 1}
    assert (report.counts.kept, report.counts.altered, report.counts.repaired) == (2, 2, 2)


def test_a_demand_counts_damage_and_missing_ones_only_when_asked() -> None:
    for seen, some, every in [([A, B], True, True), ([A], True, False), ([A, C], False, False)]:
        report = judge([A, B], seen)
        assert Demand("reject").is_met(report) == some
        assert Demand("reject", keep_all=True).is_met(report) == every


def test_the_header_wins_over_the_tenant_and_the_tenant_over_the_setting() -> None:
    demands = Demands("report", {"acme": "reject"}.get)
    assert demands.of("other", {}) == Demand("report")
    assert demands.of("acme", {}) == Demand("reject")
    asked = {"x-integrity": "Retry", "x-require-placeholders": "all"}
    assert demands.of("acme", asked) == Demand("retry", keep_all=True)


@pytest.mark.parametrize("name", ["x-integrity", "x-require-placeholders"])
def test_an_unknown_word_is_refused_by_the_name_of_its_header(name: str) -> None:
    with pytest.raises(InvalidRequestError) as raised:
        Demands().of("acme", {name: "geheim"})
    assert raised.value.param == name
    assert "geheim" not in raised.value.sentence
