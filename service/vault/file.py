"""The store of the command line: one SQLite file, which any number of commands may use at once.

What stands in it is sealed like what stands in Redis; without the vault keys it tells as little.
SQLite locks the file and writes each step wholly or not at all, so no command can lose what
another one wrote (https://www.sqlite.org/atomiccommit.html).
"""

from __future__ import annotations

import base64
import json
import math
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from service.errors import VaultError

SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, expires_at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS fields (
    key TEXT NOT NULL REFERENCES entries ON DELETE CASCADE,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (key, name)
);
CREATE TABLE IF NOT EXISTS places (
    key TEXT NOT NULL, name TEXT NOT NULL, expires_at REAL NOT NULL, PRIMARY KEY (key, name)
);
"""
LIVE = """
INSERT INTO entries VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at
"""
LIVE_LONGEST = """
INSERT INTO entries VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET expires_at = max(expires_at, excluded.expires_at)
"""
# "deck", in the header of the file: https://www.sqlite.org/pragma.html#pragma_application_id
APPLICATION = 0x6465636B
LOCK_SECONDS = 60.0  # how long a command waits for others that write
UNREADABLE = "The vault file cannot be read."


class VaultFileError(ValueError):
    """The file is not one of ours, or is not there."""


class FileStore:
    """Keeps everything in one file, for its owner only.

    With `read_only` nothing is ever written, not even an expiry. With `longest` an expiry is never
    set back: what was to be kept for a year is kept for a year, whatever is asked for later.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        longest: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the file, and make it if it may be written.

        Raises VaultFileError for a file that is not ours, or is to be read and not there.
        """
        self._read_only = read_only
        self._live_until = LIVE_LONGEST if longest else LIVE
        self._clock = clock
        try:
            self._database = _opened(path, read_only=read_only)
        except sqlite3.Error:
            raise VaultFileError(UNREADABLE) from None

    async def put_if_absent(
        self, key: str, fields: Mapping[str, bytes], ttl_seconds: int
    ) -> dict[str, bytes]:
        """Write what is missing, return what is there."""
        with self._writing() as database:
            self._live(database, key, ttl_seconds)
            rows = [(key, name, value) for name, value in fields.items()]
            database.executemany("INSERT OR IGNORE INTO fields VALUES (?, ?, ?)", rows)
            return self._get(database, key, fields)

    async def put(self, key: str, fields: Mapping[str, bytes], ttl_seconds: int) -> None:
        """Write the fields."""
        with self._writing() as database:
            self._live(database, key, ttl_seconds)
            rows = [(key, name, value) for name, value in fields.items()]
            database.executemany("INSERT OR REPLACE INTO fields VALUES (?, ?, ?)", rows)

    async def get(self, key: str, fields: Iterable[str]) -> dict[str, bytes]:
        """Return those of the fields that exist."""
        with self._reading() as database:
            return self._get(database, key, fields)

    async def all(self, key: str) -> dict[str, bytes]:
        """Return every field."""
        with self._reading() as database:
            return self._all(database, key)

    async def touch(self, key: str, ttl_seconds: int) -> None:
        """Set the expiry anew, in a file that may be written."""
        if self._read_only:
            return
        with self._writing() as database:
            if self._expires(database, key):
                self._live(database, key, ttl_seconds)

    async def size(self, key: str) -> int:
        """Count the fields."""
        with self._reading() as database:
            return len(self._all(database, key))

    async def ttl(self, key: str) -> int | None:
        """Return the seconds left, rounded up."""
        with self._reading() as database:
            expires = self._expires(database, key)
            return math.ceil(expires - self._clock()) if expires else None

    async def delete(self, key: str) -> bool:
        """Forget the key; return whether there was one."""
        with self._writing() as database:
            return database.execute("DELETE FROM entries WHERE key = ?", (key,)).rowcount > 0

    async def claim(self, key: str, name: str, ttl_seconds: int, most: int | None) -> bool:
        """Hold a place, unless there are `most` already."""
        with self._writing() as database:
            rows = database.execute("SELECT name FROM places WHERE key = ?", (key,))
            held = {str(row[0]) for row in rows}
            if most is not None and name in held:
                return True
            if most is not None and len(held) >= most:
                return False
            place = (key, name, self._clock() + ttl_seconds)
            database.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", place)
            return True

    async def release(self, key: str, name: str) -> None:
        """Return a place."""
        with self._writing() as database:
            database.execute("DELETE FROM places WHERE key = ? AND name = ?", (key, name))

    async def ping(self) -> None:
        """Return when the file can be read."""
        with self._reading() as database:
            database.execute("SELECT 1 FROM entries LIMIT 1")

    async def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            yield self._database
        except sqlite3.Error:
            raise VaultError from None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Lock the file for one step, which is written as a whole; what has expired goes first."""
        if self._read_only:
            raise VaultError
        with self._reading() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                now = (self._clock(),)
                database.execute("DELETE FROM entries WHERE expires_at <= ?", now)
                database.execute("DELETE FROM places WHERE expires_at <= ?", now)
                yield database
                database.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    database.execute("ROLLBACK")
                raise

    def _live(self, database: sqlite3.Connection, key: str, ttl_seconds: int) -> None:
        database.execute(self._live_until, (key, self._clock() + ttl_seconds))

    def _expires(self, database: sqlite3.Connection, key: str) -> float | None:
        row = database.execute(
            "SELECT expires_at FROM entries WHERE key = ? AND expires_at > ?", (key, self._clock())
        ).fetchone()
        return None if row is None else float(row[0])

    def _all(self, database: sqlite3.Connection, key: str) -> dict[str, bytes]:
        if not self._expires(database, key):
            return {}
        rows = database.execute("SELECT name, value FROM fields WHERE key = ?", (key,))
        return {str(name): bytes(value) for name, value in rows}

    def _get(
        self, database: sqlite3.Connection, key: str, fields: Iterable[str]
    ) -> dict[str, bytes]:
        held = self._all(database, key)
        return {name: held[name] for name in fields if name in held}


