from __future__ import annotations

import time

import pytest

from service.wire.file_names import read


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("Kündigung_Sabine_Krämer.pdf", "Kündigung Sabine Krämer.pdf"),
        ("Lebenslauf-Sabine-Kraemer.docx", "Lebenslauf Sabine Kraemer.docx"),
        ("Siehe /tmp/Brief_Ida_Wigbert.PDF da", "Siehe /tmp/Brief Ida Wigbert.PDF da"),
        ("Anna-Lena_Schmidt.jpg", "Anna-Lena Schmidt.jpg"),
        ("Krämer.Sabine.pdf", "Krämer Sabine.pdf"),
        ("Müller-Lüdenscheidt.pdf", "Müller-Lüdenscheidt.pdf"),
        ("Brief Sabine Krämer.pdf", "Brief Sabine Krämer.pdf"),
        ("[[Person-ABC123]]_Ida_Wigbert.pdf", "[[Person-ABC123]]_Ida Wigbert.pdf"),
        ("https://x.example/a_b_c.pdf", "https://x.example/a_b_c.pdf"),
        ("a.b@post.example.zip", "a.b@post.example.zip"),
    ],
)
def test_the_words_of_a_file_name_are_apart_and_its_ending_stays(text: str, view: str) -> None:
    got = read(text)
    assert got is not None
    assert got.view == view
    changing = "".join(view[start:end] for start, end in got.regions)
    assert "." + view.rpartition(".")[2].split()[0] not in changing
    assert got.write([]) == text
    assert got.value(0, len(view)) == text


def test_other_texts_have_no_such_view() -> None:
    assert read("snake_case und version 1.0.pdfx, main.py") is None


@pytest.mark.parametrize("piece", [".pdf", "a_.pdf", "_", "a.pdf ", "http://a_a.pdf"])
def test_a_megabyte_takes_no_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 5
