"""openai-python, the official SDK: chat completions and Responses."""

from __future__ import annotations

import json
from typing import Any

import httpx
import openai
import pydantic

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, MODEL, REFUSED, Service

MESSAGES: Any = [
    {"role": "system", "content": "Sei knapp."},
    {"role": "user", "content": ASK},
]
FUNCTION: Any = {"name": "send_letter", "parameters": cells.schema()}
TOOL: Any = {"type": "function", "function": FUNCTION}
FLAT_TOOL: Any = {"type": "function", "strict": True, **FUNCTION}


class Letter(pydantic.BaseModel):
    person: str
    email: str
    adress: str


def client(service: Service) -> openai.OpenAI:
    once = openai.DefaultHttpxClient(limits=httpx.Limits(max_keepalive_connections=0))
    options: Any = {"max_retries": 0, "timeout": 20, "http_client": once}
    return openai.OpenAI(base_url=service.url, api_key="sk-test", **options)


def chat(service: Service) -> None:
    answer = client(service).chat.completions.create(model=MODEL, messages=MESSAGES)
    cells.check_letter(answer.choices[0].message.content)
    cells.check_metadata(answer._anymize)


def stream(service: Service) -> None:
    parts = list(
        client(service).chat.completions.create(
            model=MODEL, messages=MESSAGES, stream=True, stream_options={"include_usage": True}
        )
    )
    cells.check_letter("".join(one.choices[0].delta.content or "" for one in parts if one.choices))
    cells.check_metadata(parts[-1]._anymize)
    assert parts[-1].usage


def tools(service: Service) -> None:
    """A tool is called, its result sent back, and the answer written."""
    opened = client(service)
    answer = opened.chat.completions.create(model=MODEL, messages=MESSAGES, tools=[TOOL])
    message = answer.choices[0].message
    cells.check_fields(message.tool_calls[0].function.arguments)
    result = {"role": "tool", "tool_call_id": message.tool_calls[0].id}
    result["content"] = json.dumps({"sent_to": cells.FIELDS}, separators=(",", ":"))
    history = [*MESSAGES, message.model_dump(exclude_none=True), result]
    answer = opened.chat.completions.create(model=MODEL, messages=history, tools=[TOOL])
    cells.check_letter(answer.choices[0].message.content)


def tools_stream(service: Service) -> None:
    with client(service).chat.completions.stream(
        model=MODEL, messages=MESSAGES, tools=[openai.pydantic_function_tool(Letter)]
    ) as events:
        message = events.get_final_completion().choices[0].message
    cells.check_fields(message.tool_calls[0].function.parsed_arguments.model_dump())


def structured(service: Service) -> None:
    answer = client(service).chat.completions.parse(
        model=MODEL, messages=MESSAGES, response_format=Letter
    )
    cells.check_fields(answer.choices[0].message.parsed.model_dump())


def structured_stream(service: Service) -> None:
    with client(service).chat.completions.stream(
        model=MODEL, messages=MESSAGES, response_format=Letter
    ) as events:
        message = events.get_final_completion().choices[0].message
    cells.check_fields(message.parsed.model_dump())


def responses(service: Service) -> None:
    answer = client(service).responses.create(model=MODEL, input=ASK, instructions="Sei knapp.")
    cells.check_letter(answer.output_text)
    cells.check_metadata(answer._anymize)
    assert answer.instructions == "Sei knapp."


def responses_stream(service: Service) -> None:
    with client(service).responses.stream(
        model=MODEL, input=ASK, instructions="Sei knapp."
    ) as events:
        seen = list(events)
        answer = events.get_final_response()
    cells.check_letter(answer.output_text)
    kind = "response.output_text.delta"
    assert "".join(one.delta for one in seen if one.type == kind) == answer.output_text


def responses_tools(service: Service) -> None:
    opened = client(service)
    items: Any = [{"role": "user", "content": ASK}]
    call = opened.responses.create(model=MODEL, input=items, tools=[FLAT_TOOL]).output[0]
    cells.check_fields(call.arguments)
    result = {"type": "function_call_output", "call_id": call.call_id}
    history = [*items, call.model_dump(exclude_none=True), result | {"output": call.arguments}]
    answer = opened.responses.create(model=MODEL, input=history, tools=[FLAT_TOOL])
    cells.check_letter(answer.output_text)
    with opened.responses.stream(model=MODEL, input=items, tools=[FLAT_TOOL]) as events:
        cells.check_fields(events.get_final_response().output[0].arguments)


def responses_structured(service: Service) -> None:
    answer = client(service).responses.parse(model=MODEL, input=ASK, text_format=Letter)
    cells.check_fields(answer.output_parsed.model_dump())
    with client(service).responses.stream(model=MODEL, input=ASK, text_format=Letter) as events:
        cells.check_fields(events.get_final_response().output_parsed.model_dump())


def error(service: Service) -> None:
    messages: Any = [{"role": "user", "content": REFUSED}]
    for ask in (
        lambda: client(service).chat.completions.create(model=MODEL, messages=messages),
        lambda: client(service).responses.create(model=MODEL, input=REFUSED),
    ):
        try:
            ask()
        except openai.BadRequestError as told:
            cells.check_refusal(service, told.message)
            assert told.code == "unsupported_media"
            assert told.request_id
        else:
            raise AssertionError("not refused")


def cut(service: Service) -> None:
    """A stream that breaks off is an error to the SDK, not a short answer."""
    opened = client(service)
    try:
        list(opened.chat.completions.create(model=CUT, messages=MESSAGES, stream=True))
    except openai.APIError as told:
        assert told.code == "upstream_unavailable"
    else:
        raise AssertionError("ended in silence")
    last = list(opened.responses.create(model=CUT, input=ASK, stream=True))[-1]
    assert (last.type, last.code) == ("error", "upstream_unavailable")


CASES: dict[str, cells.Case] = {
    "chat": chat,
    "stream": stream,
    "tools": tools,
    "tools stream": tools_stream,
    "json": structured,
    "json stream": structured_stream,
    "responses": responses,
    "resp. stream": responses_stream,
    "resp. tools": responses_tools,
    "resp. json": responses_structured,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
