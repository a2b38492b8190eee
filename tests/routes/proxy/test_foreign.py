"""Placeholders that are none of the job's: never searched, never masked, told when expired."""

from __future__ import annotations

import re
import time
from typing import Any

import httpx
import pytest

from service.text.placeholders.hashes import make_hash
from tests.conftest import Serve
from tests.support.scripted_upstream import ScriptedUpstream

MAIL = "sabine.kraemer@example.org"
# The rule that the reference product tells its users to put into their system prompt.
RULE = """## CRITICAL RULE: ANONYMIZATION PLACEHOLDERS

The user's messages contain anonymized placeholders in format [[Type-HASH]]:
- [[Person-QSEZB6]] = a person's name
- [[email-BE2966]] = an email address
- [[iban-5B7BCF]] = a bank account
- [[telephone_number-F29732]] = a phone number

FORBIDDEN:
- Writing "[Name anonymisiert]" or "[anonymized]"
- Describing WHAT the placeholder is instead of USING it

REQUIRED:
- Copy [[Person-QSEZB6]] exactly as-is
- Write "Herr [[Person-QSEZB6]] hat..." (use it like a real name)

WHY: After your response, placeholders get replaced with real values."""


def ask(address: str, *messages: dict[str, str], **members: Any) -> Any:
    body = {"model": "m", "messages": messages, **members}
    return httpx.post(f"{address}/v1/chat/completions", json=body).json()


def test_the_rule_of_the_reference_product_passes_unharmed(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    user = {"role": "user", "content": f"Schreibe an [[Person-ABC123]], {MAIL}."}
    got = ask(serve(upstream_url=upstream.url), {"role": "system", "content": RULE}, user)
    sent = upstream.requests[0].json["messages"]
    assert sent[0]["content"].startswith(RULE)
    assert re.fullmatch(
        r"Schreibe an \[\[Person-ABC123\]\], \[\[email-\w+\]\]\.", sent[1]["content"]
    )
    assert got["choices"][0]["message"]["content"] == user["content"]
    assert got["_anymize"]["placeholders"]["foreign"] == 1


@pytest.mark.parametrize("hash_", ["F29732", "491701", "DE8937", "AB1234", "000000"])
@pytest.mark.parametrize("label", ["Person", "telephone_number", "Sabine_Kraemer", "iban", "IBAN"])
def test_foreign_placeholders_round_trip_exactly(serve: Serve, label: str, hash_: str) -> None:
    text = f"Frau [[{label}-{hash_}]] Krämer, Tel. [[{label}-{hash_}]], IBAN [[{label}-{hash_}]]"
    address = serve()
    done = httpx.post(f"{address}/v1/anonymize", json={"text": f"{text} {MAIL}"}).json()
    assert done["text"].count(f"[[{label}-{hash_}]]") == 3
    members = {"job_id": done["job_id"], "text": done["text"]}
    back = httpx.post(f"{address}/v1/deanonymize", json=members).json()
    assert back["text"] == f"{text} {MAIL}"


def test_placeholders_of_an_expired_job_are_told(serve: Serve, upstream: ScriptedUpstream) -> None:
    address = serve(upstream_url=upstream.url, ttl_seconds=1)
    first = {"role": "user", "content": f"Schreibe an {MAIL}"}
    assert "expired" not in ask(address, first, job_id="j")["_anymize"]["placeholders"]
    masked = {"role": "user", "content": upstream.requests[0].json["messages"][0]["content"]}
    again = ask(address, masked, job_id="j")["_anymize"]["placeholders"]
    assert "expired" not in again
    time.sleep(1.3)
    counts = ask(address, masked, job_id="j")["_anymize"]["placeholders"]
    assert (counts["foreign"], counts["expired"]) == (1, 1)


def test_a_placeholder_in_a_first_message_is_foreign_and_not_expired(
    serve: Serve, upstream: ScriptedUpstream
) -> None:
    text = f"[[Person-{make_hash(bytes(range(8)))}]]"
    first = {"role": "user", "content": text}
    address = serve(upstream_url=upstream.url)
    counts = ask(address, first)["_anymize"]["placeholders"]
    assert counts["foreign"] == 1
    assert "expired" not in counts
    history = (first, {"role": "assistant", "content": text}, first)
    assert ask(address, *history)["_anymize"]["placeholders"]["expired"] == 1
