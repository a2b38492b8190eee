"""What the model guesses to be unmasked, beside what a form says is to be masked."""

from __future__ import annotations

import math

from service.policy import Policy
from service.policy.stages import Subject, decide
from service.text.spans import GUESS, Span

TEXT = "durch PFK Muster heute"
POLICY = Policy("test", {"PERSON": "Person"})
NAME = Span(10, 16, "PERSON", GUESS)


def test_a_guess_that_is_not_masked_hides_no_name_that_a_form_tells() -> None:
    guess = Span(6, 16, "ORGANIZATION", 0.8)
    assert decide(Subject.of(POLICY, TEXT, math.inf), [NAME, guess]) == [NAME]


def test_what_is_surer_than_a_guess_hides_the_name() -> None:
    shield = Span(6, 16, "PUBLIC_NAME", 0.86)
    assert decide(Subject.of(POLICY, TEXT, math.inf), [NAME, shield]) == []


def test_an_unsure_name_is_hidden_by_a_longer_guess() -> None:
    guess, unsure = Span(6, 16, "ORGANIZATION", 0.8), Span(10, 16, "PERSON", 0.5)
    assert decide(Subject.of(POLICY, TEXT, math.inf), [unsure, guess]) == []


def test_what_is_allowed_stays_around_a_name() -> None:
    allowing = Policy("test", {"PERSON": "Person"}, allow=frozenset({"PFK Muster"}))
    guess = Span(6, 16, "ORGANIZATION", 0.8)
    assert decide(Subject.of(allowing, TEXT, math.inf), [NAME, guess]) == []
