"""Anonymize and restore: nothing lost for any text, with an analyzer that marks at random."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.cipher import KeyRing
from service.errors import DetectionFailedError, VaultError
from service.pipeline import Job, Pipeline
from service.policy import Policy
from service.policy.operators import Operators
from service.text.spans import Span
from service.vault import Vault
from service.vault.memory import MemoryStore
from service.wire.documents import restore_document
from service.wire.slots import request_slots, text_slots

POLICY = Policy("test", {"PERSON": "Person", "EMAIL_ADDRESS": "email", "SECRET": "secret"})
JOB = Job("tenant", "job-1", 60)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
TRAPS = st.lists(
    st.sampled_from(
        ["[[", "]]", "[", "]", "[[Person-ABC234]]", "Person-", '"', "\\", "{", "1", "ä"]
    )
    | TEXT,
    max_size=8,
).map("".join)


class MarkingAnalyzer:
    """A stand-in that finds the given stretches in each text."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans

    async def analyze(self, texts: Sequence[str]) -> list[list[Span]]:
        return [[span for span in self._spans if span.end <= len(text)] for text in texts]


class WordAnalyzer:
    """A stand-in that finds given words wherever they stand."""

    def __init__(self, **words: str) -> None:
        self._words = words

    async def analyze(self, texts: Sequence[str]) -> list[list[Span]]:
        return [
            sorted(
                (
                    Span(text.index(word), text.index(word) + len(word), entity, 1.0)
                    for word, entity in self._words.items()
                    if word in text
                ),
                key=lambda span: span.start,
            )
            for text in texts
        ]


def pipeline(analyzer: Any, store: MemoryStore | None = None) -> Pipeline:
    keys = KeyRing.generate()
    return Pipeline(analyzer, Vault(store or MemoryStore(), keys, 3600), Operators(keys))


@st.composite
def marked(draw: st.DrawFn) -> tuple[list[str], list[Span]]:
    """Draw texts full of traps, and stretches without overlap, neighbours too."""
    texts = draw(st.lists(TRAPS, min_size=1, max_size=3))
    longest = max(map(len, texts))
    cuts = sorted(draw(st.sets(st.integers(0, longest), max_size=8)))
    entities = st.sampled_from(sorted(POLICY.labels))
    spans = [
        Span(start, end, draw(entities), 1.0)
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    ]
    return texts, spans


@given(marked())
async def test_restore_gives_back_every_text_byte_for_byte(
    drawn: tuple[list[str], list[Span]],
) -> None:
    texts, spans = drawn
    line = pipeline(MarkingAnalyzer(spans))
    masked = list(texts)
    await line.anonymize(JOB, text_slots(masked), POLICY)
    restored = await line.restore(JOB, masked)
    assert [one.encode() for one in restored.texts] == [one.encode() for one in texts]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(TEXT, below, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(TEXT, JSON, max_size=4), st.booleans(), st.data())
async def test_json_in_a_text_comes_back_byte_for_byte_and_stays_json_when_masked(
    document: dict[str, Any], ascii_only: bool, data: st.DataObject
) -> None:
    text = json.dumps(document, ensure_ascii=ascii_only)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b, "PERSON", 1.0) for a, b in pairwise(cuts)]
    line = pipeline(MarkingAnalyzer(spans))
    masked = [text]
    await line.anonymize(JOB, text_slots(masked), POLICY)
    assert (await line.restore(JOB, masked)).texts == [text]


@given(st.dictionaries(TEXT, TEXT, max_size=4), st.data())
async def test_tool_arguments_stay_json_and_mean_the_same_when_restored(
    arguments: dict[str, str], data: st.DataObject
) -> None:
    text = json.dumps(arguments)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b, "PERSON", 1.0) for a, b in pairwise(cuts)]
    function = {"name": "f", "arguments": text}
    body = {"messages": [{"tool_calls": [{"function": function}]}]}
    done = await pipeline(MarkingAnalyzer(spans)).anonymize(JOB, request_slots(body), POLICY)
    json.loads(function["arguments"])
    restore_document(body, done.values)
    assert json.loads(function["arguments"]) == arguments


async def test_a_number_in_tool_arguments_becomes_a_string_as_a_whole() -> None:
    function = {"arguments": '{"n": 86095742719, "m": 5}'}
    body = {"messages": [{"tool_calls": [{"function": function}]}]}
    line = pipeline(WordAnalyzer(**{"95742": "SECRET"}))
    done = await line.anonymize(JOB, request_slots(body), POLICY)
    assert list(done.values.values()) == ["86095742719"]
    assert json.loads(function["arguments"]) == {"n": next(iter(done.values)), "m": 5}


