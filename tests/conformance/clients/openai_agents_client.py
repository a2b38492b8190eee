"""openai-agents: a run with a tool, whole and streamed, on Responses and on chat completions."""

from __future__ import annotations

from typing import Any

import openai
import pydantic
from agents import (
    Agent,
    OpenAIChatCompletionsModel,
    OpenAIResponsesModel,
    Runner,
    function_tool,
    set_tracing_disabled,
)

from tests.conformance.clients import cells
from tests.conformance.clients.cells import ASK, CUT, FIELDS, MODEL, REFUSED, Service

set_tracing_disabled(True)
Model = type[OpenAIChatCompletionsModel] | type[OpenAIResponsesModel]
CHAT, RESPONSES = OpenAIChatCompletionsModel, OpenAIResponsesModel


class Letter(pydantic.BaseModel):
    person: str
    email: str
    adress: str


def agent(service: Service, kind: Model, name: str = MODEL, **options: Any) -> Agent:
    opened = openai.AsyncOpenAI(base_url=service.url, api_key="sk-test", max_retries=0, timeout=20)
    return Agent(
        name="writer",
        instructions="Sei knapp.",
        model=kind(model=name, openai_client=opened),
        **options,
    )


def letter_tool(seen: list[dict[str, str]]) -> Any:
    @function_tool
    def send_letter(person: str, email: str, adress: str) -> str:
        """Send a letter."""
        seen.append({"person": person, "email": email, "adress": adress})
        return f"{person} {email} {adress}"

    return send_letter


def told(kind: Model) -> cells.Case:
    async def case(service: Service) -> None:
        cells.check_letter((await Runner.run(agent(service, kind), ASK)).final_output)

    return case


def streamed(kind: Model) -> cells.Case:
    async def case(service: Service) -> None:
        result = Runner.run_streamed(agent(service, kind), ASK)
        deltas = [
            event.data.delta
            async for event in result.stream_events()
            if event.type == "raw_response_event"
            and event.data.type == "response.output_text.delta"
        ]
        cells.check_letter("".join(deltas))
        assert result.final_output == "".join(deltas)

    return case


def tool_used(kind: Model, *, stream: bool) -> cells.Case:
    """The tool runs here with the real values; its result goes back masked."""

    async def case(service: Service) -> None:
        seen: list[dict[str, str]] = []
        writer = agent(service, kind, tools=[letter_tool(seen)])
        if stream:
            result: Any = Runner.run_streamed(writer, ASK)
            async for _ in result.stream_events():
                pass
        else:
            result = await Runner.run(writer, ASK)
        assert seen == [FIELDS], seen
        cells.check_letter(result.final_output)

    return case


def structured(kind: Model) -> cells.Case:
    async def case(service: Service) -> None:
        got = await Runner.run(agent(service, kind, output_type=Letter), ASK)
        cells.check_fields(got.final_output.model_dump())

    return case


async def metadata(service: Service) -> None:
    """A streamed run on Responses hands `_anymize` on; nothing stumbles over it elsewhere."""
    for kind in (CHAT, RESPONSES):
        result = Runner.run_streamed(agent(service, kind), ASK)
        ends = [
            event.data.response
            async for event in result.stream_events()
            if event.type == "raw_response_event" and event.data.type == "response.completed"
        ]
        assert len(ends) == len(result.raw_responses) == 1
        if kind is RESPONSES:
            cells.check_metadata(ends[0]._anymize)
            assert result.context_wrapper.usage.total_tokens


async def error(service: Service) -> None:
    for kind in (CHAT, RESPONSES):
        try:
            await Runner.run(agent(service, kind), REFUSED)
        except openai.BadRequestError as refused:
            cells.check_refusal(service, refused.message)
        else:
            raise AssertionError("not refused")


async def cut(service: Service) -> None:
    for kind in (CHAT, RESPONSES):
        result = Runner.run_streamed(agent(service, kind, CUT), ASK)
        try:
            async for _ in result.stream_events():
                pass
        except Exception:  # noqa: S112 - an error of whatever kind is what we want
            continue
        raise AssertionError(f"ended in silence with {kind.__name__}")


CASES: dict[str, cells.Case] = {
    "chat": told(CHAT),
    "stream": streamed(CHAT),
    "tools": tool_used(CHAT, stream=False),
    "tools stream": tool_used(CHAT, stream=True),
    "json": structured(CHAT),
    "responses": told(RESPONSES),
    "resp. stream": streamed(RESPONSES),
    "resp. tools": tool_used(RESPONSES, stream=False),
    "resp. json": structured(RESPONSES),
    "metadata": metadata,
    "error": error,
    "cut": cut,
}

if __name__ == "__main__":
    cells.run(CASES)
