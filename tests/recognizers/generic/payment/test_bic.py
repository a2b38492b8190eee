import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value", ["COBADEFF", "COBADEFFXXX", "DEUTDEDB110", "OPSKATWW", "GENODEF1S02"]
)
def test_a_known_bank_or_a_clear_form_needs_no_word(value: str) -> None:
    assert found("BIC", f"Zahlung an {value}.") == [value]


@pytest.mark.parametrize("value", ["BNPAFRPP", "ABNANL2A", "BARC GB 22", "barcgb22", "BARCGB22XXX"])
@pytest.mark.parametrize("text", ["BIC: {}", "SWIFT-Code: {}", "bic={}", '"bic": "{}"'])
def test_any_bank_counts_after_a_label(text: str, value: str) -> None:
    assert found("BIC", text.format(value)) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "LIEFERUNG", "RECHNUNG", "ANGEBOTE", "MITARBEITER", "INFORMATION", "BIC fehlt RECHNUNG",
        "IBAN: RECHNUNG", "BARCGB22", "COBAQQFF", "COBADEFFX", "BIC IBAN DE89", "BIC und IBAN",
    ],
)  # fmt: skip
def test_words_in_capitals_are_none(text: str) -> None:
    assert found("BIC", text) == []
