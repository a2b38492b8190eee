import re

from recognizers.base.lexicon import alternation, by_tag, table, words


def test_a_list_is_read_without_its_header_and_its_tags() -> None:
    assert "Mag." in words("titles")
    assert not any(word.startswith("#") or "\t" in word for word in words("titles"))


def test_a_tag_chooses_among_the_words() -> None:
    assert set(words("titles", "female")) < set(words("titles"))
    assert "Frau" in words("titles", "female")
    assert "Frau" not in words("titles", "male")
    assert set(words("titles", "female", "male")) == {
        *words("titles", "female"),
        *words("titles", "male"),
    }


def test_a_list_is_told_by_its_tags() -> None:
    assert by_tag("cities") == {
        "english": words("cities", "english"),
        "german": words("cities", "german"),
    }
    assert by_tag("brands") == {}


def test_a_list_is_read_once() -> None:
    assert words("states") is words("states")


def test_of_two_words_the_longer_one_is_matched_and_signs_stand_for_themselves() -> None:
    pattern = alternation(("Dr.", "Dr. med.", "Mr"))
    found = re.match(pattern, "Dr. med. Muster")
    assert found is not None
    assert found[0] == "Dr. med."
    assert re.match(pattern, "Dra") is None


def test_a_table_is_read_by_its_columns() -> None:
    rows = table("provider_tokens")
    assert {len(row) for row in rows} == {4}
    assert "GitHub" in {row[0] for row in rows}
