"""The native REST calls, over TCP, with the shipped model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest

from service.routes.rest import answers as types
from tests.conftest import Serve
from tests.support.letters import ENGLISH, ENGLISH_VALUES, GERMAN, GERMAN_VALUES


@pytest.fixture
def client(serve: Serve) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=serve(), timeout=30) as opened:
        yield opened


def anonymize(client: httpx.Client, **body: object) -> dict:
    answer = client.post("/v1/anonymize", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("letter", "values", "language"),
    [(GERMAN, GERMAN_VALUES, "de"), (ENGLISH, ENGLISH_VALUES, "en")],
)
def test_a_letter_loses_every_value_and_gets_every_value_back(
    client: httpx.Client, letter: str, values: tuple[str, ...], language: str
) -> None:
    masked = anonymize(client, text=letter)
    assert masked["language"] == language
    assert [value for value in values if value in masked["text"]] == []
    restored = client.post(
        "/v1/deanonymize", json={"job_id": masked["job_id"], "text": masked["text"]}
    ).json()
    assert restored["text"] == letter
    assert restored["replacements"] == len(masked["entities"])
    assert restored["placeholders"]["unknown"] == 0


def test_entities_say_where_they_stood_and_never_the_value(client: httpx.Client) -> None:
    masked = anonymize(client, text="Post an Sabine Krämer, s.kraemer@example.org")
    found = [
        (
            one["entity_type"],
            "Post an Sabine Krämer, s.kraemer@example.org"[one["start"] : one["end"]],
        )
        for one in masked["entities"]
    ]
    assert found == [("PERSON", "Sabine Krämer"), ("EMAIL_ADDRESS", "s.kraemer@example.org")]
    assert all("value" not in one for one in masked["entities"])
    assert all(one["placeholder"] in masked["text"] for one in masked["entities"])


def test_values_are_in_the_answer_only_when_asked_for(client: httpx.Client) -> None:
    masked = anonymize(client, text="Post an Sabine Krämer", include_values=True)
    assert masked["entities"][0]["value"] == "Sabine Krämer"


def test_a_value_keeps_its_placeholder_in_a_job_and_gets_another_in_the_next(
    client: httpx.Client,
) -> None:
    first = anonymize(client, text="Mail an s.kraemer@example.org")
    again = anonymize(client, text="s.kraemer@example.org schrieb", job_id=first["job_id"])
    other = anonymize(client, text="Mail an s.kraemer@example.org")
    assert again["entities"][0]["placeholder"] == first["entities"][0]["placeholder"]
    assert other["entities"][0]["placeholder"] != first["entities"][0]["placeholder"]


def test_several_texts_and_messages_come_back_in_their_form(client: httpx.Client) -> None:
    masked = anonymize(client, texts=["An s.kraemer@example.org", "nichts"])
    assert masked["texts"][1] == "nichts"
    assert [len(found) for found in masked["entities"]] == [1, 0]
    talk = anonymize(client, messages=[{"role": "user", "content": "An s.kraemer@example.org"}])
    assert talk["messages"][0]["role"] == "user"
    assert "kraemer" not in talk["messages"][0]["content"]
    back = client.post(
        "/v1/deanonymize", json={"job_id": masked["job_id"], "texts": masked["texts"]}
    ).json()
    assert back["texts"] == ["An s.kraemer@example.org", "nichts"]


def test_only_the_asked_entities_are_masked(client: httpx.Client) -> None:
    masked = anonymize(
        client, text="Sabine Krämer, s.kraemer@example.org", entities=["EMAIL_ADDRESS"]
    )
    assert masked["text"].startswith("Sabine Krämer, [[email-")


def test_strict_masks_places_that_standard_leaves(client: httpx.Client) -> None:
    text = "Die Tagung ist in Hamburg bei der Siemens AG."
    assert anonymize(client, text=text)["text"] == text
    strict = anonymize(client, text=text, policy="strict")["text"]
    assert "Hamburg" not in strict
    assert "[[Location-" in strict


def test_json_inside_a_text_is_read_through_its_escapes_and_comes_back_to_the_byte(
    client: httpx.Client,
) -> None:
    text = '{"name": "Sabine Kr\\u00e4mer", "mail":"s.kraemer@example.org", "n": 1.50}'
    masked = anonymize(client, text=text)
    assert "u00e4mer" not in masked["text"]
    back = client.post("/v1/deanonymize", json={"job_id": masked["job_id"], "text": masked["text"]})
    assert back.json()["text"] == text


def test_text_that_looks_like_placeholders_comes_back_unchanged(client: httpx.Client) -> None:
    text = "[[Person-ABC123]] und [[[email-AAAAAA]]] an s.kraemer@example.org [["
    masked = anonymize(client, text=text)
    back = client.post("/v1/deanonymize", json={"job_id": masked["job_id"], "text": masked["text"]})
    assert back.json()["text"] == text
    assert back.json()["placeholders"] == {
        "restored": 1,
        "altered": 0,
        "repaired": 0,
        "unknown": 2,
    }


def test_analyze_explains_each_claim_in_offsets_alone(client: httpx.Client) -> None:
    text = "Frau Sabine Krämer aus München, s.kraemer@example.org"
    answer = client.post("/v1/analyze", json={"text": text, "explain": True}).json()
    plain = client.post("/v1/analyze", json={"text": text}).json()
    told = {(one["made_by"]["kind"], one["entity_type"]): one for one in answer["explanations"]}

    assert {name: answer[name] for name in plain} == plain
    assert [span for one in answer["explanations"] for span in one["masked"]] == plain["entities"]
    assert told["reader", "LOCATION"]["outcome"] == "dropped"
    assert told["reader", "LOCATION"]["steps"][0]["stage"] == "entity"
    assert told["pattern", "EMAIL_ADDRESS"]["made_by"]["form"] == "1"
    assert not [word for word in ("Sabine", "Krämer", "München") if word in str(answer)]


def test_analyze_says_where_and_stores_nothing(client: httpx.Client) -> None:
    answer = client.post("/v1/analyze", json={"text": "Mail an s.kraemer@example.org"}).json()
    assert [(one["entity_type"], one["start"], one["end"]) for one in answer["entities"]] == [
        ("EMAIL_ADDRESS", 8, 29)
    ]
    assert "job_id" not in answer


def test_a_job_tells_its_counts_and_is_forgotten_at_once(client: httpx.Client) -> None:
    masked = anonymize(client, text="Mail an s.kraemer@example.org", ttl_seconds=60)
    job = client.get(f"/v1/jobs/{masked['job_id']}").json()
    assert job["placeholders"] == 1
    assert 0 < job["ttl_seconds"] <= 60
    assert client.delete(f"/v1/jobs/{masked['job_id']}").json()["deleted"] is True
    gone = client.post("/v1/deanonymize", json={"job_id": masked["job_id"], "text": "x"})
    assert gone.status_code == 404
    assert gone.json()["error"]["code"] == "job_not_found"


def test_entities_are_listed_with_label_and_policy(client: httpx.Client) -> None:
    listed = {one["entity_type"]: one for one in client.get("/v1/entities").json()["entities"]}
    assert listed["PERSON"] == {"entity_type": "PERSON", "label": "Person", "standard": True}
    assert listed["LOCATION"]["standard"] is False


def test_the_openapi_document_describes_each_route_and_refers_to_nothing_missing(
    client: httpx.Client,
) -> None:
    document = client.get("/openapi.json").json()
    assert {"/v1/anonymize", "/v1/chat/completions", "/v1/jobs/{job_id}"} <= set(document["paths"])
    names = document.get("components", {}).get("schemas", {})
    refs = re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document))
    assert set(refs) <= set(names)
    assert "$defs" not in json.dumps(document)


def test_the_openapi_document_types_answers_and_tells_of_keys(client: httpx.Client) -> None:
    document = client.get("/openapi.json").json()
    schemes = document["components"]["securitySchemes"]
    assert schemes["deckname_key"]["name"] == "X-Deckname-Key"
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation["summary"][0].isupper()
            assert ("security" in operation) == ("operations" not in operation["tags"])
            if operation["tags"] in (["proxy"], ["operations"]):
                continue
            good = operation["responses"]["200"]["content"]["application/json"]["schema"]
            assert good["$ref"].endswith("Answer"), path
    text = document["components"]["schemas"]["AnonymizeAnswer"]["properties"]["job_id"]
    assert text["examples"] == ["letter-1"]


def test_answers_are_of_the_types_that_the_document_tells(client: httpx.Client) -> None:
    text = "An sabine.kraemer@example.org"
    asked = {"texts": [text], "include_values": True, "policy": "strict"}
    masked = types.AnonymizeAnswer.model_validate(client.post("/v1/anonymize", json=asked).json())
    one = client.post("/v1/anonymize", json={"text": text, "job_id": masked.job_id}).json()
    assert types.AnonymizeAnswer.model_validate(one).text
    back = {
        "job_id": masked.job_id,
        "text": f"{one['text']} [[email-AAAAAA]] {one['text'].lower()}",
    }
    types.RestoreAnswer.model_validate(client.post("/v1/deanonymize", json=back).json())
    types.VerifyAnswer.model_validate(client.post("/v1/verify", json=back).json())
    told = {"text": text, "explain": True}
    types.AnalyzeAnswer.model_validate(client.post("/v1/analyze", json=told).json())
    types.EntitiesAnswer.model_validate(client.get("/v1/entities").json())
    types.UsageAnswer.model_validate(client.get("/v1/usage").json())
    place = {"job_id": masked.job_id, "text": text}
    types.StatusAnswer.model_validate(client.post("/api/anonymize?wait=1", json=place).json())
    types.AcceptedAnswer.model_validate(client.post("/api/anonymize", json={"text": text}).json())
    types.ShortRestoreAnswer.model_validate(client.post("/api/deanonymize", json=back).json())
    status = f"/api/status/{masked.job_id}"
    types.StatusAnswer.model_validate(client.get(f"{status}?include_original=1").json())
    types.StringsAnswer.model_validate(client.get(f"{status}/strings").json())
    types.JobAnswer.model_validate(client.get(f"/v1/jobs/{masked.job_id}").json())
    gone = client.delete(f"/v1/jobs/{masked.job_id}").json()
    types.ForgottenAnswer.model_validate(gone)
    types.AliveAnswer.model_validate(client.get("/livez").json())
    types.ReadyAnswer.model_validate(client.get("/readyz").json())


def test_health_says_alive_and_ready(client: httpx.Client) -> None:
    assert client.get("/livez").json()["status"] == "ok"
    assert client.get("/readyz").json()["status"] == "ready"


def test_each_answer_has_a_request_id_and_takes_over_a_good_one(client: httpx.Client) -> None:
    assert client.get("/livez").headers["x-request-id"].startswith("req_")
    named = client.get("/livez", headers={"x-request-id": "abc-1"})
    assert named.headers["x-request-id"] == "abc-1"
    bad = client.get("/livez", headers={"x-request-id": "Sabine Krämer".encode("latin-1")})
    assert bad.headers["x-request-id"].startswith("req_")


@pytest.mark.parametrize(
    ("given", "used"),
    [("DE", "de"), ("de-DE", "de"), ("de_AT", "de"), ("en-GB", "en"), ("fr", "en"), ("", "en")],
)
def test_a_language_is_known_by_its_tag_and_others_are_looked_for(
    client: httpx.Client, given: str, used: str
) -> None:
    body = {"text": "Please write to John Whitfield about the invoice.", "language": given}
    for path in ("/v1/anonymize", "/v1/analyze"):
        assert client.post(path, json=body).json()["language"] == used
    told = client.post("/api/anonymize?wait=true", json=body).json()
    assert told["metadata"]["language"] == used


def test_restoring_without_a_text_names_what_it_takes(client: httpx.Client) -> None:
    error = client.post("/v1/deanonymize", json={"job_id": "x"}).json()["error"]
    assert error["message"] == "Give exactly one of text or texts."
