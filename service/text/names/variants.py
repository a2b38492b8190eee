"""The forms in which a known name may come again: in full, in part, and as a user name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from service.text.names.common_words import is_plain
from service.text.names.parts import Name, spellings

SHORTEST = 3  # letters
SHORTEST_FIRST_NAME = 4  # alone
SHORTEST_IN_HANDLE = 5  # a surname behind or before an initial
JOINTS = (".", "_", "-")
# Names where no blank is allowed.
JOINED = re.compile(r"[^\W\d_]+(?:[._-][^\W\d_]+)*")
JOINT = re.compile(r"[._-]")


def whole(name: Name) -> Iterator[str]:
    """Yield, in lower case, the forms that can be nothing but this name."""
    if not name.first:
        return
    for first in dict.fromkeys((" ".join(name.first), name.first[0])):
        yield from spellings(f"{first} {name.surname}")
    yield from handles(name.first[0], name.surname)


def parts(name: Name) -> Iterator[str]:
    """Yield, in lower case, the forms that may be another word or another person's name."""
    if len(name.surname) >= SHORTEST:
        yield from spellings(name.surname)
    for first in name.first:
        if len(first) >= SHORTEST_FIRST_NAME and not is_plain(first):
            yield from spellings(first)


def handles(first: str, surname: str) -> Iterator[str]:
    """Yield the user names that are made of both: `sabine.kraemer`, `kraemers`, `skraemer`."""
    for one, other in product(spellings(first), spellings(surname)):
        for joint in JOINTS:
            yield f"{one}{joint}{other}"
            yield f"{other}{joint}{one}"
        yield one + other
        yield other + one
        if len(other) >= SHORTEST_IN_HANDLE:
            yield one[0] + other
            yield f"{one[0]}.{other}"
            yield f"{other}.{one[0]}"


def spoken(name: str) -> str:
    """Return a name such as `sabine_kraemer` as people write it; anything else as it is."""
    return JOINT.sub(" ", name).title() if JOINED.fullmatch(name) else name
