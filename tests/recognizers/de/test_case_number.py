import pytest

from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "value",
    [
        "3 O 123/21", "1 BvR 16/13", "II ZR 12/20", "12 Js 3456/22", "104 C 512/22", "7 AZR 45/19",
        "5 Ls 12 Js 345/22", "S 12 AS 345/20 ER", "B 12 KR 3/20 R", "25 W (pat) 12/18",
        "XII ZB 12/2020", "I-21 U 43/14",
    ],
)  # fmt: skip
def test_a_register_needs_no_word(value: str) -> None:
    assert found("DE_CASE_NUMBER", f"Der Fall {value}, entschieden") == [value]


@pytest.mark.parametrize(
    "value",
    ["4 K 2345/22.F", "4 C 12.20", "5 F 1/20", "4711/22-B", "IV B 2 - S 1234/12", "10 M 5/20"],
)
def test_others_count_beside_a_word(value: str) -> None:
    assert found("DE_CASE_NUMBER", f"Aktenzeichen: {value}, Köln") == [value]


@pytest.mark.parametrize(
    "text",
    [
        "§ 3 Abs. 2", "§ 12 O 3/21", "Art. 6 Abs. 1", "230 V 50/60 Hz", "12 V 5/12", "3 x 4/12",
        "Größe 5 M 10/12", "am 3. 12/21", "Az. unbekannt", "EU-VO 2016/679", "1/2", "4 GB 16/32",
    ],
)  # fmt: skip
def test_laws_and_measures_are_none(text: str) -> None:
    assert found("DE_CASE_NUMBER", text) == []


@pytest.mark.parametrize(
    "label",
    [
        "Az.", "AZ", "Aktenzeichen", "Geschäftszeichen", "Geschäftsnummer", "Geschäftsnr.",
        "Gesch.-Z.", "Gz.", "Aktennummer", "Akten-Nr.", "Aktennr.", "case number", "case no.",
        "file number", "file no.", "docket no.", "case_number", "file_number", "docket number",
    ],
)  # fmt: skip
@pytest.mark.parametrize("link", [": ", " = ", " lautet ", " ist ", " "])
def test_each_label_names_a_number_of_any_form(label: str, link: str) -> None:
    assert found("DE_CASE_NUMBER", f"{label}{link}4711/22-B") == ["4711/22-B"]


@pytest.mark.parametrize(
    "label", ["Satz", "Aktenzeichens", "Azteken", "file", "docket", "case not"]
)
def test_any_other_word_names_none(label: str) -> None:
    assert found("DE_CASE_NUMBER", f"{label} 4711/22-B") == []


@pytest.mark.parametrize(
    "suffix", [".F", " ER", " B ER", " PKH", " R", " KLs", " (PKH)", " (3/21)", " (12)", " - 12"]
)
def test_each_suffix_belongs_to_the_number(suffix: str) -> None:
    assert found("DE_CASE_NUMBER", f"Der Fall 12 AS 345/20{suffix} neu") == [
        f"12 AS 345/20{suffix}"
    ]


@pytest.mark.parametrize("suffix", [" XX", ".Fall", " (neu)", " - 1234", " Rest"])
def test_nothing_else_does(suffix: str) -> None:
    assert found("DE_CASE_NUMBER", f"Der Fall 12 AS 345/20{suffix} neu") == ["12 AS 345/20"]
