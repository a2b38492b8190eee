"""What is done about damaged placeholders, with the official SDK and a model that damages them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import openai
import pytest
from starlette.responses import JSONResponse, Response

from service.tenants.tenants import new_api_key
from service.text.placeholders import PLACEHOLDER
from tests.conftest import Serve, sdk
from tests.support.scripted_upstream import ScriptedUpstream, completion, sse

MAIL, OTHER = "sabine.kraemer@example.org", "j.brett@example.net"
TEXT = f"Schreibe an {MAIL}, in Kopie {OTHER}."


def damaging(write: Callable[[str], str], times: int = 99) -> Callable[[Any], Response]:
    """Return a model that echoes; it damages its first `times` answers."""
    left = [times]

    def answer(body: Any) -> Response:
        content = body["messages"][-1]["content"].partition("\n\n")[0]
        if left[0] > 0:
            left[0] -= 1
            content = write(content)
        if body.get("stream"):
            return sse([*({"content": one} for one in content)])
        return completion({"role": "assistant", "content": content})

    return answer


def lower(text: str) -> str:
    return PLACEHOLDER.sub(lambda found: found[0].lower(), text)


def drop_one(text: str) -> str:
    return PLACEHOLDER.sub("jemanden", text, count=1)


def invent(text: str) -> str:
    return f"{text} [[Person-AAAAAA]]"


def twist(text: str) -> str:
    """Damage beyond repair: two characters of each hash exchanged for others."""
    return PLACEHOLDER.sub(lambda found: f"[[{found['label']}-11{found['hash'][2:]}]]", text)


@pytest.fixture
def client(serve: Serve, upstream: ScriptedUpstream) -> Iterator[openai.OpenAI]:
    with sdk(serve(upstream_url=upstream.url)) as opened:
        yield opened


def ask(client: openai.OpenAI, content: str = TEXT, **options: Any) -> Any:
    messages = [{"role": "user", "content": content}]
    return client.chat.completions.create(model="m", messages=messages, **options)


def text_of(answer: Any) -> str:
    return str(answer.choices[0].message.content)


def test_damage_is_repaired_and_told_in_body_and_headers(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(lower)
    raw = client.chat.completions.with_raw_response.create(
        model="m", messages=[{"role": "user", "content": TEXT}]
    )
    answer: Any = raw.parse()
    assert text_of(answer) == TEXT
    told = answer._anymize["placeholders"]
    assert told.pop("kinds") == {"case": 2}
    assert told == {name: int(raw.headers[f"x-placeholders-{name}"]) for name in told}
    assert (told["sent"], told["kept"], told["altered"], told["repaired"]) == (2, 2, 2, 2)


def test_a_stream_is_repaired_too(client: openai.OpenAI, upstream: ScriptedUpstream) -> None:
    upstream.script = damaging(lower)
    parts = list(ask(client, stream=True))
    assert "".join(one.choices[0].delta.content or "" for one in parts if one.choices) == TEXT
    told = parts[-1]._anymize["placeholders"]
    assert (told["kept"], told["repaired"], told["kinds"]) == (2, 2, {"case": 2})


def test_tool_arguments_stay_json_when_they_are_repaired(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        arguments = json.dumps({"to": lower(body["messages"][-1]["content"])})
        call = {"id": "c", "type": "function", "function": {"name": "f", "arguments": arguments}}
        return completion({"role": "assistant", "content": None, "tool_calls": [call]})

    upstream.script = answer
    call = ask(client, f'"{MAIL}"\n').choices[0].message.tool_calls[0]
    assert json.loads(call.function.arguments) == {"to": f'"{MAIL}"\n'}


def test_report_leaves_the_answer_as_it_is(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(lower)
    answer = ask(client, extra_headers={"X-Integrity": "report"})
    assert MAIL not in text_of(answer)
    told = answer._anymize["placeholders"]
    assert (told["altered"], told["repaired"], told["missing"]) == (2, 0, 2)


def test_retry_asks_again_and_names_what_was_lost(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(twist, times=1)
    answer = ask(client, extra_headers={"X-Integrity": "retry", "Idempotency-Key": "k"})
    assert text_of(answer) == TEXT
    assert answer._anymize["retries"] == 1
    first, second = upstream.requests
    assert set(PLACEHOLDER.findall(second.json["messages"][-1]["content"])) == set(
        PLACEHOLDER.findall(first.json["messages"][-1]["content"])
    )
    assert len(PLACEHOLDER.findall(second.json["messages"][-1]["content"])) == 4
    assert "idempotency-key" not in second.headers
    assert MAIL not in upstream.wire


def test_retry_gives_up_after_its_number_and_gives_the_last_answer(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(twist)
    address = serve(upstream_url=upstream.url, integrity="retry", integrity_retries=2)
    answer = ask(sdk(address))
    assert len(upstream.requests) == 3
    assert (answer._anymize["retries"], answer._anymize["placeholders"]["invented"]) == (2, 2)


def test_retry_keeps_the_first_answer_when_the_second_is_an_error(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    broken = damaging(twist, times=1)

    def answer(body: Any) -> Response:
        first = len(upstream.requests) == 1
        return broken(body) if first else JSONResponse({"error": {"message": "no"}}, 500)

    upstream.script = answer
    assert ask(client, extra_headers={"X-Integrity": "retry"})._anymize["retries"] == 0


def test_missing_placeholders_count_only_when_all_are_asked_for(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(drop_one, times=2)
    some = {"X-Integrity": "retry"}
    assert "jemanden" in text_of(ask(client, extra_headers=some))
    every = some | {"X-Require-Placeholders": "all"}
    assert text_of(ask(client, extra_headers=every)) == TEXT
    assert len(upstream.requests) == 3


@pytest.mark.parametrize("write", [twist, invent])
def test_reject_refuses_what_cannot_be_repaired(
    client: openai.OpenAI, upstream: ScriptedUpstream, write: Callable[[str], str]
) -> None:
    headers = {"X-Integrity": "reject"}
    upstream.script = damaging(lower)
    assert text_of(ask(client, extra_headers=headers)) == TEXT
    upstream.script = damaging(write)
    with pytest.raises(openai.UnprocessableEntityError) as raised:
        ask(client, extra_headers=headers)
    assert raised.value.code == "placeholders_lost"
    assert raised.value.response.headers["x-should-retry"] == "false"
    assert MAIL not in raised.value.response.text


def test_a_rejected_stream_ends_with_the_error(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(invent)
    with pytest.raises(openai.APIError) as raised:
        list(ask(client, stream=True, extra_headers={"X-Integrity": "reject"}))
    assert raised.value.code == "placeholders_lost"


def test_a_tenant_has_a_mode_of_its_own(
    serve: Serve, upstream: ScriptedUpstream, tmp_path: Path
) -> None:
    (key, known), (strict_key, strict) = new_api_key(), new_api_key()
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({"a": [known], "b": {"keys": [strict], "integrity": "reject"}}))
    upstream.script = damaging(invent)
    address = serve(upstream_url=upstream.url, api_keys_file=file)
    assert ask(sdk(address), extra_headers={"X-Deckname-Key": key})
    with pytest.raises(openai.UnprocessableEntityError):
        ask(sdk(address), extra_headers={"X-Deckname-Key": strict_key})


def test_an_unknown_mode_is_refused_before_anything_goes_out(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        ask(client, extra_headers={"X-Integrity": "always"})
    assert raised.value.param == "x-integrity"
    assert upstream.requests == []


def test_a_damaged_placeholder_that_the_user_typed_is_never_resolved(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    headers = {"X-Job-Id": "akte-7"}
    ask(client, extra_headers=headers)
    found = PLACEHOLDER.search(upstream.requests[0].json["messages"][-1]["content"])
    assert found
    typed = f"Wer ist [{found[0][2:-2]}] und {found[0].lower()}? {MAIL}"
    answer = ask(client, typed, extra_headers=headers)
    assert text_of(answer) == typed
    assert answer._anymize["placeholders"]["altered"] == 0


def test_what_another_job_issued_is_not_repaired_either(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    ask(client, extra_headers={"X-Job-Id": "one"})
    masked = lower(upstream.requests[0].json["messages"][-1]["content"])
    upstream.script = damaging(lambda text: f"{text} {masked}")
    answer = ask(client, f"An {OTHER}", extra_headers={"X-Job-Id": "two"})
    assert text_of(answer) == f"An {OTHER} {masked}"


def test_rest_repairs_unless_told_not_to_and_verify_tells(serve: Serve) -> None:
    with httpx.Client(base_url=serve()) as http:
        made = http.post("/v1/anonymize", json={"text": TEXT, "job_id": "j"}).json()
        first, second = (one["placeholder"] for one in made["entities"])
        asked = {"job_id": "j", "text": f"{first.lower()} [[Person-AAAAAA]]"}
        done = http.post("/v1/deanonymize", json=asked).json()
        assert done["text"] == f"{MAIL} [[Person-AAAAAA]]"
        assert done["placeholders"] == {"restored": 1, "altered": 1, "repaired": 1, "unknown": 1}
        left = http.post("/v1/deanonymize", json=asked | {"repair": False}).json()
        assert left["text"] == asked["text"]
        assert left["placeholders"]["repaired"] == 0
        told = http.post("/v1/verify", json=asked).json()
        assert told == {
            "kept": [first],
            "missing": [second],
            "altered": [{"form": first.lower(), "placeholder": first, "kind": "case"}],
            "invented": ["[[Person-AAAAAA]]"],
        }
        unknown = http.post("/v1/verify", json={"job_id": "k", "text": "x"})
        assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "job_not_found")


def test_a_responses_answer_is_asked_for_again(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    def answer(body: Any) -> Response:
        asked = body["input"] if isinstance(body["input"], str) else json.dumps(body["input"])
        text = twist(asked) if len(upstream.requests) == 1 else asked.partition("\n\n")[0]
        content = [{"type": "output_text", "text": text, "annotations": []}]
        message = {"type": "message", "id": "m", "role": "assistant", "content": content}
        return JSONResponse({"id": "r1", "object": "response", "output": [message]})

    upstream.script = answer
    done = client.responses.create(model="m", input=TEXT, extra_headers={"X-Integrity": "retry"})
    assert done.output_text == TEXT
    assert re.search(r"character by character: \[\[", upstream.requests[1].json["input"])


def in_words(text: str) -> str:
    return PLACEHOLDER.sub("[Name anonymisiert]", text, count=1)


def test_a_placeholder_lost_in_words_is_counted_whole_and_streamed(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(in_words)
    counts = ask(client)._anymize["placeholders"]
    assert (counts["missing"], counts["altered"], counts["kinds"]) == (1, 1, {"word": 1})
    last = list(ask(client, stream=True))[-1]
    assert last._anymize["placeholders"]["kinds"] == {"word": 1}


def test_a_placeholder_lost_in_words_is_asked_for_again_or_refused(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(in_words, times=1)
    answer = ask(client, extra_headers={"X-Integrity": "retry"})
    assert text_of(answer) == TEXT
    assert answer._anymize["retries"] == 1
    upstream.script = damaging(in_words)
    with pytest.raises(openai.UnprocessableEntityError):
        ask(client, extra_headers={"X-Integrity": "reject"})


def test_such_words_in_the_request_or_beside_all_placeholders_are_no_loss(
    client: openai.OpenAI, upstream: ScriptedUpstream
) -> None:
    upstream.script = damaging(lambda text: f"{text} [REDACTED]")
    assert ask(client)._anymize["placeholders"]["altered"] == 0
    upstream.script = damaging(drop_one)
    assert ask(client, f"{TEXT} [Name anonymisiert]")._anymize["placeholders"]["altered"] == 0