async def test_one_value_has_one_placeholder_in_all_texts_of_a_request() -> None:
    texts = ["Krämer fragt", "Frau Krämer", "nichts"]
    done = await pipeline(WordAnalyzer(Krämer="PERSON")).anonymize(JOB, text_slots(texts), POLICY)
    assert len(done.values) == 1
    assert texts[0] == f"{next(iter(done.values))} fragt"
    assert texts[1] == f"Frau {next(iter(done.values))}"


async def test_a_placeholder_of_the_job_stays_and_is_restored() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    first = ["Krämer"]
    await line.anonymize(JOB, text_slots(first), POLICY)
    second = [f"Was ist mit {first[0]}?"]
    done = await line.anonymize(JOB, text_slots(second), POLICY)
    assert second == [f"Was ist mit {first[0]}?"]
    assert done.values == {first[0]: "Krämer"}


@pytest.mark.parametrize("other", [Job("tenant", "job-2", 60), Job("someone", "job-1", 60)])
async def test_no_placeholder_is_resolved_for_another_job_or_tenant(other: Job) -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    texts = ["Krämer"]
    await line.anonymize(JOB, text_slots(texts), POLICY)
    restored = await line.restore(other, texts)
    assert restored.texts == texts
    assert restored.unknown == frozenset(texts)


async def test_a_placeholder_with_a_foreign_label_is_not_ours() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    texts = ["Krämer"]
    await line.anonymize(JOB, text_slots(texts), POLICY)
    forged = texts[0].replace("Person", "email")
    assert (await line.restore(JOB, [forged])).texts == [forged]


async def test_what_the_policy_does_not_mask_stays() -> None:
    texts = ["Krämer in Köln"]
    line = pipeline(WordAnalyzer(Krämer="PERSON", Köln="LOCATION"))
    await line.anonymize(JOB, text_slots(texts), POLICY)
    assert texts[0].endswith(" in Köln")


class BrokenAnalyzer:
    async def analyze(self, _: Sequence[str]) -> list[list[Span]]:
        raise DetectionFailedError


async def test_when_detection_fails_no_text_was_changed_or_stored() -> None:
    store = MemoryStore()
    texts = ["Krämer"]
    with pytest.raises(DetectionFailedError):
        await pipeline(BrokenAnalyzer(), store).anonymize(JOB, text_slots(texts), POLICY)
    assert texts == ["Krämer"]
    assert repr(store) == "MemoryStore(0 jobs)"


async def test_when_the_vault_is_full_no_text_was_changed() -> None:
    texts = ["Krämer"]
    line = pipeline(WordAnalyzer(Krämer="PERSON"), MemoryStore(max_jobs=0))
    with pytest.raises(VaultError):
        await line.anonymize(JOB, text_slots(texts), POLICY)
    assert texts == ["Krämer"]


def test_restoring_a_document_touches_strings_only_and_collects_what_it_met() -> None:
    seen: set[str] = set()
    document = {"a": ["[[Person-ABC234]]", 5, None], "b": {"c": "[[Person-XYZ234]]"}}
    restore_document(document, {"[[Person-ABC234]]": "Krämer"}, seen)
    assert document == {"a": ["Krämer", 5, None], "b": {"c": "[[Person-XYZ234]]"}}
    assert seen == {"[[Person-ABC234]]", "[[Person-XYZ234]]"}


async def test_values_never_show_in_a_repr() -> None:
    texts = ["Krämer"]
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    done = await line.anonymize(JOB, text_slots(texts), POLICY)
    assert "Krämer" not in repr(done)
    assert "Krämer" not in repr(await line.restore(JOB, texts))


async def test_values_of_the_job_are_found_again_when_it_is_asked_for() -> None:
    line = pipeline(WordAnalyzer(**{"Sabine Krämer": "PERSON"}))
    await line.anonymize(JOB, text_slots(["Sabine Krämer"]), POLICY)
    again, plain = ["Krämers Akte"], ["Krämers Akte"]
    await line.anonymize(JOB, text_slots(again), POLICY, recall=True)
    await line.anonymize(JOB, text_slots(plain), POLICY)
    assert again[0].endswith("]]s Akte")
    assert plain == ["Krämers Akte"]
    assert (await line.restore(JOB, again)).texts == plain


async def test_an_s_behind_an_address_is_the_authors_and_comes_back_also_when_repairing() -> None:
    line = pipeline(WordAnalyzer(**{"a@example.org": "EMAIL_ADDRESS"}))
    texts = ["Das steht in a@example.orgs Post."]
    await line.anonymize(JOB, text_slots(texts), POLICY)
    assert "]]s Post" in texts[0]
    restored = await line.restore(JOB, texts, repair=True)
    assert restored.texts == ["Das steht in a@example.orgs Post."]
