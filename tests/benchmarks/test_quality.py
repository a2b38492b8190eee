from __future__ import annotations

import json
from pathlib import Path

from benchmarks.corpora import SETS, Benchmark, Document
from benchmarks.marked import Passage, parse
from benchmarks.quality import SHORT, Clock, as_json, read, score, timed

LETTERS = SETS["letters-de"]
DOCUMENTS = [
    Document(parse("Frau ⟦PERSON|Ada⟧, ⟦ADDRESS|Weg 1, Ort⟧, ⟦DECOY|Crohn⟧.")),
    Document(parse("Herr ⟦PERSON|Bo⟧.")),
]


def rates(found: list[list[tuple[int, int, str]]]) -> dict[tuple[str, str], float]:
    return {
        (line.entity, name): round(rate.value, 6)
        for line in score("letters-de", "one", LETTERS, DOCUMENTS, found)
        for name, rate in line.rates.items()
    }


def test_whoever_finds_all_that_is_marked_scores_in_full() -> None:
    told = rates([[one for one in each.passage.spans if one[2] != "DECOY"] for each in DOCUMENTS])

    for entity in ("PERSON", "ADDRESS", "all"):
        assert told[entity, "strict_f1"] == told[entity, "whole"] == 100
        assert told[entity, "leaked"] == told[entity, "alarms"] == 0
    assert told["DECOY", "touched"] == 0


def test_false_alarms_are_counted_for_the_words_of_the_text_once() -> None:
    told = rates([[(0, 4, "PERSON")], []])

    assert told["PERSON", "alarms"] == told["all", "alarms"] == 1_000 / 8
    assert told["all", "leaked"] == 100


def test_a_short_run_reads_a_fixed_sample_of_whole_documents() -> None:
    documents = [Document(Passage(str(number), ()), sentences=30) for number in range(50)]
    many = Benchmark("de", ("PERSON",), lambda _: documents)

    sample = read(many, Path(), short=True)
    assert len(sample) == SHORT // 30
    assert sample == read(many, Path(), short=True) != documents[: len(sample)]
    assert read(many, Path(), short=False) == documents


def test_a_set_without_its_data_is_empty(tmp_path: Path) -> None:
    assert read(SETS["germeval"], tmp_path, short=False) == []
    assert read(SETS["grascco"], tmp_path, short=False) == []


def test_the_clock_counts_the_words_of_a_system() -> None:
    clock = Clock()

    assert timed(lambda texts: [[] for _ in texts], DOCUMENTS, clock) == [[], []]
    assert clock.words == 8


def test_a_rate_that_does_not_exist_is_null_in_json() -> None:
    lines = list(score("letters-de", "one", LETTERS, DOCUMENTS, [[], []]))

    told = json.loads(as_json(lines, {("one", "de"): Clock(10, 2.0)}))

    assert told["lines"][0]["rates"]["word_precision"]["value"] is None
    assert told["speeds"] == [{"system": "one", "language": "de", "words_per_second": 5.0}]
