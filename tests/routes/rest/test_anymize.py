"""The calls of the reference product: jobs in the background, and restoring across jobs."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis

from service.cipher import Key
from service.errors import DecknameError, DetectionFailedError
from service.tenants.tenants import new_api_key
from service.text.spans import Span
from service.wire.system_prompt import RULE
from tests.conftest import Serve
from tests.support.letters import ENGLISH, ENGLISH_VALUES, GERMAN, GERMAN_VALUES
from tests.support.redis_server import RedisServer, start_redis

MAIL = "sabine.kraemer@example.org"
OTHER = "jonas.brettschneider@example.org"
PATIENCE = 30


@pytest.fixture
def client(serve: Serve) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(), timeout=PATIENCE) as opened:
        yield opened


@pytest.fixture
def own_redis() -> Iterator[RedisServer]:
    with start_redis() as server:
        yield server


def order(client: httpx.Client, text: str, **members: Any) -> str:
    """Order a text; return the job id."""
    answer = client.post("/api/anonymize", json={"text": text} | members)
    assert answer.status_code == 202, answer.text
    return answer.json()["job_id"]


def finished(client: httpx.Client, job_id: str, **params: Any) -> dict[str, Any]:
    """Ask until the job is no longer being worked on."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        told = client.get(f"/api/status/{job_id}", params=params).json()
        if told["status"] != "processing":
            return told
        time.sleep(0.02)
    raise AssertionError("the job does not end")


def masked(client: httpx.Client, text: str) -> str:
    return finished(client, order(client, text))["anonymized_text_raw"]


def restore(client: httpx.Client, text: str, **members: Any) -> dict[str, Any]:
    answer = client.post("/api/deanonymize", json={"text": text} | members)
    assert answer.status_code == 200, answer.text
    return answer.json()


def error(answer: httpx.Response) -> tuple[int, str, str | None]:
    told = answer.json()["error"]
    assert set(told) == {"message", "type", "param", "code"}
    return answer.status_code, told["code"], told["param"]


