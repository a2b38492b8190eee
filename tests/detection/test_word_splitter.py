"""Words of texts with long runs: every character comes back, and others are split as before."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from service.detection.word_splitter import LONGEST_RUN, WordSplitter

USUAL = spacy.blank("xx").tokenizer
SPLITTER = WordSplitter(USUAL)
LONG = '({"!?,;=$*%' * 100


@given(st.text(alphabet="aB1.,;(\n\t ü\u00a0", max_size=60), st.text(max_size=20))
def test_a_document_is_its_text(front: str, end: str) -> None:
    text = f"{front}{LONG}{end}"
    assert SPLITTER(text).text == text


@given(st.text(max_size=LONGEST_RUN))
def test_what_the_tokenizer_can_take_is_its_own(text: str) -> None:
    assert [word.text for word in SPLITTER(text)] == [word.text for word in USUAL(text)]


@pytest.mark.parametrize("blanks", ["", " ", "  ", "\n", " \n "])
def test_words_beside_a_long_run_are_split_as_usual(blanks: str) -> None:
    words = [
        word.text for word in SPLITTER(f"Frau Krämer,{blanks or ' '}{LONG}{blanks or ' '}kommt.")
    ]
    assert words[:3] == ["Frau", "Krämer", ","]
    assert words[-2:] == ["kommt", "."]
