"""langchain-openai: ChatOpenAI on chat completions and on Responses."""

from __future__ import annotations

from typing import Any

import openai
import pydantic
from langchain_core.messages import HumanMessage, SystemMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, MODEL, REFUSED, Service

MESSAGES = [SystemMessage("Sei knapp."), HumanMessage(ASK)]


class Letter(pydantic.BaseModel):
    """A letter."""

    person: str
    email: str
    adress: str


@tool
def send_letter(person: str, email: str, adress: str) -> str:
    """Send a letter."""
    return f"{person} {email} {adress}"


def model(service: Service, name: str = MODEL, **options: Any) -> ChatOpenAI:
    return ChatOpenAI(
        model=name, base_url=service.url, api_key="sk-test", max_retries=0, timeout=20, **options
    )


def over_responses(service: Service, name: str = MODEL) -> ChatOpenAI:
    return model(service, name, use_responses_api=True)


def chat(service: Service) -> None:
    cells.check_letter(model(service).invoke(MESSAGES).text)


def stream(service: Service) -> None:
    parts = list(model(service).stream(MESSAGES))
    assert len(parts) > 3
    cells.check_letter("".join(part.text for part in parts))


def use_tool(chosen: ChatOpenAI) -> None:
    bound = chosen.bind_tools([send_letter])
    first = bound.invoke(MESSAGES)
    cells.check_fields(first.tool_calls[0]["args"])
    result: ToolMessage = send_letter.invoke(first.tool_calls[0])
    cells.check_letter(bound.invoke([*MESSAGES, first, result]).text)


def stream_tool(chosen: ChatOpenAI) -> None:
    whole: Any = None
    for part in chosen.bind_tools([send_letter]).stream(MESSAGES):
        whole = part if whole is None else whole + part
    cells.check_fields(whole.tool_calls[0]["args"])


def tools(service: Service) -> None:
    use_tool(model(service))


def tools_stream(service: Service) -> None:
    stream_tool(model(service))


def structured(service: Service) -> None:
    for method in ("json_schema", "function_calling"):
        chain = model(service).with_structured_output(Letter, method=method)
        cells.check_fields(chain.invoke(MESSAGES).model_dump())


def structured_stream(service: Service) -> None:
    chain = model(service).with_structured_output(Letter, method="json_schema")
    cells.check_fields(list(chain.stream(MESSAGES))[-1].model_dump())


def responses(service: Service) -> None:
    cells.check_letter(over_responses(service).invoke(MESSAGES).text)


def responses_stream(service: Service) -> None:
    cells.check_letter("".join(one.text for one in over_responses(service).stream(MESSAGES)))


def responses_tools(service: Service) -> None:
    use_tool(over_responses(service))
    stream_tool(over_responses(service))


def responses_structured(service: Service) -> None:
    chain = over_responses(service).with_structured_output(Letter, method="json_schema")
    cells.check_fields(chain.invoke(MESSAGES).model_dump())


def metadata(service: Service) -> None:
    """LangChain drops `_anymize`; it stands in the way of nothing, and the job is in a header."""
    asked = {"include_response_headers": True, "stream_usage": True}
    for chosen in (model(service, **asked), over_responses(service)):
        whole, streamed = chosen.invoke(MESSAGES), None
        for part in chosen.stream(MESSAGES):
            streamed = part if streamed is None else streamed + part
        assert streamed is not None
        assert whole.usage_metadata == streamed.usage_metadata, streamed.usage_metadata
        assert whole.usage_metadata is not None
        assert whole.usage_metadata["total_tokens"] > 0
        headers = whole.response_metadata.get("headers", {"x-placeholders-sent": "1"})
        assert int(headers["x-placeholders-sent"]) >= 1


def error(service: Service) -> None:
    for chosen in (model(service), over_responses(service)):
        try:
            chosen.invoke(REFUSED)
        except openai.BadRequestError as told:
            cells.check_refusal(service, str(told))
        else:
            raise AssertionError("not refused")


def cut(service: Service) -> None:
    """A stream that breaks off is an error."""
    for chosen in (model(service, CUT), over_responses(service, CUT)):
        try:
            list(chosen.stream(MESSAGES))
        except Exception as told:
            assert "broke off" in str(told), told
        else:
            raise AssertionError(f"ended in silence: {chosen.use_responses_api}")


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
    "metadata": metadata,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
