"""Public names with the real model and the real policies: what stays, and what is masked."""

from __future__ import annotations

import math

import pytest

import recognizers
from service.detection.analyzer import Analyzer
from service.policy import Policies, PolicyDocument
from service.policy.request_spans import Decision

POLICIES = Policies(recognizers.load(), "standard")


def masked(
    analyzer: Analyzer, *texts: str, policy: str | PolicyDocument = "standard"
) -> list[list[tuple[str, str]]]:
    spans = Decision(POLICIES.choose(policy), math.inf).spans(texts, analyzer.analyze_now(texts))
    return [
        [(text[one.start : one.end], one.entity) for one in there]
        for text, there in zip(texts, spans, strict=True)
    ]


def test_standard_masks_no_public_name(analyzer: Analyzer) -> None:
    assert masked(analyzer, "Wir hören Mozart und lesen Karl Marx.") == [[]]
    assert masked(analyzer, "She reads Jane Austen and eats Ben & Jerry's.") == [[]]


def test_strict_masks_what_the_model_takes_for_a_name(analyzer: Analyzer) -> None:
    (found,) = masked(analyzer, "Wir hören Mozart und lesen Karl Marx.", policy="strict")
    assert found == [("Mozart", "PERSON"), ("Karl Marx", "PERSON")]


def test_a_policy_may_mask_public_names(analyzer: Analyzer) -> None:
    policy = PolicyDocument(extends="strict", operators={"PUBLIC_NAME": "placeholder"})
    (found,) = masked(analyzer, "Wir hören Mozart und lesen Karl Marx.", policy=policy)
    assert found == [("Mozart", "PUBLIC_NAME"), ("Karl Marx", "PUBLIC_NAME")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Frau Mozart ruft an.", "Mozart"),
        ("Hans Mozart ruft an.", "Hans Mozart"),
        ("Frau Jane Austen ruft an.", "Jane Austen"),
        ("Nachname: Mozart", "Mozart"),
    ],
)
def test_a_person_who_is_called_so_is_masked(analyzer: Analyzer, text: str, name: str) -> None:
    assert masked(analyzer, text) == [[(name, "PERSON")]]


def test_once_a_person_is_known_no_public_name_hides_it(analyzer: Analyzer) -> None:
    texts = "Hans Mozart ruft an.", "Wir hören Mozart.", "Morgen kommt Mozart zurück."
    assert [found[-1:] for found in masked(analyzer, *texts)] == [
        [("Hans Mozart", "PERSON")],
        [("Mozart", "PERSON")],
        [("Mozart", "PERSON")],
    ]
    assert masked(analyzer, " ".join(texts))[0][1:] == [("Mozart", "PERSON")] * 2
    (known, whole) = masked(analyzer, "Frau Jane Austen ruft an.", "Jane Austen zahlt bar.")
    assert known == whole == [("Jane Austen", "PERSON")]


def test_an_address_that_holds_a_public_name_stays_whole(analyzer: Analyzer) -> None:
    text = "Das Robert-Koch-Institut, Robert-Koch-Straße 5, 10115 Berlin."
    assert masked(analyzer, text)[0][-1] == ("Robert-Koch-Straße 5, 10115 Berlin", "ADDRESS")


def test_a_threshold_leaves_the_decision_to_the_model(analyzer: Analyzer) -> None:
    policy = PolicyDocument(thresholds={"PUBLIC_NAME": 1.0})
    found = masked(analyzer, "Wir hören Mozart und lesen Karl Marx.", policy=policy)
    assert ("Karl Marx", "PERSON") in found[0]
