"""What known values and name endings add to the decision about a request.

    python benchmarks/known_values.py

The claims of the shipped model are made once, before the clock runs. `alone` decides about each
text by itself, `together` also finds again what the others show. Prints medians of CPU time in
milliseconds. `many` is 8 kB with another person and address in each sentence.
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import recognizers
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.policy import Policy
from service.policy.request_spans import Decision
from service.policy.stages import Subject, decide

POLICY = Policy("benchmark", {"PERSON": "Person", "EMAIL_ADDRESS": "email", "ADDRESS": "Adress"})
SENTENCE = (
    "Sehr geehrte Frau Dr. Krämer, Herr Jonas Brett{n} wohnt im Lindenweg {n} in 80331"
    " München und schreibt von jonas{n}@example.org; wir bitten um eine kurze Antwort. "
)
SIZES = {"1 kB": (6, False), "8 kB": (48, False), "many": (48, True)}
CALLS = 50


def main() -> None:
    """Measure and print the table."""
    analyzer = Analyzer(recognizers.load(), shipped_model())
    print("  text      alone   together      added")
    for name, (sentences, differ) in SIZES.items():
        numbers = [chr(97 + i % 26) * (1 + i // 26) if differ else "a" for i in range(sentences)]
        texts = ["".join(SENTENCE.format(n=number) for number in numbers)]
        claims = analyzer.analyze_now(texts)
        decision = Decision(POLICY, math.inf)
        subject = Subject.of(POLICY, texts[0], math.inf)
        alone = milliseconds(lambda: decide(subject, claims[0]))  # noqa: B023
        together = milliseconds(lambda: decision.spans(texts, claims))  # noqa: B023
        print(f"{name:>6} {alone:8.2f}ms {together:8.2f}ms {together - alone:+8.2f}ms")
    analyzer.close()
    print(f"medians of {CALLS} calls")


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median CPU time of `work`."""
    times = []
    for _ in range(CALLS):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
