"""Where results go: each written wholly or not at all, and known to be done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from service.commands.files import Piece, WhereToError, pieces


def test_a_result_that_cannot_be_written_leaves_the_old_one_and_nothing_else(
    tmp_path: Path,
) -> None:
    target = tmp_path / "out" / "a.txt"
    target.mkdir(parents=True)
    with pytest.raises(OSError, match=r"a\.txt"):
        Piece(None, target).write(b"new")
    assert list(target.parent.iterdir()) == [target]


def test_a_result_counts_as_done_while_it_is_newer_than_its_source(tmp_path: Path) -> None:
    piece = Piece(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").write_bytes(b"a")
    assert not piece.is_done()
    piece.write(b"b")
    os.utime(tmp_path / "a", ns=(0, (tmp_path / "b").stat().st_mtime_ns - 1))
    assert piece.is_done()
    os.utime(tmp_path / "a", ns=(0, (tmp_path / "b").stat().st_mtime_ns))
    assert not piece.is_done()


def test_a_file_is_never_replaced_by_its_result(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")

    with pytest.raises(WhereToError):
        pieces([tmp_path], tmp_path)
