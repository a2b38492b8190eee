"""A case for each way to write the first name behind the surname in capitals."""

import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize("before", ["by", "von", "für", "pat.", "name:", "Frau", "mr.", "Kläger"])
def test_a_word_before_tells_that_it_is_a_person(before: str) -> None:
    assert found("PERSON", f"{before} MUSTER, ERIKA") == ["MUSTER, ERIKA"]


@pytest.mark.parametrize(
    "name",
    ["MUSTER, ERIKA", "MUSTER, ERIKA MARIA", "MUSTER, Erika", "MUSTER, Erika Maria", "MUSTER, E.",
     "MUSTER, E. B.", "MUSTER,ERIKA", "VON MUSTER, ERIKA", "MUSTER-PROBE, ERIKA"],
)  # fmt: skip
def test_a_first_name_stands_behind_in_each_way(name: str) -> None:
    assert found("PERSON", f"by {name} today") == [name]