def _opened(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to the file. Raises VaultFileError and sqlite3.Error."""
    if read_only and not path.is_file():
        raise VaultFileError(f"There is no vault file {path}.")
    if not read_only:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if _is_of_before(path):
        return _from_before(path, read_only=read_only)
    mode = "ro" if read_only else "rw"
    database = _connected(f"{path.absolute().as_uri()}?mode={mode}")
    known = database.execute("PRAGMA application_id").fetchone()[0]
    if known not in (0, APPLICATION) or (read_only and not known):
        raise VaultFileError(UNREADABLE)
    if not read_only and not known:
        _lay_out(database)
    return database


def _connected(address: str) -> sqlite3.Connection:
    database = sqlite3.connect(address, LOCK_SECONDS, isolation_level=None, uri=True)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")  # what is forgotten is written over
    return database


def _lay_out(database: sqlite3.Connection) -> None:
    pragma = f"PRAGMA application_id = {APPLICATION};"
    database.executescript(f"BEGIN IMMEDIATE; {SCHEMA} {pragma} COMMIT;")


def _is_of_before(path: Path) -> bool:
    """Return whether the file is of the form of earlier versions: JSON, rewritten as a whole."""
    with path.open("rb") as file:
        return file.read(1) == b"{"


def _from_before(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return the content of a JSON file, in memory or, where it may be written, in its place."""
    if read_only:
        database = _connected("file::memory:")
        _lay_out(database)
        _fill(database, path)
        return database
    fresh = path.with_name(f"{path.name}.new")
    try:
        os.close(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise VaultFileError(f"Another command makes {fresh}; when none runs, delete it.") from None
    try:
        with closing(_connected(fresh.absolute().as_uri())) as database:
            _lay_out(database)
            _fill(database, path)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return _opened(path, read_only=read_only)


def _fill(database: sqlite3.Connection, path: Path) -> None:
    """Copy the entries of a JSON file. Raises VaultFileError."""
    try:
        jobs = json.loads(path.read_bytes())["jobs"]
        entries = [(key, float(entry["expires_at"])) for key, entry in jobs.items()]
        fields = [
            (key, name, base64.b64decode(value))
            for key, entry in jobs.items()
            for name, value in entry["fields"].items()
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise VaultFileError(UNREADABLE) from None
    database.executemany("INSERT INTO entries VALUES (?, ?)", entries)
    database.executemany("INSERT INTO fields VALUES (?, ?, ?)", fields)
