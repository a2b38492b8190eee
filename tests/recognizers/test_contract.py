import importlib
import re
from pathlib import Path

import pytest

import recognizers
from recognizers.base.recognizer import CERTAIN, Match, NerRecognizer, Recognizer, in_order
from tests.recognizers.finding import BY_ENTITY, FINDING, marked

ROOT = Path(__file__).parents[2]
ROWS = {
    cells[0]: cells
    for line in (ROOT / "docs" / "entities.md").read_text().splitlines()
    if len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 7
}
EXAMPLES = [(one, example) for one in FINDING for example in one.examples]
COUNTEREXAMPLES = [(one, example) for one in FINDING for example in one.counterexamples]


@pytest.mark.parametrize(("entity", "name"), sorted(recognizers.entities().items()))
def test_a_file_has_the_name_of_its_entity_and_says_where_it_comes_from(
    entity: str, name: str
) -> None:
    module = importlib.import_module(name)
    assert module.recognizer.entity == entity
    assert "https://" in (module.__doc__ or "")


@pytest.mark.parametrize("one", BY_ENTITY.values(), ids=lambda one: one.entity)
def test_every_recognizer_has_examples_and_counterexamples(
    one: Recognizer | NerRecognizer,
) -> None:
    assert one.examples
    assert one.counterexamples
    assert all(marked(example) for example in one.examples)


@pytest.mark.parametrize(("one", "example"), EXAMPLES, ids=lambda one: getattr(one, "entity", one))
def test_an_example_gives_one_match_that_covers_its_value(one: Recognizer, example: str) -> None:
    text, start, end = marked(example)
    matches = list(one.find(text))
    assert [(match.start, match.end) for match in matches] == [(start, end)]
    assert 0.4 <= matches[0].score <= CERTAIN


@pytest.mark.parametrize(
    ("one", "text"), COUNTEREXAMPLES, ids=lambda one: getattr(one, "entity", one)
)
def test_a_counterexample_gives_nothing(one: Recognizer, text: str) -> None:
    assert list(one.find(text)) == []


def test_labels_are_unique_words_that_fit_into_a_placeholder() -> None:
    labels = [one.label for one in BY_ENTITY.values()]
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", label) for label in labels)


def test_labels_that_clients_know_stay_as_they_are() -> None:
    known = {"PERSON": "Person", "EMAIL_ADDRESS": "email", "IBAN_CODE": "iban"}
    known |= {"PHONE_NUMBER": "telephone_number", "ADDRESS": "Adress"}
    assert {entity: BY_ENTITY[entity].label for entity in known} == known


def policy_of(one: Recognizer | NerRecognizer) -> str:
    if one.shield:
        return "none"
    return "standard" if one.standard else "strict"


@pytest.mark.parametrize("one", BY_ENTITY.values(), ids=lambda one: one.entity)
def test_every_entity_has_a_true_line_in_the_docs(one: Recognizer | NerRecognizer) -> None:
    assert one.entity in ROWS, f"docs/entities.md has no line for {one.entity}"
    assert ROWS[one.entity][1:3] == [one.label, policy_of(one)]


def test_the_docs_describe_no_entity_that_is_not_there() -> None:
    assert set(ROWS) - {"Entity", "---"} == set(BY_ENTITY)


def test_of_overlapping_matches_the_certain_then_the_longer_one_stays() -> None:
    matches = [Match(0, 9, 0.9), Match(2, 6, CERTAIN), Match(7, 9, 0.5), Match(10, 12, 0.4)]
    assert list(in_order(matches)) == [Match(2, 6, CERTAIN), Match(7, 9, 0.5), Match(10, 12, 0.4)]
    assert list(in_order([Match(0, 4, 0.9), Match(1, 9, 0.5)])) == [Match(1, 9, 0.5)]


def test_a_match_comes_back_when_the_one_over_it_lost() -> None:
    matches = [Match(0, 9, 0.9), Match(1, 3, 0.5), Match(5, 12, CERTAIN)]
    assert list(in_order(matches)) == [Match(1, 3, 0.5), Match(5, 12, CERTAIN)]
