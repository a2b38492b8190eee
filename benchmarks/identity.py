"""Whether two states of the code claim and mask the same: recorded from one, compared with another.

    python benchmarks/identity.py record OUT [--tree FOLDER] [--data FOLDER] [--limit N]
    python benchmarks/identity.py compare BEFORE AFTER

`record` starts the service of a checkout (`--tree`, this one by default; its own packages are
imported, with the libraries of the running Python) under fixed vault keys, and writes one JSON
line for each text: the claims, with their scores, under a policy that masks whatever is found, and
the masked text under `standard`. The texts are our letters and blind documents, and of `--data`
the development part of GermEval 2014, marked documents in `corpus/`, and cases. `compare` ends
with 1 and names the texts that differ; it never shows a text.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpora import DEVELOPMENT
from benchmarks.marked import BLIND, LETTERS, read_letters
from tests.support.processes import ServiceProcess

MARK = re.compile(r"⟦(?:[A-Z_]+(?:#[A-Za-z0-9]+)?\||!)([^⟦⟧]*)⟧")
KEYS = f"identity:{base64.b64encode(bytes(range(32))).decode()}"
EVERYTHING = {"extends": "strict", "min_score": 0.0}
GERMEVAL_DEV = "germeval14/GermEval_2014_dev_bioes.dev"


def texts(data: Path | None) -> Iterator[tuple[str, str]]:
    """Yield (name, text) for each text that is compared."""
    for folder in (LETTERS, BLIND):
        for name, passage in read_letters(folder=folder).items():
            yield f"{folder.name}/{name}", passage.text
    if data is None:
        return
    for number, document in enumerate(DEVELOPMENT["germeval-dev"].read(data)):
        yield f"germeval-dev/{number}", document.passage.text
    for path in sorted(data.glob("corpus/*/*/*.txt")):
        marked = path.read_text(encoding="utf-8")
        yield str(path.relative_to(data)), MARK.sub(lambda mark: mark[1], marked)
    for path in sorted(data.parent.glob("cases/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield f"cases/{row['id']}", row["text"]


def seen(client: httpx.Client, number: int, text: str) -> dict[str, Any]:
    """Return what a service claims of `text`, and `text` as it masks it."""
    claims = client.post("/v1/analyze", json={"text": text, "policy": EVERYTHING})
    masked = client.post("/v1/anonymize", json={"text": text, "job_id": f"identity-{number}"})
    return {
        "claims": claims.raise_for_status().json()["entities"],
        "masked": masked.raise_for_status().json()["text"],
    }


def record(out: Path, tree: Path, data: Path | None, limit: int | None) -> int:
    """Write what the service of `tree` makes of each text to `out`."""
    environment = {**os.environ, "DECKNAME_VAULT_KEYS": KEYS, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-m", "service", "serve"]
    with tempfile.TemporaryDirectory() as folder:
        process = ServiceProcess(command, Path(folder), environment)
        with process as service, httpx.Client(base_url=service.url, timeout=120) as client:
            lines = 0
            with out.open("w", encoding="utf-8") as file:
                for number, (name, text) in enumerate(texts(data)):
                    if number == limit:
                        break
                    line = {"name": name, **seen(client, number, text)}
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
                    lines += 1
    print(f"{lines} texts recorded")
    return 0


def compare(before: Path, after: Path) -> int:
    """Print how many texts are claimed and masked alike; return 1 where one is not."""
    first, second = (
        {row["name"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
        for path in (before, after)
    )
    alone = first.keys() ^ second.keys()
    both = [name for name in first if name in second]
    differ = [name for name in both if first[name] != second[name]]
    for name in (*sorted(alone), *differ):
        print(f"differs: {name}")
    claims = sum(len(first[name]["claims"]) for name in both)
    print(
        f"{len(both)} texts, {claims} claims; {len(differ)} differ, {len(alone)} stand in one alone"
    )
    return int(bool(differ or alone))


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    recording = commands.add_parser("record", help="write what a checkout claims and masks")
    recording.add_argument("out", type=Path)
    recording.add_argument("--tree", type=Path, default=ROOT)
    recording.add_argument("--data", type=Path)
    recording.add_argument("--limit", type=int)
    comparing = commands.add_parser("compare", help="compare two recordings")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.command == "compare":
        return compare(given.before, given.after)
    return record(given.out, given.tree.resolve(), given.data, given.limit)


if __name__ == "__main__":
    sys.exit(main())
