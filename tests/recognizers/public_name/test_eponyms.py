"""A case for each branch of what a chart says around a name."""

import pytest

from recognizers.public_name.eponyms import CHARTED_AFTER, CHARTED_BEFORE
from tests.recognizers.finding import found


@pytest.mark.parametrize(
    "before",
    ["V. a.", "V.a", "Z. n.", "Z.n", "Verdacht auf", "Zustand nach", "DD", "DD:", "D/D",
     "Diagnose", "Diagnosen:", "Dx", "Dx:", "ddx:", "h/o", "r/o", "History of", "rule out",
     "Suspected", "Query", "bekannter", "Known", "Ausschluss", "Positiver", "negatives", "?"],
)  # fmt: skip
def test_what_stands_before_tells_a_disease(before: str) -> None:
    assert CHARTED_BEFORE.search(f"{before} ")
    assert found("PUBLIC_NAME", f"{before} Cushing") == ["Cushing"]


@pytest.mark.parametrize(
    "after",
    ["ruled out", "is excluded", "was suspected", "ist ausgeschlossen", ", gesichert",
     "diagnostiziert", "erkrankt", "neg", "neg.", "negativ", "negative", "positiv", "positive",
     "pos.", "+ve", "-ve", "+", "++", "sign positive", "bds. negativ", "beidseits pos.",
     "bilateral +", "bilaterally neg", "rechts positiv", "links neg.", "re. ++", "li. +"],
)  # fmt: skip
def test_what_stands_behind_tells_a_sign(after: str) -> None:
    behind = after if after.startswith(",") else f" {after}"
    assert CHARTED_AFTER.match(behind)
    assert found("PUBLIC_NAME", f"Addison{behind}")[:1] == ["Addison"]


@pytest.mark.parametrize(
    "text", ["Cushing kommt", "an Cushing", "Cushing negatively", "Addison, A"]
)
def test_anything_else_tells_none(text: str) -> None:
    assert found("PUBLIC_NAME", text) == []
