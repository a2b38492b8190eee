from recognizers.public_name.phrases import Entry, Phrases, variants
from recognizers.public_name.spelling import words_of

PHRASES = Phrases(("Jane Austen", "Jane Austen Society", "Karl Marx", "Coca-Cola", "Mozart"))
AUSTEN: Entry = (("austen", " "),)


def candidates(text: str) -> dict[int, list[Entry]]:
    return PHRASES.candidates(words_of(text))


def test_entries_are_found_by_the_number_of_their_first_word() -> None:
    assert candidates("Wir lesen Karl Marx") == {2: [(("marx", " "),)]}


def test_of_entries_that_begin_alike_the_longest_is_tried_first() -> None:
    longer: Entry = (("austen", " "), ("society", " "))
    assert candidates("The Jane Austen Society") == {1: [longer, AUSTEN]}


def test_what_stands_between_the_words_is_left_to_the_caller() -> None:
    assert candidates("Jane, Austen; Coca Cola") == {0: [AUSTEN], 2: [(("cola", "-"),)]}


def test_a_genitive_counts_and_a_longer_word_does_not() -> None:
    assert candidates("Jane Austens, KARL MARX") == {0: [AUSTEN], 2: [(("marx", " "),)]}
    assert candidates("Jane Austenson, Mary-Jane Austenss, XKarl Marx") == {}


def test_a_single_word_is_no_phrase() -> None:
    assert candidates("Mozart") == {}
    assert candidates("") == {}


def test_an_entry_is_read_as_people_write_it() -> None:
    assert variants("Ben & Jerry's") == {"Ben & Jerry's", "Ben and Jerry's", "Ben und Jerry's"}
    assert variants("Dr. Oetker") == {"Dr. Oetker", "Dr Oetker"}
    assert variants("Roe v Wade") == {"Roe v Wade", "Roe v. Wade", "Roe vs Wade", "Roe vs. Wade"}
    assert variants("Emil Nöldeke") == {"Emil Nöldeke", "Emil Noldeke"}
