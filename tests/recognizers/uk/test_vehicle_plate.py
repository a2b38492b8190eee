import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the red AB12 CDE left", "AB12 CDE"),
        ("number plate ab12cde", "ab12cde"),
        ("Kennzeichen AB12-CDE", "AB12-CDE"),
        ("licence plate A123 BCD", "A123 BCD"),
        ("number plate ABC 123D", "ABC 123D"),
        ("number plate ABZ 1234", "ABZ 1234"),
        ("reg no: BD51SMR", "BD51SMR"),
    ],
)
def test_a_plate_is_found(text: str, value: str) -> None:
    assert found("UK_VEHICLE_PLATE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "AB12CDE",
        "SN74LVC",
        "AB50 CDE",
        "QB12 CDE",
        "AB12 CDQ",
        "type A123 BCD",
        "plate 12 of 20",
        "EN71 AND",
        "AA12 USB",
    ],
)
def test_other_codes_are_none(text: str) -> None:
    assert found("UK_VEHICLE_PLATE", text) == []
