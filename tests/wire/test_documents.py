from __future__ import annotations

import copy
from typing import Any

import pytest

from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.wire.answer_steps import Treatment
from service.wire.documents import restore_document, without_echoed_rule
from service.wire.system_prompt import RULE

PERSON, NUMBER = "[[Person-AAAAAA]]", "[[id-BBBBBB]]"
VALUES = {PERSON: "Sabine Krämer", NUMBER: "7"}


def restored(document: Any) -> Any:
    return restore_document(document, VALUES).document


def test_strings_are_restored_and_what_was_met_is_told() -> None:
    document = {"a": [PERSON, 5, None], "b": {"c": "[[Person-XYZ234]]"}, NUMBER: 1}
    before = copy.deepcopy(document)
    told = restore_document(document, VALUES)
    assert told.document == {
        "a": ["Sabine Krämer", 5, None],
        "b": {"c": "[[Person-XYZ234]]"},
        "7": 1,
    }
    assert told.findings.seen == {PERSON, NUMBER, "[[Person-XYZ234]]"}
    assert document == before
    assert "Krämer" not in repr(told)


def test_the_damage_of_all_strings_and_names_is_told_once() -> None:
    damaged = {"a": PERSON.lower(), "b": [f"An {PERSON.lower()}"], NUMBER[1:-1]: 1}
    told = restore_document(damaged, VALUES, Treatment(repair=Repair(Forms(VALUES))))
    assert told.document == {"a": "Sabine Krämer", "b": ["An Sabine Krämer"], "7": 1}
    assert told.findings.tally.kinds == {"case": 1, "bracket": 1}
    assert told.findings.tally.repaired == 2


@pytest.mark.parametrize("document", [None, 5, True, "", "Hallo"])
def test_an_answer_that_is_a_single_value_stays(document: Any) -> None:
    assert restored(document) == document


def test_an_answer_that_is_a_string_is_restored() -> None:
    assert restored(f"An {PERSON}") == "An Sabine Krämer"


def test_names_of_members_are_restored_and_never_overwrite_another() -> None:
    document = {
        "metadata": {"a": 1, PERSON: {NUMBER: 2}, "[[Person-ZZZZZZ]]": 3},
        "list": [{NUMBER: 1, "7": 2}],
    }
    told = restored(document)
    assert list(told["metadata"]) == ["a", "Sabine Krämer", "[[Person-ZZZZZZ]]"]
    assert told["metadata"]["Sabine Krämer"] == {"7": 2}
    assert told["list"] == [{NUMBER: 1, "7": 2}]


def test_of_two_names_that_mean_one_value_the_second_stays() -> None:
    treatment = Treatment(repair=Repair(Forms(VALUES)))
    document = {PERSON.lower(): 1, PERSON: 2}
    told = restore_document(document, VALUES, treatment).document
    assert told == {"Sabine Krämer": 1, PERSON: 2}


def test_the_rule_is_taken_out_of_the_instructions_that_an_answer_echoes() -> None:
    answer = {"id": "r", "instructions": f"Sei kurz.\n\n{RULE}", "output": []}
    told = without_echoed_rule(answer)
    assert told == {"id": "r", "instructions": "Sei kurz.", "output": []}
    assert answer["instructions"] != told["instructions"]
    for other in ({"instructions": None}, [], None, "x"):
        assert without_echoed_rule(other) is other
