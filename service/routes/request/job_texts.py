"""Bodies of calls about text of a job: one text or several, and the job's id."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from service.routes.request.body import JOB_ID_FORM, exactly_one


class TextsOfJob(BaseModel):
    """Exactly one of `text` and `texts`."""

    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        json_schema_extra=exactly_one(text="string", texts="array"),
    )
    job_id: str = Field(json_schema_extra=JOB_ID_FORM, examples=["letter-1"])
    text: str | None = Field(None, examples=["Liebe Frau [[Person-8VTTWP]]"])
    texts: list[str] | None = None

    @property
    def contents(self) -> list[str]:
        """The texts, whatever form they came in."""
        return [self.text] if self.text is not None else self.texts or []

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.text is None) == (self.texts is None):
            raise PydanticCustomError("text_or_texts", "exactly one")
        return self
