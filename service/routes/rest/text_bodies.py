"""Bodies of the calls about text: one text, several, or a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from service.policy import PolicyDocument
from service.routes.request.body import JOB_ID_FORM, exactly_one
from service.routes.request.job_texts import TextsOfJob
from service.routes.request.languages import GivenLanguage

GivenPolicy = Annotated[
    Annotated[str, Tag("<name>")] | Annotated[PolicyDocument, Tag("<object>")],
    Discriminator(lambda given: "<name>" if isinstance(given, str) else "<object>"),
]


class Message(BaseModel):
    """One message of a conversation."""

    model_config = ConfigDict(extra="forbid", strict=True)
    role: str = Field(examples=["user"])
    content: str = Field(examples=["Bitte schreiben Sie an Sabine Krämer."])


class Texts(BaseModel):
    """One text, several, or a conversation."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        json_schema_extra=exactly_one(text="string", texts="array", messages="array"),
    )
    text: str | None = Field(None, examples=["Sehr geehrte Frau Sabine Krämer"])
    texts: list[str] | None = None
    messages: list[Message] | None = None
    language: GivenLanguage = "auto"
    entities: list[str] | None = Field(None, description="Only these entities, any policy.")
    policy: GivenPolicy | None = Field(None, description="The name of a policy, or a policy.")

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if sum(form is not None for form in (self.text, self.texts, self.messages)) != 1:
            raise ValueError
        return self

    def contents(self) -> list[str]:
        """Return the texts, whatever form they came in."""
        if self.text is not None:
            return [self.text]
        return self.texts or [message.content for message in self.messages or []]

    def of_each(self, details: Iterable[Any]) -> Any:
        """Return what there is to tell of each text, or of the one text that was given alone."""
        listed = list(details)
        return listed[0] if self.text is not None else listed

    def answer(self, texts: Sequence[str], details: Sequence[Any]) -> dict[str, Any]:
        """Return the texts and their details in the form they came in."""
        if self.text is not None:
            return {"text": texts[0], "entities": details[0]}
        if self.texts is not None:
            return {"texts": list(texts), "entities": list(details)}
        pairs = zip(self.messages or [], texts, strict=True)
        messages = [{"role": message.role, "content": text} for message, text in pairs]
        return {"messages": messages, "entities": list(details)}


class AnonymizeRequest(Texts):
    """Body of POST /v1/anonymize."""

    job_id: str | None = Field(
        None, description="Go on with this job; unset: a new one.", json_schema_extra=JOB_ID_FORM
    )
    ttl_seconds: int | None = Field(
        None, ge=1, description="How long a new job lives after its last use."
    )
    include_values: bool = Field(default=False, description="Give the values in the answer too.")


class AnalyzeRequest(Texts):
    """Body of POST /v1/analyze."""

    explain: bool = Field(
        default=False, description="Tell of every claim what made it and what became of it."
    )


class RestoreRequest(TextsOfJob):
    """Body of POST /v1/deanonymize."""

    repair: bool | None = Field(
        None, description="Repair damaged placeholders; unset: as DECKNAME_INTEGRITY says."
    )
