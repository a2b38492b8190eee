import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "text",
    [
        "die 47-jährige Patientin", "der 47-Jährige war dort", "47jähriger Mann", "47 Jahre alt",
        "47 Jahre jung", "im Alter von 47 Jahren", "Alter: 47", "Alter 47", "Lebensalter: 47",
        "aged 47", "47-year-old woman with history of asthma", "47 years old", "47 years of age",
        "47 y/o", "at the age of 47", "age=47", '"age": 47', '"alter": "47"', "| Alter | 47 |",
    ],
)  # fmt: skip
def test_the_number_is_the_value(text: str) -> None:
    assert found("AGE", text) == ["47"]


@pytest.mark.parametrize(
    "text",
    [
        "seit 47 Jahren", "47 Jahre Garantie", "100-jähriges Bestehen", "in 47 Jahren",
        "ein 47-jähriger Vertrag", "47-year-old bridge", "max-age=47", "age 47%", "Alter: 47 Tage",
        "Jahre alt", "1247 Jahre alt", "page 47", "images 47", "Alter: 1.5",
    ],
)  # fmt: skip
def test_other_years_are_none(text: str) -> None:
    assert found("AGE", text) == []
