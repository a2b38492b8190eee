"""Texts in the background where a server does not reach: shutdown, dead processes, equal hashes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

import recognizers
from service.background_jobs import STALE_SECONDS, Order, Orders
from service.cipher import KeyRing
from service.errors import DecknameError, DetectionFailedError, InvalidRequestError, VaultError
from service.pipeline import Job, Pipeline
from service.policy import Policies
from service.policy.operators import Operators
from service.text import placeholders
from service.text.spans import Span
from service.vault import Issued, Vault
from service.vault.hash_index import HashIndex
from service.vault.memory import MemoryStore
from tests.test_pipeline import WordAnalyzer

JOB = Job("tenant", "job-1", 600)
ORDER = Order(JOB, "An Krämer", "de")


class Clock:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


class Sleeping:
    """A stand-in that takes its time."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        await asyncio.sleep(self._seconds)
        return [[] for _ in texts]


class Parts:
    """The parts that orders need, joined; `store` may be shared by two of them."""

    def __init__(self, analyzer: Any, store: MemoryStore | None = None, **options: Any) -> None:
        self.store = store or MemoryStore()
        keys = KeyRing.generate()
        self.vault = options.pop("vault", None) or Vault(self.store, keys, 3600)
        self.index = HashIndex(self.store, keys, 600)
        self.clock = Clock()
        self.orders = Orders(
            Pipeline(analyzer, self.vault, Operators(KeyRing.generate())),
            self.vault,
            self.index,
            Policies(recognizers.load(), "standard"),
            most_waiting=2,
            clock=self.clock,
            **options,
        )


async def test_at_the_end_what_is_under_way_is_finished() -> None:
    parts = Parts(Sleeping(0.05))
    await parts.orders.place(ORDER)
    await parts.orders.close()
    assert (await parts.orders.look_up(JOB)).state == "completed"


async def test_at_the_end_what_takes_too_long_is_given_up_and_told_as_failed() -> None:
    parts = Parts(Sleeping(3600), grace_seconds=0.01)
    await parts.orders.place(ORDER)
    await parts.orders.place(Order(Job("tenant", "job-2", 600), "wartet", "de"))
    await parts.orders.close()
    for job_id in ("job-1", "job-2"):
        report = await parts.orders.look_up(Job("tenant", job_id, 600))
        assert (report.state, report.reason) == ("failed", DecknameError.sentence)


async def test_a_job_whose_process_died_is_told_as_failed_after_a_while() -> None:
    parts = Parts(Sleeping(3600), grace_seconds=0)
    await parts.orders.place(ORDER)
    parts.clock.now += STALE_SECONDS
    assert (await parts.orders.look_up(JOB)).state == "processing"
    parts.clock.now += 1
    report = await parts.orders.look_up(JOB)
    assert (report.state, report.code) == ("failed", DetectionFailedError.code)
    await parts.orders.close()


async def test_a_full_store_takes_no_order_and_no_place_is_lost() -> None:
    parts = Parts(Sleeping(0), MemoryStore(max_jobs=0))
    for _ in range(5):  # more often than texts may wait
        with pytest.raises(VaultError):
            await parts.orders.place(ORDER)


async def test_a_placeholder_that_two_jobs_gave_to_two_values_stays_as_it_is() -> None:
    class Colliding(Vault):
        """A vault with one hash for every value of every job."""

        async def open(self, _: str, job_id: str, hashes: Any) -> dict[str, Issued]:
            value = {"job-1": "Krämer", "job-2": "Huber", "job-3": "Krämer"}[job_id]
            return {one: Issued(one, "Person", value, "PERSON") for one in hashes}

    vault = Colliding(MemoryStore(), KeyRing.generate(), 3600)
    parts = Parts(WordAnalyzer(), vault=vault)
    hash_ = await some_hash()
    text = f"An [[Person-{hash_}]]"
    for job_id, expected in (("job-1", "An Krämer"), ("job-3", "An Krämer"), ("job-2", text)):
        await parts.index.add("tenant", job_id, [hash_])
        restored, count = await parts.orders.restore("tenant", text, 600)
        assert restored == expected
        assert count == (expected != text)


async def some_hash() -> str:
    parts = Parts(WordAnalyzer(Krämer="PERSON"))
    await parts.orders.fulfil(ORDER)
    (issued,) = await parts.orders.strings(JOB)
    return issued.hash


async def test_placeholders_of_no_job_are_bounded_before_anything_is_opened() -> None:
    parts = Parts(WordAnalyzer(PERSON="Krämer"))
    guesses = " ".join(placeholders.write("Person", f"{n:06}") for n in range(1_001))
    with pytest.raises(InvalidRequestError):
        await parts.orders.restore("tenant", guesses, 600)
