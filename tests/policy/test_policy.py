from __future__ import annotations

import pytest

from recognizers.base.recognizer import NerRecognizer
from service.errors import InvalidRequestError
from service.policy import Policies
from service.text.spans import Span

RECOGNIZERS = [
    NerRecognizer(entity="PERSON", label="Person", model_labels=frozenset({"PER"})),
    NerRecognizer(entity="IBAN_CODE", label="iban", model_labels=frozenset()),
    NerRecognizer(
        entity="LOCATION", label="Location", model_labels=frozenset({"LOC"}), standard=False
    ),
]


@pytest.fixture
def policies() -> Policies:
    return Policies(RECOGNIZERS, default="standard")


def test_standard_masks_what_is_standard_and_strict_masks_all(policies: Policies) -> None:
    assert policies.choose("standard").labels == {"PERSON": "Person", "IBAN_CODE": "iban"}
    assert policies.choose("strict").labels == policies.labels
    assert policies.labels["LOCATION"] == "Location"


@pytest.mark.parametrize("default", ["standard", "strict"])
def test_without_a_name_the_default_counts(default: str) -> None:
    assert Policies(RECOGNIZERS, default).choose().name == default


@pytest.mark.parametrize(
    ("entity", "score", "masked"),
    [
        ("PERSON", 0.4, True),
        ("PERSON", 1.0, True),
        ("PERSON", 0.39, False),
        ("LOCATION", 1.0, False),
        ("UNKNOWN", 1.0, False),
    ],
)
def test_a_policy_masks_its_entities_from_its_score_on(
    policies: Policies, entity: str, score: float, masked: bool
) -> None:
    assert policies.choose("standard").masks(Span(0, 1, entity, score)) is masked


def test_entities_named_one_by_one_are_masked_and_no_others(policies: Policies) -> None:
    chosen = policies.choose("standard", ["LOCATION"])
    assert chosen.labels == {"LOCATION": "Location"}
    assert policies.choose(None, ["PERSON", "LOCATION"]).labels.keys() == {"PERSON", "LOCATION"}
    assert policies.choose(None, []).labels == {}
    assert "PERSON" in policies.choose("standard").labels


@pytest.mark.parametrize(
    ("name", "entities", "param"),
    [("lax", None, "policy"), ("lax", ["PERSON"], "policy"), (None, ["PERSON", "X"], "entities")],
)
def test_unknown_names_are_refused(
    policies: Policies, name: str | None, entities: list[str] | None, param: str
) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        policies.choose(name, entities)
    assert caught.value.param == param
