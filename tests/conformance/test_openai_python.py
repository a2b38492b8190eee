"""The cells of openai-python, which needs no package that the tests do not have anyway."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from service.app import create_app
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.conformance.clients import cells, openai_python
from tests.conformance.pretend import reply
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream


@dataclass
class Setup:
    """The service, and what its upstream has seen."""

    service: cells.Service
    upstream: ScriptedUpstream


@pytest.fixture(scope="module")
def setup(analyzer: Analyzer) -> Iterator[Setup]:
    upstream = ScriptedUpstream(reply)
    with Running(upstream.app()) as behind:
        app = create_app(Settings(upstream_url=f"{behind.url}/v1"), analyzer)
        with Running(app) as running:
            url = f"{running.url}/v1"
            body = {"model": "m", "messages": [{"role": "user", "content": cells.REFUSED}]}
            refused = httpx.post(f"{url}/chat/completions", json=body, timeout=30)
            yield Setup(cells.Service(url, refused.json()["error"]["message"]), upstream)


@pytest.mark.parametrize("name", list(openai_python.CASES))
def test_openai_python_works_as_if_nothing_stood_between(setup: Setup, name: str) -> None:
    before = len(setup.upstream.requests)
    cells.call(openai_python.CASES[name], setup.service)
    sent = "\n".join(one.wire for one in setup.upstream.requests[before:])
    assert [value for value in cells.CLEAR if value in sent] == []
    assert ("[[Person-" in sent) is (name != "error")
