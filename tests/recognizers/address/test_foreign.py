"""A case for each branch of the patterns of streets in other languages."""

import re

import pytest

from recognizers.address.foreign import FRENCH, HUNGARIAN
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "street",
    ["12 rue de l'Exemple", "12, rue Exemple", "12 bis boulevard Exemple", "3 ter bd du Test",
     "4 chemin des Tests", "5 impasse Exemple", "6 allée de la Tour", "7 quai d'Exemple",
     "8 avenue de la Tour", "9 place du Test", "10 route des Tests", "11 cours d'Exemple",
     "12 avenue de l'Exemple Test"],
)  # fmt: skip
def test_each_french_word_for_a_street_makes_one(street: str) -> None:
    assert re.fullmatch(FRENCH, street)
    assert found("ADDRESS", f"habite {street}.") == [street]


@pytest.mark.parametrize("text", ["12 avenue Sample", "12 place orders", "12 rue", "0,12 rue Test"])
def test_english_words_and_measures_make_none(text: str) -> None:
    assert re.search(FRENCH, text) is None


@pytest.mark.parametrize(
    "kind",
    ["utca", "útja", "út", "tér", "tere", "köz", "körút", "krt.", "sétány", "fasor", "u."],
)
@pytest.mark.parametrize("number", ["3", "3/b", "3. 2. em. 5", "3, 2. em"])
def test_each_hungarian_word_for_a_street_makes_one(kind: str, number: str) -> None:
    assert re.fullmatch(HUNGARIAN, f"{kind} {number}")
    assert found("ADDRESS", f"Minta {kind} {number}!") == [f"Minta {kind} {number}"]


@pytest.mark.parametrize("text", ["tér", "út 12%", "köz 3,5", "utcai 3"])
def test_without_a_house_number_it_is_none(text: str) -> None:
    assert re.search(HUNGARIAN, text) is None
