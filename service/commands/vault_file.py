"""A vault in a file of its own, for the command line: sealed pairs between two commands.

What stands in it is sealed like what stands in Redis; without the vault keys it tells as little.
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from service.vault.memory import MemoryStore


class VaultFileError(ValueError):
    """The file is not one of ours."""


class VaultFile(MemoryStore):
    """A memory store that comes from a file and goes back into it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._keys: set[str] = set()

    @classmethod
    async def read(cls, path: Path) -> Self:
        """Return what the file holds and has not expired; an empty store when there is no file.

        Raises VaultFileError and OSError.
        """
        store = cls(path)
        if path.exists():  # noqa: ASYNC240  one command, nobody else waits
            try:
                document = json.loads(path.read_bytes())  # noqa: ASYNC240  the same
                for key, entry in document["jobs"].items():
                    left = int(entry["expires_at"] - time.time())
                    fields = {name: base64.b64decode(one) for name, one in entry["fields"].items()}
                    if left > 0:
                        await store.put(key, fields, left)
            except (ValueError, KeyError, TypeError, AttributeError):
                raise VaultFileError("The vault file cannot be read.") from None
        return store

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing, return what is there."""
        self._keys.add(key)
        return await super().put_if_absent(key, fields, ttl_seconds)

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields."""
        self._keys.add(key)
        await super().put(key, fields, ttl_seconds)

    async def save(self) -> None:
        """Write the file anew, for its owner only; the old one stays whole until then."""
        jobs = {}
        for key in sorted(self._keys):
            left = await self.ttl(key)
            if left is not None:
                fields = await self.all(key)
                jobs[key] = {
                    "expires_at": time.time() + left,
                    "fields": {
                        name: base64.b64encode(one).decode() for name, one in fields.items()
                    },
                }
        fresh = self._path.with_name(f"{self._path.name}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump({"jobs": jobs}, file)
        fresh.replace(self._path)
