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
from service.wire.slots import render, request_slots, text_slots

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

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
        return [[span for span in self._spans if span.end <= len(text)] for text in texts]


class WordAnalyzer:
    """A stand-in that finds given words wherever they stand."""

    def __init__(self, **words: str) -> None:
        self._words = words

    async def analyze(self, texts: Sequence[str], __: str = "") -> list[list[Span]]:
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


async def masked(line: Pipeline, texts: list[str], **how: Any) -> list[str]:
    """Return the texts anonymized for JOB."""
    done = await line.anonymize(JOB, text_slots(texts), POLICY, **how)
    return render(texts, done.replacements)


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
    restored = await line.restore(JOB, await masked(line, texts))
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
    assert (await line.restore(JOB, await masked(line, [text]))).texts == [text]


@given(st.dictionaries(TEXT, TEXT, max_size=4), st.data())
async def test_tool_arguments_stay_json_and_mean_the_same_when_restored(
    arguments: dict[str, str], data: st.DataObject
) -> None:
    text = json.dumps(arguments)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b, "PERSON", 1.0) for a, b in pairwise(cuts)]
    body = {"messages": [{"tool_calls": [{"function": {"name": "f", "arguments": text}}]}]}
    done = await pipeline(MarkingAnalyzer(spans)).anonymize(JOB, request_slots(body), POLICY)
    sent = render(body, done.replacements)
    json.loads(arguments_of(sent))
    assert json.loads(arguments_of(restore_document(sent, done.values).document)) == arguments


async def test_a_number_in_tool_arguments_becomes_a_string_as_a_whole() -> None:
    source = '{"n": 86095742719, "m": 5}'
    body = {"messages": [{"tool_calls": [{"function": {"arguments": source}}]}]}
    line = pipeline(WordAnalyzer(**{"95742": "SECRET"}))
    done = await line.anonymize(JOB, request_slots(body), POLICY)
    assert list(done.values.values()) == ["86095742719"]
    sent = json.loads(arguments_of(render(body, done.replacements)))
    assert sent == {"n": next(iter(done.values)), "m": 5}


def arguments_of(body: dict[str, Any]) -> str:
    return str(body["messages"][0]["tool_calls"][0]["function"]["arguments"])


async def test_one_value_has_one_placeholder_in_all_texts_of_a_request() -> None:
    texts = ["Krämer fragt", "Frau Krämer", "nichts"]
    done = await pipeline(WordAnalyzer(Krämer="PERSON")).anonymize(JOB, text_slots(texts), POLICY)
    (name,) = done.values
    assert render(texts, done.replacements) == [f"{name} fragt", f"Frau {name}", "nichts"]


async def test_a_placeholder_of_the_job_stays_and_is_restored() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    first = await masked(line, ["Krämer"])
    done = await line.anonymize(JOB, text_slots([f"Was ist mit {first[0]}?"]), POLICY)
    assert done.replacements == []
    assert done.values == {first[0]: "Krämer"}


@pytest.mark.parametrize("other", [Job("tenant", "job-2", 60), Job("someone", "job-1", 60)])
async def test_no_placeholder_is_resolved_for_another_job_or_tenant(other: Job) -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    texts = await masked(line, ["Krämer"])
    restored = await line.restore(other, texts)
    assert restored.texts == texts
    assert restored.unknown == frozenset(texts)


async def test_a_placeholder_with_a_foreign_label_is_not_ours() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    texts = await masked(line, ["Krämer"])
    forged = texts[0].replace("Person", "email")
    assert (await line.restore(JOB, [forged])).texts == [forged]


async def test_what_the_policy_does_not_mask_stays() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON", Köln="LOCATION"))
    (text,) = await masked(line, ["Krämer in Köln"])
    assert text.endswith(" in Köln")


class BrokenAnalyzer:
    async def analyze(self, _: Sequence[str], __: str = "") -> list[list[Span]]:
        raise DetectionFailedError


async def test_when_detection_fails_nothing_was_stored() -> None:
    store = MemoryStore()
    with pytest.raises(DetectionFailedError):
        await masked(pipeline(BrokenAnalyzer(), store), ["Krämer"])
    assert repr(store) == "MemoryStore(0 jobs)"


async def test_a_full_vault_is_an_error() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"), MemoryStore(max_jobs=0))
    with pytest.raises(VaultError):
        await masked(line, ["Krämer"])


async def test_the_source_stays_as_it_is() -> None:
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    texts, body = ["Krämer"], {"metadata": {"Krämer": "Krämer"}}
    await masked(line, texts)
    slots = request_slots(body)
    done = await line.anonymize(JOB, [one for one in slots if not one.identity], POLICY)
    pseudonyms = await line.pseudonymise(
        "tenant", [one for one in slots if one.identity], POLICY, done.values.values()
    )
    sent = render(body, [*done.replacements, *pseudonyms])
    assert list(sent["metadata"]) == list(done.values)
    assert sent["metadata"][next(iter(done.values))].startswith("u_")
    assert (texts, body) == (["Krämer"], {"metadata": {"Krämer": "Krämer"}})


async def test_values_never_show_in_a_repr() -> None:
    texts = ["Krämer"]
    line = pipeline(WordAnalyzer(Krämer="PERSON"))
    done = await line.anonymize(JOB, text_slots(texts), POLICY)
    assert "Krämer" not in repr(done)
    assert "Krämer" not in repr(text_slots(texts))
    assert "Krämer" not in repr(await line.restore(JOB, list(done.values)))


async def test_values_of_the_job_are_found_again_when_it_is_asked_for() -> None:
    line = pipeline(WordAnalyzer(**{"Sabine Krämer": "PERSON"}))
    await masked(line, ["Sabine Krämer"])
    plain = ["Krämers Akte"]
    again = await masked(line, plain, recall=True)
    assert again[0].endswith("]]s Akte")
    assert await masked(line, plain) == plain
    assert (await line.restore(JOB, again)).texts == plain


async def test_an_s_behind_an_address_is_the_authors_and_comes_back_also_when_repairing() -> None:
    line = pipeline(WordAnalyzer(**{"a@example.org": "EMAIL_ADDRESS"}))
    texts = await masked(line, ["Das steht in a@example.orgs Post."])
    assert "]]s Post" in texts[0]
    restored = await line.restore(JOB, texts, repair=True)
    assert restored.texts == ["Das steht in a@example.orgs Post."]
