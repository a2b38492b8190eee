from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpora import DEVELOPMENT, MAPPINGS, SETS, Benchmark, read_columns
from benchmarks.errors import errors, report_errors
from benchmarks.marked import parse
from benchmarks.systems import merge_parts

NAMES = MAPPINGS["germeval"]


def read(folder: Path, lines: str, columns: tuple[int, int] = (0, 1)) -> list[tuple[str, object]]:
    path = folder / "corpus"
    path.write_text(lines, encoding="utf-8")
    return [
        (one.passage.text, [(one.passage.text[s:e], name) for s, e, name in one.passage.spans])
        for one in read_columns(path, columns, NAMES)
    ]


def test_sentences_become_text_with_the_spacing_of_text(tmp_path: Path) -> None:
    lines = '" O\nDas O\n" O\n, O\nsagt O\nAda B-PER\nvon I-PER\nX E-PER\n( O\nBonn S-LOC\n) O\n. O'

    assert read(tmp_path, lines) == [
        ('"Das", sagt Ada von X (Bonn).', [("Ada von X", "PERSON"), ("Bonn", "LOCATION")])
    ]


def test_a_file_without_documents_is_one_text_a_sentence(tmp_path: Path) -> None:
    assert [text for text, _ in read(tmp_path, "Ada O\n\nBo O\n\n# O\n")] == ["Ada", "Bo", "#"]


def test_sentences_of_a_document_are_one_text(tmp_path: Path) -> None:
    lines = (
        "# newdoc id = 1\n1\tAda\tB-PER\n\n# text = Bo\n1\tBo\tB-PER\n\n# newdoc id = 2\n1\tX\tO\n"
    )

    assert read(tmp_path, lines, (1, 2)) == [
        ("Ada Bo", [("Ada", "PERSON"), ("Bo", "PERSON")]),
        ("X", []),
    ]


def test_tags_without_a_begin_are_read_and_other_classes_are_plain(tmp_path: Path) -> None:
    lines = "Ada I-PER\nX I-PER\nBonn I-LOC\ndeutsch I-LOCderiv\nKunst I-OTH\n"

    assert read(tmp_path, lines)[0][1] == [("Ada X", "PERSON"), ("Bonn", "LOCATION")]


def test_parts_of_a_name_and_of_an_address_are_put_together() -> None:
    text = "Ada Muster, Bo, Weg 1\n12345 Ort"
    parts = [
        (0, 3, "GIVEN_NAME"),
        (4, 10, "SURNAME"),
        (12, 14, "GIVEN_NAME"),
        (16, 19, "STREET_NAME"),
        (20, 21, "BUILDING_NUMBER"),
        (22, 27, "ZIP_CODE"),
        (28, 31, "CITY"),
    ]

    assert [(text[s:e], name) for s, e, name in merge_parts(text, parts)] == [
        ("Ada Muster", "PERSON"),
        ("Bo", "PERSON"),
        ("Weg 1\n12345 Ort", "ADDRESS"),
    ]


def test_errors_are_told_in_context() -> None:
    passage = parse("Frau ⟦PERSON|Ada⟧ mit\n⟦DECOY|Crohn⟧ in Bonn")
    letters = Benchmark("de", ("PERSON", "ADDRESS"), lambda _: [])
    found = [(13, 18, "PERSON"), (22, 26, "PERSON")]

    assert list(errors(passage, found, "PERSON", letters)) == [
        "missed  Frau ⟦Ada⟧ mit⏎Crohn in Bonn",
        "decoy   Frau Ada mit⏎⟦Crohn⟧ in Bonn",
        "false   Frau Ada mit⏎Crohn in ⟦Bonn⟧",
    ]


@pytest.mark.parametrize("name", ["blind-de", "blind-en", "germeval", "grascco", "presidio"])
def test_no_text_of_a_test_set_is_told(name: str) -> None:
    with pytest.raises(ValueError, match="no development set"):
        report_errors(name, "default", SETS[name], [], [])


def test_blind_text_is_no_development_text() -> None:
    assert not any(name.startswith("blind") for name in DEVELOPMENT)
    blind = {one.passage for name in ("blind-de", "blind-en") for one in SETS[name].read(Path())}
    known = {
        one.passage for name in ("letters-de", "letters-en") for one in SETS[name].read(Path())
    }
    assert blind
    assert not blind & known
