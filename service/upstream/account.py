"""Accounts with a provider: a tenant's own address and key, as the file of API keys says them."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    HttpUrl,
    SecretStr,
    StrictStr,
    StringConstraints,
    model_validator,
)

from service.config.url_checks import check_address

AUTHORIZATION = "authorization"
# Where providers look for a key: `api-key` at Azure, `ocp-apim-subscription-key` at its gateway.
KEY_HEADER = re.compile(rf"{AUTHORIZATION}|(?!idempotency-)(?:[a-z0-9]{{1,16}}-){{1,4}}key")
# What stands in a header as it is: visible ASCII, so that no line of its own can begin in it.
VISIBLE = re.compile(r"[\x21-\x7e]{1,4096}")
# The ends of addresses that documentation shows where the base address is meant.
CALLS = ("/chat/completions", "/responses", "/completions", "/embeddings", "/models")
# A caller's own choice among the accounts of a key; not with a key that is not theirs.
CHOOSING = ("openai-organization", "openai-project")


def _is_base(url: HttpUrl) -> HttpUrl:
    if url.query is not None or url.fragment is not None:
        raise ValueError("must be a base address, without anything behind ? or #")
    if (url.path or "").rstrip("/").endswith(CALLS):
        raise ValueError("must be the base address, to which /chat/completions is added")
    check_address(url)
    return url


def _is_visible(secret: SecretStr) -> SecretStr:
    if not VISIBLE.fullmatch(secret.get_secret_value()):
        raise ValueError("must be visible ASCII characters without a space")
    return secret


def _holds_a_key(name: str) -> str:
    if not KEY_HEADER.fullmatch(name.lower()):
        raise ValueError("must be authorization, or end in -key")
    return name.lower()


BaseUrl = Annotated[HttpUrl, AfterValidator(_is_base)]
ProviderKey = Annotated[SecretStr, AfterValidator(_is_visible)]
Name = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,128}$")]


class Account(BaseModel):
    """Where a tenant's requests go, and the key that is sent along; nobody else's go there.

    Without a key the caller's `Authorization` goes through, never the key of DECKNAME_UPSTREAM_…
    With one, nothing of the caller chooses among the provider's accounts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    url: BaseUrl
    api_key: ProviderKey | None = None
    api_key_header: Annotated[StrictStr, AfterValidator(_holds_a_key)] = AUTHORIZATION
    organization: Name | None = None
    project: Name | None = None

    @model_validator(mode="after")
    def _has_a_key_to_send(self) -> Self:
        given = self.model_fields_set & {"api_key_header", "organization", "project"}
        if self.api_key is None and given:
            raise ValueError("these say how a key is sent, and there is none")
        return self

    def headers(self) -> dict[str, SecretStr]:
        """Return what is sent in place of the caller's: the key, organization and project."""
        if self.api_key is None:
            return {}
        key = self.api_key.get_secret_value()
        written = f"Bearer {key}" if self.api_key_header == AUTHORIZATION else key
        chosen = dict(zip(CHOOSING, (self.organization, self.project), strict=True))
        sent = {self.api_key_header: written} | chosen
        return {name: SecretStr(value) for name, value in sent.items() if value is not None}

    def kept_back(self) -> frozenset[str]:
        """Return the headers of the caller that do not go to the provider."""
        return frozenset() if self.api_key is None else frozenset({AUTHORIZATION, *CHOOSING})
