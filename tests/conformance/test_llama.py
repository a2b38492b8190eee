"""A real model server behind the service: llama.cpp, its tokenizer, its streams, its errors.

The model has random weights; a grammar in the request forces the text it writes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import openai
import pytest

from service.app import create_app
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.conftest import sdk
from tests.support.running import Running
from tests.support.tiny_llama import NAME, TinyLlama

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="xllamacpp, which holds llama.cpp, has wheels for Linux only"
)

JOB = "akte-llama"
LETTER = "Guten Tag Sabine Krämer,\ndie Mail an sabine.kraemer@example.org kam an."
ADDRESS = "Lindenweg 7\n80331 München"
SEEDS = range(6)
Form = dict[str, Any]


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TinyLlama]:
    with TinyLlama(tmp_path_factory.mktemp("llama")) as server:
        yield server


@dataclass
class Talk:
    """One question, asked with the SDK through the service or of llama.cpp itself."""

    through: openai.OpenAI
    direct: openai.OpenAI

    def masked(self, text: str) -> str:
        """Return `text` with the placeholders of our job."""
        body = {"text": text, "job_id": JOB}
        answer = httpx.post(f"{self.through.base_url}anonymize", json=body, timeout=30)
        return str(answer.json()["text"])

    def ask(self, content: str = LETTER, **options: Any) -> Any:
        return _ask(self.through, content, {"X-Job-Id": JOB}, options)

    def ask_upstream(self, content: str, **options: Any) -> Any:
        return _ask(self.direct, content, {}, options)


def _ask(client: openai.OpenAI, content: str, headers: dict[str, str], options: Form) -> Any:
    messages: Any = [{"role": "user", "content": content}]
    return client.chat.completions.create(
        model=NAME, messages=messages, extra_headers=headers, **options
    )


@pytest.fixture(scope="module")
def talk(analyzer: Analyzer, llama: TinyLlama) -> Iterator[Talk]:
    direct = openai.OpenAI(base_url=llama.url, api_key="none", max_retries=0, timeout=60)
    app = create_app(Settings(upstream_url=llama.url), analyzer)
    with Running(app) as running, sdk(running.url, timeout=60) as through, direct:
        yield Talk(through, direct)


def saying(text: str) -> Form:
    """Return the request member that makes the model write exactly `text` (GBNF)."""
    return {"grammar": f"root ::= {json.dumps(text, ensure_ascii=False)}", "cache_prompt": False}


def pieces(stream: Any) -> list[str]:
    """Return the content of each chunk of a stream, the empty ones left out."""
    contents = [part.choices[0].delta.content for part in stream if part.choices]
    return [content for content in contents if content]


def borders(cut: list[str]) -> set[int]:
    """Return where a text is cut."""
    return {sum(map(len, cut[:number])) for number in range(1, len(cut))}


def test_a_whole_answer_is_restored(talk: Talk) -> None:
    masked = talk.masked(LETTER)
    assert "Krämer" not in masked
    answer = talk.ask(extra_body=saying(masked))
    assert answer.choices[0].message.content == LETTER
    assert answer.choices[0].finish_reason == "stop"
    assert answer._anymize["job_id"] == JOB
    counts = answer._anymize["placeholders"]
    assert (counts["sent"], counts["kept"], counts["invented"]) == (2, 2, 0)


def test_streams_are_restored_however_the_tokenizer_cuts_them(talk: Talk) -> None:
    masked = talk.masked(LETTER)
    options: Form = {"stream": True, "temperature": 2, "extra_body": saying(masked)}
    direct = [pieces(talk.ask_upstream(masked, seed=seed, **options)) for seed in SEEDS]
    through = ["".join(pieces(talk.ask(seed=seed, **options))) for seed in SEEDS]

    assert {"".join(cut) for cut in direct} == {masked}
    assert len({tuple(cut) for cut in direct}) >= 2
    first, last = masked.index("[[Person-"), masked.index("]]")
    assert all(borders(cut) & set(range(first + 1, last + 2)) for cut in direct)
    assert through == [LETTER] * len(SEEDS)


def test_a_stream_tells_its_usage_and_what_was_kept_in_its_last_chunk(talk: Talk) -> None:
    options: Form = {"stream": True, "stream_options": {"include_usage": True}}
    parts = list(talk.ask(extra_body=saying(talk.masked(LETTER)), **options))
    assert parts[-1].usage.completion_tokens > 0
    assert parts[-1]._anymize["placeholders"]["kept"] == 2
    assert sum(hasattr(part, "_anymize") for part in parts) == 1


@pytest.mark.parametrize("stream", [False, True])
def test_json_that_a_schema_forces_parses_with_the_real_value(talk: Talk, stream: bool) -> None:
    masked = talk.masked(ADDRESS)
    assert masked.startswith("[[Adress-")
    schema = {
        "type": "object",
        "properties": {"name": {"const": talk.masked("Sabine Krämer")}, "ort": {"const": masked}},
        "required": ["name", "ort"],
    }
    form: Any = {"type": "json_object", "schema": schema}
    answer = talk.ask(response_format=form, stream=stream)
    content = "".join(pieces(answer)) if stream else answer.choices[0].message.content
    assert json.loads(content) == {"name": "Sabine Krämer", "ort": ADDRESS}


def test_an_answer_cut_off_anywhere_is_the_same_whole_and_streamed(talk: Talk) -> None:
    masked = talk.masked("Sabine Krämer!")
    options: Form = {"temperature": 0, "extra_body": saying(masked)}
    written, whole, streamed = [], [], []
    for limit in range(1, len(masked)):
        options["max_tokens"] = limit
        written.append(talk.ask_upstream(masked, **options).choices[0].message.content)
        whole.append(talk.ask("Sabine Krämer!", **options).choices[0].message.content)
        streamed.append("".join(pieces(talk.ask("Sabine Krämer!", stream=True, **options))))

    cut_off = [text for text in written if "[[" in text and "]]" not in text]
    assert len(cut_off) > 5
    name = re.compile(re.escape(masked.partition("]]")[0]) + r"\]{0,2}")  # brackets are repaired
    restored = [name.sub("Sabine Krämer", text) for text in written]
    assert whole == streamed == restored


def test_text_that_holds_no_placeholder_passes_unchanged(talk: Talk) -> None:
    noise = {"grammar": 'root ::= [a-zA-Z0-9 \\[\\]-]{120} "."', "cache_prompt": False}
    options: Form = {"temperature": 2, "extra_body": noise}
    written, whole, streamed = [], [], []
    for seed in SEEDS:
        options["seed"] = seed
        written.append(talk.ask_upstream("Weiter, bitte.", **options).choices[0].message.content)
        whole.append(talk.ask("Weiter, bitte.", **options).choices[0].message.content)
        streamed.append("".join(pieces(talk.ask("Weiter, bitte.", stream=True, **options))))

    assert whole == streamed == written
    assert any("[[" in text for text in written)


def test_token_lists_that_spell_placeholders_are_dropped(talk: Talk) -> None:
    masked = talk.masked(LETTER)
    options: Form = {"logprobs": True, "top_logprobs": 2, "extra_body": saying(masked)}
    assert talk.ask_upstream(masked, **options).choices[0].logprobs.content
    assert talk.ask(**options).choices[0].logprobs is None
    streamed = [part.choices[0].logprobs for part in talk.ask(stream=True, **options)]
    assert set(streamed) == {None}


@pytest.mark.parametrize(
    "options", [{"n": 2}, {"extra_body": {"grammar": "root ::= no such rule"}}]
)
@pytest.mark.parametrize("stream", [False, True])
def test_what_llama_refuses_is_raised_by_the_sdk_as_if_asked_directly(
    talk: Talk, options: Form, stream: bool
) -> None:
    with pytest.raises(openai.BadRequestError) as direct:
        talk.ask_upstream(LETTER, stream=stream, **options)
    with pytest.raises(openai.BadRequestError) as through:
        talk.ask(stream=stream, **options)
    assert through.value.body == direct.value.body
    assert through.value.status_code == 400


def test_the_models_of_the_server_are_listed(talk: Talk) -> None:
    assert [model.id for model in talk.through.models.list().data] == [NAME]
