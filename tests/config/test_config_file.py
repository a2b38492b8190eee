from __future__ import annotations

from pathlib import Path

import pytest

from service.config.config_file import ConfigFileError, read_mapping

SECRET = "sabine-krämer"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"a": [1, {"b": "c"}]}'),
        ("a.yaml", "a:\n  - 1\n  - b: c\n"),
        ("a.yml", '{"a": [1, {"b": "c"}]}'),
    ],
)
def test_json_and_yaml_are_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert read_mapping("X", tmp_path / name) == {"a": [1, {"b": "c"}]}


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.json", f'{{"a": 1,\n "{SECRET}"}}', "line 2 is no JSON"),
        ("a.json", f'{{"{SECRET}": 1, "{SECRET}": 2}}', "a name stands twice in one place"),
        ("a.yaml", f"a: 1\n{SECRET}: [\n", "is no YAML"),
        ("a.yaml", f"a:\n  {SECRET}: 1\n  {SECRET}: 2\n", "a name stands twice in one place"),
        ("a.yaml", f"- {SECRET}", "holds no mapping"),
        ("a.yaml", "", "holds no mapping"),
        ("a.yaml", f"a: !!python/object/apply:os.system [{SECRET}]", "line 1 is no YAML"),
        ("a.yaml", f"? [{SECRET}]\n: 1", "is no YAML"),
        ("a.yaml", "a: \x07", "is no YAML"),
    ],
)
def test_a_broken_file_is_named_and_not_quoted(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ConfigFileError) as caught:
        read_mapping("DECKNAME_POLICY", tmp_path / name)
    assert str(caught.value).startswith(f"DECKNAME_POLICY: {tmp_path / name}: ")
    assert reason in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"\xff\xfe")
    for name in ("missing.json", "b.json"):
        with pytest.raises(ConfigFileError, match="cannot be read"):
            read_mapping("X", tmp_path / name)
