from __future__ import annotations

from service.commands.documents import spliced


def test_a_replacement_over_several_segments_is_written_in_the_first() -> None:
    segments = ["von ", "Sabine Krä", "", "mer, Köln"]

    assert list(spliced(segments, [(0, 3, "an"), (4, 17, "[[P]]"), (19, 23, "[[L]]")])) == [
        "an ",
        "[[P]]",
        "",
        ", [[L]]",
    ]
    assert list(spliced(segments, [])) == segments
    assert list(spliced(segments, [(0, 23, "x")])) == ["x", "", "", ""]
