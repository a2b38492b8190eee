from __future__ import annotations

from pathlib import Path

import pytest
import spacy

import service.detection.tagger  # noqa: F401  the factory of our component
from service.detection.shipped_models import SHIPPED, model_folder, shipped_model


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_is_chosen_by_its_name(name: str) -> None:
    assert model_folder(name) == shipped_model(name)
    assert spacy.load(model_folder(name)).meta["name"] == f"deckname_{name}"


@pytest.mark.parametrize(("name", "most_megabytes"), [("default", 28), ("accurate", 40)])
def test_a_shipped_model_is_small(name: str, most_megabytes: int) -> None:
    files = [file for file in shipped_model(name).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < most_megabytes * 1_000_000


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_model_tells_people_from_places(name: str) -> None:
    doc = spacy.load(shipped_model(name))("Gestern fuhr Sabine Krämer nach Köln.")
    found = [(one.text, one.label_) for one in doc.ents]
    assert found == [("Sabine Krämer", "PERSON"), ("Köln", "LOCATION")]


def test_any_other_folder_with_a_pipeline_is_taken_as_it_is(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path)
    assert model_folder(tmp_path) == tmp_path


def test_what_holds_no_pipeline_is_refused_without_its_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no spaCy pipeline there") as caught:
        model_folder(tmp_path / "secret-place")
    assert "secret-place" not in str(caught.value)
