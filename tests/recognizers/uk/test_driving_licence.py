import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MORGA753116SM9IJ", "MORGA753116SM9IJ"),
        ("MORGA 753116 SM9IJ 35", "MORGA 753116 SM9IJ 35"),
        ("morga753116sm9ij", "morga753116sm9ij"),
        ("FOX99801010A99AA", "FOX99801010A99AA"),
        ("MORGA-753116-SM9IJ", "MORGA-753116-SM9IJ"),
        ("driving licence 12345678", "12345678"),
    ],
)
def test_a_driver_number_is_found(text: str, value: str) -> None:
    assert found("UK_DRIVING_LICENCE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "MORGA733116SM9IJ",
        "MORGA753136SM9IJK",
        "AXMORGA753116SM9IJ",
        "order 12345678",
        "driving licence 123456789",
    ],
)
def test_other_codes_are_none(text: str) -> None:
    assert found("UK_DRIVING_LICENCE", text) == []
