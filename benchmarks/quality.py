"""Names and addresses: how well they are found in test sets, by our models and by peers.

    python benchmarks/quality.py [--short] [--sets a,b] [--systems a,b] [--json FILE]
    python benchmarks/quality.py --errors --sets letters-de --systems deckname

Prints one table and how fast each system is. Test sets are looked at only as scores: no text of
them is printed. `--errors` prints what is missed and what is masked for nothing, in context; it
knows development text only and refuses the rest. benchmarks/README.md says what columns mean.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpora import DEVELOPMENT, SETS, Benchmark, Document
from benchmarks.errors import report_errors
from benchmarks.scores import Counts, Rate, Span, count, rates, table_of
from benchmarks.systems import ENGLISH_ONLY, SYSTEMS, Find, MissingSystemError

DATA = Path(__file__).parent.parent.parent / "shared/data"
SHORT = 200  # sentences
BATCH = 64  # texts
LANGUAGES = ("de", "en")
COLUMNS = ("strict_f1", "partial_f1", "whole", "leaked", "touched", "word_precision", "alarms")
WITH_INTERVAL = frozenset({"strict_f1", "leaked", "alarms"})
NOTE = """
strict_f1: start, end and label are right. partial_f1: a touch counts. whole: share of entities that
spans of their label cover wholly. leaked: share of which any letter or digit is left in the text by
all that the policy `standard` masks. touched: share that a span of their label touches; of DECOY,
the share that is masked as a name or an address. word_precision: words in spans that are marked.
alarms: spans on nothing that is marked, for 1,000 words. Brackets: 95 % intervals, documents drawn
again 1,000 times."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: one entity of one set, as one system finds it."""

    test_set: str
    system: str
    entity: str
    marked: int
    rates: dict[str, Rate]


@dataclass(slots=True)
class Clock:
    """Words read and CPU seconds used by one system in one language."""

    words: int = 0
    seconds: float = 0.0


Clocks = dict[tuple[str, str], Clock]


def main() -> None:
    """Measure and print."""
    options = arguments()
    systems = dict(load(options.systems))
    known = DEVELOPMENT if options.errors else SETS
    lines: list[Line] = []
    clocks = {(name, tongue): Clock() for name in systems for tongue in LANGUAGES}
    for name in options.sets:
        if name not in known:
            raise SystemExit(f"no such set here: {name}; there are {', '.join(known)}")
        documents = read(known[name], options.data, options.short)
        if not documents:
            print(f"{name}: no data under {options.data}")
            continue
        for system, find in systems.items():
            if system in ENGLISH_ONLY and known[name].language != "en":
                continue
            print(f"{name}: {system} reads {len(documents)} texts", file=sys.stderr, flush=True)
            found = timed(find, documents, clocks[system, known[name].language])
            if options.errors:
                report_errors(name, system, known[name], documents, found)
            else:
                lines += score(name, system, known[name], documents, found)
    if not options.errors:
        print_table(lines, clocks)
    if options.json:
        options.json.write_text(as_json(lines, clocks), encoding="utf-8")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the corpora")
    parser.add_argument("--sets", type=lambda text: text.split(","), help=", ".join(SETS))
    parser.add_argument("--systems", type=lambda text: text.split(","), help=", ".join(SYSTEMS))
    parser.add_argument("--short", action="store_true", help=f"{SHORT} sentences of each set")
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    parser.add_argument("--errors", action="store_true", help="development text: what is wrong")
    options = parser.parse_args()
    options.sets = options.sets or list(DEVELOPMENT if options.errors else SETS)
    options.systems = options.systems or (["deckname"] if options.errors else list(SYSTEMS))
    return options


def load(names: Iterable[str]) -> Iterator[tuple[str, Find]]:
    """Load the systems that can run here; print a line for each that cannot."""
    for name in names:
        if name not in SYSTEMS:
            raise SystemExit(f"no such system: {name}; there are {', '.join(SYSTEMS)}")
        try:
            yield name, SYSTEMS[name]()
        except MissingSystemError as error:
            print(f"{name} is left out: {error}")


