"""The HTTP client of the model provider: the only file that talks to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import aiohttp
from pydantic import SecretStr

from service.observability import metrics
from service.observability.causes import Cause, cause_of
from service.observability.stages import stage
from service.upstream.failures import failure

# What a caller's request may take along. Everything else stays here: cookies, forwarded-for and
# identity headers of chat front ends name people.
REQUEST_HEADERS = frozenset(
    [
        "authorization",
        "openai-organization",
        "openai-project",
        "openai-beta",
        "idempotency-key",
        "user-agent",
        "traceparent",
        "tracestate",
    ]
)
RESPONSE_HEADERS = frozenset(
    [
        "retry-after",
        "retry-after-ms",
        "x-should-retry",
        "openai-model",
        "openai-organization",
        "openai-processing-ms",
        "openai-version",
    ]
)
RATE_LIMIT = "x-ratelimit-"
LARGEST_ANSWER = 64 * 1024 * 1024
# At once and for each upstream, in each process; who comes later waits for one of them, as long as
# for a connection to be made.
MOST_CONNECTIONS = 1_000
FINISH_SECONDS = 600.0
JSON = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Answer:
    """An upstream answer whose body has not been read; open while that is done, once."""

    status: int
    headers: dict[str, str]
    content_type: str
    _response: aiohttp.ClientResponse
    _ended: Callable[[], None]
    _reading: ExitStack = field(default_factory=ExitStack)

    async def read(self) -> bytes:
        """Return the whole body.

        Raises UpstreamError, also for a body over LARGEST_ANSWER, and UpstreamTimeoutError.
        """
        parts: list[bytes] = []
        size = 0
        async for piece in self.pieces():
            size += len(piece)
            if size > LARGEST_ANSWER:
                raise failure("too_large")
            parts.append(piece)
        return b"".join(parts)

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield the body as it arrives.

        Raises UpstreamError and UpstreamTimeoutError.
        """
        try:
            async for piece in self._response.content.iter_any():
                yield piece
        except (TimeoutError, aiohttp.ClientError) as error:
            raise failure(_cause(error)) from None

    def described(self, names: Collection[str]) -> dict[str, str]:
        """Return the headers of these names, as they came."""
        found = self._response.headers
        return {name: found[name] for name in names if name in found}

    async def __aenter__(self) -> Self:
        self._reading.enter_context(stage("answer"))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Return the connection to the pool; cut it where the body was not read to its end."""
        self._response.release()
        self._ended()
        self._reading.__exit__(kind, error, trace)


class Upstream:
    """One provider, by its base address as it documents it: `…/v1`, `…/v1beta/openai`, no path."""

    def __init__(
        self,
        url: str,
        own: Mapping[str, SecretStr] | None = None,
        *,
        kept_back: Collection[str] = (),
        connect_seconds: float = 5,
        timeout_seconds: float = 600,
        most_connections: int = MOST_CONNECTIONS,
    ) -> None:
        """Send headers of our `own` in place of the caller's, and none of those `kept_back`."""
        self._url = url.rstrip("/")
        self._own = dict(own or {})
        self._kept_back = frozenset(kept_back) | self._own.keys()
        self._most_connections = most_connections
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._timeout = aiohttp.ClientTimeout(
            total=None, connect=connect_seconds, sock_read=timeout_seconds
        )
        self._session: aiohttp.ClientSession | None = None

    async def send(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str],
        body: bytes | AsyncIterator[bytes] | None = None,
        described: dict[str, str] | None = None,
    ) -> Answer:
        """Send a request and return the answer once its headers are here.

        The body is JSON unless it is `described` by other headers.
        Raises UpstreamError when there is no connection, UpstreamTimeoutError when it is slow.
        """
        about = described or ({} if body is None else JSON)
        status: int | None = None
        self._begun()
        try:
            with stage("upstream") as span:
                sent = self._headers(headers, span.headers()) | about
                response = await self._request(method, path, sent, body)
            status = response.status
        except BaseException:
            self._ended()
            raise
        finally:
            metrics.upstream_answered(status)
        back = _passed_back(response.headers)
        return Answer(status, back, response.content_type, response, self._ended)

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def finish(self, longest_seconds: float = FINISH_SECONDS) -> None:
        """Close all connections once nothing is under way, or after so long, or when cancelled."""
        try:
            async with asyncio.timeout(longest_seconds):
                await self._idle.wait()
        except TimeoutError:
            pass
        finally:
            await self.close()

    def _begun(self) -> None:
        self._under_way += 1
        self._idle.clear()

    def _ended(self) -> None:
        self._under_way -= 1
        if self._under_way == 0:
            self._idle.set()

    async def _request(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: bytes | AsyncIterator[bytes] | None,
    ) -> aiohttp.ClientResponse:
        try:
            return await self._open_session().request(
                method,
                f"{self._url}{path}",
                data=body,
                headers=headers,
                allow_redirects=False,  # the request is for this provider and nobody else
            )
        except (aiohttp.ClientError, OSError) as error:
            raise failure(_cause(error)) from None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:  # made here because it belongs to the running loop
            self._session = aiohttp.ClientSession(
                timeout=self._timeout,
                connector=aiohttp.TCPConnector(limit=self._most_connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
                trust_env=False,
            )
        return self._session

    def _headers(self, headers: Mapping[str, str], trace: Mapping[str, str]) -> dict[str, str]:
        """Return what is sent of the caller's headers, those of the trace and the account's."""
        sent = {
            name: value
            for name, value in headers.items()
            if name.lower() in REQUEST_HEADERS
            and name.lower() not in self._kept_back | trace.keys()
        }
        own = {name: value.get_secret_value() for name, value in self._own.items()}
        return sent | dict(trace) | own | {"accept-encoding": "identity"}


def _cause(error: Exception) -> Cause:
    """Return the word for what went wrong on the way to the provider."""
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return "connect_timeout"
    if isinstance(error, TimeoutError):
        return "answer_timeout"
    return cause_of(error) or "closed"


def _passed_back(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        name.lower(): value
        for name, value in headers.items()
        if name.lower() in RESPONSE_HEADERS or name.lower().startswith(RATE_LIMIT)
    }