class BlockedAnalyzer:
    """A stand-in that finds nothing, and only once it is let go; `begun` says it was asked."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.let_go = threading.Event()

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        self.begun.set()
        await asyncio.to_thread(self.let_go.wait, PATIENCE)
        return [[] for _ in texts]


class FailingAnalyzer:
    """A stand-in that fails."""

    def __init__(self, failure: Exception) -> None:
        self._failure = failure

    async def analyze(self, _: Sequence[str], __: str = "") -> list[list[Span]]:
        raise self._failure


@pytest.fixture
def blocked() -> Iterator[BlockedAnalyzer]:
    analyzer = BlockedAnalyzer()
    yield analyzer
    analyzer.let_go.set()


# --- ordering a text


@pytest.mark.parametrize(
    ("letter", "values", "language"),
    [(GERMAN, GERMAN_VALUES, "de"), (ENGLISH, ENGLISH_VALUES, "en")],
)
def test_a_text_is_taken_on_and_its_masked_form_fetched_in_both_known_shapes(
    client: httpx.Client, letter: str, values: tuple[str, ...], language: str
) -> None:
    answer = client.post("/api/anonymize", json={"text": letter})
    assert answer.status_code == 202
    assert set(answer.json()) == {"job_id", "status", "message"}
    assert answer.json()["status"] == "processing"
    told = finished(client, answer.json()["job_id"])
    text = told["anonymized_text_raw"]
    assert told["status"] == "completed"
    assert told["result"]["text"] == text
    assert told["result"]["entities_found"] == text.count("[[") >= 5
    assert told["result"]["processing_time_ms"] >= 0
    assert told["metadata"] == {"language": language}
    assert told["systemprompt"] == RULE
    assert [value for value in values if value in json.dumps(told, ensure_ascii=False)] == []
    assert restore(client, text, job_id=told["job_id"])["text"] == letter


@pytest.mark.parametrize("name", ["wait", "sync"])
def test_who_waits_gets_the_result_at_once_and_again_from_the_status(
    client: httpx.Client, name: str
) -> None:
    answer = client.post("/api/anonymize", params={name: "true"}, json={"text": f"An {MAIL}"})
    assert answer.status_code == 200
    assert answer.json()["anonymized_text_raw"].startswith("An [[email-")
    again = client.get(f"/api/status/{answer.json()['job_id']}")
    assert again.json() == answer.json()


def test_the_original_is_told_only_to_who_asks_for_it(client: httpx.Client) -> None:
    text = f'{{"to": "{MAIL}", "note": "Sabine Kr\\u00e4mer [[Person-ABC234]]"}}'
    job_id = order(client, text)
    assert "original_text" not in finished(client, job_id)
    assert finished(client, job_id, include_original=True)["original_text"] == text


def test_the_language_is_taken_as_told(client: httpx.Client) -> None:
    told = finished(client, order(client, "An Sabine", language="en"))
    assert told["metadata"]["language"] == "en"


def test_a_text_with_nothing_in_it_is_done_too(client: httpx.Client) -> None:
    told = finished(client, order(client, ""))
    assert (told["anonymized_text_raw"], told["result"]["entities_found"]) == ("", 0)


def test_a_second_text_for_a_job_keeps_its_placeholders_and_is_what_the_status_tells(
    client: httpx.Client,
) -> None:
    order(client, f"An {MAIL}", job_id="akte-1")
    first = finished(client, "akte-1")["anonymized_text_raw"]
    order(client, f"Von {MAIL}", job_id="akte-1")
    assert finished(client, "akte-1")["anonymized_text_raw"] == first.replace("An", "Von")


def test_a_job_that_is_worked_on_says_so_and_no_more_than_allowed_wait(
    serve: Serve, blocked: BlockedAnalyzer
) -> None:
    address = serve(with_analyzer=blocked, max_background_jobs=2)
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        jobs = [order(client, "eins"), order(client, "zwei")]
        told = [client.get(f"/api/status/{job_id}").json() for job_id in jobs]
        refused = client.post("/api/anonymize", json={"text": "drei"})
        assert blocked.begun.wait(PATIENCE)
        blocked.let_go.set()
        assert [finished(client, one)["anonymized_text_raw"] for one in jobs] == ["eins", "zwei"]
        order(client, "vier")
    assert told == [{"job_id": one, "status": "processing", "progress": 0} for one in jobs]
    assert error(refused) == (429, "rate_limit_exceeded", None)
    assert refused.headers["x-should-retry"] == "true"


def test_a_job_that_is_deleted_while_it_is_worked_on_stays_deleted(
    serve: Serve, blocked: BlockedAnalyzer
) -> None:
    with httpx.Client(base_url=serve(with_analyzer=blocked), timeout=PATIENCE) as client:
        job_id = order(client, "eins")
        assert blocked.begun.wait(PATIENCE)
        assert client.delete(f"/v1/jobs/{job_id}").status_code == 200
        blocked.let_go.set()
        assert finished(client, order(client, "zwei"))["status"] == "completed"
        assert error(client.get(f"/api/status/{job_id}"))[1] == "job_not_found"
        assert error(client.get(f"/v1/jobs/{job_id}"))[1] == "job_not_found"


@pytest.mark.parametrize(
    ("failure", "known"),
    [(DetectionFailedError(), DetectionFailedError), (KeyError(MAIL), DecknameError)],
)
def test_a_failure_is_remembered_in_fixed_words(
    serve: Serve, failure: Exception, known: type[DecknameError]
) -> None:
    address = serve(with_analyzer=FailingAnalyzer(failure))
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        told = finished(client, job_id := order(client, f"An {MAIL}"))
        waited = client.post("/api/anonymize", params={"wait": "1"}, json={"text": MAIL})
    assert told == {
        "job_id": job_id,
        "status": "failed",
        "error": known.sentence,
        "message": known.sentence,
        "code": known.code,
    }
    assert error(waited) == (known.status, known.code, None)
    assert MAIL not in waited.text


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "text"),
        ({"text": [MAIL]}, "text"),
        ({"text": "x", "language": 7}, "language"),
        ({"text": "x", MAIL: 1}, None),
        ({"text": "x", "job_id": f"an {MAIL}"}, "job_id"),
    ],
)
def test_what_is_wrong_is_refused_in_openai_shape(
    client: httpx.Client, body: dict[str, Any], param: str | None
) -> None:
    for answer in (
        client.post("/api/anonymize", json=body),
        client.post("/api/anonymize", json=body, params={"wait": "true"}),
        client.post("/api/deanonymize", json=body | {"job_id": 7} if "text" in body else body),
    ):
        assert answer.status_code == 400
        assert MAIL not in answer.text
        assert set(answer.json()["error"]) == {"message", "type", "param", "code"}
    assert error(client.post("/api/anonymize", json=body)) == (400, "invalid_request", param)
    wrong = client.post("/api/anonymize", json={"text": "x"}, params={"wait": MAIL})
    assert error(wrong) == (400, "invalid_request", None)


# --- strings


def test_the_strings_of_a_job_are_its_pairs(client: httpx.Client) -> None:
    job_id = order(client, f"Sabine Krämer, {MAIL}. Nochmal: {MAIL}")
    text = finished(client, job_id)["anonymized_text_raw"]
    told = client.get(f"/api/status/{job_id}/strings").json()
    assert told["job_id"] == job_id
    assert told["count"] == told["total"] == len(told["hash_pairs"]) == 2
    pairs = {pair["original"]: pair for pair in told["hash_pairs"]}
    assert pairs[MAIL]["prefix_name"] == "email"
    assert pairs[MAIL]["placeholder"] == f"[[email-{pairs[MAIL]['hash']}]]"
    assert text.count(pairs[MAIL]["placeholder"]) == 2
    assert text.startswith(pairs["Sabine Krämer"]["placeholder"])


def test_a_job_that_is_not_done_has_no_strings_yet(serve: Serve, blocked: BlockedAnalyzer) -> None:
    with httpx.Client(base_url=serve(with_analyzer=blocked), timeout=PATIENCE) as client:
        told = client.get(f"/api/status/{order(client, MAIL)}/strings").json()
    assert (told["count"], told["hash_pairs"]) == (0, [])


@pytest.mark.parametrize("path", ["", "/strings"])
def test_an_unknown_job_is_not_found(client: httpx.Client, path: str) -> None:
    assert error(client.get(f"/api/status/job_unknown{path}")) == (404, "job_not_found", None)
    assert client.get(f"/api/status/{MAIL}{path}").status_code == 400


# --- restoring


def test_a_text_with_placeholders_of_several_jobs_is_restored_without_a_job_id(
    client: httpx.Client,
) -> None:
    first, second = (masked(client, text) for text in (f"An {MAIL}", f"Von {OTHER}, {MAIL}"))
    told = restore(client, f"{first} {second} {first} [[email-AAAAAA]] [[Person-ABC123]]")
    assert told == {
        "text": f"An {MAIL} Von {OTHER}, {MAIL} An {MAIL} [[email-AAAAAA]] [[Person-ABC123]]",
        "replacements": 4,
    }


def test_with_a_job_id_only_that_job_is_restored(client: httpx.Client) -> None:
    job_id = order(client, f"An {MAIL}")
    first, second = finished(client, job_id)["anonymized_text_raw"], masked(client, OTHER)
    told = restore(client, f"{first} {second}", job_id=job_id)
    assert told == {"text": f"An {MAIL} {second}", "replacements": 1}
    unknown = client.post("/api/deanonymize", json={"text": first, "job_id": "job_unknown"})
    assert error(unknown) == (404, "job_not_found", None)


def test_what_was_masked_through_other_routes_is_not_restored_without_its_job_id(
    client: httpx.Client,
) -> None:
    answer = client.post("/v1/anonymize", json={"text": f"An {MAIL}"}).json()
    assert restore(client, answer["text"]) == {"text": answer["text"], "replacements": 0}
    assert restore(client, answer["text"], job_id=answer["job_id"])["text"] == f"An {MAIL}"


def test_a_label_that_was_changed_is_not_restored(client: httpx.Client) -> None:
    text = masked(client, MAIL).replace("email", "Person")
    assert restore(client, text) == {"text": text, "replacements": 0}


def test_a_deleted_job_is_no_longer_restored_or_told(client: httpx.Client) -> None:
    job_id = order(client, f"An {MAIL}")
    text = finished(client, job_id)["anonymized_text_raw"]
    facts = client.get(f"/v1/jobs/{job_id}").json()
    client.delete(f"/v1/jobs/{job_id}")
    assert facts["placeholders"] == 1
    assert restore(client, text) == {"text": text, "replacements": 0}
    assert client.get(f"/api/status/{job_id}").status_code == 404


def test_placeholders_of_too_many_jobs_are_refused(client: httpx.Client) -> None:
    texts = []
    for number in range(101):
        body = {"text": f"person{number}@example.org"}
        answer = client.post("/api/anonymize", params={"wait": "true"}, json=body)
        texts.append(answer.json()["anonymized_text_raw"])
    assert restore(client, " ".join(texts[1:]))["replacements"] == 100
    refused = client.post("/api/deanonymize", json={"text": " ".join(texts)})
    assert error(refused) == (400, "invalid_request", "text")


# --- tenants and replicas


def test_another_tenant_sees_no_job_and_restores_nothing(serve: Serve, tmp_path: Path) -> None:
    (mine, hash_a), (theirs, hash_b) = new_api_key(), new_api_key()
    (tmp_path / "keys.json").write_text(json.dumps({"kanzlei": [hash_a], "praxis": [hash_b]}))
    address = serve(api_keys_file=str(tmp_path / "keys.json"))
    owner, stranger = (
        httpx.Client(base_url=address, timeout=30, headers={"authorization": f"Bearer {key}"})
        for key in (mine, theirs)
    )
    with owner, stranger:
        job_id = order(owner, f"An {MAIL}")
        text = finished(owner, job_id)["anonymized_text_raw"]
        foreign = [
            stranger.get(f"/api/status/{job_id}", params={"include_original": "true"}),
            stranger.get(f"/api/status/{job_id}/strings"),
            stranger.post("/api/deanonymize", json={"text": text, "job_id": job_id}),
        ]
        unknown = owner.get("/api/status/job_unknown")
        assert {answer.status_code for answer in foreign} == {404}
        assert {answer.text for answer in foreign} == {unknown.text}
        assert restore(stranger, text) == {"text": text, "replacements": 0}
        assert restore(owner, text)["text"] == f"An {MAIL}"
        for method, path in (
            ("POST", "/api/anonymize"),
            ("GET", f"/api/status/{job_id}"),
            ("GET", f"/api/status/{job_id}/strings"),
            ("POST", "/api/deanonymize"),
        ):
            assert httpx.request(method, f"{address}{path}").status_code == 401


def stored(server: RedisServer) -> dict[bytes, dict[bytes, bytes]]:
    with redis.Redis(port=server.port) as connection:
        return {key: connection.hgetall(key) for key in connection.scan_iter()}


def test_replicas_share_jobs_through_redis_which_shows_nothing_of_them(
    serve: Serve, own_redis: RedisServer
) -> None:
    shared = {
        "vault_url": f"{own_redis.url}?socket_timeout=10",
        "vault_keys": Key.generate("k1").reveal(),
        "ttl_seconds": 600,
    }
    one, other = (httpx.Client(base_url=serve(**shared), timeout=PATIENCE) for _ in range(2))
    with one, other:
        job_id = order(one, GERMAN)
        told = finished(other, job_id, include_original=True)
        assert told["original_text"] == GERMAN
        assert other.get(f"/api/status/{job_id}/strings").json()["count"] > 5
        assert restore(other, told["anonymized_text_raw"])["text"] == GERMAN
        fields = stored(own_redis)
        seen = b"\n".join(
            part for key, pairs in fields.items() for pair in pairs.items() for part in (key, *pair)
        )
        telling = [*GERMAN_VALUES, told["anonymized_text_raw"][:20], "completed", job_id, "default"]
        assert [one for one in telling if one.encode() in seen] == []
        with redis.Redis(port=own_redis.port) as connection:
            lives = [connection.ttl(key) for key in fields]
        assert len(fields) == 2
        assert all(0 < seconds <= 2 * 600 for seconds in lives)
        other.delete(f"/v1/jobs/{job_id}")
        assert one.get(f"/api/status/{job_id}").status_code == 404
        text = told["anonymized_text_raw"]
        assert restore(one, text) == {"text": text, "replacements": 0}


def test_a_report_that_was_changed_in_the_store_is_not_believed(
    serve: Serve, own_redis: RedisServer
) -> None:
    url = f"{own_redis.url}?socket_timeout=10"
    address = serve(vault_url=url, vault_keys=Key.generate("k1").reveal())
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        first, second = order(client, MAIL), order(client, OTHER)
        assert finished(client, first)["status"] == finished(client, second)["status"]
        jobs = {key: pairs for key, pairs in stored(own_redis).items() if b"report" in pairs}
        (key, _), (_, foreign) = jobs.items()
        with redis.Redis(port=own_redis.port) as connection:
            connection.hset(key, "report", foreign[b"report"])
        codes = [client.get(f"/api/status/{one}").status_code for one in (first, second)]
    assert sorted(codes) == [200, 503]
