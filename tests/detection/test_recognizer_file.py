"""A recognizer file as Presidio's documentation writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

import recognizers
from service.config.config_file import ConfigFileError
from service.detection import recognizer_file
from service.detection.analyzer import Analyzer
from service.detection.recognizer_file import FileRecognizer, load_recognizers
from service.errors import DetectionFailedError
from service.policy import Policies

# After docs/analyzer/recognizer_registry_provider.md of Presidio, with more forms of an entry.
PRESIDIO = r"""
supported_languages:
  - en
global_regex_flags: 26
recognizers:
  - name: "Zip code Recognizer"
    supported_languages:
      - language: en
        context: [zip, code]
      - language: es
        context: [código, postal]
    patterns:
      - name: "zip code (weak)"
        regex: "(\\b\\d{5}(?:\\-\\d{4})?\\b)"
        score: 0.01
    supported_entity: "ZIP"
  - name: "Titles recognizer"
    type: custom
    supported_language: "en"
    supported_entity: "TITLE"
    deny_list: [Mr., Mrs., Frau Doktor]
    deny_list_score: 0.8
  - name: "Badge recognizer"
    type: custom
    supported_languages: [de, en]
    context: [Dienstausweis, badge]
    supported_entity: "BADGE"
    patterns:
      - {name: badge, regex: "\\bB-[0-9]+\\b", score: 0.2}
  - name: CreditCardRecognizer
    type: predefined
    enabled: false
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "recognizers.yaml"
    file.write_text(PRESIDIO)
    return file


def values(text: str, loaded: tuple[FileRecognizer, ...]) -> set[tuple[str, str, float]]:
    return {
        (one.entity, text[match.start : match.end], round(match.score, 2))
        for one in loaded
        for match in one.find(text)
    }


def test_no_file_means_no_recognizers() -> None:
    assert load_recognizers(None) == ()


def test_a_file_of_presidios_is_taken_as_it_is(path: Path) -> None:
    loaded = load_recognizers(path)
    assert {(one.entity, one.label, one.standard) for one in loaded} == {
        ("ZIP", "zip", True),
        ("TITLE", "title", True),
        ("BADGE", "badge", True),
    }
    assert ("TITLE", "MRS.", 0.8) in values("MRS. Smith", loaded)
    assert ("TITLE", "Frau Doktor", 0.8) in values("Frau Doktor Krämer", loaded)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zip 12345", ("ZIP", "12345", 0.4)),
        ("12345-6789 is the zip code", ("ZIP", "12345-6789", 0.4)),
        ("código 12345", ("ZIP", "12345", 0.4)),
        ("badge b-77", ("BADGE", "b-77", 0.55)),
        ("Dienstausweis: B-77", ("BADGE", "B-77", 0.55)),
    ],
)
def test_context_counts_on_both_sides_and_in_each_language(
    path: Path, text: str, expected: tuple[str, str, float]
) -> None:
    assert expected in values(text, load_recognizers(path))


def test_without_context_a_weak_pattern_stays_weak(path: Path) -> None:
    found = values("order 12345 and B-77", load_recognizers(path))
    assert found == {("ZIP", "12345", 0.01), ("BADGE", "B-77", 0.2)}


@pytest.fixture
def analyzer(path: Path, tmp_path: Path) -> Iterator[Analyzer]:
    spacy.blank("de").to_disk(tmp_path / "model")
    made = Analyzer(load_recognizers(path), tmp_path / "model")
    yield made
    made.close()


def test_the_analyzer_runs_them_on_german_and_english_text(analyzer: Analyzer) -> None:
    for text in (
        "Der Dienstausweis B-77 liegt bei Frau Doktor Krämer im Zimmer.",
        "The badge B-77 of Mrs. Smith was found in the other room.",
    ):
        (claims,) = analyzer.analyze_now([text])
        assert {"BADGE", "TITLE"} <= {claim.entity for claim in claims}


def test_the_policy_standard_masks_them_and_a_known_entity_stays_what_it_is(path: Path) -> None:
    path.write_text(PRESIDIO.replace('"TITLE"', "LOCATION"))
    policies = Policies((*recognizers.load(), *load_recognizers(path)), "standard")
    assert policies.choose().labels["ZIP"] == "zip"
    assert policies.labels["LOCATION"] == "Location"
    assert "LOCATION" not in policies.choose().labels


def test_a_pattern_that_runs_out_of_time_fails_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recognizer_file, "SECONDS", 0.1)
    (tmp_path / "slow.json").write_text(json.dumps({"recognizers": [entry(regex="(a|aa)+b")]}))
    (slow,) = load_recognizers(tmp_path / "slow.json")
    with pytest.raises(DetectionFailedError):
        list(slow.find("a" * 8_000))


def entry(regex: str = "x", **members: object) -> dict[str, object]:
    patterns = [{"name": "p", "regex": regex, "score": 0.5}]
    base = {"name": "A recognizer", "supported_language": "en", "supported_entity": "A_THING"}
    return {**base, "patterns": patterns, **members}


FAULTS: list[tuple[object, str]] = [
    ({"recognizers": None}, "recognizers: must be a list"),
    ({}, "recognizers: must be a list"),
    ({"recognizers": ["CreditCardRecognizer"]}, "recognizers.0: must be of type custom"),
    ({"recognizers": [entry(type="predefined")]}, "recognizers.0: must be of type custom"),
    ({"recognizers": [entry(), entry(deny_lst=["x"])]}, "recognizers.1.deny_lst: is not known"),
    ({"recognizers": [entry(supported_entity="a b")]}, "recognizers.0.supported_entity: has up"),
    ({"recognizers": [entry(regex="(Krämer")]}, "recognizers.0: is not what Presidio takes"),
    ({"recognizers": [entry(patterns=None)]}, "recognizers.0: is not what Presidio takes"),
    ({"recognizers": [entry(patterns=[{"regex": "x"}])]}, "recognizers.0.patterns: is not what"),
    ({"recognizers": [entry(name=False)]}, "recognizers.0.name: is not what Presidio takes"),
    ({"recognizers": [entry(name="CreditCardRecognizer")]}, "recognizers.0: is not what"),
    ({"recognizers": [entry(deny_list=["Krämer", " "])]}, "recognizers.0: a pattern or word is"),
    ({"recognizers": [entry(regex="x" * 1_001)]}, "recognizers.0: a pattern or word is too"),
    ({"recognizers": [entry()], "global_regex_flags": "i"}, "recognizers.0: is not what"),
]


@pytest.mark.parametrize(("content", "message"), FAULTS)
def test_a_fault_names_the_file_and_the_entry_and_quotes_nothing(
    tmp_path: Path, content: object, message: str
) -> None:
    path = tmp_path / "recognizers.json"
    path.write_text(json.dumps(content))
    with pytest.raises(ConfigFileError) as caught:
        load_recognizers(path)
    assert str(caught.value).startswith(f"DECKNAME_RECOGNIZERS_FILE: {path}: {message}")
    assert "Krämer" not in str(caught.value)


def test_the_example_in_the_docs_is_taken(path: Path) -> None:
    docs = (Path(__file__).parents[2] / "docs/configuration.md").read_text(encoding="utf-8")
    section = docs.split("### Recognizers in Presidio's form")[1]
    path.write_text(section.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert ("BADGE", "B-77", 0.55) in values("Dienstausweis B-77", load_recognizers(path))
