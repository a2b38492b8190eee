"""What a policy of one's own masks, allows and writes."""

from __future__ import annotations

import math
from typing import Any

import pytest

from recognizers.base.recognizer import NerRecognizer
from service.errors import DetectionFailedError, InvalidRequestError
from service.policy import Policies, Policy, PolicyDocument
from service.policy.operators import Mask
from service.policy.stages import Subject, decide
from service.text.spans import Span

KNOWN = [
    NerRecognizer(entity="PERSON", label="Person", model_labels=frozenset({"PER"})),
    NerRecognizer(entity="ADDRESS", label="Adress", model_labels=frozenset()),
    NerRecognizer(
        entity="LOCATION", label="Location", model_labels=frozenset({"LOC"}), standard=False
    ),
]
POLICIES = Policies(KNOWN, "standard")


def policy(**document: Any) -> Policy:
    return POLICIES.choose(PolicyDocument.model_validate(document))


def decided(text: str, chosen: Policy, *claims: Span) -> list[tuple[str, str]]:
    spans = decide(Subject.of(chosen, text, math.inf), claims)
    return [(span.entity, text[span.start : span.end]) for span in spans]


def claim(text: str, value: str, entity: str = "PERSON", score: float = 0.85) -> Span:
    start = text.index(value)
    return Span(start, start + len(value), entity, score)


def test_an_empty_policy_is_the_standard_one() -> None:
    assert policy().labels == POLICIES.choose("standard").labels
    assert policy(extends="strict").labels == POLICIES.choose("strict").labels


def test_an_operator_puts_an_entity_in_and_keep_takes_it_out() -> None:
    chosen = policy(operators={"LOCATION": "redact", "PERSON": "keep"})
    assert chosen.labels == {"ADDRESS": "Adress", "LOCATION": "Location"}
    assert chosen.operator("LOCATION") == "redact"
    assert chosen.operator("ADDRESS") == "placeholder"


def test_a_mask_comes_with_its_options() -> None:
    given = {"type": "mask", "character": "#", "keep_last": 2}
    chosen = policy(operators={"PERSON": given, "ADDRESS": "mask"})
    assert chosen.operator("PERSON") == Mask(type="mask", character="#", keep_last=2)
    assert chosen.operator("ADDRESS") == "mask"


def test_thresholds_are_for_one_entity_and_min_score_for_the_others() -> None:
    text = "Krämer wohnt am Markt 1"
    claims = [claim(text, "Krämer", score=0.6), claim(text, "Markt 1", "ADDRESS", 0.6)]
    assert len(decided(text, policy(), *claims)) == 2
    assert decided(text, policy(min_score=0.7), *claims) == []
    assert decided(text, policy(thresholds={"PERSON": 0.7}), *claims) == [("ADDRESS", "Markt 1")]
    lower = policy(min_score=0.7, thresholds={"PERSON": 0.1})
    assert decided(text, lower, *claims) == [("PERSON", "Krämer")]


def test_a_guess_that_is_not_masked_hides_no_claim_that_is() -> None:
    text = "Lindenweg 4"
    claims = [claim(text, text, "LOCATION", 0.84), claim(text, text, "ADDRESS", 0.6)]
    assert decided(text, policy(), *claims) == [("ADDRESS", text)]


def test_strict_counts_a_name_from_a_lower_score_unless_told_otherwise() -> None:
    unsure = claim("Krämer", "Krämer", score=0.3)
    assert decided("Krämer", policy(), unsure) == []
    assert decided("Krämer", policy(extends="strict"), unsure) == [("PERSON", "Krämer")]
    assert decided("Krämer", policy(extends="strict", min_score=0.4), unsure) == []


def test_a_claim_under_its_threshold_hides_no_surer_one() -> None:
    text = "Frau Krämer Markt 1"
    claims = [claim(text, "Krämer Markt 1", score=0.5), claim(text, "Markt 1", "ADDRESS", 0.9)]
    assert decided(text, policy(thresholds={"PERSON": 0.8}), *claims) == [("ADDRESS", "Markt 1")]


def test_denied_words_are_masked_under_their_own_label() -> None:
    deny = [{"entity": "PROJECT", "label": "project", "words": ["nordlicht", "Projekt X"]}]
    chosen = policy(deny=deny)
    assert chosen.labels["PROJECT"] == "project"
    assert decided("Nordlicht, Projekt X, projekt x", chosen) == [
        ("PROJECT", "Nordlicht"),
        ("PROJECT", "Projekt X"),
    ]


def test_denied_words_may_add_to_a_known_entity_which_keeps_its_label() -> None:
    chosen = policy(deny=[{"entity": "PERSON", "words": ["wumbo"]}])
    assert chosen.labels["PERSON"] == "Person"
    assert decided("Herr Wumbo", chosen) == [("PERSON", "Wumbo")]


