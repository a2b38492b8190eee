import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ZH·123456", "ZH·123456"),
        ("BE • 123 456", "BE • 123 456"),
        ("Kontrollschild ZH 123456", "ZH 123456"),
        ("Kennzeichen: ge-1234", "ge-1234"),
        ("Nummernschild TI123456", "TI123456"),
        ("Kontrollschild AI 25", "AI 25"),
        ("plaque VD 12'345", "VD 12'345"),
    ],
)
def test_a_plate_is_found(text: str, value: str) -> None:
    assert found("CH_VEHICLE_PLATE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "GE 100",
        "SO 2",
        "ZH 123456",
        "AI 2027",
        "Kennzeichen XX 123456",
        "Kennzeichen ZH 1234567",
        "SO 2-Ausstoß ohne Kennzeichen",
        "GE 100 %",
    ],
)
def test_measures_and_other_codes_are_none(text: str) -> None:
    assert found("CH_VEHICLE_PLATE", text) == []
