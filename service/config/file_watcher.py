"""The watcher of a file that may change while the service runs: read again when it does."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

from service.observability import logs

EVERY_SECONDS = 1.0


class WatchedFile:
    """Hands the file's text to `take` whenever it is another one than before.

    What cannot be read or taken changes nothing and is logged once: the service goes on with what
    it has. The content is compared, not the time of change: a mounted Kubernetes secret is
    replaced by turning a link.
    """

    def __init__(self, name: str, path: Path, take: Callable[[str], None]) -> None:
        """Call `take(text)`, which raises ValueError for a text that it refuses.

        `name` is what log lines say.
        """
        self._name = name
        self._path = path
        self._take = take
        self._seen: bytes | None = None

    def check(self) -> None:
        """Read the file, and take what is new in it."""
        try:
            content = self._path.read_bytes()
        except OSError:
            content = b""
        digest = hashlib.sha256(content).digest()
        if digest == self._seen:
            return
        is_first, self._seen = self._seen is None, digest
        try:
            self._take(content.decode("utf-8"))
        except ValueError as error:  # its words may hold what was in the file
            logs.log(f"{self._name}_refused", logging.ERROR, error=type(error).__name__)
            return
        if not is_first:
            logs.log(f"{self._name}_taken")

    async def run(self, every_seconds: float = EVERY_SECONDS) -> None:
        """Check until cancelled."""
        while True:
            self.check()
            await asyncio.sleep(every_seconds)
