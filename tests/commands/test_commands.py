from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from click.testing import Result
from starlette.responses import JSONResponse
from typer.testing import CliRunner

from service.cipher import Key
from service.cli import app
from service.commands.files import WhereToError, pieces
from service.detection.analyzer import Analyzer
from tests.support.canaries import DETECTED, TEXT, found_in
from tests.support.running import Running
from tests.support.scripted_upstream import ScriptedUpstream

EXACT = f"\ufeffErste Zeile\r\n{TEXT}\n\n  mit Leerzeichen \n"


@pytest.fixture
def keys(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "keys.txt"
    file.write_text(Key.generate("k1").reveal(), encoding="utf-8")
    return {"DECKNAME_VAULT_KEYS_FILE": str(file)}


def run(
    *arguments: object,
    env: dict[str, str] | None = None,
    stdin: bytes = b"",
    analyzer: Analyzer | None = None,
) -> Result:
    words = [str(one) for one in arguments]
    return CliRunner().invoke(app, words, input=stdin, env=env or {}, obj=analyzer)


def test_a_folder_is_masked_and_comes_back_byte_for_byte(
    tmp_path: Path, keys: dict[str, str], analyzer: Analyzer
) -> None:
    letters, masked, final = tmp_path / "letters", tmp_path / "masked", tmp_path / "final"
    (letters / "deep").mkdir(parents=True)
    (letters / "a.txt").write_bytes(EXACT.encode())
    (letters / "deep" / "b.json").write_text(json.dumps({"to": TEXT}), encoding="utf-8")
    (letters / "c.bin").write_bytes(b"\xff\xfe\x00")
    vault = tmp_path / "letters.vault"

    done = run("anonymize", letters, "--out", masked, "--vault", vault, env=keys, analyzer=analyzer)
    assert done.exit_code == 1
    assert "c.bin: not UTF-8 text" in done.output
    assert not (masked / "c.bin").exists()
    written = [one.read_text("utf-8") for one in (masked / "a.txt", masked / "deep" / "b.json")]
    assert [found_in(one, DETECTED) for one in written] == [[], []]
    assert found_in(vault.read_text("utf-8")) == []
    assert vault.stat().st_mode & 0o777 == 0o600

    back = run("restore", masked, "-o", final, "--vault", vault, env=keys, analyzer=analyzer)
    assert back.exit_code == 0
    for name in ("a.txt", "deep/b.json"):
        assert (final / name).read_bytes() == (letters / name).read_bytes()


def test_standard_input_is_masked_and_nobody_is_told_that_it_was_kept() -> None:
    done = run("anonymize", stdin=EXACT.encode())

    assert done.exit_code == 0
    assert found_in(done.stdout, DETECTED) == []
    assert "[[iban-" in done.stdout
    assert "values are not kept" in done.stderr


def test_analyze_tells_places_and_no_values(tmp_path: Path, analyzer: Analyzer) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = run("analyze", file, "--json", "--fail", analyzer=analyzer)

    assert done.exit_code == 3
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"PERSON", "EMAIL_ADDRESS", "IBAN_CODE"} <= {one["entity_type"] for one in found}
    assert found_in(done.output) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["restore"], "restoring needs --vault FILE"),
        (["anonymize", "no-such-file"], "there is no no-such-file"),
        (["anonymize", "--vault", "new.vault"], "--vault needs DECKNAME_VAULT_KEYS_FILE"),
        (["anonymize", "tests/commands", "tests/policy"], "Several files need --out FOLDER."),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why(arguments: list[str], told: str) -> None:
    done = run(*arguments)

    assert done.exit_code == 2
    assert told in done.stderr


def test_a_file_is_never_replaced_by_its_result(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")

    with pytest.raises(WhereToError):
        pieces([tmp_path], tmp_path)


def test_check_says_what_is_wrong_and_shows_no_secret() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
    secret = Key.generate("k1").reveal()
    env = {
        "DECKNAME_VAULT_URL": f"redis://:geheim@127.0.0.1:{port}/0",
        "DECKNAME_VAULT_KEYS": secret,
    }
    done = run("check", env=env)

    assert done.exit_code == 1
    told = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines()}
    assert told == {
        "settings": "ok",
        "policy": "ok",
        "keys": "ok",
        "vault": "FAILS",
        "upstream": "ok",
        "model": "ok",
    }
    assert "geheim" not in done.output
    assert secret not in done.output


@pytest.mark.parametrize(
    ("models", "chat", "key", "code", "told"),
    [
        (401, 401, "sk-1", 1, "refuses the key"),
        (403, 403, "sk-1", 1, "refuses the key"),
        (401, 401, "", 0, "each caller has to send one"),
        (404, 404, "sk-1", 1, "the base address is wrong"),
        (404, 400, "sk-1", 0, "no list of models"),
        (500, 500, "sk-1", 1, "it answers 500"),
    ],
)
def test_check_says_what_a_provider_thinks_of_key_and_address(
    models: int, chat: int, key: str, code: int, told: str
) -> None:
    upstream = ScriptedUpstream()
    upstream.script = lambda body: JSONResponse({}, models if body is None else chat)
    with Running(upstream.app()) as running:
        env = {"DECKNAME_UPSTREAM_URL": f"{running.url}/v1"}
        done = run("check", env=env | ({"DECKNAME_UPSTREAM_API_KEY": key} if key else {}))
    assert done.exit_code == code
    assert told in done.output


def test_check_names_the_cause_when_nothing_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    done = run("check", env={"DECKNAME_UPSTREAM_URL": f"http://127.0.0.1:{port}/v1"})
    assert done.exit_code == 1
    assert "refused the connection" in done.output


def test_check_asks_the_provider_of_each_tenant_too(tmp_path: Path) -> None:
    one, broken = ScriptedUpstream(), ScriptedUpstream()
    broken.script = lambda _: JSONResponse({}, 500)
    tenants = tmp_path / "keys.json"
    with Running(one.app()) as first, Running(broken.app()) as second:
        for there, code in ((first, 0), (second, 1)):
            account = {"url": f"{there.url}/v1", "api_key": "sk-geheim"}
            tenants.write_text(json.dumps({"a": {"keys": [], "upstream": account}}))
            done = run("check", env={"DECKNAME_API_KEYS_FILE": str(tenants)})
            assert done.exit_code == code
            assert "sk-geheim" not in done.output
    assert one.requests[0].headers["authorization"] == "Bearer sk-geheim"
