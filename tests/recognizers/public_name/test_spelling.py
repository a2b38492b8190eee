import pytest

from recognizers.public_name.spelling import gap, plain, words_of


@pytest.mark.parametrize(
    ("word", "spelt"),
    [
        ("Händel", "haendel"),
        ("Haendel", "haendel"),
        ("Dvořák", "dvorak"),
        ("Jerry’s", "jerrys"),
        ("GRÖSSE", "groesse"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"),
        ("4711", "4711"),
    ],
)
def test_a_word_is_compared_without_case_marks_and_apostrophes(word: str, spelt: str) -> None:
    assert plain(word) == spelt


def test_words_stand_where_the_text_has_them() -> None:
    assert words_of("J.S. Bach’s") == [("j", 0, 1), ("s", 2, 3), ("bachs", 5, 11)]


@pytest.mark.parametrize(
    ("between", "seen"),
    [
        (" ", " "),
        (" \t ", " "),
        (" \n", " "),
        (". ", "."),
        (" & ", "&"),
        ("–", "-"),
        (" \n\n ", ""),
        (" " * 41, ""),
    ],
)
def test_what_stands_between_is_compared_however_it_is_spaced(between: str, seen: str) -> None:
    assert gap(between) == seen
