"""The spaCy pipeline: what it reads stays readable, and its vocabulary does not grow for good."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
import spacy

from service.detection.language_model import LanguageModel
from service.detection.shipped_models import shipped_model

TEXT = "Frau Sabine Krämer wohnt in Köln."


def names(model: LanguageModel, text: str = TEXT) -> list[tuple[str, str]]:
    with model.zone():
        (doc,) = model.read([text], 1)
        return [(one.text, one.label_) for one in doc.ents]


def tied(folder: Path) -> Path:
    """Make a pipeline whose component is tied to its vocabulary."""
    nlp = spacy.blank("de")
    ruler, tagger = cast("Any", nlp.add_pipe("entity_ruler")), cast("Any", nlp.add_pipe("tagger"))
    tagger.add_label("NE")
    nlp.initialize()
    ruler.add_patterns([{"label": "PER", "pattern": "Sabine Krämer"}])
    nlp.to_disk(folder)
    return folder


@pytest.mark.parametrize("which", ["shipped", "tied"])
def test_a_new_vocabulary_reads_as_the_old_one_did(which: str, tmp_path: Path) -> None:
    model = LanguageModel(shipped_model() if which == "shipped" else tied(tmp_path), most_words=5)
    before, vocabulary = names(model), model.vocabulary
    assert names(model) == before
    assert model.vocabulary is not vocabulary
    assert any("Krämer" in value for value, _ in before)


def test_the_vocabulary_stays_until_it_has_met_many_words() -> None:
    model = LanguageModel(shipped_model(), most_words=1_000)
    vocabulary = model.vocabulary
    names(model)
    names(model)
    assert model.vocabulary is vocabulary
