"""Usage: how much each tenant used since this process started; counts and entities, no text."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from service.observability import metrics

# As an upstream names them: chat completions the first two, the Responses API the others.
TOKENS = ("prompt_tokens", "completion_tokens", "input_tokens", "output_tokens")
MOST_TENANTS = 10_000
MOST_ENTITIES = 1_000
# No answer costs more; what claims to is no count.
MOST_TOKENS = 10**9


@dataclass(slots=True)
class Counts:
    """What one tenant used."""

    requests: int = 0
    characters: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)


class Usage:
    """Counts in memory, bounded: tenants and entities beyond the first many are not counted."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """Count from now on by the wall `clock`."""
        self.since = int(clock())
        self._counts: dict[str, Counts] = {}

    def of(self, tenant: str) -> Counts:
        """Return what a tenant used so far."""
        if tenant not in self._counts and len(self._counts) >= MOST_TENANTS:
            return Counts()
        return self._counts.setdefault(tenant, Counts())

    def request(self, tenant: str) -> None:
        """Count a call."""
        self.of(tenant).requests += 1

    def text(self, tenant: str, characters: int, entities: Iterable[str]) -> None:
        """Count what was searched, and each place where something was found."""
        names = list(entities)
        metrics.searched(characters, names)
        counts = self.of(tenant)
        counts.characters += characters
        for name in names:
            if name in counts.entities or len(counts.entities) < MOST_ENTITIES:
                counts.entities[name] += 1

    def meter(self, tenant: str) -> Meter:
        """Return what counts the tokens of one answer."""
        return Meter(self.of(tenant).tokens)


class Meter:
    """Counts the tokens of one answer; a stream may tell them several times, each time in sum."""

    def __init__(self, total: Counter[str]) -> None:
        self._total = total
        self._seen: Counter[str] = Counter()

    def see(self, reported: Any) -> None:
        """Count what the upstream says of its usage, if it is that."""
        for name in TOKENS if isinstance(reported, dict) else ():
            count = reported.get(name)
            if type(count) is int and self._seen[name] < count <= MOST_TOKENS:
                self._total[name] += count - self._seen[name]
                self._seen[name] = count
