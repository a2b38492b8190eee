import pytest

from recognizers.de.vehicle_plate import DISTRICTS
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value", ["M-AB 1234", "M-XY999", "KA-EF1H", "LDK-E 77E", "LÖ-AB 12", "FÜ-X 123", "HH-AB-1234"]
)
def test_a_hyphen_needs_no_word(value: str) -> None:
    assert found("DE_VEHICLE_PLATE", f"Der {value} steht da.") == [value]


@pytest.mark.parametrize("value", ["B AB 1234", "M XY 999", "HH\u00a0AB\u00a0123", "LÖ AB 120"])
def test_blanks_need_no_word_where_it_is_clear(value: str) -> None:
    assert found("DE_VEHICLE_PLATE", f"Es war {value}.") == [value]


@pytest.mark.parametrize("value", ["M A 1", "m-ab 1234", "KAEF1H", "B·AB 12", "M-A 1", "hhab123"])
def test_a_label_allows_any_writing(value: str) -> None:
    assert found("DE_VEHICLE_PLATE", f"Kennzeichen: {value}") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "bis zu 30", "ist am 3", "kam um 15", "DIN EN 1090", "EN ISO 9001", "B 96", "A 7",
        "USB C 3",
        "BIS ZU 30", "Kennzeichen bis zu 30", "Fahrzeug nach DIN EN 1090", "XX-AB 1234",
        "M-AB 12345",
        "M-ABC 123", "EU-VO 2016", "WIR KAMEN IM JAHR SO UM 1200 AN", "HD-TV 42", "MS-SQL 2019",
        "AB 1234", "A-B 1", "B AB 1234 Euro",
    ],
)  # fmt: skip
def test_words_standards_and_roads_are_none(text: str) -> None:
    assert found("DE_VEHICLE_PLATE", text) == []


def test_the_codes_are_real() -> None:
    assert {"B", "M", "HH", "KA", "LDK", "LÖ", "FÜ", "WUN", "CLP", "JÜL"} <= DISTRICTS
    assert not {"USB", "ISO", "Q", "XX", "BIS", "IST", "KAM"} & DISTRICTS
    assert len(DISTRICTS) > 700
