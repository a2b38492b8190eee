from recognizers.base.context import Context


def near(word: str, text: str) -> bool:
    place = text.index("4711")
    return Context((word,)).near(text, place, place + 4)


def test_a_word_counts_as_a_whole_in_any_case() -> None:
    assert near("tel", "TEL. 4711")
    assert near("ssn", "user_ssn=4711")
    assert not near("tel", "Hotel 4711")
    assert not near("tel", "Teller 4711")


def test_a_star_lets_a_word_be_a_part_of_a_compound() -> None:
    assert near("telefon*", "Telefonnummer: 4711")
    assert near("*karte", "Kreditkarte 4711")
    assert not near("karte", "Kreditkarte 4711")


def test_a_phrase_may_run_over_any_white_space() -> None:
    assert near("social security", "Social\n  Security 4711")


def test_a_word_after_counts_when_it_is_close() -> None:
    assert near("tel", "4711 (Tel.)")
    assert not near("tel", "4711" + " " * 40 + "Tel.")
    assert not near("tel", "Tel." + " " * 70 + "4711")


def test_no_words_are_never_near() -> None:
    assert not Context(()).near("4711", 0, 4)
