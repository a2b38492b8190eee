"""Chances of labels to entities."""

from __future__ import annotations

import numpy as np
import pytest

from service.detection.bio_decoder import BioDecoder, Entity

NAMES = ["O", "B-PERSON", "I-PERSON", "B-LOCATION", "I-LOCATION"]
PLAIN = (0.98, 0.01, 0.01, 0.0, 0.0)
BEGINS = (0.02, 0.96, 0.02, 0.0, 0.0)
INSIDE = (0.02, 0.02, 0.96, 0.0, 0.0)
PLACE = (0.02, 0.0, 0.0, 0.98, 0.0)


def found(*rows: tuple[float, ...], fresh: tuple[bool, ...] = ()) -> list[tuple[int, int, str]]:
    entities = BioDecoder(NAMES).entities_of(np.array(rows).reshape(-1, len(NAMES)), fresh)
    return [(one.first, one.last, one.label) for one in entities]


@pytest.mark.parametrize(
    ("rows", "entities"),
    [
        ((), []),
        ((PLAIN, PLAIN), []),
        ((PLAIN, BEGINS, INSIDE, PLAIN), [(1, 2, "PERSON")]),
        ((BEGINS, BEGINS), [(0, 0, "PERSON"), (1, 1, "PERSON")]),
        ((PLAIN, INSIDE, INSIDE), [(1, 2, "PERSON")]),
        ((PLACE, INSIDE), [(0, 0, "LOCATION"), (1, 1, "PERSON")]),
        ((BEGINS, PLAIN, INSIDE), [(0, 0, "PERSON"), (2, 2, "PERSON")]),
    ],
    ids=["nothing", "plain", "a name", "two names", "no beginning", "another kind", "interrupted"],
)
def test_words_are_joined_to_entities(
    rows: tuple[tuple[float, ...], ...], entities: list[tuple[int, int, str]]
) -> None:
    assert found(*rows) == entities


def test_a_beginning_within_a_name_is_taken_for_an_inside_on_one_line() -> None:
    unsure = (0.02, 0.6, 0.38, 0.0, 0.0)
    assert found(BEGINS, unsure) == [(0, 1, "PERSON")]
    assert found(BEGINS, unsure, fresh=(False, True)) == [(0, 0, "PERSON"), (1, 1, "PERSON")]


def test_words_of_one_name_get_one_label_that_fits_all() -> None:
    mixed = (0.04, 0.0, 0.45, 0.0, 0.51)
    assert found(BEGINS, mixed, INSIDE) == [(0, 2, "PERSON")]


def test_no_word_that_is_likelier_a_name_is_lost_to_its_neighbours() -> None:
    weak = (0.48, 0.01, 0.01, 0.0, 0.5)
    assert found(BEGINS, weak, PLAIN) == [(0, 1, "PERSON")]


def test_a_word_is_as_sure_as_it_is_not_plain_whatever_it_is_called() -> None:
    unsure = (0.1, 0.5, 0.0, 0.4, 0.0)
    assert list(BioDecoder(NAMES).entities_of(np.array([unsure, PLAIN]))) == [
        Entity(0, 0, "PERSON", pytest.approx(0.9))
    ]


def test_a_word_that_is_rather_plain_is_claimed_with_a_low_score() -> None:
    (entity,) = BioDecoder(NAMES).entities_of(np.array([(0.6, 0.4, 0.0, 0.0, 0.0)]))
    assert entity.score == pytest.approx(0.4)


@pytest.mark.parametrize(
    "names", [[], ["B-PERSON", "I-PERSON"], ["O", "B-PERSON"], ["O", "PERSON"]]
)
def test_labels_of_another_form_are_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match="labels must be"):
        BioDecoder(names)
