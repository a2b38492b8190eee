"""Policies over HTTP: by name, brought by a request, chosen for the proxy, read from a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import recognizers
from service.detection.analyzer import Analyzer
from service.detection.recognizer_file import load_recognizers
from service.detection.shipped_models import shipped_model
from service.tenants.tenants import hash_key
from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

IBAN = "DE89 3704 0044 0532 0130 00"
MAIL = "s.kraemer@example.org"
TEXT = f"Sabine Krämer, {IBAN}, {MAIL}"


@pytest.fixture
def client(serve: Serve) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(), timeout=30) as opened:
        yield opened


def anonymize(client: httpx.Client, text: str, policy: Any, **body: Any) -> dict[str, Any]:
    answer = client.post("/v1/anonymize", json={"text": text, "policy": policy, **body})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def refused(answer: httpx.Response, param: str) -> None:
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == param
    assert "Krämer" not in answer.text


def test_each_operator_writes_its_own_and_only_placeholders_come_back(client: httpx.Client) -> None:
    operators = {"PERSON": "redact", "IBAN_CODE": {"type": "mask", "keep_last": 2}}
    masked = anonymize(client, TEXT, {"operators": operators})
    assert masked["text"].startswith("[PERSON], *************************00, [[email-")
    assert [one.get("operator") for one in masked["entities"]] == ["redact", "mask", None]
    assert masked["entities"][0]["replacement"] == "[PERSON]"
    assert "placeholder" not in masked["entities"][0]
    back = client.post("/v1/deanonymize", json={"job_id": masked["job_id"], "text": masked["text"]})
    assert back.json()["text"] == f"[PERSON], *************************00, {MAIL}"
    assert client.get(f"/v1/jobs/{masked['job_id']}").json()["placeholders"] == 1


def test_a_hash_is_the_same_in_every_job(client: httpx.Client) -> None:
    hashed = {"operators": {"EMAIL_ADDRESS": "hash", "PERSON": "keep", "IBAN_CODE": "keep"}}
    first, second = (anonymize(client, TEXT, hashed) for _ in range(2))
    assert re.search(r"\[email:[0-9a-f]{12}\]$", first["text"])
    assert first["text"] == second["text"]
    assert first["text"].startswith(f"Sabine Krämer, {IBAN}, ")
    assert first["job_id"] != second["job_id"]


def test_json_in_a_text_stays_json_whatever_the_operator(client: httpx.Client) -> None:
    text = json.dumps({"name": 'Sabine "Bine" Krämer', "iban": IBAN, "tail": 'x"\\'})
    for operator in ("redact", "mask", "hash"):
        policy = {
            "operators": {"PERSON": operator, "IBAN_CODE": operator},
            "patterns": [{"entity": "TAIL", "regex": r'x"\\'}],
        }
        policy["operators"]["TAIL"] = {"type": "mask", "keep_last": 1}
        read = json.loads(anonymize(client, text, policy)["text"])
        assert "Krämer" not in read["name"]
        assert read["tail"] == "**\\"


def test_a_number_in_json_becomes_a_string_when_it_cannot_come_back(client: httpx.Client) -> None:
    policy = {
        "operators": {"TICKET": "redact"},
        "patterns": [{"entity": "TICKET", "regex": "4711"}],
    }
    masked = anonymize(client, '{"n": 4711}', policy)
    assert json.loads(masked["text"]) == {"n": "[TICKET]"}


def test_words_and_patterns_of_a_request_are_masked_and_what_is_allowed_stays(
    client: httpx.Client,
) -> None:
    policy = {
        "allow": ["Sabine Krämer"],
        "deny": [{"entity": "PROJECT", "words": ["nordlicht"]}],
        "patterns": [{"entity": "TICKET", "label": "ticket", "regex": r"\bT-\d+\b"}],
    }
    masked = anonymize(client, "Sabine Krämer plant Nordlicht, siehe T-815.", policy)
    assert re.fullmatch(
        r"Sabine Krämer plant \[\[project-\w{6}\]\], siehe \[\[ticket-\w{6}\]\]\.", masked["text"]
    )
    body = {"text": "Nordlicht", "policy": policy}
    found = client.post("/v1/analyze", json=body).json()["entities"]
    assert found == [{"entity_type": "PROJECT", "start": 0, "end": 9, "score": 1.0}]


def test_a_pattern_that_runs_out_of_time_fails_closed_and_the_service_goes_on(
    client: httpx.Client,
) -> None:
    policy = {"patterns": [{"entity": "X", "regex": "(a|aa)+b"}]}
    slow = client.post("/v1/anonymize", json={"text": "a" * 5_000, "policy": policy})
    assert (slow.status_code, slow.json()["error"]["code"]) == (503, "detection_failed")
    assert anonymize(client, MAIL, None)["entities"] != []


@pytest.mark.parametrize(
    ("policy", "param"),
    [
        ("Krämer", "policy"),
        ("", "policy"),
        (5, "policy"),
        ([], "policy"),
        ({"Krämer": 1}, "policy"),
        ({"extends": "Krämer"}, "policy.extends"),
        ({"operators": {"KRÄMER": "mask"}}, "policy.operators"),
        ({"operators": {"PERSON": "Krämer"}}, "policy.operators"),
        (
            {"operators": {"PERSON": {"type": "mask", "keep_last": "1"}}},
            "policy.operators.keep_last",
        ),
        ({"thresholds": {"PERSON": 7}}, "policy.thresholds"),
        ({"patterns": [{"entity": "X", "regex": "(Krämer"}]}, "policy.patterns"),
        ({"patterns": [{"entity": "X", "regex": "x" * 1_001}]}, "policy.patterns.0.regex"),
        ({"deny": [{"entity": "krämer", "words": ["x"]}]}, "policy.deny.0.entity"),
        ({"deny": [{"entity": "X"}]}, "policy.deny.0.words"),
    ],
)
def test_a_wrong_policy_is_named_by_member_without_its_content(
    client: httpx.Client, policy: Any, param: str
) -> None:
    for path in ("/v1/anonymize", "/v1/analyze"):
        refused(client.post(path, json={"text": "x", "policy": policy}), param)


@pytest.fixture
def policy_file(tmp_path: Path) -> Path:
    path = tmp_path / "policies.yaml"
    path.write_text(
        "policies:\n"
        "  careful:\n"
        "    operators: {EMAIL_ADDRESS: redact}\n"
        "    deny: [{entity: PROJECT, words: [nordlicht]}]\n"
        "  loose: {operators: {EMAIL_ADDRESS: keep}}\n"
        "default: careful\n"
    )
    return path


def test_a_file_gives_policies_by_name_and_the_default(serve: Serve, policy_file: Path) -> None:
    with httpx.Client(base_url=serve(policy=str(policy_file)), timeout=30) as client:
        assert anonymize(client, MAIL, None)["text"] == "[EMAIL]"
        assert anonymize(client, MAIL, "loose")["text"] == MAIL
        assert anonymize(client, MAIL, "standard")["text"].startswith("[[email-")
        assert anonymize(client, "Nordlicht", None)["text"].startswith("[[project-")
        only = anonymize(client, f"Nordlicht {MAIL}", None, entities=["PROJECT"])
        assert only["text"].endswith(MAIL)
        names = client.get("/v1/entities").json()["policies"]
        assert names == ["standard", "strict", "careful", "loose"]


def test_the_proxy_takes_the_default_or_the_policy_of_the_header(
    serve: Serve, policy_file: Path, upstream: ScriptedUpstream
) -> None:
    address = serve(policy=str(policy_file), upstream_url=upstream.url)
    body = {"model": "m", "messages": [{"role": "user", "content": f"An {MAIL}"}]}

    def ask(**headers: str) -> httpx.Response:
        return httpx.post(f"{address}/v1/chat/completions", json=body, headers=headers, timeout=30)

    assert ask().json()["choices"][0]["message"]["content"] == "An [EMAIL]"
    assert ask(**{"X-Deckname-Policy": "loose"}).status_code == 200
    sent = [one.json["messages"][-1]["content"] for one in upstream.requests]
    assert sent == ["An [EMAIL]", f"An {MAIL}"]
    assert "x-deckname-policy" not in upstream.requests[-1].headers
    for name in ("missing", "", '{"operators": {}}'):
        refused(ask(**{"X-Deckname-Policy": name}), "policy")
    assert len(upstream.requests) == 2


def test_a_recognizer_file_adds_entities(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "recognizers.json"
    entry = {
        "name": "Badges",
        "type": "custom",
        "supported_language": "en",
        "supported_entity": "BADGE",
        "patterns": [{"name": "badge", "regex": r"\bB-[0-9]+\b", "score": 0.6}],
    }
    path.write_text(json.dumps({"recognizers": [entry]}))
    analyzer = Analyzer((*recognizers.load(), *load_recognizers(path)), shipped_model())
    with httpx.Client(base_url=serve(analyzer, recognizers_file=path), timeout=30) as client:
        listed = client.get("/v1/entities").json()["entities"]
        assert {"entity_type": "BADGE", "label": "badge", "standard": True} in listed
        masked = anonymize(client, "Der Ausweis B-77 von Sabine Krämer", None)
        assert re.match(r"Der Ausweis \[\[badge-", masked["text"])
    analyzer.close()


PATTERNS = {"patterns": [{"entity": "TICKET", "regex": "4711"}]}


@pytest.mark.parametrize("policy", [PATTERNS, {"allow_patterns": ["4711"]}])
def test_with_keys_requests_bring_no_patterns_unless_the_tenant_may(
    serve: Serve, tmp_path: Path, policy: dict[str, Any]
) -> None:
    path = tmp_path / "keys.json"
    terms = {
        "usual": [hash_key("usual")],
        "may": {"keys": [hash_key("may")], "request_patterns": "on"},
    }
    path.write_text(json.dumps(terms))
    address = serve(api_keys_file=path)
    for route in ("/v1/anonymize", "/v1/analyze"):
        status = {}
        for key in ("usual", "may"):
            answer = httpx.post(
                f"{address}{route}",
                json={"text": "Vorgang 4711", "policy": policy},
                headers={"x-deckname-key": key},
            )
            status[key] = answer.status_code
            if key == "usual":
                assert "switched off" in answer.json()["error"]["message"]
                assert answer.json()["error"]["param"] == f"policy.{next(iter(policy))}"
        assert status == {"usual": 400, "may": 200}


def test_patterns_of_requests_can_be_switched_off_without_keys_too(serve: Serve) -> None:
    with httpx.Client(base_url=serve(request_patterns="off")) as client:
        body = {"text": "Vorgang 4711", "policy": PATTERNS}
        refused(client.post("/v1/anonymize", json=body), "policy.patterns")
        words = {"deny": [{"entity": "TICKET", "words": ["4711"]}]}
        assert client.post("/v1/anonymize", json=body | {"policy": words}).is_success
