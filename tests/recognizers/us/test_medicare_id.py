import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1EG4-TE5-MK73", "1EG4-TE5-MK73"),
        ("1EG4TE5MK73", "1EG4TE5MK73"),
        ("1EG4 TE5 MK73", "1EG4 TE5 MK73"),
        ("MBI 1eg4te5mk73", "1eg4te5mk73"),
        ("Medicare 900-12-3456A", "900-12-3456A"),
    ],
)
def test_an_identifier_is_found(text: str, value: str) -> None:
    assert found("US_MEDICARE_ID", text) == [value]


@pytest.mark.parametrize(
    "text", ["0EG4-TE5-MK73", "1SG4-TE5-MK73", "1EG4-TE5-MK734", "1eg4te5mk73", "900-12-3456A"]
)
def test_what_breaks_a_rule_is_none(text: str) -> None:
    assert found("US_MEDICARE_ID", text) == []
