import pytest

from recognizers.base.recognizer import NerRecognizer
from tests.recognizers.finding import BY_ENTITY


@pytest.mark.parametrize(
    ("entity", "labels", "standard"),
    [
        ("LOCATION", {"LOCATION", "LOC", "GPE"}, False),
        ("ORGANIZATION", {"ORGANIZATION", "ORG"}, False),
    ],
)
def test_labels_of_models_lead_to_the_entity(entity: str, labels: set[str], standard: bool) -> None:
    one = BY_ENTITY[entity]
    assert isinstance(one, NerRecognizer)
    assert (one.model_labels, one.standard) == (labels, standard)


def test_a_pattern_may_take_a_label_of_the_model_as_well() -> None:
    assert getattr(BY_ENTITY["ADDRESS"], "model_labels", None) == {"ADDRESS"}
    assert getattr(BY_ENTITY["PERSON"], "model_labels", None) == {"PERSON", "PER"}


def test_no_label_of_a_model_leads_to_two_entities() -> None:
    labels = [label for one in BY_ENTITY.values() for label in getattr(one, "model_labels", ())]
    assert len(labels) == len(set(labels))
