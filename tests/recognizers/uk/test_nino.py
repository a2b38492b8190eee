import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value", ["QQ123456C", "QQ 12 34 56 C", "QQ-12-34-56-C", "QQ\u00a012\u00a034\u00a056\u00a0C"]
)
def test_a_number_is_found_whole(value: str) -> None:
    assert found("UK_NINO", f"NI: {value}.") == [value]


def test_suffix_and_capitals_may_be_missing_beside_a_word() -> None:
    assert found("UK_NINO", "National Insurance number qq 12 34 56") == ["qq 12 34 56"]
    assert found("UK_NINO", "ref QQ123456") == []


@pytest.mark.parametrize(
    "text", ["GB123456C", "QQ123456E", "DQ123456A", "AO123456A", "XQQ123456C", "QQ123456C7"]
)
def test_letters_that_are_not_issued_are_none(text: str) -> None:
    assert found("UK_NINO", text) == []
