"""A port that says a few bytes and hangs up, or takes what comes and says nothing."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def listening(says: bytes | None, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Answer each connection with some bytes once it said something; with None, never answer."""
    lines: list[asyncio.StreamWriter] = []
    handlers: list[asyncio.Task[None] | None] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(writer)
        handlers.append(asyncio.current_task())
        await (reader.read() if says is None else reader.read(1))
        writer.write(says or b"")
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls) as server:
        yield server.sockets[0].getsockname()[1]
        await asyncio.gather(*(one for one in handlers if one), return_exceptions=True)
        for line in lines:
            with suppress(OSError):
                await line.wait_closed()
