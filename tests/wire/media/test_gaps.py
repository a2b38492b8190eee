from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from service.text import json_source
from service.wire.media.gaps import GAP, without_data

URL = "data:image/png;base64,QUJD+/=="
PIECES = st.lists(st.sampled_from([URL, "Krämer", " ", "x", '"', "\\", "7", "\n"]), max_size=9)


@given(PIECES)
def test_a_view_without_data_leaves_the_data_when_it_is_written_back(pieces: list[str]) -> None:
    source = "".join(pieces)
    for text in (source, json.dumps({"a": source, "n": 42}), json.dumps([source, URL])):
        view = without_data(text, json_source.read(text))
        if view is None:
            assert URL not in text
            continue
        assert URL not in view.view
        assert view.view.count(GAP) == text.count("data:")
        assert len(view.places) == len(view.view) + 1
        assert view.write([]) == text
        found = [(start, start + 6) for start, end in view.regions for start in range(start, end)]
        places = [place for place in found if view.view[slice(*place)] == "Krämer"]
        written = view.write([(start, end, "[[P-AAAAAA]]") for start, end in places])
        assert json_source.read(written) is not None or json_source.read(text) is None
        assert written.replace("\\u00e4", "ä").count("Krämer") == 0
        assert written.count("[[P-AAAAAA]]") == text.replace("\\u00e4", "ä").count("Krämer")


@given(PIECES)
def test_numbers_stay_where_they_are_beside_data(pieces: list[str]) -> None:
    text = json.dumps(["".join(pieces), 42, URL, 4711])
    view = without_data(text, json_source.read(text))
    assert view is not None
    assert sorted(view.view[start:end] for start, end in view.numbers) == ["42", "4711"]
