"""Strategies: JSON documents that look a little like requests and answers, and ways of cutting."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

# Few in the test suite; `pytest tests/fuzz --hypothesis-profile=long` tries as many as that says.
SHORT = 40
IS_LONG = settings.get_current_profile_name() == "long"
fuzz = settings(deadline=None, max_examples=settings().max_examples if IS_LONG else SHORT)

ISSUED, OTHER = "[[P-ABC234]]", "[[e-QQQ222]]"
SECRET = 'Sabine "Bine"\nKrämer'
VALUES = {ISSUED: SECRET, OTHER: ISSUED}
# Names that mean something somewhere, so that arbitrary documents reach the places where they do.
NAMES = st.sampled_from(
    [
        "messages",
        "role",
        "content",
        "type",
        "text",
        "name",
        "input",
        "prompt",
        "model",
        "tools",
        "function",
        "parameters",
        "arguments",
        "properties",
        "tool_calls",
        "metadata",
        "user",
        "image_url",
        "url",
        "instructions",
        "format",
        "response_format",
        "stop",
        "choices",
        "delta",
        "index",
        "finish_reason",
        "refusal",
        "annotations",
        "logprobs",
        "output",
        "item_id",
        "later",
        "sequence_number",
        "response",
        "summary",
        "start_index",
        "end_index",
        "error",
        "usage",
        "id",
    ]
)
WORDS = st.sampled_from(
    [
        "user",
        "system",
        "tool",
        "text",
        "input_text",
        "function",
        "json_object",
        "stop",
        "m",
        "",
        "url_citation",
        "data:image/png;base64,AAAA",
        '{"a": ["x", 1]}',
        "[1, {}]",
        '{"a',
        "\\u005b",
    ]
)
FRAGMENTS = st.sampled_from(
    [
        ISSUED,
        OTHER,
        "[",
        "[[",
        "[[P-ABC",
        "]]",
        "]",
        "\\",
        '"',
        "\\u005b",
        "\\u005D",
        "ü\n",
        "😀",
        "[[X-QQQ999]]",
        "[[P-ABC235]]",
        "{",
        "}",
        "(P-ABC234)",
        "ABC234",
    ]
)
PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
TEXTS = st.lists(FRAGMENTS | PLAIN | WORDS, max_size=6).map("".join)
SCALARS = (
    WORDS | TEXTS | st.none() | st.booleans() | st.integers(-3, 10**13) | st.floats(allow_nan=False)
)


def _deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(NAMES | TEXTS, inner, max_size=4)


DOCUMENTS: st.SearchStrategy[Any] = st.recursive(SCALARS, _deeper, max_leaves=8)
OBJECTS: st.SearchStrategy[dict[str, Any]] = st.dictionaries(NAMES | PLAIN, DOCUMENTS, max_size=5)
SIZES = st.lists(st.integers(1, 30), min_size=1, max_size=12)


def cut(content: Any, sizes: list[int]) -> list[Any]:
    """Return text or bytes in pieces of these sizes, again and again."""
    pieces, place, number = [], 0, 0
    while place < len(content):
        size = sizes[number % len(sizes)]
        pieces.append(content[place : place + size])
        place, number = place + size, number + 1
    return pieces
