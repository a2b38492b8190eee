"""TLS to Redis: certificates to trust and to show, loaded once for all connections."""

from __future__ import annotations

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redis.asyncio.connection import SSLConnection


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """Paths in PEM form: whom to trust, and what to show where the server asks for it."""

    ca: str | None = None
    certificate: str | None = None
    key: str | None = None

    def options(self) -> dict[str, str]:
        """Return them as redis-py names them; nothing for those not set."""
        named = {"ssl_ca_certs": self.ca, "ssl_certfile": self.certificate, "ssl_keyfile": self.key}
        return {name: path for name, path in named.items() if path is not None}


class Trust:
    """The TLS context of all connections of a store.

    redis-py makes one for each connection. That takes longer than a call may, on the event loop,
    and it trusts every authority of the system beside the one that is set. This one trusts only
    what is set, the system's where nothing is, and is made again when a file was renewed.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        """Read the files that `options` name. Raises OSError for one that cannot be used."""
        given = {name: value for name, value in options.items() if name.startswith("ssl_")}
        self._asked = SSLConnection(**given).ssl_context
        self._seen = self._stamps()
        self._context = self._make()

    def context(self) -> ssl.SSLContext:
        """Return the context; the earlier one while renewed files cannot be used."""
        try:
            stamps = self._stamps()
            if stamps != self._seen:
                self._context = self._make()
                self._seen = stamps
        except OSError:  # ssl.SSLError is one
            pass
        return self._context

    def _stamps(self) -> list[tuple[int, int]]:
        files = (self._asked.ca_certs, self._asked.certfile, self._asked.keyfile)
        facts = [os.stat(path) for path in files if path]  # noqa: PTH116  follows links, as TLS does
        return [(one.st_mtime_ns, one.st_size) for one in facts]

    def _make(self) -> ssl.SSLContext:
        asked = self._asked
        context = ssl.create_default_context(
            cafile=asked.ca_certs, capath=asked.ca_path, cadata=asked.ca_data
        )
        context.check_hostname = asked.check_hostname
        context.verify_mode = ssl.VerifyMode(asked.cert_reqs)
        if asked.certfile or asked.keyfile:
            context.load_cert_chain(asked.certfile or "", asked.keyfile, asked.password)
        if asked.ciphers is not None:
            context.set_ciphers(asked.ciphers)
        return context


def trusting(kind: type[SSLConnection], trust: Trust) -> type[SSLConnection]:
    """Return a kind of connection that uses one context."""

    class Trusting(kind):  # type: ignore[misc, valid-type]
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            self.ssl_context.context = trust.context()

        async def connect(self) -> None:
            # The object outlives its connections, and files may have been renewed since the last.
            self.ssl_context.context = trust.context()
            await super().connect()

    return Trusting
