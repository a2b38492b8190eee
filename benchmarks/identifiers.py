"""Identifiers: how many of each kind are found in every written form, and false alarms.

    python benchmarks/identifiers.py [--short] [--presidio]

Values are made up with valid check digits. Each is written in several forms and put into running
text, a `key: value` line and JSON, with its label. `covered` means that no character of the value
is left; `named` that the entity is right too. False alarms are counted on `data/clean.txt`,
filled with random numbers, under the policy `standard`; `--presidio` runs stock Presidio with
its German recognizers on beside it (patterns only: it brings no German model), with the same
threshold.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer import predefined_recognizers as stock
from presidio_analyzer.nlp_engine import SpacyNlpEngine

import recognizers
from benchmarks.values import KINDS, Kind, digits, forms
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.detection.span_cache import SpanCache
from service.policy import Policies
from service.policy.stages import Subject, decide

DATA = Path(__file__).parent / "data"
THRESHOLD = 0.4
Find = Callable[[list[str]], list[list[tuple[int, int, str]]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A value in its text."""

    text: str
    start: int
    end: int
    entity: str


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="30 values of each kind, not 300")
    parser.add_argument("--presidio", action="store_true", help="stock Presidio beside ours")
    options = parser.parse_args()
    systems: dict[str, Find] = {"deckname": deckname()}
    if options.presidio:
        systems["presidio"] = presidio()
    for name, find in systems.items():
        print(f"\n{name}\n{'entity':<22}{'values':>7}{'texts':>7}{'covered':>9}{'named':>8}")
        for kind in KINDS:
            count = 30 if options.short else 300
            cases = list(written(kind, count, random.Random(7)))
            covered, named = recall(cases, find)
            shares = f"{100 * covered:>8.1f}%{100 * named:>7.1f}%"
            print(f"{kind.entity:<22}{count:>7}{len(cases):>7}{shares}")
        report_false_alarms(find, 40 if options.short else 200)
    report_random_digits(500 if options.short else 5_000)


def written(kind: Kind, count: int, draw: random.Random) -> Iterator[Case]:
    """Write values of a kind in each of their forms, in turn in four surroundings."""
    for number in range(count):
        for form in forms(kind, kind.make(draw), draw):
            label = draw.choice(kind.labels)
            before, after = (
                (f"Guten Tag, {label} lautet ", ", danke für die Prüfung."),
                (f"Hello, the {label} is ", " and nothing else."),
                (f"{label}: ", "\n"),
                (f'{{"{label}": "', '", "ok": true}'),
            )[number % 4]
            yield Case(before + form + after, len(before), len(before) + len(form), kind.entity)


def recall(cases: list[Case], find: Find) -> tuple[float, float]:
    """Return the shares of cases that are covered, and covered under the right name."""
    covered = named = 0
    for case, spans in zip(cases, find([case.text for case in cases]), strict=True):
        left = {
            place
            for place in range(case.start, case.end)
            if case.text[place].isalnum() and not any(s <= place < e for s, e, _ in spans)
        }
        covered += not left
        named += not left and any(
            entity == case.entity and s < case.end and case.start < e for s, e, entity in spans
        )
    return covered / len(cases), named / len(cases)


def report_false_alarms(find: Find, rounds: int) -> None:
    """Print how much of harmless text is masked."""
    draw = random.Random(11)
    templates = (DATA / "clean.txt").read_text(encoding="utf-8").splitlines()
    texts = [fill(line, draw) for _ in range(rounds) for line in templates]
    words = sum(len(text.split()) for text in texts)
    alarms: Counter[str] = Counter()
    for spans in find(texts):
        alarms.update(entity for _, _, entity in spans)
    total = alarms.total()
    print(f"false alarms: {total} in {words} words = {1000 * total / words:.2f} per 1,000 words")
    for entity, number in alarms.most_common(8):
        print(f"  {entity:<22}{number}")


def report_random_digits(count: int) -> None:
    """Print the share of random digit strings, without context, that any pattern takes."""
    draw = random.Random(13)
    patterns = [one for one in recognizers.load() if hasattr(one, "find") and one.standard]
    print("random digit strings taken without context, by length")
    for length in range(5, 21):
        taken: Counter[str] = Counter()
        for _ in range(count):
            text = f"Der Wert {digits(draw, length)} steht im Bericht."
            taken.update({one.entity for one in patterns if next(one.find(text), None)})
        most = ", ".join(f"{entity} {100 * n / count:.2f}%" for entity, n in taken.most_common(3))
        print(f"  {length:>2} digits: {most or 'none'}")


def fill(line: str, draw: random.Random) -> str:
    """Fill a template line with random numbers."""
    for length in (1, 2, 3, 4, 5, 6, 8, 10, 13):
        while (field := f"{{n{length}}}") in line:
            number = str(draw.randint(10 ** (length - 1), 10**length - 1))
            line = line.replace(field, number, 1)
    for length in (6, 8, 40, 64):
        while (field := f"{{hex{length}}}") in line:
            line = line.replace(field, f"{draw.getrandbits(4 * length):0{length}x}", 1)
    makers: dict[str, Callable[[], str]] = {
        "{date}": lambda: (
            f"{draw.randint(1, 28):02d}.{draw.randint(1, 12):02d}.{draw.randint(1990, 2026)}"
        ),
        "{year}": lambda: str(draw.randint(1950, 2026)),
        "{price}": lambda: f"{draw.randint(1, 9999)},{draw.randint(0, 99):02d}",
        "{price_point}": lambda: f"{draw.randint(1, 9999)}.{draw.randint(0, 99):02d}",
        "{uuid}": lambda: str(uuid.UUID(int=draw.getrandbits(128), version=4)),
    }
    for field, make in makers.items():
        while field in line:
            line = line.replace(field, make(), 1)
    return line.replace("{{", "{").replace("}}", "}")


def deckname() -> Find:
    """Return our analyzer under the policy `standard`."""
    known = recognizers.load()
    analyzer = Analyzer(known, shipped_model(), cache=SpanCache(0))
    policy = Policies(known, "standard").choose()

    def find(texts: list[str]) -> list[list[tuple[int, int, str]]]:
        return [
            [
                (span.start, span.end, span.entity)
                for span in decide(Subject.of(policy, text, math.inf), claims)
            ]
            for text, claims in zip(texts, analyzer.analyze_now(texts), strict=True)
        ]

    return find


def presidio() -> Find:
    """Return stock Presidio, German, with every predefined recognizer for it switched on.

    Its e-mail recognizer is left out: it asks a server for a list when it finds the first one.
    """
    nlp = spacy.blank("de")
    engine = SpacyNlpEngine(models=[{"lang_code": "de", "model_name": "de"}])
    engine.nlp = {"de": nlp}
    registry = RecognizerRegistry(supported_languages=["de"])
    for name in dir(stock):
        if name.startswith("De") or name in GENERIC:
            registry.add_recognizer(getattr(stock, name)(supported_language="de"))
    analyzer = AnalyzerEngine(registry, engine, supported_languages=["de"])

    def find(texts: list[str]) -> list[list[tuple[int, int, str]]]:
        return [
            [
                (one.start, one.end, one.entity_type)
                for one in analyzer.analyze(text, "de", score_threshold=THRESHOLD)
            ]
            for text in texts
        ]

    return find


GENERIC = frozenset(
    {
        "CreditCardRecognizer",
        "CryptoRecognizer",
        "IbanRecognizer",
        "IpRecognizer",
        "MacAddressRecognizer",
        "PhoneRecognizer",
        "UrlRecognizer",
    }
)

if __name__ == "__main__":
    main()
