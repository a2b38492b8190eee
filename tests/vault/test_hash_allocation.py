"""Which hash a pair gets, with names like `A0` for the first hash of the value `A`."""

from __future__ import annotations

import pytest

from service.errors import VaultError
from service.vault.hash_allocation import MAX_ATTEMPTS, HashAllocation
from service.vault.records import Issued, Pair

ADA = Pair("PERSON", "Person", "A")
BEN = Pair("PERSON", "Person", "B")


def own(pair: Pair, attempt: int) -> str:
    return f"{pair.value}{attempt}"


def shared(_: Pair, attempt: int) -> str:
    """Every value has the same hashes: the worst collision there is."""
    return f"x{attempt}"


def held(name: str, pair: Pair) -> Issued:
    return Issued(name, pair.label, pair.value, pair.entity)


def test_new_values_get_their_first_hash() -> None:
    allotment = HashAllocation([ADA, BEN, ADA], own, ())

    assert allotment.wanted() == {"A0": ADA, "B0": BEN}
    assert allotment.result() == {}


def test_a_held_value_keeps_its_hash_and_wants_none() -> None:
    allotment = HashAllocation([ADA, BEN], own, ())
    allotment.learn([held("A0", ADA)])

    assert allotment.result() == {ADA: held("A0", ADA)}
    assert allotment.wanted() == {"B0": BEN}


def test_a_held_value_keeps_its_hash_when_it_stands_in_the_text() -> None:
    allotment = HashAllocation([ADA], own, {"A0"})
    allotment.learn([held("A0", ADA)])

    assert allotment.result() == {ADA: held("A0", ADA)}


def test_a_new_value_avoids_a_hash_that_stands_in_the_text() -> None:
    assert HashAllocation([ADA], own, {"A0", "A1"}).wanted() == {"A2": ADA}


def test_a_value_that_once_took_its_second_hash_is_found_there() -> None:
    allotment = HashAllocation([ADA], own, ())
    allotment.learn([held("A1", ADA)])

    assert allotment.probes() == {"A0", "A1"}
    assert allotment.result() == {ADA: held("A1", ADA)}
    assert allotment.wanted() == {}


def test_of_two_values_that_want_one_hash_the_second_waits_for_the_first() -> None:
    allotment = HashAllocation([ADA, BEN], shared, ())
    assert allotment.wanted() == {"x0": ADA}

    allotment.learn([held("x0", ADA)])
    assert allotment.wanted() == {"x1": BEN}


def test_a_value_moves_on_past_hashes_held_by_others() -> None:
    allotment = HashAllocation([ADA], shared, ())
    allotment.learn([held(f"x{n}", Pair("PERSON", "Person", f"other {n}")) for n in range(5)])
    assert allotment.wanted() == {"x5": ADA}

    allotment.learn([held("x5", ADA)])
    assert allotment.result() == {ADA: held("x5", ADA)}


def test_one_value_under_two_labels_gets_one_hash() -> None:
    customer = Pair("PERSON", "customer", "A")
    allotment = HashAllocation([ADA, customer], own, ())
    assert allotment.wanted() == {"A0": ADA}

    allotment.learn([held("A0", ADA)])
    assert allotment.result() == {ADA: held("A0", ADA), customer: held("A0", ADA)}


def test_one_text_of_two_entities_gets_two_hashes() -> None:
    place = Pair("LOCATION", "Location", "A")

    allotment = HashAllocation([ADA, place], shared, ())
    allotment.learn([held("x0", ADA)])
    assert allotment.wanted() == {"x1": place}


def test_it_gives_up_when_every_hash_is_taken() -> None:
    everything = {f"x{n}" for n in range(MAX_ATTEMPTS)}

    with pytest.raises(VaultError):
        HashAllocation([ADA], shared, everything).wanted()
