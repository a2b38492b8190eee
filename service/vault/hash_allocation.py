"""The allocation of hashes: which HASH each pair gets, given those that the job already holds."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Sequence

from service.errors import VaultError
from service.vault.records import Issued, Pair

# Hashes looked up before a new one is given: a value that once had to take its second hash, because
# the first stood in the text by chance, is found there again.
PROBES = 2
MAX_ATTEMPTS = 64


class HashAllocation:
    """Which hash each pair gets: its own earlier one, else the first free. Pure, for one call.

    A hash is free when no value holds it and it is not `reserved`; what a value already holds, it
    keeps, reserved or not. No value is written under a later hash while an earlier one could still
    become its own: so two replicas never write one value twice.
    """

    def __init__(
        self,
        pairs: Sequence[Pair],
        name: Callable[[Pair, int], str],
        reserved: Collection[str],
    ) -> None:
        """Allocate for `pairs`; `name(pair, attempt)` returns the hash to try."""
        self._pairs = tuple(dict.fromkeys(pairs))
        self._name = functools.cache(name)
        self._reserved = frozenset(reserved)
        self._held: dict[str, Issued] = {}

    def probes(self) -> set[str]:
        """Return the hashes worth looking up first."""
        return {self._name(pair, attempt) for pair in self._pairs for attempt in range(PROBES)}

    def learn(self, held: Collection[Issued]) -> None:
        """Add what the job holds."""
        self._held.update((issued.hash, issued) for issued in held)

    def result(self) -> dict[Pair, Issued]:
        """Return the pairs that have their placeholder."""
        held = {pair: self._held_by(pair) for pair in self._pairs}
        return {pair: issued for pair, issued in held.items() if issued is not None}

    def wanted(self) -> dict[str, Pair]:
        """Return hashes to write, each for a pair that has none; empty when all have theirs.

        Of pairs that want the same hash only the first is named; the others' turn comes when that
        one is learnt. Raises VaultError when no hash is free.
        """
        wanted: dict[str, Pair] = {}
        for pair in self._pairs:
            if self._held_by(pair) is None:
                wanted.setdefault(self._free(pair), pair)
        return wanted

    def _held_by(self, pair: Pair) -> Issued | None:
        """Follow the pair's hashes up to the first that is known to be nobody's."""
        for attempt in range(MAX_ATTEMPTS):
            name = self._name(pair, attempt)
            issued = self._held.get(name)
            if issued is not None and pair.is_same_as(issued):
                return issued
            # A value takes the first hash that is free: behind a free one there is none of its own.
            if issued is None and attempt + 1 >= PROBES and name not in self._reserved:
                return None
        return None

    def _free(self, pair: Pair) -> str:
        """Return the first of the pair's hashes that is free."""
        for attempt in range(MAX_ATTEMPTS):
            name = self._name(pair, attempt)
            if name not in self._held and name not in self._reserved:
                return name
        raise VaultError
