"""The patterns of the code by length as written: `python -m tests.support.long_patterns 60`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, order=True)
class Pattern:
    """A raw string as it is written, and where; `verbose` when it runs over lines."""

    length: int
    place: str
    verbose: bool


def patterns() -> list[Pattern]:
    """Return the raw strings of service/ and recognizers/, the longest first."""
    paths = [path for top in ("service", "recognizers") for path in (ROOT / top).rglob("*.py")]
    # The pieces of an f-string stand where it stands, so each is met more than once.
    return sorted({one for path in paths for one in _written_in(path)}, reverse=True)


def _written_in(path: Path) -> Iterator[Pattern]:
    source = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr | ast.Constant):
            written = ast.get_source_segment(source, node) or ""
            prefix = re.match(r"[A-Za-z]*", written)
            if prefix and "r" in prefix[0].lower():
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield Pattern(len(written), place, '"""' in written)


def main() -> None:
    """Print length, form and place of each pattern; the first argument is how many."""
    for one in patterns()[: int(sys.argv[1]) if len(sys.argv) > 1 else 60]:
        sys.stdout.write(
            f"{one.length:5}  {'verbose' if one.verbose else 'plain':7}  {one.place}\n"
        )


if __name__ == "__main__":
    main()
