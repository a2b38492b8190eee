"""Genitives and compounds: the stem is the value, and the author's text comes back."""

from __future__ import annotations

import math
from collections.abc import Sequence

from service.cipher import KeyRing
from service.pipeline import Job, Pipeline
from service.policy import Policy
from service.policy.operators import Operators
from service.policy.request_spans import Decision
from service.text.spans import Span
from service.vault import Vault
from service.vault.memory import MemoryStore
from service.wire.slots import render, text_slots
from tests.support import inflected

POLICY = Policy("test", {"PERSON": "Person"})
IN_CI = 300  # benchmarks/inflected.py runs 10,000


class ClaimingAnalyzer:
    """A stand-in that claims what it was told, as whole words."""

    def __init__(self, claims: dict[str, Sequence[Span]]) -> None:
        self._claims = claims

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        return [list(self._claims[text]) for text in texts]


async def test_restoring_gives_back_exactly_the_authors_text() -> None:
    keys = KeyRing.generate()
    for one in inflected.texts(IN_CI):
        analyzer = ClaimingAnalyzer({one.text: one.claims})
        line = Pipeline(analyzer, Vault(MemoryStore(), keys, 60), Operators(keys))  # type: ignore[arg-type]
        texts, job = [one.text], Job("tenant", "job", 60)
        done = await line.anonymize(job, text_slots(texts), POLICY)
        masked = render(texts, done.replacements)
        assert masked != texts
        assert not [name for name in one.names if name in masked[0]]
        assert (await line.restore(job, masked)).texts == [one.text]


def test_endings_compounds_and_titles_stay_outside() -> None:
    for one in inflected.texts(IN_CI, seed=7):
        (spans,) = Decision(POLICY, math.inf).spans([one.text], [one.claims])
        assert [one.text[span.start : span.end] for span in spans] == list(one.names)
