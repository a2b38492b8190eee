import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Auto W-12345 A", "W-12345 A"),
        ("GU-123 AB parkt", "GU-123 AB"),
        ("Kennzeichen W 12345 A", "W 12345 A"),
        ("Kennzeichen: w-12345a", "w-12345a"),
        ("Kennzeichen S-MAXI 1", "S-MAXI 1"),
        ("Nummerntafel G ABC 12", "G ABC 12"),
        ("Kennzeichen LL-1 ABC", "LL-1 ABC"),
    ],
)
def test_a_plate_is_found(text: str, value: str) -> None:
    assert found("AT_VEHICLE_PLATE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "DO-178C",
        "E-220 CDI",
        "B-737 MAX",
        "XX-12345 A",
        "W 12345 A",
        "SO 2",
        "GE 100",
        "DIN EN 1090",
        "bis zu 30",
        "W-12345 ABCD",
    ],
)
def test_models_and_measures_are_none(text: str) -> None:
    assert found("AT_VEHICLE_PLATE", text) == []