def read(test_set: Benchmark, data: Path, short: bool) -> list[Document]:
    """Read a set, or a fixed sample of its documents with at most `SHORT` sentences."""
    try:
        documents = list(test_set.read(data))
    except FileNotFoundError:
        return []
    if not short:
        return documents
    random.Random(5).shuffle(documents)
    sample: list[Document] = []
    left = SHORT
    for one in documents:
        if one.sentences <= left:
            sample.append(one)
            left -= one.sentences
    return sample


def timed(find: Find, documents: list[Document], clock: Clock) -> list[list[Span]]:
    """Return the spans of all documents; the clock counts CPU time over all threads."""
    texts = [one.passage.text for one in documents]
    find(texts[:2])  # what is loaded late is no part of the speed
    started = time.process_time()
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    found = [spans for batch in batches for spans in find(batch)]
    clock.seconds += time.process_time() - started
    clock.words += sum(len(text.split()) for text in texts)
    return found


def score(
    name: str,
    system: str,
    test_set: Benchmark,
    documents: list[Document],
    found: list[list[Span]],
) -> Iterator[Line]:
    """Yield a line for each entity, and one over all of them where there are several."""
    counted = [
        count(one.passage, spans, test_set.labels, test_set.fold)
        for one, spans in zip(documents, found, strict=True)
    ]
    tables = {label: table_of([one[label] for one in counted]) for label in test_set.labels}
    tables["all"] = sum(tables.values())
    tables["all"][:, -1] /= len(test_set.labels)  # the words of the text are counted once
    if any("DECOY" in one for one in counted):
        tables["DECOY"] = table_of([one.get("DECOY", Counts()) for one in counted])
    for entity, table in tables.items():
        marked = int(table[:, 0].sum())
        told = rates(table)
        if entity == "DECOY":
            told = {key: rate for key, rate in told.items() if key == "touched"}
        yield Line(name, system, entity, marked, told)


def print_table(lines: list[Line], clocks: Clocks) -> None:
    """Print the table, what its columns mean, and the speeds."""
    heads = "".join(f"{name:>{_width(name)}}" for name in COLUMNS)
    print(f"\n{'set':<11}{'system':<19}{'entity':<14}{'n':>5}{heads}")
    last = ""
    for line in lines:
        if line.test_set != last:
            print()
            last = line.test_set
        cells = "".join(_cell(name, line.rates.get(name)) for name in COLUMNS)
        print(f"{line.test_set:<11}{line.system:<19}{line.entity:<14}{line.marked:>5}{cells}")
    print(NOTE)
    print("\nwords/s on one core (CPU time), over the sets above, by language")
    for (name, language), clock in clocks.items():
        if clock.words:
            speed = clock.words / clock.seconds
            print(f"  {name:<19}{language}{speed:>8.0f}  ({clock.words} words)")


def _width(name: str) -> int:
    return 22 if name in WITH_INTERVAL else 16


def _cell(name: str, rate: Rate | None) -> str:
    if rate is None or math.isnan(rate.value):
        return f"{'–':>{_width(name)}}"
    text = f"{rate.value:.1f}"
    if name in WITH_INTERVAL:
        text += f" [{rate.low:.1f}, {rate.high:.1f}]"
    return f"{text:>{_width(name)}}"


def as_json(lines: list[Line], clocks: Clocks) -> str:
    """Return all figures as JSON; a rate that does not exist is null."""
    speeds = [
        {"system": name, "language": language, "words_per_second": one.words / one.seconds}
        for (name, language), one in clocks.items()
        if one.words
    ]
    document = {"lines": [asdict(one) for one in lines], "speeds": speeds}
    return json.dumps(_no_nan(document), indent=1, allow_nan=False)


def _no_nan(value: object) -> object:
    if isinstance(value, dict):
        return {key: _no_nan(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_no_nan(one) for one in value]
    return None if isinstance(value, float) and math.isnan(value) else value


if __name__ == "__main__":
    main()
