from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from service.cipher import Key, KeyRing
from service.commands.keys import EXIT_KEYS, keys
from service.tenants.tenants import Tenants, hash_key

SECRET = "c2VjcmV0LTQ3MTE="  # base64, but too short for a key


def call(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(keys, list(arguments))
    return done.exit_code, done.output


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "vault-keys"
    path.write_text(f"# ours\n{Key.generate('k1').reveal()}\n")
    return path


def test_a_rotation_adds_a_key_that_opens_and_then_lets_it_seal(file: Path) -> None:
    before = KeyRing.parse(file.read_text())
    code, said = call("rotate", str(file), "--step", "add")
    assert (code, KeyRing.parse(file.read_text()).ids) == (0, ("k1", "k2"))
    assert "k2 was added" in said
    code, said = call("rotate", str(file), "--step", "use")
    after = KeyRing.parse(file.read_text())
    assert (code, after.ids) == (0, ("k2", "k1"))
    assert "k2 seals now" in said
    assert before.reveal() in file.read_text()
    assert file.read_text().startswith("# ours\n")
    assert file.stat().st_mode & 0o077 == 0
    assert call("rotate", str(file), "--wait", "0", "--name", "2026-11")[0] == 0
    assert KeyRing.parse(file.read_text()).ids == ("2026-11", "k2", "k1")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_check_tells_the_names_and_never_a_key(file: Path) -> None:
    call("rotate", str(file), "--wait", "0")
    code, said = call("check", str(file))
    assert (code, said) == (0, "k2 seals.\nk1 opens.\n")


def test_a_new_key_is_one_that_the_service_takes() -> None:
    code, said = call("new", "k9")
    assert code == 0
    assert KeyRing.parse(said).ids == ("k9",)


def test_a_new_key_goes_into_a_file_for_its_owner_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "keys.txt"
    code, said = call("new", "k9", "--out", str(path))
    written = path.read_text()
    assert code == 0
    assert KeyRing.parse(written).ids == ("k9",)
    assert path.stat().st_mode & 0o777 == 0o600
    assert written.partition(":")[2].strip() not in said
    code, said = call("new", "--out", str(path))
    assert (code, path.read_text()) == (EXIT_KEYS, written)
    assert "is there already and is not replaced" in said


@pytest.mark.parametrize("command", ["check", "rotate"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "There is no vault key"),
        ("k1", "must be written id:base64"),
        (f"k1:{SECRET}", "must be 32 bytes long"),
        (f"k1:{SECRET}!", "not base64"),
        ("k1:" + "A" * 43 + "=", "not random"),
        (f"{SECRET} x:AAAA", "its id must be"),
        ("{good}\n{good}", "has the id of an earlier one"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_that_hold_nothing_of_it(
    tmp_path: Path, command: str, content: str, reason: str
) -> None:
    path = tmp_path / "keys"
    path.write_text(content.replace("{good}", Key.generate("k1").reveal()))
    before = path.read_text()
    code, said = call(command, str(path))
    assert code == EXIT_KEYS
    assert reason in said
    assert SECRET not in said
    assert path.read_text() == before


def test_a_name_in_use_and_a_rotation_without_a_second_key_are_refused(file: Path) -> None:
    before = file.read_text()
    for options in (("--name", "k1"), ("--name", "ä"), ("--step", "use")):
        assert call("rotate", str(file), *options)[0] == EXIT_KEYS
    assert file.read_text() == before


def test_a_new_key_of_a_tenant_is_let_in_by_the_entry_that_goes_with_it() -> None:
    code, said = call("tenant", "kanzlei-1")
    key = said.splitlines()[0].rpartition(" ")[2]
    entry = json.loads(said.splitlines()[1].partition(": ")[2])
    assert code == 0
    assert Tenants(entry).find(key) == "kanzlei-1"
    assert key not in said.splitlines()[1]


@pytest.mark.parametrize("name", ["", "a b", "ä", "x" * 65, 'a"b', "a/b"])
def test_a_tenant_that_the_file_could_not_hold_is_refused(name: str) -> None:
    code, said = call("tenant", name)
    assert code == EXIT_KEYS
    assert "tenant's name" in said
    assert "sha256" not in said


def test_check_tells_when_others_may_read_a_file_with_secrets(tmp_path: Path, file: Path) -> None:
    file.chmod(0o640)
    assert "chmod 600" in call("check", str(file))[1]
    file.chmod(0o600)
    assert "chmod" not in call("check", str(file))[1]
    tenants = tmp_path / "api-keys.json"
    account = {"url": "https://provider.example/v1", "api_key": "sk-geheim"}
    content = {"a": {"keys": [hash_key("one")], "upstream": account}}
    for stored, mode, warns in (
        (content, 0o644, True),
        (content, 0o600, False),
        ({"a": [hash_key("one")]}, 0o644, False),
    ):
        tenants.write_text(json.dumps(stored))
        tenants.chmod(mode)
        environment = {
            "DECKNAME_API_KEYS_FILE": str(tenants),
            "DECKNAME_VAULT_KEYS_FILE": str(file),
        }
        done = CliRunner().invoke(keys, ["check"], env=environment)
        assert done.exit_code == 0
        assert ("chmod 600" in done.output) == warns
        assert "sk-geheim" not in done.output
