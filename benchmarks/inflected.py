"""Genitives and compounds: 10,000 German and English texts there and back.

    python benchmarks/inflected.py [--short] [--model]

The texts are those of `tests/inflected.py`. Without `--model` the names are claimed as whole
words, endings and all, as a model would; with it the shipped model finds them. Prints how many
texts come back byte for byte, and of all names how many were masked, and masked without their
ending, title or noun.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import recognizers
from service.cipher import KeyRing
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.pipeline import Job, Pipeline
from service.policy import Policy
from service.policy.operators import Operators
from service.text.spans import Span
from service.vault import Vault
from service.vault.memory import MemoryStore
from service.wire.slots import render, text_slots
from tests.support import inflected
from tests.support.inflected import Inflected

POLICY = Policy("benchmark", {"PERSON": "Person"})


class Claims:
    """Claims the names of one text as whole words."""

    def __init__(self) -> None:
        self.claims: tuple[Span, ...] = ()

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        """Return the claims for each text."""
        return [list(self.claims) for _ in texts]


def main() -> None:
    """Run the texts and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer texts")
    parser.add_argument("--model", action="store_true", help="find the names with the model")
    asked = parser.parse_args()
    number = 500 if asked.short else 10_000
    analyzer = Analyzer(recognizers.load(), shipped_model()) if asked.model else Claims()
    exact, names, masked, alone = asyncio.run(run(number, analyzer))
    print(f"texts {number:>29,}")
    print(f"came back byte for byte {exact:>11,}")
    print(f"names {names:>29,}")
    print(f"masked {masked:>28,}")
    print(f"masked as the name alone {alone:>10,}")
    if isinstance(analyzer, Analyzer):
        analyzer.close()
    elif exact != number or masked != names:
        sys.exit("a text did not come back, or a name went out")


async def run(number: int, analyzer: Any) -> tuple[int, int, int, int]:
    """Return how many texts came back, and of how many names how many were masked, and alone."""
    keys = KeyRing.generate()
    exact = names = masked = alone = 0
    for one in inflected.texts(number):
        if isinstance(analyzer, Claims):
            analyzer.claims = one.claims
        line = Pipeline(analyzer, Vault(MemoryStore(), keys, 60), Operators(keys))
        texts, job = [one.text], Job("tenant", "job", 60)
        done = await line.anonymize(job, text_slots(texts), POLICY)
        masked_texts = render(texts, done.replacements)
        exact += (await line.restore(job, masked_texts)).texts == texts
        places = {(found.span.start, found.span.end) for found in done.found[0]}
        names += len(one.claims)
        masked += sum(is_masked(start, end, places) for start, end in stems(one))
        alone += sum(stem in places for stem in stems(one))
    return exact, names, masked, alone


def stems(one: Inflected) -> list[tuple[int, int]]:
    """Return where the names stand, without their endings."""
    return [
        (claim.start, claim.start + len(name))
        for claim, name in zip(one.claims, one.names, strict=True)
    ]


def is_masked(start: int, end: int, places: set[tuple[int, int]]) -> bool:
    """Return whether one place covers all of a name."""
    return any(first <= start and end <= last for first, last in places)


if __name__ == "__main__":
    main()
