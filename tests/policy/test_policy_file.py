"""DECKNAME_POLICY: a built-in policy, or a file with one or several."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import recognizers
from service.config.config_file import ConfigFileError
from service.policy import Policies, load_policies

SECRET = "Sabine Krämer"


def load(path: Path | str) -> Policies:
    return load_policies(str(path), recognizers.load(), 7.0)


@pytest.fixture
def written(tmp_path: Path) -> Any:
    def write(content: Any) -> Path:
        path = tmp_path / "policy.json"
        path.write_text(json.dumps(content))
        return path

    return write


@pytest.mark.parametrize("name", ["standard", "strict"])
def test_a_built_in_policy_needs_no_file(name: str) -> None:
    policies = load(name)
    assert policies.choose().name == name
    assert policies.names == ["standard", "strict"]


def test_a_file_with_one_policy_is_the_default(written: Any) -> None:
    policies = load(written({"extends": "strict", "operators": {"PERSON": "redact"}}))
    assert policies.choose().operator("PERSON") == "redact"
    assert policies.names == ["standard", "strict", "default"]
    assert policies.choose("standard").operator("PERSON") == "placeholder"
    assert policies.choose().seconds == 7


def test_several_policies_have_names_and_a_default(tmp_path: Path) -> None:
    path = tmp_path / "policies.yaml"
    path.write_text(
        "policies:\n"
        "  sales:\n"
        "    operators: {IBAN_CODE: {type: mask, keep_last: 2}}\n"
        "  legal: {extends: strict, min_score: 0.3}\n"
        "default: legal\n"
    )
    policies = load(path)
    assert policies.choose().name == "legal"
    assert policies.choose("sales").operator("IBAN_CODE") != "placeholder"
    assert "LOCATION" in policies.choose().labels


LONG_LIST = {"deny": [{"entity": "X", "words": [f"word {number}" for number in range(5_000)]}]}


def test_a_file_may_hold_more_than_a_request(written: Any) -> None:
    assert "X" in load(written(LONG_LIST)).choose().labels


FAULTS: list[tuple[Any, str]] = [
    ({"operators": {"PERSN": "mask"}}, "operators.PERSN: names an entity that is not known"),
    ({"operators": {"PERSON": "mosk"}}, "operators.PERSON: Input should be"),
    ({"operators": {"PERSON": {"type": "mask", "keep": 1}}}, "operators.PERSON.keep: Extra"),
    ({"thresholds": {"PERSON": 2}}, "thresholds.PERSON: Input should be less"),
    ({"min_score": "0.5"}, "min_score: Input should be a valid number"),
    ({"extends": "lax"}, "extends: Input should be"),
    ({"alow": [SECRET]}, "alow: Extra inputs"),
    ({"allow": SECRET}, "allow: Input should be a valid list"),
    ({"allow_patterns": [f"({SECRET}"]}, "allow_patterns.0: is not a regular expression"),
    (
        {"patterns": [{"entity": "X", "regex": f"[{SECRET}"}]},
        "patterns.0.regex: is not a regular expression",
    ),
    ({"patterns": [{"entity": "x y", "regex": "x"}]}, "patterns.0.entity: String should match"),
    ({"deny": [{"entity": "X", "label": "1", "words": []}]}, "deny.0.label: String should match"),
    ({"deny": [{"entity": "X", "words": ["a", " "]}]}, "deny.0.words: is empty or too long"),
    ({"policies": {}, "default": "a"}, "policies: must map names to policies"),
    ({"policies": {"a": {}}}, "default: must name one of the policies"),
    ({"policies": {"a": {}}, "default": "b"}, "default: must name one of the policies"),
    ({"policies": {"strict": {}}, "default": "strict"}, "policies: a name has 1 to 64"),
    ({"policies": {"a b": {}}, "default": "a b"}, "policies: a name has 1 to 64"),
    ({"policies": {"a": {}}, "default": "a", "min_score": 1}, "min_score: is not known here"),
    (
        {"policies": {"a": {"thresholds": {"PERSN": 1}}}, "default": "a"},
        "policies.a.thresholds.PERSN: names an entity that is not known",
    ),
    ({"policies": {"a": {"deny": 5}}, "default": "a"}, "policies.a.deny: Input should be a"),
]


@pytest.mark.parametrize(("content", "message"), FAULTS)
def test_a_fault_names_the_file_and_the_member_and_quotes_no_word(
    written: Any, content: Any, message: str
) -> None:
    path = written(content)
    with pytest.raises(ConfigFileError) as caught:
        load(path)
    assert str(caught.value).startswith(f"DECKNAME_POLICY: {path}: {message}")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(("language", "suffix"), [("yaml", "yml"), ("json", "json")])
def test_the_examples_in_the_docs_are_policies(tmp_path: Path, language: str, suffix: str) -> None:
    docs = (Path(__file__).parents[2] / "docs/configuration.md").read_text(encoding="utf-8")
    section = docs.split("### Policies of your own")[1]
    path = tmp_path / f"policy.{suffix}"
    path.write_text(section.split(f"```{language}\n")[1].split("```")[0], encoding="utf-8")
    assert load(path).choose().name in {"default", "sales"}
