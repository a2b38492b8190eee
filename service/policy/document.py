"""The policy document: what a file or a request may say, checked for its form."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from service.detection.user_patterns import LONGEST_PATTERN
from service.detection.user_words import LONGEST_WORD
from service.policy.operators import Operator
from service.text.placeholders import LABEL

MIN_SCORE = 0.4
# Of `strict`: there a name that is left in costs more than words that are masked for nothing.
STRICT_THRESHOLDS = {"PERSON": 0.25}
USUAL_SCORE = 0.85  # as sure as the model is of a name

Score = Annotated[float, Field(ge=0, le=1)]
Entity = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{0,63}$")]
Label = Annotated[str, Field(pattern=rf"^{LABEL}$")]
Word = Annotated[str, Field(min_length=1, max_length=LONGEST_WORD)]
Pattern = Annotated[str, Field(min_length=1, max_length=LONGEST_PATTERN)]


class Part(BaseModel):
    """What all parts have in common; a typing error must not silently switch a protection off."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class DenyList(Part):
    """Words that are always this entity."""

    entity: Entity
    label: Label | None = None
    words: list[Word] = Field(repr=False)


class AdHocPattern(Part):
    """A regular expression for this entity; a context word beside a match makes it surer."""

    entity: Entity
    label: Label | None = None
    regex: Pattern = Field(repr=False)
    score: Score = USUAL_SCORE
    context: list[Word] = Field(default_factory=list, repr=False)


class PolicyDocument(Part):
    """A policy; all that it does not say is as in the policy it extends.

    A `min_score` of its own holds for all that its own `thresholds` do not name.
    """

    extends: Literal["standard", "strict"] = "standard"
    operators: dict[str, Operator] = Field(default_factory=dict)
    thresholds: dict[str, Score] = Field(default_factory=dict)
    min_score: Score = MIN_SCORE
    allow: list[Word] = Field(default_factory=list, repr=False)
    allow_patterns: list[Pattern] = Field(default_factory=list, repr=False)
    deny: list[DenyList] = Field(default_factory=list)
    patterns: list[AdHocPattern] = Field(default_factory=list)
