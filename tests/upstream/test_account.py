"""A tenant's own account with a provider: what the file may say, and what is sent."""

from __future__ import annotations

import json
import traceback
from typing import Any

import pytest

from service.tenants.tenants import Tenants, TenantsError, hash_key, parse
from service.upstream.account import Account

URL = "https://provider.example/v1"
SECRET = "sk-geheim-4711"


def shown(account: Account) -> dict[str, str]:
    return {name: value.get_secret_value() for name, value in account.headers().items()}


def test_a_key_goes_as_a_bearer_token_and_nothing_of_the_caller_chooses_the_account() -> None:
    account = Account(url=URL, api_key=SECRET, organization="org-1", project="proj_1")
    assert shown(account) == {
        "authorization": f"Bearer {SECRET}",
        "openai-organization": "org-1",
        "openai-project": "proj_1",
    }
    assert account.kept_back() == {"authorization", "openai-organization", "openai-project"}


@pytest.mark.parametrize("name", ["api-key", "x-api-key", "Ocp-Apim-Subscription-Key"])
def test_a_key_goes_as_it_is_in_a_header_of_its_own(name: str) -> None:
    account = Account(url=URL, api_key=SECRET, api_key_header=name)
    assert shown(account) == {name.lower(): SECRET}
    assert "authorization" in account.kept_back()


def test_without_a_key_the_callers_authorization_goes_through() -> None:
    account = Account(url=URL)
    assert shown(account) == {}
    assert account.kept_back() == frozenset()


@pytest.mark.parametrize(
    "upstream",
    [
        {},
        {"url": None},
        {"url": "https://geheim.example/v1/chat/completions"},
        {"url": "https://geheim.example/v1/models/"},
        {"url": "https://geheim.example/v1?key=geheim"},
        {"url": "https://geheim.example/v1?"},
        {"url": "https://geheim.example/v1#v1"},
        {"url": "https://user:geheim@provider.example/v1"},
        {"url": "https://geheim@provider.example/v1"},
        {"url": "ftp://geheim.example/v1"},
        {"url": "/v1"},
        {"url": URL, "api_key": ""},
        {"url": URL, "api_key": "geheim geheim"},
        {"url": URL, "api_key": "geheim\r\nx-evil: 1"},
        {"url": URL, "api_key": "geheimü"},
        {"url": URL, "api_key": 4711},
        {"url": URL, "api_key_header": "api-key"},
        {"url": URL, "project": "geheim"},
        {"url": URL, "api_key": SECRET, "api_key_header": "host"},
        {"url": URL, "api_key": SECRET, "api_key_header": "idempotency-key"},
        {"url": URL, "api_key": SECRET, "api_key_header": "x-key\r\ngeheim"},
        {"url": URL, "api_key": SECRET, "api_key_header": ""},
        {"url": URL, "api_key": SECRET, "organization": "geheim\n"},
        {"url": URL, "api_key": SECRET, "headers": {"host": "geheim"}},
        "https://geheim.example/v1",
    ],
)
def test_an_account_that_cannot_be_used_is_refused_without_showing_it(upstream: Any) -> None:
    text = json.dumps({"acme": {"keys": [hash_key("one")], "upstream": upstream}})
    with pytest.raises(TenantsError, match="DECKNAME_API_KEYS_FILE") as caught:
        parse(text)
    assert "geheim" not in str(caught.value)
    assert "geheim" not in "".join(traceback.format_exception(caught.value)[-2:])
    assert caught.value.__suppress_context__


def test_no_repr_and_no_dump_shows_a_key() -> None:
    content = {"upstream": {"url": URL, "api_key": SECRET}, "keys": [hash_key("one")]}
    terms = parse(json.dumps({"acme": content}))["acme"]
    tenants = Tenants({"acme": terms})
    shown = f"{terms!r} {terms} {terms.model_dump()} {terms.model_dump_json()} {tenants!r}"
    shown += f"{tenants.accounts!r} {terms.upstream!r} {terms.upstream}"
    assert "provider.example" in shown
    assert SECRET not in shown
    assert hash_key("one") not in repr(terms)


def test_two_accounts_that_are_the_same_are_one() -> None:
    content = {"url": URL, "api_key": SECRET}
    same = {name: {"keys": [], "upstream": content} for name in ("a", "b")}
    other = {"c": {"keys": [], "upstream": content | {"api_key": "sk-2"}}, "d": []}
    assert len(Tenants(parse(json.dumps(same | other))).accounts) == 2
