"""The placeholder grammar `[[Label-HASH]]`, and putting placeholders in and values back.

This is the one module that knows the grammar. A match holds no bracket inside, so two matches
never overlap and an issued placeholder is found whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LABEL = r"[A-Za-z][A-Za-z0-9_]{0,39}"
HASH = r"[A-Z0-9]{6}"
PLACEHOLDER = re.compile(rf"\[\[(?P<label>{LABEL})-(?P<hash>{HASH})\]\]")
LONGEST = len("[[") + 40 + len("-") + 6 + len("]]")
# What may be the front part of a placeholder at the end of a text that goes on.
FRONT = re.compile(rf"\[(?:\[(?:{LABEL}(?:-(?:[A-Z0-9]{{0,5}}|{HASH}\]?))?)?)?\Z")


def write(label: str, hash_: str) -> str:
    """Return the placeholder for a label and a hash.

    Raises ValueError when they do not fit the grammar.
    """
    placeholder = f"[[{label}-{hash_}]]"
    if not PLACEHOLDER.fullmatch(placeholder):
        raise ValueError("label or hash outside the placeholder grammar")
    return placeholder


def find(text: str) -> Iterable[re.Match[str]]:
    """Give everything in `text` that has the form of a placeholder, issued or not."""
    return PLACEHOLDER.finditer(text) if "[[" in text else ()


def substitute(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Replace text[start:end] for each (start, end, placeholder), in order, no overlaps."""
    parts: list[str] = []
    done = 0
    for start, end, placeholder in replacements:
        parts += (text[done:start], placeholder)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def restore(text: str, values: Mapping[str, str], seen: set[str] | None = None) -> str:
    """Put the value back for each placeholder in `values`; one pass, values are not read again.

    Every placeholder met, issued or not, is added to `seen`.
    """
    return substitute(text, replacements(text, values, seen)) if "[[" in text else text


def replacements(
    text: str, values: Mapping[str, str], seen: set[str] | None = None
) -> list[tuple[int, int, str]]:
    """Return (start, end, value) for each placeholder in `values`; see `restore`."""
    found = []
    for one in find(text):
        if seen is not None:
            seen.add(one[0])
        if one[0] in values:
            found.append((*one.span(), values[one[0]]))
    return found
