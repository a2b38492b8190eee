import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    ["HRB 12345 B", "HRB 98765", "HRA 4711", "HRB-Nr. 98765", "HRB12345", "GnR 12", "GsR 7"],
)
def test_companies_need_no_word(value: str) -> None:
    assert found("DE_COMMERCIAL_REGISTER", f"Siehe {value}, Köln") == [value]


@pytest.mark.parametrize("value", ["VR 1234", "PR 12", "hrb 123", "VR-Nr. 12345"])
def test_others_do(value: str) -> None:
    assert found("DE_COMMERCIAL_REGISTER", f"Registergericht: Amtsgericht Köln, {value}") == [value]
    assert found("DE_COMMERCIAL_REGISTER", f"Siehe {value}") == []


def test_the_name_of_a_register_is_enough() -> None:
    assert found("DE_COMMERCIAL_REGISTER", "Vereinsregister-Nr.: 12345") == ["12345"]


@pytest.mark.parametrize("text", ["HRB 1.234.567", "HRB 12 %", "PR 123 merged", "VR-Brille 360"])
def test_other_letters_are_none(text: str) -> None:
    assert found("DE_COMMERCIAL_REGISTER", text) == []
