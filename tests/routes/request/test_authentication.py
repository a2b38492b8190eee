"""Which header a caller's key is taken from, and what of it may go on to a provider."""

from __future__ import annotations

import pytest
from fastapi import Request

from service.errors import UnauthorizedError
from service.routes.request.authentication import Authentication
from service.routes.request.limits import Limits
from service.tenants.tenants import Tenants, hash_key
from service.tenants.usage import Usage

OURS, OTHERS, PROVIDERS = "dn-ours", "dn-anothers", "sk-the-callers"


def authentication(*, is_ours: bool, keys: bool = True) -> Authentication:
    tenants = Tenants({"acme": [hash_key(OURS)], "other": [hash_key(OTHERS)]} if keys else None)
    limits = Limits(body_bytes=1024, values=10, seconds=1)
    return Authentication(tenants, Usage(), lambda _: is_ours, limits=limits, ttl_seconds=60)


def request(**headers: str) -> Request:
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": pairs})


@pytest.mark.parametrize("seen_before", [True, False])
def test_our_key_in_authorization_stays_here_whatever_the_upstream_is_by_then(
    seen_before: bool,
) -> None:
    asked = request(authorization=f"Bearer {OURS}", accept="*/*")
    if seen_before:
        assert "authorization" in asked.headers
    context = authentication(is_ours=True).admit(asked, goes_upstream=True)
    assert context.tenant == "acme"
    assert dict(context.headers) == {"accept": "*/*"}
    assert dict(asked.headers) == {"accept": "*/*"}
    assert dict(Request(asked.scope).headers) == {"accept": "*/*"}


def test_a_providers_key_beside_ours_goes_on() -> None:
    asked = request(authorization=f"Bearer {PROVIDERS}", x_deckname_key=OURS)
    context = authentication(is_ours=False).admit(asked, goes_upstream=True)
    assert context.tenant == "acme"
    assert context.headers["authorization"] == f"Bearer {PROVIDERS}"


def test_without_keys_authorization_is_the_providers() -> None:
    for is_ours in (True, False):
        asked = request(authorization=f"Bearer {PROVIDERS}")
        context = authentication(is_ours=is_ours, keys=False).admit(asked, goes_upstream=True)
        assert context.tenant == "default"
        assert context.headers["authorization"] == f"Bearer {PROVIDERS}"


@pytest.mark.parametrize(
    ("header", "is_ours"),
    [
        (f"Bearer {OURS}", False),
        (f"Bearer {PROVIDERS}", True),
        (f"Basic {OURS}", True),
        (OURS, True),
        ("Bearer ", True),
        ("", True),
    ],
)
def test_what_is_no_key_for_this_upstream_is_refused(header: str, is_ours: bool) -> None:
    with pytest.raises(UnauthorizedError):
        authentication(is_ours=is_ours).admit(request(authorization=header), goes_upstream=True)


def test_a_wrong_key_in_its_own_header_is_not_made_good_by_authorization() -> None:
    asked = request(authorization=f"Bearer {OURS}", x_deckname_key="dn-wrong")
    with pytest.raises(UnauthorizedError):
        authentication(is_ours=True).admit(asked, goes_upstream=True)


@pytest.mark.parametrize("beside", [OURS, OTHERS])
def test_a_key_of_ours_in_authorization_goes_to_no_provider_also_beside_the_header(
    beside: str,
) -> None:
    asked = request(authorization=f"Bearer {beside}", x_deckname_key=OURS)
    context = authentication(is_ours=False).admit(asked, goes_upstream=True)
    assert context.tenant == "acme"
    assert "authorization" not in context.headers
