"""Numbers as patterns: so many digits, with what people write between them."""

from __future__ import annotations

from recognizers.base.writing import BLANK, BLANKS, DASH, DASHES

# No tab: it ends the cell of a table, and with it the number.
INNER = BLANKS.replace("\\t", "")
BREAK = rf"[{DASHES}./]?{BLANK}{{0,2}}\r?\n{BLANK}{{0,4}}"
GAP = rf"(?:[{INNER}{DASHES}./]{{1,3}}|{BREAK})"
SPACE = rf"(?:[{INNER}]{{1,2}}|{BREAK})"
BEGIN = rf"(?<![^\W_])(?<![0-9][.,/{DASHES}])(?<![^\W_]{DASH})"
END = rf"(?![^\W_]|[.,/{DASHES}][0-9])"
ALONE = rf"(?![{INNER}][0-9])"  # for numbers without a check digit: no part of a longer one


def free(count: int) -> str:
    """Return a pattern for `count` digits, grouped in any way."""
    return rf"{BEGIN}[0-9](?:{GAP}?[0-9]){{{count - 1}}}{END}"


def grouped(*sizes: int, gap: str = GAP) -> str:
    """Return a pattern for groups of digits with `gap` between them."""
    return BEGIN + gap.join(f"[0-9]{{{size}}}" for size in sizes) + END
