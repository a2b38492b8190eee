"""The search of a leak hunt: each value, in each of its forms, in each place."""

from __future__ import annotations

from collections.abc import Mapping

from tests.leaks.forms import forms

AROUND = 60


def search(what: Mapping[str, str | bytes], where: Mapping[str, bytes]) -> list[str]:
    """Return one line for each value found: its name, the form, the place, what stands around."""
    places = {name: content.lower() for name, content in where.items()}
    return [
        f"{value} ({form}) in {place}: {content[max(0, at - AROUND) : at + AROUND]!r}"
        for value, written in what.items()
        for place, content in places.items()
        for form, needle in forms(written).items()
        if (at := content.find(needle)) >= 0
    ]
