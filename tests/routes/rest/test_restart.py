"""What a restart of the service leaves: with Redis every job, with the memory vault none."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from service.app import create_app
from service.cipher import Key
from service.detection.analyzer import Analyzer
from service.settings import Settings
from tests.support.redis_server import RedisServer
from tests.support.running import Running

TEXT = "An sabine.kraemer@example.org, IBAN DE89 3704 0044 0532 0130 00"


def start(analyzer: Analyzer, **settings: Any) -> Running:
    return Running(create_app(Settings(**settings), analyzer))


@pytest.mark.parametrize("vault", ["redis", "memory"])
def test_a_job_outlives_a_restart_where_the_vault_does(
    analyzer: Analyzer, redis_server: RedisServer, vault: str
) -> None:
    on_redis = {"vault_url": redis_server.url, "vault_keys": Key.generate("k1").reveal()}
    settings = on_redis if vault == "redis" else {}
    with start(analyzer, **settings) as before:
        made = httpx.post(f"{before.url}/v1/anonymize", json={"text": TEXT}, timeout=30).json()
    asked = {"job_id": made["job_id"], "text": made["text"]}
    with start(analyzer, **settings) as after:
        answer = httpx.post(f"{after.url}/v1/deanonymize", json=asked, timeout=30)
        goes_on = {"job_id": made["job_id"], "text": TEXT}
        again = httpx.post(f"{after.url}/v1/anonymize", json=goes_on, timeout=30).json()
    if vault == "redis":
        assert answer.json()["text"] == TEXT
        assert again["text"] == made["text"]
    else:
        assert answer.json()["error"]["code"] == "job_not_found"
        assert again["text"] != made["text"]
