"""llama-index: OpenAILike, which speaks chat completions."""

from __future__ import annotations

from typing import Any

import openai
import pydantic
from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai_like import OpenAILike

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, MODEL, REFUSED, Service

MESSAGES = [
    ChatMessage(role="system", content="Sei knapp."),
    ChatMessage(role="user", content=ASK),
]


class Letter(pydantic.BaseModel):
    """A letter."""

    person: str
    email: str
    adress: str


def send_letter(person: str, email: str, adress: str) -> str:
    """Send a letter."""
    return f"{person} {email} {adress}"


TOOL = FunctionTool.from_defaults(send_letter)


def model(service: Service, name: str = MODEL, **options: Any) -> OpenAILike:
    return OpenAILike(
        model=name,
        api_base=service.url,
        api_key="sk-test",
        max_retries=0,
        timeout=20,
        is_chat_model=True,
        is_function_calling_model=True,
        context_window=8192,
        **options,
    )


def chat(service: Service) -> None:
    answer = model(service).chat(MESSAGES)
    cells.check_letter(answer.message.content)
    cells.check_metadata(answer.raw._anymize)


def stream(service: Service) -> None:
    parts = list(model(service).stream_chat(MESSAGES))
    cells.check_letter(parts[-1].message.content)
    assert "".join(part.delta or "" for part in parts) == parts[-1].message.content


def tools(service: Service) -> None:
    llm = model(service)
    first = llm.chat_with_tools([TOOL], chat_history=MESSAGES)
    call = llm.get_tool_calls_from_response(first)[0]
    cells.check_fields(call.tool_kwargs)
    result = ChatMessage(
        role="tool",
        content=str(TOOL(**call.tool_kwargs)),
        additional_kwargs={"tool_call_id": call.tool_id},
    )
    answer = llm.chat_with_tools([TOOL], chat_history=[*MESSAGES, first.message, result])
    cells.check_letter(answer.message.content)


def tools_stream(service: Service) -> None:
    llm = model(service)
    last = list(llm.stream_chat_with_tools([TOOL], chat_history=MESSAGES))[-1]
    cells.check_fields(llm.get_tool_calls_from_response(last)[0].tool_kwargs)


def structured(service: Service) -> None:
    for options in ({}, {"should_use_structured_outputs": True}):
        letter = model(service, **options).as_structured_llm(Letter).chat(MESSAGES)
        cells.check_fields(letter.raw.model_dump())


def structured_stream(service: Service) -> None:
    parts = list(model(service).as_structured_llm(Letter).stream_chat(MESSAGES))
    cells.check_fields(parts[-1].raw.model_dump())


def error(service: Service) -> None:
    try:
        model(service).chat([ChatMessage(role="user", content=REFUSED)])
    except openai.BadRequestError as told:
        cells.check_refusal(service, told.message)
    else:
        raise AssertionError("not refused")


def cut(service: Service) -> None:
    try:
        list(model(service, CUT).stream_chat(MESSAGES))
    except openai.APIError as told:
        assert "broke off" in told.message, told
    else:
        raise AssertionError("ended in silence")


CASES: dict[str, cells.Case] = {
    "chat": chat,
    "stream": stream,
    "tools": tools,
    "tools stream": tools_stream,
    "json": structured,
    "json stream": structured_stream,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
