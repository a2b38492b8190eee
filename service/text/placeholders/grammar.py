"""The placeholder grammar `[[Label-HASH]]`, and putting placeholders in and values back.

This is the one module that knows the grammar. A match holds no bracket inside, so two matches
never overlap and an issued placeholder is found whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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


def hashes_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the hashes of everything in `texts` that has the form of a placeholder."""
    return frozenset(found["hash"] for text in texts for found in find(text))


def find(text: str) -> Iterable[re.Match[str]]:
    """Return everything in `text` that has the form of a placeholder, issued or not."""
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


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its values, and every placeholder that it had, issued or not."""

    text: str = field(repr=False)
    seen: frozenset[str] = frozenset()


def restore(text: str, values: Mapping[str, str]) -> Restored:
    """Put the value back for each placeholder in `values`; one pass, values are not read again."""
    if "[[" not in text:
        return Restored(text)
    met = [(*found.span(), found[0]) for found in PLACEHOLDER.finditer(text)]
    put = ((start, end, values[name]) for start, end, name in met if name in values)
    return Restored(substitute(text, put), frozenset(name for _, _, name in met))
