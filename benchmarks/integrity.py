"""How damaged placeholders come back: restored right, left alone, or restored wrong.

    python benchmarks/integrity.py [--short] [--peers PYTHON]

Each kind of damage of `damages.py` is done to placeholders in German and English sentences, as
plain text and inside JSON; each text comes whole, in random pieces, and character by character.
The same is then done to placeholders of another job, which must stay, and to kinds that nobody can
undo without guessing. `--peers` is a Python in whose environment peers are installed, each then
restores the same texts in its own style of placeholder:

    python -m venv /tmp/peers && /tmp/peers/bin/pip install llm-redact-proxy cloakwall
    /tmp/peers/bin/pip install --no-deps privaite
    /tmp/peers/bin/pip install pyyaml pydantic pydantic-settings
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.damages import BEYOND, KINDS, Parts
from service.text.placeholders.hashes import make_hash
from service.text.repair.finder import Forms
from service.text.repair.repairer import Repair
from service.wire.answer_steps import TextChannel, Treatment
from tests.support.letters import ENGLISH, GERMAN

SENTENCES = (
    ("Sehr geehrter Herr ", ", Ihr Antrag ist da."),
    ("Die Akte von ", " liegt bei (siehe Anlage 3) der Kasse."),
    ("Please call ", " before noon [urgent]."),
    ("- ", "\n- Punkt zwei"),
    ("„", "“ sagte sie; danach {kurz} nichts."),
)
VALUES = {
    "Person": ("Sabine Krämer", "Jonas Brettschneider", 'Ay "Bo" Çelik', "Max Groß"),
    "email": ("s.kraemer@example.org", "jonas@example.net", "a.b@example.com"),
    "iban": ("DE89 3704 0044 0532 0130 00", "GB82 WEST 1234 5698 7654 32"),
    "telephone_number": ("+49 30 901820", "020 7946 0000"),
    "Adress": ("Am Tor 3\n89073 Ulm", "221B Baker Street"),
}
MODES = ("whole", "random", "single")
OUTCOMES = ("right", "left", "wrong")


@dataclass(frozen=True)
class Case:
    """A text with a damaged placeholder, and what it is with the value put back."""

    kind: str
    text: str
    right: str
    json: bool
    beyond: bool


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer texts of each kind")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has the peers")
    options = parser.parse_args()
    number = 5 if options.short else 40
    own, foreign = job(1), job(2)
    ways = pieces_of()
    show({mode: run(own, cases(own, number, parts_of), cut) for mode, cut in ways.items()})
    strange, double = Counter[str](), Counter[str]()
    for cut in ways.values():
        for counts in run(own, cases(foreign, number, parts_of), cut).values():
            strange += counts
        double += run(own, cases_of_two(own, number), cut)["two"]
    print("\ntwo kinds of damage at once: {} right, {} left, {} wrong".format(*outcome(double)))
    changed = strange["right"] + strange["wrong"]
    print(f"placeholders of another job: {strange.total()} texts, {changed} changed")
    speed(own)
    if options.peers:
        peers(options.peers, number)


def job(seed: int) -> dict[str, str]:
    """Return the placeholders of a job, with their values."""
    draw = random.Random(seed)
    return {
        f"[[{label}-{make_hash(draw.randbytes(8))}]]": value
        for label, values in VALUES.items()
        for value in values
    }


def parts_of(placeholder: str) -> Parts:
    """Return a placeholder of ours in its parts."""
    label, _, hash_ = placeholder[2:-2].rpartition("-")
    return Parts("[[", label, "-", hash_, "]]")


def cases(values: dict[str, str], number: int, split: Callable[[str], Parts]) -> Iterator[Case]:
    """Yield `number` texts for each kind, half of them JSON."""
    for kind in (*KINDS, *BEYOND):
        draw = random.Random(kind.name)
        wanted = [name for name in values if not kind.labels or _label(values[name]) in kind.labels]
        for turn in range(number):
            name = draw.choice(wanted)
            before, after = draw.choice(SENTENCES)
            damaged = kind.write(split(name), draw)
            if damaged == split(name).whole:
                continue  # no damage in this style
            text, right = before + damaged + after, before + kind.after.format(values[name]) + after
            if turn % 2:
                text, right = (json.dumps({"a": one}, ensure_ascii=False) for one in (text, right))
            yield Case(kind.name, text, right, bool(turn % 2), kind in BEYOND)


def cases_of_two(values: dict[str, str], number: int) -> Iterator[Case]:
    """Yield `number` texts for each kind, each with a second damage inside."""
    inner: tuple[Callable[[Parts], Parts], ...] = (
        lambda p: replace(p, label=p.label.lower(), id=p.id.lower()),
        lambda p: replace(p, label="Name"),
        lambda p: replace(p, separator="_"),
        lambda p: replace(p, id=p.id[:2] + p.id[3:]),
    )
    draw = random.Random("two")
    for kind in KINDS:
        wanted = [name for name in values if not kind.labels or _label(values[name]) in kind.labels]
        for _ in range(number):
            name = draw.choice(wanted)
            text = kind.write(draw.choice(inner)(parts_of(name)), draw)
            yield Case("two", f"An {text}.", f"An {kind.after.format(values[name])}.", False, False)


def _label(value: str) -> str:
    return next(label for label, values in VALUES.items() if value in values)


def run(
    values: dict[str, str], texts: Iterable[Case], pieces: Callable[[str], list[str]]
) -> dict[str, Counter[str]]:
    """Restore the texts of each kind with `values` and count what became of them."""
    found: dict[str, Counter[str]] = {}
    for case in texts:
        repair = Repair(Forms(values))
        channel = TextChannel(values, Treatment(repair=repair), json=case.json)
        out = "".join(map(channel.feed, pieces(case.text))) + channel.finish()
        found.setdefault(case.kind, Counter())[judged(out, case)] += 1
    return found


def judged(out: str, case: Case) -> str:
    """Return whether a text came back right, was left alone, or is wrong."""
    if out == case.right and not case.beyond:
        return "right"
    if case.json:
        try:
            if json.loads(out) == json.loads(case.right) and not case.beyond:
                return "right"
        except ValueError:
            return "wrong"
    return "left" if out == case.text else "wrong"


def pieces_of() -> dict[str, Callable[[str], list[str]]]:
    """Return the ways in which a text arrives."""
    draw = random.Random(7)

    def cut(text: str) -> list[str]:
        pieces = []
        while text:
            size = draw.randint(1, 9)
            pieces.append(text[:size])
            text = text[size:]
        return pieces

    return {"whole": lambda text: [text], "random": cut, "single": list}


def show(tables: dict[str, dict[str, Counter[str]]]) -> None:
    """Print a line for each kind, and the totals."""
    print(f"{'damage':<34}{''.join(f'{mode:>20}' for mode in tables)}")
    print(" " * 34 + "    right left wrong" * len(tables))
    beyond = {kind.name for kind in BEYOND}
    totals = {(mode, far): Counter[str]() for mode in tables for far in (False, True)}
    for kind in (*KINDS, *BEYOND):
        cells = ""
        for mode, table in tables.items():
            counts = table[kind.name]
            totals[mode, kind.name in beyond] += counts
            cells += f"{counts['right']:>10}{counts['left']:>5}{counts['wrong']:>5}"
        print(f"{kind.name:<34}{cells}")
    for far, name in ((False, f"all {len(KINDS)} kinds"), (True, "beyond repair")):
        cells = "".join("{:>10}{:>5}{:>5}".format(*outcome(totals[mode, far])) for mode in tables)
        print(f"{name:<34}{cells}")
    for mode in tables:
        counts = totals[mode, False]
        print(f"restored, {mode}: {counts['right'] / counts.total():.1%}")


def outcome(counts: Counter[str]) -> tuple[int, ...]:
    """Return the counts in the order of the columns."""
    return tuple(counts[one] for one in OUTCOMES)


def speed(values: dict[str, str]) -> None:
    """Print what an answer without damage costs, whole and in pieces of four characters."""
    text = f"{GERMAN}\n{ENGLISH}\nan {next(iter(values))}\n"
    text = (text * (10_000 // len(text) + 1))[:10_000]
    for name, mend in (("restored", False), ("with repair", True)):
        best = {"whole": 1e9, "in 2,500 pieces": 1e9}
        for way, size in (("whole", len(text)), ("in 2,500 pieces", 4)):
            for _ in range(7):
                start = time.process_time()
                treatment = Treatment(repair=Repair(Forms(values)) if mend else None)
                channel = TextChannel(values, treatment)
                for place in range(0, len(text), size):
                    channel.feed(text[place : place + size])
                channel.finish()
                best[way] = min(best[way], time.process_time() - start)
        cells = ", ".join(f"{way} {one * 1e3:.2f} ms" for way, one in best.items())
        print(f"10 kB of letters without damage, {name}: {cells}")


def peers(python: str, number: int) -> None:
    """Print how each peer restores the same damage, in its own style of placeholder."""
    print(f"\n{'peer':<20}{'right':>8}{'left':>8}{'wrong':>8}{'restored':>10}")
    for name, split in PEERS.items():
        values = {value: value for label in ("Person", "email") for value in VALUES[label]}
        numbered = {split(value, place + 1).whole: value for place, value in enumerate(values)}
        back = {
            split(value, place + 1).whole: split(value, place + 1)
            for place, value in enumerate(values)
        }
        texts = [
            case
            for case in cases(numbered, number, back.__getitem__)
            if not case.json and not case.beyond
        ]
        order = {"peer": name, "values": numbered, "texts": [case.text for case in texts]}
        script = Path(__file__).with_name("integrity_peers.py")
        done = subprocess.run(
            [python, str(script)],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(f"{name:<20}not installed there: {done.stderr.strip().splitlines()[-1]}")
            continue
        counts = Counter(
            judged(out, case) for out, case in zip(json.loads(done.stdout), texts, strict=True)
        )
        share = counts["right"] / counts.total()
        print(f"{name:<20}{'{:>8}{:>8}{:>8}'.format(*outcome(counts))}{share:>10.1%}")


def _kind_of(value: str) -> str:
    return "EMAIL" if "@" in value else "PERSON"


PEERS: dict[str, Callable[[str, int], Parts]] = {
    "llm-redact-proxy": lambda value, n: Parts("«", _kind_of(value), "_", f"{n:03d}", "»"),
    "cloakwall": lambda value, n: Parts("<", _kind_of(value), ":", f"7f3a91c{n}", ">"),
    "privaite": lambda value, n: Parts("<", _kind_of(value), "_", str(n), ">"),
    "privaite, fuzzy": lambda value, n: Parts("<", _kind_of(value), "_", str(n), ">"),
}


if __name__ == "__main__":
    main()
