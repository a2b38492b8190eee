from __future__ import annotations

import email
import email.policy
import json
import socket
import sqlite3
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import Result
from starlette.responses import JSONResponse
from typer.testing import CliRunner

from service.cipher import Key
from service.cli import app
from service.detection.analyzer import Analyzer
from tests.support.canaries import DETECTED, NAME, TEXT, found_in
from tests.support.redis_server import RedisServer
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
    (letters / "c.bin").write_bytes(b"\x00\xff")
    (letters / "d.txt").write_bytes(EXACT.encode("utf-16"))
    vault = tmp_path / "letters.vault"

    done = run("anonymize", letters, "--out", masked, "--vault", vault, env=keys, analyzer=analyzer)
    assert done.exit_code == 1
    assert "c.bin: no text" in done.output
    assert "deckname: 4 files: " in done.stderr.splitlines()[-1]
    assert done.stderr.splitlines()[-1].endswith("values replaced, 1 failed")
    assert not (masked / "c.bin").exists()
    written = [one.read_text("utf-8") for one in (masked / "a.txt", masked / "deep" / "b.json")]
    assert [found_in(one, DETECTED) for one in written] == [[], []]
    assert found_in((masked / "d.txt").read_text("utf-16"), DETECTED) == []
    assert found_in(vault.read_text("latin-1")) == []
    assert vault.stat().st_mode & 0o777 == 0o600

    back = run("restore", masked, "-o", final, "--vault", vault, env=keys, analyzer=analyzer)
    assert back.exit_code == 0
    for name in ("a.txt", "deep/b.json", "d.txt"):
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
        (["anonymize", "--encoding", "utf-7"], "this --encoding is not known"),
        (["analyze", "README.md", "--report", "README.md"], "would replace a file"),
        (["analyze", "README.md", "--report", "no-such/r.json"], "folder of the report"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_why(arguments: list[str], told: str) -> None:
    done = run(*arguments)

    assert done.exit_code == 2
    assert told in done.stderr


def test_restoring_ends_with_4_when_placeholders_are_left_and_makes_no_vault(
    tmp_path: Path, keys: dict[str, str]
) -> None:
    vault, masked = tmp_path / "v.vault", tmp_path / "masked.txt"
    assert run("restore", "--vault", vault, env=keys, stdin=b"a").exit_code == 2
    assert not vault.exists()
    run("anonymize", "-o", masked, "--vault", vault, env=keys, stdin=EXACT.encode())
    before = vault.read_bytes()

    text = masked.read_bytes() + b"[[Person-8VTTWP]]"
    done = run("restore", "--vault", vault, env=keys, stdin=text)

    assert done.exit_code == 4
    assert done.stdout_bytes == EXACT.encode() + b"[[Person-8VTTWP]]"
    assert done.stderr.splitlines() == [
        "deckname: standard input: 1 placeholder not restored",
        "deckname: 1 file: 3 values restored, 1 placeholder left",
    ]
    assert vault.read_bytes() == before


@pytest.mark.parametrize("first", ["1", "400"])
def test_values_are_kept_for_as_many_days_as_the_longest_run_asked_for(
    tmp_path: Path, keys: dict[str, str], first: str
) -> None:
    vault = tmp_path / "v.vault"
    for days in (first, {"1": "400", "400": "1"}[first]):
        done = run("anonymize", "--vault", vault, "--days", days, env=keys, stdin=TEXT.encode())
        assert done.exit_code == 0
    ends = sqlite3.connect(vault).execute("SELECT expires_at FROM entries").fetchone()[0]
    assert 399 < (ends - time.time()) / 86_400 <= 400


def test_days_that_a_shared_vault_would_cut_are_refused(
    keys: dict[str, str], redis_server: RedisServer
) -> None:
    env = keys | {"DECKNAME_VAULT_URL": redis_server.url}
    calls = [
        (["--days", "400"], 2, "--days 400 is more than DECKNAME_MAX_TTL_SECONDS allows (30 days)"),
        (["--days", "1"], 0, ""),
        (["--days", "20"], 2, "the job ends before --days"),
        ([], 0, ""),
    ]
    for options, code, told in calls:
        done = run("anonymize", *options, env=env, stdin=TEXT.encode())
        assert (done.exit_code, told in done.stderr) == (code, True)


def test_a_dry_run_tells_what_would_be_done_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_bytes(b"Kr\xe4mer")
    out, vault = tmp_path / "out", tmp_path / "v.vault"
    done = run("anonymize", tmp_path / "in", "-o", out, "--vault", vault, "--dry-run")

    assert done.exit_code == 1
    assert done.stdout == f"would write {out}/a.txt: 1 EMAIL_ADDRESS, 1 IBAN_CODE, 1 PERSON\n"
    assert "b.txt: not UTF-8 text. Older Windows programs write cp1252" in done.stderr
    assert done.stderr.endswith("2 files: 3 values found, 1 failed; nothing was written\n")
    assert [one.name for one in tmp_path.iterdir()] == ["in"]


def test_a_report_tells_what_was_done_with_each_file_and_no_text(
    tmp_path: Path, keys: dict[str, str]
) -> None:
    source, out, report = tmp_path / "in", tmp_path / "out", tmp_path / "report.json"
    source.mkdir()
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    (source / "b.pdf").write_bytes(b"%PDF-1.7 " + TEXT.encode())
    (source / "c.txt").write_text(TEXT, encoding="utf-8")
    out.mkdir()
    (out / "c.txt").write_text("done before", encoding="utf-8")
    options = ("-o", out, "--vault", tmp_path / "v", "--skip-done", "--report", report)
    done = run("anonymize", source, *options, env=keys)

    told = json.loads(report.read_text("utf-8"))
    found = {"PERSON": 1, "EMAIL_ADDRESS": 1, "IBAN_CODE": 1}
    rows = [(one["status"], one["entities"], one["error"]) for one in told["files"]]
    assert rows == [("done", found, None), ("failed", {}, "pdf"), ("skipped", {}, None)]
    assert told["files"][0]["bytes"] == len(TEXT.encode())
    assert (told["command"], told["exit_code"], done.exit_code) == ("anonymize", 1, 1)
    assert found_in(report.read_text("utf-8")) == []
    assert (out / "c.txt").read_text("utf-8") == "done before"
    assert "1 failed, 1 skipped (done before)" in done.stderr


def test_a_mail_and_a_file_of_windows_are_masked_and_come_back(
    tmp_path: Path, keys: dict[str, str]
) -> None:
    source, masked, final = (tmp_path / name for name in ("in", "masked", "final"))
    source.mkdir()
    mail = EmailMessage()
    mail["Subject"] = f"Kündigung von {NAME}"
    mail.set_content(f"{TEXT}\n", cte="base64")
    (source / "a.eml").write_bytes(mail.as_bytes())
    (source / "b.txt").write_bytes(f"{TEXT}\r\n".encode("cp1252"))
    options = ("--vault", tmp_path / "v", "--encoding", "cp1252")
    assert run("anonymize", source, "-o", masked, *options, env=keys).exit_code == 0
    assert run("restore", masked, "-o", final, *options, env=keys).exit_code == 0

    seen, back = (
        email.message_from_bytes((folder / "a.eml").read_bytes(), policy=email.policy.default)
        for folder in (masked, final)
    )
    assert found_in(f"{seen['subject']} {seen.get_content()}", DETECTED) == []
    assert (back["subject"], back.get_content()) == (mail["subject"], mail.get_content())
    assert b"Zwickelbart" not in (masked / "b.txt").read_bytes()
    assert (final / "b.txt").read_bytes() == (source / "b.txt").read_bytes()


def test_analyze_explains_what_made_each_claim_and_which_stage_dropped_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Sabine Krämer wohnt in München.", encoding="utf-8")
    told = run("analyze", file, "--explain").stdout
    lines = run("analyze", file, "--explain", "--json").stdout.splitlines()

    assert f"{file}:0-13  PERSON  0.85  masked  made by reader PERSON\n" in told
    assert f"{file}:23-30  LOCATION  0.84  dropped  made by reader LOCATION\n    entity: " in told
    assert "Krämer" not in told
    assert {(one["outcome"], one["made_by"]["kind"]) for one in map(json.loads, lines)} == {
        ("masked", "reader"),
        ("dropped", "reader"),
    }


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
