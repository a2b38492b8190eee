"""LiteLLM as a client: `litellm.completion` and `litellm.responses` with our base address."""

from __future__ import annotations

import json
from typing import Any

import litellm
import pydantic

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, MODEL, REFUSED, Service

litellm.telemetry = False
MESSAGES: Any = [
    {"role": "system", "content": "Sei knapp."},
    {"role": "user", "content": ASK},
]
FUNCTION = {"name": "send_letter", "parameters": cells.schema()}
TOOL = {"type": "function", "function": FUNCTION}


class Letter(pydantic.BaseModel):
    person: str
    email: str
    adress: str


def options(service: Service, name: str = MODEL) -> dict[str, Any]:
    return {
        "model": f"openai/{name}",
        "api_base": service.url,
        "api_key": "sk-test",
        "max_retries": 0,
        "timeout": 20,
    }


def ask(service: Service, messages: Any = MESSAGES, **more: Any) -> Any:
    return litellm.completion(messages=messages, **options(service), **more)


def chat(service: Service) -> None:
    cells.check_letter(ask(service).choices[0].message.content)


def stream(service: Service) -> None:
    parts = list(ask(service, stream=True))
    cells.check_letter("".join(part.choices[0].delta.content or "" for part in parts))


def tools(service: Service) -> None:
    message = ask(service, tools=[TOOL]).choices[0].message
    call = message.tool_calls[0]
    cells.check_fields(call.function.arguments)
    result = {"role": "tool", "tool_call_id": call.id, "content": json.dumps(cells.FIELDS)}
    answer = ask(service, [*MESSAGES, message.model_dump(exclude_none=True), result], tools=[TOOL])
    cells.check_letter(answer.choices[0].message.content)


def tools_stream(service: Service) -> None:
    whole = litellm.stream_chunk_builder(list(ask(service, tools=[TOOL], stream=True)))
    cells.check_fields(whole.choices[0].message.tool_calls[0].function.arguments)


def structured(service: Service) -> None:
    cells.check_fields(ask(service, response_format=Letter).choices[0].message.content)


def structured_stream(service: Service) -> None:
    parts = ask(service, response_format=Letter, stream=True)
    cells.check_fields("".join(part.choices[0].delta.content or "" for part in parts))


def text_of(output: Any) -> str:
    return "".join(part.text for item in output if item.type == "message" for part in item.content)


def responses(service: Service) -> None:
    answer = litellm.responses(input=ASK, instructions="Sei knapp.", **options(service))
    cells.check_letter(text_of(answer.output))


def responses_stream(service: Service) -> None:
    events = list(litellm.responses(input=ASK, stream=True, **options(service)))
    deltas = [one.delta for one in events if one.type == "response.output_text.delta"]
    cells.check_letter("".join(deltas))


def responses_tools(service: Service) -> None:
    tool = {"type": "function", "strict": True, **FUNCTION}
    answer = litellm.responses(input=ASK, tools=[tool], **options(service))
    cells.check_fields(answer.output[0].arguments)


def metadata(service: Service) -> None:
    """Streams of chat completions lose `_anymize`, but for nothing else."""
    cells.check_metadata(ask(service)._anymize)
    parts = list(ask(service, stream=True, stream_options={"include_usage": True}))
    assert litellm.stream_chunk_builder(parts).usage.total_tokens
    cells.check_metadata(litellm.responses(input=ASK, **options(service))._anymize)
    last = list(litellm.responses(input=ASK, stream=True, **options(service)))[-1]
    cells.check_metadata(last.response._anymize)


def error(service: Service) -> None:
    for work in (
        lambda: ask(service, [{"role": "user", "content": REFUSED}]),
        lambda: litellm.responses(input=REFUSED, **options(service)),
    ):
        try:
            work()
        except litellm.BadRequestError as told:
            cells.check_refusal(service, str(told))
        else:
            raise AssertionError("not refused")


def cut(service: Service) -> None:
    try:
        list(litellm.completion(messages=MESSAGES, stream=True, **options(service, CUT)))
    except litellm.exceptions.MidStreamFallbackError as told:
        assert "broke off" in str(told), told
    else:
        raise AssertionError("ended in silence")


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
    "metadata": metadata,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
