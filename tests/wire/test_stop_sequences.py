from __future__ import annotations

from typing import Any

import pytest

from service.errors import InvalidRequestError
from service.wire.stop_sequences import with_masked_stops

PERSON, MAIL = "[[Person-QSEZB6]]", "[[email-ABCDEF]]"
VALUES = {PERSON: "Krämer", MAIL: "a@kraemer.example"}


def settled(stop: Any) -> Any:
    body = {"stop": stop, "n": 1}
    masked = with_masked_stops(body, VALUES)
    assert body == {"stop": stop, "n": 1}
    assert list(masked) == ["stop", "n"]
    return masked["stop"]


def test_known_values_in_stops_get_their_placeholders() -> None:
    assert settled("Frau Krämer:") == f"Frau {PERSON}:"
    assert settled(["\n", "Krämer", f"{MAIL} Krämer"]) == ["\n", PERSON, f"{MAIL} {PERSON}"]


@pytest.mark.parametrize(
    "stop", ["\n\n", "###", "</s>", "END", "User:", "x]y", "[1]:", PERSON, None, 5]
)
def test_stops_that_cannot_meet_a_placeholder_stay(stop: Any) -> None:
    assert settled(stop) == stop


@pytest.mark.parametrize(
    "stop",
    ["[[", "]]", "[", "]", "x [", "]\n", "]].", "Person", "QSEZ", "-", "a", "n-Q", "]]Krämer"],
)
def test_stops_that_would_cut_a_placeholder_are_refused_by_name(stop: str) -> None:
    for given in (stop, ["\n", stop]):
        with pytest.raises(InvalidRequestError) as caught:
            settled(given)
        assert caught.value.param == "stop"


def test_without_placeholders_only_their_brackets_are_refused() -> None:
    for stop in ("[", "Person", "a"):
        with_masked_stops({"stop": stop}, {})
    for stop in ("[[", "]]"):
        with pytest.raises(InvalidRequestError):
            with_masked_stops({"stop": [stop]}, {})
