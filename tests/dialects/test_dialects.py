"""Each provider's stand-in through the whole service; docs/providers.md lists the same ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest

from tests.conftest import Serve, sdk
from tests.dialects.stand_in import FILES, Dialect
from tests.support.scripted_upstream import ScriptedUpstream

PAGE = Path(__file__).parents[2] / "docs" / "providers.md"
ROW = re.compile(r"^\| \[(.+?)\]\((.+?)\) \| `(.+?)` \| (.+) \|$", re.MULTILINE)
FEWEST = 20
MAIL, IBAN = "sabine.kraemer@example.org", "DE89 3704 0044 0532 0130 00"
TEXT = f"Schreibe an {MAIL}, Konto {IBAN}. Danke!"
MESSAGES: Any = [{"role": "user", "content": TEXT}]


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return Dialect.read(request.param)


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream, dialect: Dialect) -> Iterator[openai.OpenAI]:
    upstream.script = dialect.answer
    address = serve(upstream_url=upstream.url.removesuffix("/v1") + dialect.path, fresh=True)
    with sdk(address) as opened:
        yield opened


def used(client: openai.OpenAI) -> dict[str, int]:
    tokens = httpx.get(f"{client.base_url}usage").json()["tokens"]
    return {name: count for name, count in tokens.items() if count}


def test_an_answer_comes_back_restored(
    client: openai.OpenAI, upstream: ScriptedUpstream, dialect: Dialect
) -> None:
    got = client.chat.completions.create(model="m", messages=MESSAGES)
    message: Any = got.choices[0].message
    assert message.content == TEXT
    for name in ("reasoning", "reasoning_content"):
        assert TEXT in (getattr(message, name, None) or TEXT)
    assert upstream.requests[0].path.endswith(f"{dialect.path}/chat/completions")
    assert MAIL not in upstream.wire
    assert IBAN not in upstream.wire
    assert used(client) == {"prompt_tokens": 5, "completion_tokens": 7}


def test_a_stream_comes_back_restored(client: openai.OpenAI, upstream: ScriptedUpstream) -> None:
    parts = list(client.chat.completions.create(model="m", messages=MESSAGES, stream=True))
    choices: list[Any] = [one for part in parts for one in getattr(part, "choices", None) or ()]
    assert "".join(one.delta.content or "" for one in choices) == TEXT
    for name in ("reasoning", "reasoning_content"):
        told = "".join(getattr(one.delta, name, None) or "" for one in choices)
        assert told in ("", TEXT)
    assert any(one.finish_reason for one in choices)
    assert sum("_anymize" in (part.model_extra or {}) for part in parts) == 1
    assert MAIL not in upstream.wire
    assert used(client) == {"prompt_tokens": 5, "completion_tokens": 7}


def test_a_stream_ends_with_its_mark(client: openai.OpenAI) -> None:
    body = {"model": "m", "messages": MESSAGES, "stream": True}
    lines = httpx.post(f"{client.base_url}chat/completions", json=body).text.split("\n")
    data = [line.removeprefix("data: ") for line in lines if line.startswith("data:")]
    assert data[-1] == "[DONE]"
    assert all("error" not in json.loads(one) for one in data[:-1])


def test_an_error_keeps_its_status_and_form(client: openai.OpenAI, dialect: Dialect) -> None:
    body = {"model": "wrong", "messages": MESSAGES}
    got = httpx.post(f"{client.base_url}chat/completions", json=body)
    assert (got.status_code, got.json()) == (dialect.error["status"], dialect.error["body"])


def test_the_page_lists_each_file() -> None:
    files = [Dialect.read(path) for path in FILES]
    told = [(one.name, one.source, one.base, one.differs) for one in files]
    assert sorted(ROW.findall(PAGE.read_text(encoding="utf-8"))) == sorted(told)
    assert len(files) >= FEWEST
