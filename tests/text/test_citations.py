from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from service.text.documents import restore_document

VALUES = {"[[Person-AAAAAA]]": "Sabine Krämer", "[[id-BBBBBB]]": "7", "[[t-CCCCCC]]": 'a "b"'}
PIECES = st.lists(st.sampled_from([*VALUES, "[[Person-ZZZZZZ]]", " und ", "x", "ö"]), max_size=8)


def part(text: str, *places: tuple[int, int]) -> dict[str, Any]:
    """Return a content part of the Responses API."""
    annotations = [
        {"type": "url_citation", "start_index": start, "end_index": end, "title": "t", "url": "u"}
        for start, end in places
    ]
    return {"type": "output_text", "text": text, "annotations": annotations}


def cited(document: dict[str, Any]) -> list[str]:
    text = document["text"]
    return [text[one["start_index"] : one["end_index"]] for one in document["annotations"]]


@given(PIECES, PIECES, PIECES)
def test_a_citation_covers_the_restored_form_of_what_it_covered(
    before: list[str], inside: list[str], after: list[str]
) -> None:
    first, second, third = ("".join(pieces) for pieces in (before, inside, after))
    document = part(first + second + third, (len(first), len(first + second)))
    expected = part(second)
    restore_document(expected, VALUES)
    restore_document(document, VALUES)
    assert cited(document) == [expected["text"]]


def test_a_citation_that_cuts_a_placeholder_covers_the_value() -> None:
    document = part("An [[Person-AAAAAA]]!", (5, 9), (0, 10), (10, 21), (20, 21))
    restore_document(document, VALUES)
    assert cited(document) == ["Sabine Krämer", "An Sabine Krämer", "Sabine Krämer!", "!"]


def test_a_citation_in_json_counts_the_escapes() -> None:
    text = json.dumps({"a": "[[t-CCCCCC]]", "b": "here"})
    place = text.index("here")
    document = part(text, (place, place + 4))
    restore_document(document, VALUES)
    assert json.loads(document["text"]) == {"a": 'a "b"', "b": "here"}
    assert cited(document) == ["here"]


def test_citations_of_chat_messages_are_shifted_and_their_texts_restored() -> None:
    citation = {
        "start_index": 18,
        "end_index": 22,
        "title": "[[Person-AAAAAA]]",
        "url": "x?[[id-BBBBBB]]",
    }
    message = {
        "content": "[[Person-AAAAAA]] (hier)",
        "annotations": [{"type": "url_citation", "url_citation": citation}, {"type": "other"}, 5],
    }
    restore_document({"choices": [{"message": message}]}, VALUES)
    assert message["content"][citation["start_index"] : citation["end_index"]] == "(hie"
    assert (citation["title"], citation["url"]) == ("Sabine Krämer", "x?7")


def test_names_of_members_are_restored_and_never_overwrite_another() -> None:
    document = {
        "metadata": {"a": 1, "[[Person-AAAAAA]]": {"[[id-BBBBBB]]": 2}, "[[Person-ZZZZZZ]]": 3},
        "list": [{"[[id-BBBBBB]]": 1, "7": 2}],
    }
    restore_document(document, VALUES)
    assert list(document["metadata"]) == ["a", "Sabine Krämer", "[[Person-ZZZZZZ]]"]
    assert document["metadata"]["Sabine Krämer"] == {"7": 2}
    assert document["list"] == [{"[[id-BBBBBB]]": 1, "7": 2}]
