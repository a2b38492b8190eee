"""Ways of writing numbers: the blanks and dashes that stand between the groups of digits."""

from __future__ import annotations

import re

# No line break in these: a number that runs over a line break allows for it by itself.
BLANKS = " \\t\u00a0\u2007\u2009\u202f"
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"  # for use inside a character class
BLANK = f"[{BLANKS}]"
DASH = f"[{DASHES}]"

_ANYTHING_ELSE = re.compile(r"[^0-9A-Za-z]+")


def compact(value: str) -> str:
    """Return the ASCII letters and digits of `value`, in upper case."""
    return _ANYTHING_ELSE.sub("", value).upper()


def lowered(value: str) -> str:
    """Return `value` in lower case, each character where it was."""
    lower = value.lower()
    if len(lower) == len(value):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in value)
