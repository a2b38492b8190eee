"""A TCP proxy that breaks connections on command: hung, slow, reset in the middle of a reply."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from typing import Literal, Self

Mode = Literal["pass", "refuse", "hang", "slow", "late", "reset"]
PIECE = 65_536
DELAYS = {"slow": 3.0, "late": 0.3}  # seconds, before each reply
RESET = struct.pack("ii", 1, 0)  # SO_LINGER of 0 seconds: closing sends RST


class FaultProxy:
    """Stands between the service and one server; `mode` counts for old connections too."""

    def __init__(self, target_port: int) -> None:
        self.mode: Mode = "pass"
        self.received = bytearray()  # all that the service sent
        self._target_port = target_port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        self._thread.start()
        start = asyncio.start_server(self._accept, sock=self._listener)
        self._server = asyncio.run_coroutine_threadsafe(start, self._loop).result(5)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(0)  # for the connections that they closed on their way out

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.mode == "refuse":
            _break(writer)
            return
        writers = [writer]
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._target_port)
            writers.append(back)
            await asyncio.gather(self._pump(reader, back, False), self._pump(there, writer, True))
        except ConnectionRefusedError:
            _break(writer)
        except OSError:
            pass  # the caller's part is to see the connection close
        except asyncio.CancelledError:  # the end of it all
            for one in writers:
                one.transport.abort()
        finally:
            for one in writers:
                one.close()

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, is_reply: bool
    ) -> None:
        while piece := await source.read(PIECE):
            if self.mode == "hang":
                await asyncio.sleep(3600)
            if is_reply:
                await asyncio.sleep(DELAYS.get(self.mode, 0))
            if self.mode == "refuse" or (self.mode == "reset" and is_reply):
                sink.write(piece[: len(piece) // 2])
                _break(sink)
                raise ConnectionResetError
            if not is_reply:
                self.received += piece
            sink.write(piece)
            await sink.drain()
        sink.write_eof()


def _break(writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    writer.close()
