"""Who calls: the tenant behind an API key."""

from __future__ import annotations

from fastapi import Request

from service.errors import UnauthorizedError
from service.tenants import Tenants
from service.usage import Usage

KEY_HEADER = "x-deckname-key"
BEARER = "bearer "


class Caller:
    """Finds the tenant of a request, and counts the request.

    The key is taken from `X-Deckname-Key`, else from `Authorization` where that header is ours
    to read: on routes that go to no upstream, and on all when the upstream's key is our own.
    """

    def __init__(self, tenants: Tenants, usage: Usage, *, authorization_is_ours: bool) -> None:
        self._tenants = tenants
        self._usage = usage
        self._authorization_is_ours = authorization_is_ours

    def tenant(self, request: Request, *, goes_upstream: bool = False) -> str:
        """Return the tenant.

        Raises UnauthorizedError.
        """
        key = request.headers.get(KEY_HEADER)
        if key is None and (self._authorization_is_ours or not goes_upstream):
            header = request.headers.get("authorization", "")
            key = header[len(BEARER) :] if header.lower().startswith(BEARER) else None
        tenant = self._tenants.find(key)
        if tenant is None:
            raise UnauthorizedError
        self._usage.request(tenant)
        request.scope.setdefault("deckname", {})["tenant"] = tenant
        return tenant
