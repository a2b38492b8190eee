import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "48.13743, 11.57549", "48.13743,11.57549", "-33.8688, 151.2093", "48.13743 / 11.57549",
        "48,13743; 11,57549", "52.5200° N, 13.4050° E", "48°08'14.6\"N 11°34'31.8\"E",
        "48° 8.243' N, 11° 34.529' E", "N 48° 8' 14\" E 11° 34' 32\"", "48°08′14″N 11°34′32″O",
    ],
)  # fmt: skip
def test_a_pair_is_one_value(value: str) -> None:
    assert found("GPS_COORDINATES", f"Treffpunkt {value}.") == [value]


def test_named_numbers_are_two() -> None:
    text = '{"latitude": 48.13743, "longitude": "11.57549"}'
    assert found("GPS_COORDINATES", text) == ["48.13743", "11.57549"]


@pytest.mark.parametrize(
    "text",
    [
        "1.234,56 Euro", "Version 1.2345 und 2.3456.1", "91.12345, 11.57549", "48.1, 11.5",
        "0.91234, 0.84563", "1.23456, 2.34567, 3.45678", "1.0000 1.0000 1.0000", "25° C, 30°15'",
        "12.03.1985, 13.04.1986", "Kurs 1.0845",
    ],
)  # fmt: skip
def test_others_are_none(text: str) -> None:
    assert found("GPS_COORDINATES", text) == []