def test_a_pattern_finds_an_entity_and_context_makes_it_sure_enough() -> None:
    pattern = {"entity": "TICKET", "regex": r"\d{5}", "score": 0.1, "context": ["ticket"]}
    chosen = policy(patterns=[pattern])
    assert decided("Ticket 12345", chosen) == [("TICKET", "12345")]
    assert decided("Preis 12345", chosen) == []
    assert chosen.labels["TICKET"] == "ticket"


def test_what_is_allowed_stays_as_a_whole_and_nothing_else() -> None:
    text = "Frau Krämer und Frau Krämer-Lüdenscheid"
    claims = [claim(text, "Krämer"), claim(text, "Krämer-Lüdenscheid")]
    assert decided(text, policy(allow=["Krämer"]), *claims) == [("PERSON", "Krämer-Lüdenscheid")]
    assert len(decided(text, policy(allow=["krämer"]), *claims)) == 2
    assert decided(text, policy(allow_patterns=["Kr.mer"]), *claims) == [
        ("PERSON", "Krämer-Lüdenscheid")
    ]
    assert decided(text, policy(allow_patterns=["Kr.mer.*"]), *claims) == []


def test_no_part_of_what_is_allowed_is_masked_for_another_reason() -> None:
    text = "Am Markt 1, Krämerhaus"
    claims = [claim(text, "Markt 1, Krämerhaus", "ADDRESS"), claim(text, "Krämerhaus")]
    assert decided(text, policy(allow=["Markt 1, Krämerhaus"]), *claims) == []


def test_what_is_denied_and_allowed_is_masked() -> None:
    both = policy(deny=[{"entity": "PROJECT", "words": ["nordlicht"]}], allow=["Nordlicht"])
    assert decided("Nordlicht", both) == [("PROJECT", "Nordlicht")]


def test_entities_named_one_by_one_count_whatever_the_policy() -> None:
    document = PolicyDocument.model_validate(
        {
            "operators": {"PERSON": "hash", "LOCATION": "keep"},
            "deny": [{"entity": "PROJECT", "words": ["x"]}],
        }
    )
    chosen = POLICIES.choose(document, ["PROJECT", "LOCATION", "PERSON"])
    assert chosen.labels == {"PROJECT": "project", "LOCATION": "Location", "PERSON": "Person"}
    assert chosen.operator("LOCATION") == "placeholder"
    assert chosen.operator("PERSON") == "hash"
    assert decided("x", POLICIES.choose(document, ["PERSON"])) == []


@pytest.mark.parametrize(
    ("document", "param"),
    [
        ({"operators": {"PERSN": "mask"}}, "policy.operators"),
        ({"thresholds": {"PERSN": 0.5}}, "policy.thresholds"),
        ({"patterns": [{"entity": "X", "regex": "("}]}, "policy.patterns"),
        ({"allow_patterns": ["("]}, "policy.allow_patterns"),
        ({"deny": [{"entity": "X", "words": ["  "]}]}, "policy.deny"),
        ({"deny": [{"entity": "PERSON", "label": "human", "words": ["x"]}]}, "policy.deny"),
        ({"deny": [{"entity": "X", "words": ["x"] * 1_001}]}, "policy.deny"),
        ({"allow": ["x"] * 1_001}, "policy.allow"),
        ({"allow_patterns": ["x"] * 21}, "policy.allow_patterns"),
        ({"patterns": [{"entity": "X", "regex": "x"}] * 21}, "policy.patterns"),
    ],
)
def test_a_policy_of_a_request_that_cannot_be_used_is_named_by_member(
    document: dict[str, Any], param: str
) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        policy(**document)
    assert caught.value.param == param
    assert "PERSN" not in caught.value.sentence
    assert caught.value.sentence.startswith("A part of the policy ")


def test_a_pattern_that_runs_out_of_time_fails_the_decision() -> None:
    slow = policy(patterns=[{"entity": "X", "regex": "(a|aa)+b"}])
    assert slow.seconds == 2
    with pytest.raises(DetectionFailedError):
        decide(Subject.of(slow, "a" * 100_000, 0.0), [])


def test_no_word_or_pattern_shows_in_a_repr() -> None:
    given: dict[str, Any] = {
        "allow": ["Geheim"],
        "allow_patterns": ["Geheim"],
        "deny": [{"entity": "X", "words": ["Geheim"]}],
        "patterns": [{"entity": "X", "regex": "Geheim", "context": ["Geheim"]}],
    }
    assert "Geheim" not in repr(PolicyDocument.model_validate(given))
    assert "Geheim" not in repr(policy(**given))
