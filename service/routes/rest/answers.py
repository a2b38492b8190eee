"""Answers of the REST calls as types: for the API description and its readers, not checked here."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

JobId = Annotated[str, Field(description="The job that holds the values.", examples=["letter-1"])]
Masked = Annotated[str, Field(examples=["Sehr geehrte Frau [[Person-8VTTWP]]"])]
Clear = Annotated[str, Field(examples=["Sehr geehrte Frau Sabine Krämer"])]
Placeholder = Annotated[str, Field(examples=["[[Person-8VTTWP]]"])]
AnswerLanguage = Annotated[Literal["de", "en"], Field(description="Of the text, as it seems.")]
ONE_OR_EACH = "Of the text, or a list for each of the texts or messages."


class Answer(BaseModel):
    """What all have in common: members that an answer has no use for are left out."""

    model_config = ConfigDict(extra="forbid")


class Place(Answer):
    """An entity and where it stands, in code points of the text that was sent."""

    entity_type: str = Field(examples=["PERSON"])
    start: int = Field(examples=[18])
    end: int = Field(examples=[31])
    score: float = Field(ge=0, le=1, examples=[0.85], description="How sure that is.")


class Replaced(Place):
    """An entity that was replaced: by a placeholder, or as its operator has it."""

    placeholder: Placeholder | None = None
    operator: str | None = Field(None, description="Where it is not `placeholder`.")
    replacement: str | None = Field(None, description="What that operator wrote.")
    value: str | None = Field(None, description="With `include_values`.")


class MaskedMessage(Answer):
    """A message of the conversation, masked."""

    role: str
    content: Masked


class AnonymizeAnswer(Answer):
    """Texts with placeholders, in the form that they came in, and what was replaced."""

    job_id: JobId
    language: AnswerLanguage
    text: Masked | None = None
    texts: list[str] | None = None
    messages: list[MaskedMessage] | None = None
    entities: list[Replaced] | list[list[Replaced]] = Field(description=ONE_OR_EACH)


class RestoreCounts(Answer):
    """Placeholders of the text, each counted once."""

    restored: int
    altered: int = Field(description="Damaged forms.")
    repaired: int = Field(description="Of these, repaired.")
    unknown: int = Field(description="Not of this job; they stay as they are.")


class RestoreAnswer(Answer):
    """Texts with their values."""

    text: Clear | None = None
    texts: list[str] | None = None
    replacements: int = Field(description="Places at which a value was put back.")
    placeholders: RestoreCounts


class MadeBy(Answer):
    """What made a claim."""

    kind: str | None = Field(None, examples=["pattern"])
    form: str | None = None


class ExplainedStep(Answer):
    """What a stage did to a claim."""

    stage: str
    did: str
    left: list[Place]
    by: Place | None = None


class Explanation(Place):
    """A claim, what made it, and what became of it."""

    made_by: MadeBy
    outcome: Literal["masked", "changed", "dropped"]
    steps: list[ExplainedStep]
    masked: list[Place]


class AnalyzeAnswer(Answer):
    """Where personal data stands."""

    language: AnswerLanguage
    entities: list[Place] | list[list[Place]] = Field(description=ONE_OR_EACH)
    explanations: list[Explanation] | list[list[Explanation]] | None = None


class DamagedForm(Answer):
    """A damaged placeholder: how it stands in the text, and which one it was."""

    form: str
    placeholder: str | None = None
    kind: str


class VerifyAnswer(Answer):
    """What a text made of the placeholders of a job."""

    kept: list[Placeholder]
    missing: list[Placeholder]
    altered: list[DamagedForm]
    invented: list[Placeholder] = Field(description="In this form, and not of this job.")


class KnownEntity(Answer):
    """An entity, the label of its placeholders, and whether `standard` masks it."""

    entity_type: str = Field(examples=["IBAN_CODE"])
    label: str = Field(examples=["iban"])
    standard: bool


class EntitiesAnswer(Answer):
    """What is recognized."""

    languages: list[str]
    policies: list[str]
    entities: list[KnownEntity]


class JobAnswer(Answer):
    """Facts of a job; never a value."""

    job_id: JobId
    placeholders: int
    age_seconds: int
    ttl_seconds: int = Field(description="Seconds left if it is not used again.")


class ForgottenAnswer(Answer):
    """A job that is gone."""

    job_id: JobId
    deleted: Literal[True]


class UsageAnswer(Answer):
    """What the caller's tenant used."""

    object: Literal["usage"]
    since: int = Field(description="Seconds since 1970.")
    scope: str
    requests: int
    characters: int
    entities: dict[str, int]
    tokens: dict[str, int]


class AcceptedAnswer(Answer):
    """A text that is worked on in the background."""

    job_id: JobId
    status: Literal["processing"]
    message: str


class StatusResult(Answer):
    """The masked text, as clients of the reference product read it."""

    text: Masked
    entities_found: int
    processing_time_ms: int


class StatusAnswer(Answer):
    """How far a text is."""

    job_id: JobId
    status: Literal["processing", "completed", "failed"]
    progress: int | None = None
    anonymized_text_raw: Masked | None = None
    result: StatusResult | None = None
    metadata: dict[str, Any] | None = None
    systemprompt: str | None = Field(None, description="The rule about placeholders, for a model.")
    original_text: Clear | None = Field(None, description="With `include_original`.")
    error: str | None = None
    message: str | None = None
    code: str | None = None


class HashPair(Answer):
    """A placeholder and its value."""

    original: str = Field(examples=["Sabine Krämer"])
    hash: str = Field(examples=["8VTTWP"])
    prefix_name: str = Field(examples=["Person"])
    placeholder: Placeholder


class StringsAnswer(Answer):
    """What a job replaced, with the values."""

    job_id: JobId
    count: int
    total: int
    hash_pairs: list[HashPair]


class ShortRestoreAnswer(Answer):
    """A text with its values."""

    text: Clear
    replacements: int


class AliveAnswer(Answer):
    """The process answers."""

    status: Literal["ok"]
    version: str


class ReadyAnswer(Answer):
    """The service can work."""

    status: Literal["ready"]
    model: Literal["loaded"]
    vault: Literal["reachable"]
