"""Who calls: the tenant behind an API key."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request

from service.errors import TooManyRequestsError, UnauthorizedError
from service.tenants.tenants import NO_TERMS, Tenants, Terms
from service.tenants.usage import Usage

KEY_HEADER = "x-deckname-key"
POLICY_HEADER = "x-deckname-policy"
BEARER = "bearer "


class Caller:
    """Finds the tenant of a request, and counts the request.

    The key is taken from `X-Deckname-Key`, else from `Authorization` where that header is ours
    to read: on routes that go to no upstream, and on all for a tenant whose upstream gets a key
    of ours.
    """

    def __init__(
        self, tenants: Tenants, usage: Usage, authorization_is_ours: Callable[[str], bool]
    ) -> None:
        """Ask `authorization_is_ours` of a tenant, on routes that go to its upstream."""
        self._tenants = tenants
        self._usage = usage
        self._authorization_is_ours = authorization_is_ours

    def tenant(self, request: Request, *, goes_upstream: bool = False) -> str:
        """Return the tenant.

        Its terms are left in the request's state. Raises UnauthorizedError, and
        TooManyRequestsError when it has had its requests of this minute.
        """
        tenant = self._find(request, goes_upstream=goes_upstream)
        if tenant is None:
            raise UnauthorizedError
        if not self._tenants.has_turn(tenant):
            raise TooManyRequestsError
        request.state.terms = self._tenants.terms(tenant)
        self._usage.request(tenant)
        request.scope.setdefault("deckname", {})["tenant"] = tenant
        return tenant

    def _find(self, request: Request, *, goes_upstream: bool) -> str | None:
        key = request.headers.get(KEY_HEADER)
        if key is not None or not self._tenants.asks_for_keys:
            return self._tenants.find(key)
        header = request.headers.get("authorization", "")
        is_bearer = header.lower().startswith(BEARER)
        tenant = self._tenants.find(header[len(BEARER) :] if is_bearer else None)
        if goes_upstream and tenant is not None and not self._authorization_is_ours(tenant):
            return None  # the header is the provider's: a key of ours must not go there
        if goes_upstream and is_bearer:  # nor later, where the upstream has become another one
            _without_authorization(request)
        return tenant


def _without_authorization(request: Request) -> None:
    """Take the header out of a request, for everybody who looks at it from now on."""
    pairs = request.scope["headers"]
    pairs[:] = [pair for pair in pairs if pair[0].lower() != b"authorization"]


def policy_name(request: Request) -> str | None:
    """Return the policy that the header asks for, or else the tenant's own, if there is one."""
    terms: Terms = getattr(request.state, "terms", NO_TERMS)
    return request.headers.get(POLICY_HEADER, terms.policy)
