"""A case for each branch of the patterns of damaged placeholders."""

import re

import pytest

from service.text.repair.patterns import ANCHOR_SIGNS, BRACKET_ANCHOR, ESCAPE, spelled

ANCHOR = re.compile(f"[{ANCHOR_SIGNS}](?:{BRACKET_ANCHOR})")


@pytest.mark.parametrize(
    ("escape", "sign"),
    [
        (r"\u005b", "["),
        (r"\\\\u005B", "["),
        (r"\x5d", "]"),
        (r"\_", "_"),
        (r"\#", "#"),
        ("&#91;", "["),
        ("&#x5B;", "["),
        ("&lbrack;", "["),
        ("&amp;lbrack;", "["),
        ("%5B", "["),
        ("%255d", "]"),
    ],
)
def test_each_escape_spells_its_sign(escape: str, sign: str) -> None:
    assert ESCAPE.fullmatch(escape)
    assert spelled(escape) == sign


@pytest.mark.parametrize("text", [r"\u05b", r"\x5", r"\n", "&lbrack", "&#;", "%5", "%G0", "#91;"])
def test_other_signs_are_no_escape(text: str) -> None:
    assert ESCAPE.search(text) is None


@pytest.mark.parametrize(
    "text",
    ["[[Person", "{{Person", "<Person-", "((Person", "( (Person", "［Person", "（（Person",
     "⟦Person",
     r"\[Person", r"\u005bPerson", "&#91;Person", "&lbrack;", "&amp;lt;", "%5BPerson", "(", "&am",
     "%"],
)  # fmt: skip
def test_a_form_may_begin_here(text: str) -> None:
    assert ANCHOR.match(text)


@pytest.mark.parametrize(
    "text",
    ["[1]", "[a]", "{}", "{a}", "</p>", "<br>", "<a b>", "(Person", "（Person", r"\n",
     "&nbsp;", "& so", "%d", "%A0"],
)  # fmt: skip
def test_an_index_an_element_and_a_format_begin_none(text: str) -> None:
    assert ANCHOR.match(text) is None
