"""The pool of upstreams: a tenant's own where it has one, else the one for all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from service.errors import NoUpstreamError
from service.upstream.account import Account
from service.upstream.client import Upstream


class Upstreams:
    """Opens an account's upstream when it is first used, and ends it when the account is gone.

    Accounts that are the same share one upstream, and so its connections.
    """

    def __init__(
        self,
        usual: Upstream | None,
        account_of: Callable[[str], Account | None],
        open_account: Callable[[Account], Upstream],
        *,
        usual_has_key: bool,
    ) -> None:
        """Send to `usual` where `account_of` gives a tenant none of its own.

        `usual_has_key` says that `usual` sends a key that is not the caller's.
        """
        self._usual = usual
        self._account_of = account_of
        self._open_account = open_account
        self._usual_has_key = usual_has_key
        self._open: dict[Account, Upstream] = {}
        self._ending: set[asyncio.Task[None]] = set()

    def of(self, tenant: str) -> Upstream:
        """Return the upstream of a tenant. Raises NoUpstreamError.

        Ask for it when there is something to send: it may be another one a moment later.
        """
        account = self._account_of(tenant)
        upstream = self._usual if account is None else self._open.get(account)
        if account is not None and upstream is None:
            upstream = self._open[account] = self._open_account(account)
        if upstream is None:
            raise NoUpstreamError
        return upstream

    def has_key(self, tenant: str) -> bool:
        """Return whether a key of ours goes to the tenant's upstream, whatever the caller sends."""
        account = self._account_of(tenant)
        return self._usual_has_key if account is None else account.api_key is not None

    def keep(self, accounts: Iterable[Account]) -> None:
        """End the upstreams of all other accounts, each when what is under way there is done."""
        for account in self._open.keys() - set(accounts):
            task = asyncio.get_running_loop().create_task(self._open.pop(account).finish())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def close(self) -> None:
        """Close all connections now."""
        for task in tuple(self._ending):
            task.cancel()
        await asyncio.gather(*self._ending, return_exceptions=True)
        for upstream in (self._usual, *self._open.values()):
            if upstream is not None:
                await upstream.close()
