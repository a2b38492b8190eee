"""instructor: structured output by tools and by JSON, with retries, and partial objects."""

from __future__ import annotations

from typing import Any

import instructor
import openai
import pydantic
from instructor.core import InstructorRetryException

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, MODEL, REFUSED, Service

MESSAGES: Any = [
    {"role": "system", "content": "Sei knapp."},
    {"role": "user", "content": ASK},
]


class Letter(pydantic.BaseModel):
    person: str
    email: str
    adress: str


def client(service: Service, mode: instructor.Mode = instructor.Mode.TOOLS) -> Any:
    opened = openai.OpenAI(base_url=service.url, api_key="sk-test", max_retries=0, timeout=20)
    return instructor.from_openai(opened, mode=mode)


def tools(service: Service) -> None:
    letter, raw = client(service).create_with_completion(
        model=MODEL, messages=MESSAGES, response_model=Letter
    )
    cells.check_fields(letter.model_dump())
    cells.check_metadata(raw._anymize)


def tools_stream(service: Service) -> None:
    """Each partial object is read from JSON that is not complete yet."""
    partial = list(
        client(service).create_partial(model=MODEL, messages=MESSAGES, response_model=Letter)
    )
    assert len(partial) > 2
    cells.check_fields(partial[-1].model_dump())


def retried(service: Service) -> None:
    """The arguments that did not please are sent back, restored, and masked again."""
    seen: list[str] = []

    class Picky(Letter):
        @pydantic.field_validator("person")
        @classmethod
        def _again(cls, value: str) -> str:
            seen.append(value)
            if len(seen) == 1:
                raise ValueError(f"{value} is not wanted, try again")
            return value

    letter = client(service).create(
        model=MODEL, messages=MESSAGES, response_model=Picky, max_retries=2
    )
    assert seen[:2] == [cells.NAME, cells.NAME]
    cells.check_fields(letter.model_dump())


def structured(service: Service) -> None:
    for mode in (instructor.Mode.JSON, instructor.Mode.JSON_SCHEMA):
        letter = client(service, mode).create(model=MODEL, messages=MESSAGES, response_model=Letter)
        cells.check_fields(letter.model_dump())


def structured_stream(service: Service) -> None:
    partial = list(
        client(service, instructor.Mode.JSON).create_partial(
            model=MODEL, messages=MESSAGES, response_model=Letter
        )
    )
    cells.check_fields(partial[-1].model_dump())


def responses(service: Service) -> None:
    letter = client(service, instructor.Mode.RESPONSES_TOOLS).create(
        model=MODEL, messages=MESSAGES, response_model=Letter
    )
    cells.check_fields(letter.model_dump())


def error(service: Service) -> None:
    try:
        client(service).create(
            model=MODEL,
            messages=[{"role": "user", "content": REFUSED}],
            response_model=Letter,
            max_retries=0,
        )
    except (openai.BadRequestError, InstructorRetryException) as told:
        cells.check_refusal(service, str(told))
    else:
        raise AssertionError("not refused")


def cut(service: Service) -> None:
    try:
        list(client(service).create_partial(model=CUT, messages=MESSAGES, response_model=Letter))
    except Exception as told:
        assert "broke off" in str(told), told
    else:
        raise AssertionError("ended in silence")


CASES: dict[str, cells.Case] = {
    "tools": tools,
    "tools stream": tools_stream,
    "retry": retried,
    "json": structured,
    "json stream": structured_stream,
    "resp. tools": responses,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
