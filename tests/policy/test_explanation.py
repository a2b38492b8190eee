"""What the journal of the stages tells of each claim."""

from __future__ import annotations

import math

from service.policy import Policy
from service.policy.explanation import Explained, Journal
from service.policy.request_spans import Decision
from service.text.spans import Source, Span

LABELS = {"PERSON": "Person", "ADDRESS": "Adress"}
POLICY = Policy("test", LABELS)


def claim(text: str, value: str, entity: str = "PERSON", score: float = 0.85) -> Span:
    start = text.index(value)
    return Span(start, start + len(value), entity, score, Source("reader", entity))


def explained(
    texts: dict[str, list[Span]], policy: Policy = POLICY
) -> tuple[list[list[Explained]], list[list[Span]]]:
    journals = [Journal(claims) for claims in texts.values()]
    spans = Decision(policy, math.inf).spans(
        list(texts),
        [journal.claims for journal in journals],
        watches=[journal.note for journal in journals],
    )
    return [journal.explained() for journal in journals], spans


def steps(one: Explained) -> list[tuple[str, str]]:
    return [(step.stage, step.did) for step in one.steps]


def test_a_claim_that_stays_as_it_is_has_no_steps() -> None:
    text = "Sabine Krämer ruft an."
    [[one]], [[masked]] = explained({text: [claim(text, "Sabine Krämer")]})
    assert (steps(one), one.masked) == ([], (masked,))
    assert one.claim.source is not None
    assert (one.claim.source.kind, one.claim.source.form) == ("reader", "PERSON")


def test_the_stage_that_drops_a_claim_is_named() -> None:
    text = "Krämer aus Köln"
    claims = [claim(text, "Krämer", score=0.1), claim(text, "Köln", "LOCATION")]
    [[unsure, place]], _ = explained({text: claims})
    assert (steps(unsure), unsure.masked) == ([("threshold", "dropped")], ())
    assert (steps(place), place.masked) == ([("entity", "dropped")], ())


def test_the_claim_that_lies_over_another_is_told() -> None:
    text = "Lindenweg 4, Köln"
    claims = [claim(text, text, "ADDRESS", 0.9), claim(text, "Linden", score=0.5)]
    [[name, address]], _ = explained({text: claims})
    assert steps(name) == [("overlap", "dropped")]
    assert name.steps[0].by == address.claim


def test_a_name_that_loses_its_title_is_changed() -> None:
    text = "Frau Dr. Krämer ruft an."
    [[one]], [[masked]] = explained({text: [claim(text, "Frau Dr. Krämer")]})
    assert steps(one) == [("names", "changed")]
    assert one.masked == (masked,)
    assert text[masked.start : masked.end] == "Krämer"


def test_a_known_value_is_explained_where_no_claim_was() -> None:
    texts: dict[str, list[Span]] = {"Frau Krämer fehlt.": []}
    full = "Sabine Krämer ruft an."
    [[one], _], _ = explained(texts | {full: [claim(full, "Sabine Krämer")]})
    assert one.claim.source is not None
    assert one.claim.source.kind == "known_value"
    assert [(span.start, span.end) for span in one.masked] == [(5, 11)]


def test_what_is_decided_is_the_same_with_and_without_a_journal() -> None:
    full, other = "Frau Sabine Krämer, Lindenweg 4", "bei der Krämer Bau GmbH"
    texts = {
        full: [claim(full, "Frau Sabine Krämer"), claim(full, "Lindenweg 4", "LOCATION", 0.8)],
        other: [claim(other, "Krämer Bau GmbH", "ORGANIZATION")],
    }
    plain = Decision(POLICY, math.inf).spans(list(texts), list(texts.values()))
    assert explained(texts)[1] == plain
