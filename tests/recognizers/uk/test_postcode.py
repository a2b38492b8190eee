import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SW1A 2AA", "SW1A 2AA"),
        ("sw1a 2aa", "sw1a 2aa"),
        ("Leeds LS1 4AP.", "LS1 4AP"),
        ("EC1A1BB", "EC1A1BB"),
        ("postcode m11ae", "m11ae"),
        ("postcode: M1\n1AE", "M1\n1AE"),
        ("PLZ W1A 0AX", "W1A 0AX"),
        ("Belfast BT1 5GS", "BT1 5GS"),
        ("SE1 2ND", "SE1 2ND"),
        ("address S3 4GB", "S3 4GB"),
    ],
)
def test_a_postcode_is_found(text: str, value: str) -> None:
    assert found("UK_POSTCODE", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "A1 2BC",
        "Apple M2 8GB",
        "S3 4TB",
        "the B3 2ND",
        "QX1 2AB",
        "SW1A 2CC",
        "SW1A 2AAA",
        "XSW1A 2AA",
        "M16DB",
        "e1 6an",
        "/SW1A2AA/x",
    ],
)
def test_codes_and_measures_are_none(text: str) -> None:
    assert found("UK_POSTCODE", text) == []
