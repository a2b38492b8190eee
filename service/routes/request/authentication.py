"""Authentication: the tenant behind an API key, and the context of its request."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request

from service.errors import TooManyRequestsError, UnauthorizedError
from service.routes.request.context import RequestContext, notes_of
from service.routes.request.limits import Limits
from service.tenants.tenants import Tenants
from service.tenants.usage import Usage

KEY_HEADER = "x-deckname-key"
BEARER = "bearer "


class Authentication:
    """Finds the tenant of a request, and counts the request.

    The key is taken from `X-Deckname-Key`, else from `Authorization` where that header is ours
    to read: on routes that go to no upstream, and on all for a tenant whose upstream gets a key
    of ours.
    """

    def __init__(
        self,
        tenants: Tenants,
        usage: Usage,
        authorization_is_ours: Callable[[str], bool],
        *,
        limits: Limits,
        ttl_seconds: int,
    ) -> None:
        """Ask `authorization_is_ours` of a tenant, on routes that go to its upstream.

        The `limits` hold for tenants that have none of their own, `ttl_seconds` for all jobs.
        """
        self._tenants = tenants
        self._usage = usage
        self._authorization_is_ours = authorization_is_ours
        self._limits = limits
        self._ttl_seconds = ttl_seconds

    def admit(self, request: Request, *, goes_upstream: bool = False) -> RequestContext:
        """Return the context of a request: its tenant, and what holds for it.

        Raises UnauthorizedError, and TooManyRequestsError when the tenant has had its requests of
        this minute.
        """
        tenant = self._find(request, goes_upstream=goes_upstream)
        if tenant is None:
            raise UnauthorizedError
        if not self._tenants.has_turn(tenant):
            raise TooManyRequestsError(retry_after=self._tenants.seconds_to_turn(tenant))
        self._usage.request(tenant)
        terms, log = self._tenants.terms(tenant), notes_of(request.scope)
        log.add(tenant=tenant)
        limits = self._limits.within(terms)
        return RequestContext(tenant, terms, request.headers, limits, self._ttl_seconds, log)

    def _find(self, request: Request, *, goes_upstream: bool) -> str | None:
        key = request.headers.get(KEY_HEADER)
        if not self._tenants.asks_for_keys:
            return self._tenants.find(key)
        header = request.headers.get("authorization", "")
        is_bearer = header.lower().startswith(BEARER)
        tenant = self._tenants.find(header[len(BEARER) :] if is_bearer else None)
        if key is not None:
            if tenant is not None:  # a key of ours is no provider's, whoever it belongs to
                _without_authorization(request)
            return self._tenants.find(key)
        if goes_upstream and tenant is not None and not self._authorization_is_ours(tenant):
            return None  # the header is the provider's: a key of ours must not go there
        if goes_upstream and is_bearer:  # nor later, where the upstream has become another one
            _without_authorization(request)
        return tenant


def _without_authorization(request: Request) -> None:
    """Remove the header from a request, for everybody who looks at it from now on."""
    pairs = request.scope["headers"]
    pairs[:] = [pair for pair in pairs if pair[0].lower() != b"authorization"]
