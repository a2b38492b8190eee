from __future__ import annotations

import recognizers
from service.detection.pattern_finder import PatternFinder
from service.policy import Policies
from tests.support.letters import ENGLISH, GERMAN

KNOWN = recognizers.load()


def found(text: str, policy: str) -> list[str]:
    finder = PatternFinder(KNOWN, Policies(KNOWN, "standard").choose(policy).masks)
    return [text[span.start : span.end] for span in finder.find(text)]


def test_patterns_find_what_has_a_form_and_no_names() -> None:
    assert found(GERMAN, "standard") == [
        "DE89 3704 0044 0532 0130 00",
        "jonas.brettschneider@example.org",
        "+49 30 23125 042",
        "Lindenweg 7\n80331 München",
    ]
    assert found(ENGLISH, "strict") == [
        "4111 1111 1111 1111",
        "+1 202-555-0143",
        "john.whitfield@example.com",
    ]


def test_only_what_is_wanted_is_found() -> None:
    finder = PatternFinder(KNOWN, lambda span: span.entity == "EMAIL_ADDRESS")
    assert [span.entity for span in finder.find(GERMAN)] == ["EMAIL_ADDRESS"]
