"""The analyzer: the shipped model, its cache, its windows, and a spaCy pipeline of one's own."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import spacy

import recognizers
from recognizers.base.recognizer import NerRecognizer, Recognizer
from recognizers.generic import email_address
from service.detection.analyzer import Analyzer
from service.detection.windows import OVERLAP, WINDOW, cut
from service.errors import DetectionFailedError
from service.policy.document import MIN_SCORE
from service.text.spans import resolve
from tests.recognizers.finding import marked

PERSON = NerRecognizer(entity="PERSON", label="Person", model_labels=frozenset({"PERSON", "PER"}))


def values(text: str, analyzer: Analyzer, entity: str = "PERSON") -> list[str]:
    (claims,) = analyzer.analyze_now([text])
    counted = [span for span in claims if span.score >= MIN_SCORE]
    return [text[one.start : one.end] for one in resolve(text, counted) if one.entity == entity]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sehr geehrte Frau Dr. Krämer, danke.", ["Krämer"]),
        (
            "Ich traf Jürgen Großmann und Anna-Lena Schmidt.",
            ["Jürgen Großmann", "Anna-Lena Schmidt"],
        ),
        ("I'm John Smith from London.", ["John Smith"]),
        ("O'Connor's brother Liam called.", ["O'Connor", "Liam"]),
        ("Herr Müller meets Mrs Whitfield in Hamburg.", ["Müller", "Whitfield"]),
        ("Name: Sabine Krämer\nOrt: Köln", ["Sabine Krämer"]),
        ('{"vorname": "Sabine", "nachname": "Krämer"}', ["Sabine", "Krämer"]),
        ("Bitte überweisen Sie den Betrag bis Freitag.", []),
        ("The meeting starts at nine in the main hall.", []),
        ("", []),
        ("\n \t\n", []),
        ("\x00\u200b\ufeff", []),
    ],
)
def test_the_shipped_model_finds_names_in_both_languages(
    analyzer: Analyzer, text: str, names: list[str]
) -> None:
    assert values(text, analyzer) == names


def test_one_long_text_gives_what_its_parts_give(analyzer: Analyzer) -> None:
    line = "Am Montag schrieb Sabine Krämer an s.kraemer@example.org wegen der Rechnung.\n"
    text = line * (3 * WINDOW // len(line))
    assert len(values(text, analyzer)) == text.count("Sabine Krämer")
    assert len(values(text, analyzer, "EMAIL_ADDRESS")) == text.count("@")


LONGEST = sorted(
    (one for one in recognizers.load() if not isinstance(one, NerRecognizer)),
    key=lambda one: max(len(example) for example in one.examples),
)[-15:]


@pytest.fixture(scope="module")
def patterns_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Analyzer]:
    """An analyzer whose model finds nothing."""
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("de").to_disk(folder)
    analyzer = Analyzer(recognizers.load(), folder)
    yield analyzer
    analyzer.close()


@pytest.mark.parametrize("one", LONGEST, ids=lambda one: one.entity)
def test_a_long_value_on_a_border_is_found_as_elsewhere(
    patterns_alone: Analyzer, one: Recognizer
) -> None:
    text, start, end = marked(max(one.examples, key=len))
    before = "- " * (WINDOW // 2 - len(text) // 4) + "\n"
    (claims,) = patterns_alone.analyze_now([f"{before}{text}\n{'- ' * WINDOW}"])
    covered = [span for span in claims if span.start <= len(before) + start]
    assert max(span.end for span in covered) >= len(before) + end


def test_a_value_on_the_border_of_two_windows_is_found_whole(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    analyzer = Analyzer([email_address.recognizer], tmp_path)
    for shift in range(-30, 30, 3):
        text = "a " * ((WINDOW + shift) // 2) + "sabine.kraemer@example.org" + " b" * WINDOW
        assert values(text, analyzer, "EMAIL_ADDRESS") == ["sabine.kraemer@example.org"]
    analyzer.close()


def test_a_token_of_any_length_is_found_whole(patterns_alone: Analyzer) -> None:
    token = "eyJhbGciOiJIUzI1NiJ9.eyJ" + "QWxhZGRpbjpvcGVuIHNlc2FtZQ" * 60 + ".c2lnbmF0dXJl"
    for shift in range(0, 1600, 200):
        text = "- " * ((WINDOW - shift) // 2) + f"{token} " + "- " * WINDOW
        assert values(text, patterns_alone, "SECRET") == [token]


RANDOM = random.Random(1).choices(string.punctuation, k=WINDOW)  # noqa: S311  no secret
RUNS = ["#" * WINDOW, '("' * (WINDOW // 2), ";;;;;;\n" * (WINDOW // 7), "".join(RANDOM)]


def test_no_run_of_signs_costs_many_times_what_prose_does(analyzer: Analyzer) -> None:
    def cost(text: str) -> float:
        began = time.process_time()
        analyzer.analyze_now([text])
        return time.process_time() - began

    line = "Am Montag schrieb Sabine Krämer wegen der {} Rechnung an das Büro.\n"
    prose = "".join(map(line.format, range(WINDOW // len(line))))
    usual = cost(prose)
    assert {run[:1]: ratio for run in RUNS if (ratio := cost(run) / usual) > 12} == {}


def test_windows_cover_a_text_overlap_and_stay_where_they_are_when_it_grows() -> None:
    text = "Ein Satz mit einigen Wörtern. " * 2_000
    windows = list(cut(text))
    assert windows[0][0] == 0
    assert windows[-1][1] == len(text)
    assert all(0 < first[1] - second[0] <= OVERLAP for first, second in pairwise(windows))
    assert all(end - start <= WINDOW + OVERLAP for start, end in windows)
    assert list(cut(text + "Und mehr. " * 2_000))[: len(windows) - 1] == windows[:-1]


@pytest.fixture
def own_pipeline(tmp_path: Path) -> Iterator[Analyzer]:
    """An analyzer on a pipeline that is not ours: labels PER as official German models have."""
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Rumpelstilz"}])
    nlp.to_disk(tmp_path / "own")
    analyzer = Analyzer([PERSON], tmp_path / "own")
    yield analyzer
    analyzer.close()


def test_a_spacy_pipeline_of_ones_own_takes_the_models_place(own_pipeline: Analyzer) -> None:
    assert values("Herr Rumpelstilz und Herr Krämer", own_pipeline) == ["Rumpelstilz"]


def test_a_model_that_is_not_there_is_an_error_and_no_download(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="find"):
        Analyzer([PERSON], tmp_path / "missing")


def test_a_text_is_analyzed_once(own_pipeline: Analyzer) -> None:
    own_pipeline.analyze_now(["Herr Rumpelstilz", "Herr Rumpelstilz"])
    assert values("Herr Rumpelstilz", own_pipeline) == ["Rumpelstilz"]
    cache = own_pipeline._cache
    cache.remember(cache.digest("Herr Rumpelstilz"), ())
    assert values("Herr Rumpelstilz", own_pipeline) == []


async def test_work_that_takes_too_long_is_a_failure(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    analyzer = Analyzer([PERSON], tmp_path, timeout_seconds=0.000_1)
    with pytest.raises(DetectionFailedError):
        await analyzer.analyze(["Herr Krämer"] * 50)
    analyzer.close()


async def test_a_lone_surrogate_is_a_failure_and_not_a_crash(analyzer: Analyzer) -> None:
    with pytest.raises(DetectionFailedError) as caught:
        await analyzer.analyze(["Krämer \ud800"])
    assert "Krämer" not in repr(caught.value)


def test_every_recognizer_is_registered(analyzer: Analyzer) -> None:
    known = {one.entity for one in recognizers.load()}
    assert analyzer._engine.entities("de") == known
    assert analyzer._engine.entities("en") == known


def test_marks_that_the_model_takes_for_a_part_of_a_value_are_no_value(analyzer: Analyzer) -> None:
    assert values("# Erika Muster", analyzer) == ["Erika Muster"]
