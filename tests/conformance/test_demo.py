"""The pretend model of `make run`, behind the service, and the calls that are printed with it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import httpx
import openai
import pydantic
import pytest

from service.app import create_app
from service.demo import MODEL, DemoUpstream, calls_to_try
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.conftest import sdk
from tests.support.running import Running

GERMAN = "Schreibe an Sabine Krämer, sabine.kraemer@example.org"
ENGLISH = "Write to John Whitfield, john.whitfield@example.com"
TOOL: Any = {
    "type": "function",
    "function": {
        "name": "send_mail",
        "parameters": {
            "type": "object",
            "properties": {"email": {"type": "string"}, "person": {"type": "string"}},
        },
    },
}


SEEN: list[str] = []


@pytest.fixture(scope="module")
def address(analyzer: Analyzer) -> Iterator[str]:
    """The service, with the pretend model behind it."""
    with DemoUpstream(SEEN.append) as demo:
        app = create_app(Settings(upstream_url=demo.url), analyzer)
        with Running(app) as running:
            yield running.url


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[openai.OpenAI]:
    with sdk(address, timeout=30) as opened:
        yield opened


def ask(client: openai.OpenAI, content: str, **options: Any) -> Any:
    messages: Any = [{"role": "user", "content": content}]
    return client.chat.completions.create(model=MODEL, messages=messages, **options)


@pytest.mark.parametrize(
    ("question", "opening", "mail"),
    [
        (GERMAN, "Guten Tag Sabine Krämer,", "sabine.kraemer@example.org"),
        (ENGLISH, "Dear John Whitfield,", "john.whitfield@example.com"),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_it_writes_a_letter_with_the_real_values(
    client: openai.OpenAI, question: str, opening: str, mail: str, stream: bool
) -> None:
    answer = ask(client, question, stream=stream)
    letter = (
        "".join(part.choices[0].delta.content or "" for part in answer)
        if stream
        else answer.choices[0].message.content
    )
    assert letter.startswith(opening)
    assert mail in letter
    assert "[[" not in letter


def test_the_stream_cuts_placeholders_as_a_real_model_does() -> None:
    placeholder = "[[Person-ABC234]]"
    with DemoUpstream() as demo, openai.OpenAI(base_url=demo.url, api_key="none") as direct:
        parts = ask(direct, f"Schreibe an {placeholder}", stream=True)
        pieces = [part.choices[0].delta.content or "" for part in parts]
    assert placeholder in "".join(pieces)
    assert not any(placeholder in piece for piece in pieces)


@pytest.mark.parametrize("stream", [False, True])
def test_it_writes_json_when_json_is_asked_for(client: openai.OpenAI, stream: bool) -> None:
    form: Any = {"type": "json_object"}
    answer = ask(client, GERMAN, response_format=form, stream=stream)
    content = (
        "".join(part.choices[0].delta.content or "" for part in answer)
        if stream
        else answer.choices[0].message.content
    )
    assert json.loads(content) == {
        "person": "Sabine Krämer",
        "email": "sabine.kraemer@example.org",
    }


@pytest.mark.parametrize("stream", [False, True])
def test_it_calls_an_offered_tool_with_the_real_values(client: openai.OpenAI, stream: bool) -> None:
    answer = ask(client, GERMAN, tools=[TOOL], stream=stream)
    if stream:
        deltas = [part.choices[0].delta.tool_calls for part in answer]
        calls = [calls[0].function for calls in deltas if calls]
        name, arguments = calls[0].name, "".join(call.arguments for call in calls)
    else:
        call = answer.choices[0].message.tool_calls[0].function
        name, arguments = call.name, call.arguments
        assert answer.choices[0].finish_reason == "tool_calls"
    assert name == "send_mail"
    assert json.loads(arguments) == {
        "email": "sabine.kraemer@example.org",
        "person": "Sabine Krämer",
    }


class Contact(pydantic.BaseModel):
    """A contact with members that a placeholder fits, and one that none does."""

    customer_name: str
    mail: str
    city: str
    lines: list[str]
    kind: Literal["private", "firm"]
    age: int | None


def test_structured_output_is_of_its_schema(client: openai.OpenAI) -> None:
    messages: Any = [{"role": "user", "content": GERMAN}]
    done = client.chat.completions.parse(model=MODEL, messages=messages, response_format=Contact)
    answered = client.responses.parse(model=MODEL, input=GERMAN, text_format=Contact)
    for found in (done.choices[0].message.parsed, answered.output_parsed):
        assert found == Contact(
            customer_name="Sabine Krämer",
            mail="sabine.kraemer@example.org",
            city="",
            lines=[],
            kind="private",
            age=0,
        )


@pytest.mark.parametrize("stream", [False, True])
def test_responses_are_answered_too(client: openai.OpenAI, stream: bool) -> None:
    answer: Any = client.responses.create(model=MODEL, input=GERMAN, stream=stream)
    if stream:
        events = list(answer)
        assert events[-1].type == "response.completed"
        text = "".join(one.delta for one in events if one.type == "response.output_text.delta")
    else:
        text = answer.output_text
    assert text.startswith("Guten Tag Sabine Krämer,")


def test_responses_call_tools_too(client: openai.OpenAI) -> None:
    tool: Any = {"type": "function", "strict": True, **TOOL["function"]}
    (call,) = client.responses.create(model=MODEL, input=GERMAN, tools=[tool]).output
    assert call.type == "function_call"
    assert json.loads(call.arguments)["person"] == "Sabine Krämer"


def test_completions_embeddings_and_moderations_are_answered(client: openai.OpenAI) -> None:
    done = client.completions.create(model=MODEL, prompt=GERMAN)
    assert done.choices[0].text.startswith("Guten Tag Sabine Krämer,")
    streamed = client.completions.create(model=MODEL, prompt=GERMAN, stream=True)
    assert "".join(one.choices[0].text for one in streamed) == done.choices[0].text
    vectors = client.embeddings.create(model=MODEL, input=["Hallo", "Welt", "Hallo"]).data
    assert vectors[0].embedding == vectors[2].embedding != vectors[1].embedding
    assert client.moderations.create(model="x", input=GERMAN).results[0].flagged is False


def test_what_the_model_saw_is_shown_without_a_value(client: openai.OpenAI) -> None:
    SEEN.clear()
    ask(client, f"{GERMAN}\x1b[2J")
    client.responses.create(model=MODEL, input=GERMAN, instructions="Answer briefly.")
    chat, response = SEEN
    assert "what the model saw: POST /v1/chat/completions" in chat
    assert "  user         Schreibe an [[Person-" in chat
    assert "  instructions Answer briefly." in response
    shown = "".join(SEEN)
    assert "Krämer" not in shown
    assert "sabine" not in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("stream", [False, True])
def test_two_choices_are_two_letters(client: openai.OpenAI, stream: bool) -> None:
    answer = ask(client, GERMAN, n=2, stream=stream)
    letters = {0: "", 1: ""}
    if stream:
        for part in answer:
            letters[part.choices[0].index] += part.choices[0].delta.content or ""
    else:
        letters = {choice.index: choice.message.content for choice in answer.choices}
    assert letters[0] == letters[1]
    assert letters[0].startswith("Guten Tag Sabine Krämer,")


def test_usage_comes_in_a_chunk_of_its_own_when_asked_for(client: openai.OpenAI) -> None:
    parts = list(ask(client, GERMAN, stream=True, stream_options={"include_usage": True}))
    assert parts[-1].choices == []
    assert parts[-1].usage.total_tokens > 0
    assert parts[-1]._anymize["placeholders"]["sent"] == 2
    assert [part.usage for part in parts[:-1]] == [None] * (len(parts) - 1)


def test_its_model_is_listed_and_another_is_not_found(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == [MODEL]
    assert client.models.retrieve(MODEL).owned_by == "deckname"
    with pytest.raises(openai.NotFoundError) as caught:
        client.models.retrieve("gpt-unknown")
    assert caught.value.code == "model_not_found"


# What `make run` prints, run as it stands: by bash, with the real curl and this run's `python3`.


def printed_calls(address: str) -> list[str]:
    """Return the commands of each numbered step, exactly as printed."""
    parts = urlsplit(address)
    text = calls_to_try(str(parts.hostname), int(parts.port or 0))
    return re.findall(r"^# \d\. .*\n\n((?:(?!# ).*\n)+)", text, flags=re.MULTILINE)


def run(command: str, folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 - the commands that we print
        ["/bin/bash", "-e", "-c", command],
        cwd=folder,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.stdout


def test_the_printed_calls_work_as_they_stand(address: str, tmp_path: Path) -> None:
    mask, restore, chat, snippet = printed_calls(address)

    masked = json.loads(run(mask, tmp_path))
    assert masked["job_id"] == "trial-1"
    assert "Krämer" not in masked["text"]
    assert "DE89" not in masked["text"]

    placeholder = re.search(r"\[\[Person-[A-Z0-9]{6}\]\]", masked["text"])
    assert placeholder is not None
    assert "[[Person-......]]" in restore
    restored = json.loads(run(restore.replace("[[Person-......]]", placeholder[0]), tmp_path))
    assert restored["text"] == "Liebe Frau Sabine Krämer, alles ist erledigt."

    letter = json.loads(run(chat, tmp_path))["choices"][0]["message"]["content"]
    assert letter.startswith("Guten Tag Sabine Krämer,")
    assert "sabine.kraemer@example.org" in letter

    streamed = run(snippet, tmp_path)
    assert streamed.startswith("Dear John Whitfield,")
    assert "+1 202-555-0143" in streamed


def test_the_printed_api_pages_are_there(address: str) -> None:
    page = re.search(r"All routes: (\S+)", calls_to_try("127.0.0.1", 1))
    assert page is not None
    path = urlsplit(page[1]).path
    assert httpx.get(f"{address}{path}", timeout=10).status_code == 200
