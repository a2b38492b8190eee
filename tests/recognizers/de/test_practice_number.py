import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize("value", ["721234567", "72 1234567", "72-1234567", "721 234 567"])
@pytest.mark.parametrize("text", ["BSNR {}", "Betriebsstättennummer: {}", "bsnr={}", "{} (BSNR)"])
def test_any_grouping_counts_beside_a_word(text: str, value: str) -> None:
    assert found("DE_PRACTICE_NUMBER", text.format(value)) == [value]


def test_the_nearest_label_decides() -> None:
    text = "LANR 123456601, BSNR 721234567, Tel. 030123456"
    assert found("DE_PRACTICE_NUMBER", text) == ["721234567"]
    assert found("DE_PRACTICE_NUMBER", "BSNR;LANR\n721234567;123456601\n") == ["721234567"]


@pytest.mark.parametrize(
    "text", ["721234567", "72 1234567", "BSNR 7212345678", "Betrieb 721234567"]
)
def test_without_a_word_it_is_none(text: str) -> None:
    assert found("DE_PRACTICE_NUMBER", text) == []
