from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pydantic
import pytest

from service.config.url_checks import is_loopback
from service.settings import Settings, SettingsError, read_settings
from service.wire.openai.allowed_paths import split_paths

SECRET = "geheim-4711"
KEYS = f"k1:{SECRET}"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment without settings, in a folder without files."""
    for name in list(os.environ):  # noqa: TID251  to take it away
        if name.startswith("DECKNAME_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return monkeypatch


@pytest.fixture(autouse=True)
def clean(environment: pytest.MonkeyPatch) -> None:
    del environment


def refused(**overrides: Any) -> str:
    with pytest.raises(SettingsError) as caught:
        read_settings(**overrides)
    message = str(caught.value)
    assert SECRET not in message
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return message


def test_the_defaults_start_on_loopback_with_everything_in_memory() -> None:
    settings = read_settings()
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8080, 1)
    assert (settings.vault_kind, settings.vault_keys, settings.auth) == ("memory", None, "on")
    assert (settings.policy, settings.language, settings.system_note) == (
        "standard",
        "auto",
        "append",
    )
    assert settings.upstream_url is None
    assert (settings.model_dir / "config.cfg").is_file()


def test_settings_come_from_the_environment_by_their_prefixed_names(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("DECKNAME_PORT", "9000")
    environment.setenv("DECKNAME_UPSTREAM_URL", "https://api.example.org/v1")
    environment.setenv("DECKNAME_UPSTREAM_API_KEY", SECRET)
    environment.setenv("PORT", "1")
    environment.setenv("HOST", "0.0.0.0")  # noqa: S104  must not count
    settings = read_settings()
    assert (settings.port, settings.host) == (9000, "127.0.0.1")
    assert str(settings.upstream_url) == "https://api.example.org/v1"
    assert settings.upstream_api_key is not None
    assert settings.upstream_api_key.get_secret_value() == SECRET


def test_the_command_line_wins_over_the_environment(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DECKNAME_PORT", "9000")
    assert read_settings(port=9001).port == 9001


@pytest.mark.parametrize("name", ["DECKNAME_PROT", "DECKNAME_", "DECKNAME_MODEL_DIRECTORY"])
def test_an_unknown_name_is_refused(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.setenv(name, SECRET)
    assert refused() == f"unknown setting: {name}"


def test_an_unknown_override_is_refused() -> None:
    assert "DECKNAME_PROT" in refused(prot=SECRET)


def test_an_env_file_is_read_and_the_environment_wins(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "deckname.env"
    file.write_text("DECKNAME_PORT=9000\nDECKNAME_LANGUAGE=de\n", "utf-8")
    environment.setenv("DECKNAME_ENV_FILE", str(file))
    environment.setenv("DECKNAME_LANGUAGE", "en")
    settings = read_settings()
    assert (settings.port, settings.language) == (9000, "en")


def test_an_unknown_name_in_the_env_file_is_refused(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "deckname.env"
    file.write_text(f"DECKNAME_PROT={SECRET}\n", "utf-8")
    environment.setenv("DECKNAME_ENV_FILE", str(file))
    assert "DECKNAME_PROT" in refused()


def test_secrets_come_from_files_of_their_names(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    (folder / "DECKNAME_VAULT_KEYS").write_text(f"{KEYS}\n", "utf-8")
    environment.setenv("DECKNAME_SECRETS_DIR", str(folder))
    keys = read_settings().vault_keys
    assert keys is not None
    assert keys.get_secret_value() == KEYS


@pytest.mark.parametrize(
    ("overrides", "named"),
    [
        ({"workers": 2, "upstream_api_key": SECRET}, "DECKNAME_VAULT_URL"),
        ({"vault_url": f"redis://:{SECRET}@127.0.0.1"}, "DECKNAME_VAULT_KEYS"),
        ({"vault_url": f"rediss://:{SECRET}@127.0.0.1", "workers": 2}, "DECKNAME_VAULT_KEYS"),
        ({"vault_keys": KEYS, "vault_keys_file": "/k"}, "DECKNAME_VAULT_KEYS_FILE, not both"),
        ({"host": "0.0.0.0", "vault_keys": KEYS}, "DECKNAME_API_KEYS_FILE"),  # noqa: S104
        ({"host": "example.org"}, "DECKNAME_API_KEYS_FILE"),
    ],
)
def test_settings_that_do_not_fit_together_are_refused(
    overrides: dict[str, Any], named: str
) -> None:
    assert named in refused(**overrides)


@pytest.mark.parametrize(
    "overrides",
    [
        {"workers": 2, "vault_url": "redis://localhost", "vault_keys": KEYS},
        {"vault_url": "rediss://localhost", "vault_keys_file": "/k"},
        {"vault_keys": KEYS},
        {"host": "0.0.0.0", "api_keys_file": "/k"},  # noqa: S104
        {"host": "0.0.0.0", "auth": "off"},  # noqa: S104
        {"host": "localhost"},
        {"host": "::1"},
        {"upstream_url": "http://127.0.0.1:1/v1"},
        {"upstream_url": "https://example.org/openai/v1/"},
        {"upstream_url": "https://example.org/v1beta/openai"},
        {"upstream_url": "https://example.org/api/v1/llm"},
        {"upstream_url": "https://example.org"},
    ],
)
def test_settings_that_fit_together_are_taken(overrides: dict[str, Any]) -> None:
    settings = read_settings(**overrides)
    assert settings.model_fields_set == overrides.keys()


@pytest.mark.parametrize(
    ("overrides", "name"),
    [
        ({"port": SECRET}, "DECKNAME_PORT"),
        ({"port": 65_536}, "DECKNAME_PORT"),
        ({"workers": 0}, "DECKNAME_WORKERS"),
        ({"upstream_url": f"https://{SECRET}@example.org"}, "DECKNAME_UPSTREAM_URL"),
        ({"upstream_url": f"{SECRET}/v1"}, "DECKNAME_UPSTREAM_URL"),
        ({"upstream_url": f"https://a.example/{SECRET}?a=b"}, "DECKNAME_UPSTREAM_URL"),
        ({"upstream_url": f"https://a.example/{SECRET}/models"}, "DECKNAME_UPSTREAM_URL"),
        ({"vault_url": f"mysql://:{SECRET}@db"}, "DECKNAME_VAULT_URL"),
        ({"policy": SECRET}, "DECKNAME_POLICY"),
        ({"language": SECRET}, "DECKNAME_LANGUAGE"),
        ({"system_note": SECRET}, "DECKNAME_SYSTEM_NOTE"),
        ({"auth": SECRET}, "DECKNAME_AUTH"),
        ({"log_level": SECRET}, "DECKNAME_LOG_LEVEL"),
        ({"media": SECRET}, "DECKNAME_MEDIA"),
        ({"media": "redact"}, "DECKNAME_MEDIA"),
        ({"allowed_hosts": f"https://{SECRET}/"}, "DECKNAME_ALLOWED_HOSTS"),
        ({"retention": SECRET}, "DECKNAME_RETENTION"),
        ({"keepalive_seconds": 0}, "DECKNAME_KEEPALIVE_SECONDS"),
        *(
            ({"allow_paths": paths}, "DECKNAME_ALLOW_PATHS")
            for paths in (
                *(SECRET, "files", "/files,x", "/a/../b", "/files?x", "/", "/a b", "/audio/*"),
                *("/chat", "/chat/completions", "/responses/compact", "/files,/models/x"),
            )
        ),
        ({"ttl_seconds": 0}, "DECKNAME_TTL_SECONDS"),
        ({"max_body_bytes": 1}, "DECKNAME_MAX_BODY_BYTES"),
        ({"analyze_timeout_seconds": 0}, "DECKNAME_ANALYZE_TIMEOUT_SECONDS"),
        ({"upstream_api_key": [SECRET]}, "DECKNAME_UPSTREAM_API_KEY"),
    ],
)
def test_a_wrong_value_is_refused_by_name_and_not_shown(
    overrides: dict[str, Any], name: str
) -> None:
    assert refused(**overrides).startswith(f"{name}: ")


def test_all_faults_are_named_at_once() -> None:
    message = refused(port=-1, workers=99)
    assert "DECKNAME_PORT" in message
    assert "DECKNAME_WORKERS" in message


def test_settings_are_frozen_and_print_no_secret() -> None:
    settings = read_settings(vault_keys=KEYS, upstream_api_key=SECRET)
    with pytest.raises(pydantic.ValidationError):
        settings.port = 1
    assert SECRET not in repr(settings) + str(settings)


def test_an_error_of_the_settings_themselves_shows_no_value_either() -> None:
    for wrong in ({"port": SECRET}, {"policy": SECRET}, {"workers": 2, "vault_keys": KEYS}):
        with pytest.raises(pydantic.ValidationError) as caught:
            Settings(**wrong)
        assert SECRET not in str(caught.value) + repr(caught.value)


def test_allowed_paths_are_read() -> None:
    settings = read_settings(allow_paths=" /files, /audio/transcriptions/,/files,/chatkit ")
    assert split_paths(settings.allow_paths) == ("/files", "/audio/transcriptions", "/chatkit")
    assert split_paths(None) == split_paths("") == ()


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *(("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True)),
        *(("0.0.0.0", False), ("::", False), ("192.0.2.7", False), ("", False)),  # noqa: S104
        *(("localhost.example.org", False), ("127.0.0.1.example.org", False)),
    ],
)
def test_what_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


@pytest.mark.parametrize("name", ["DECKNAME_ENV_FILE", "DECKNAME_SECRETS_DIR"])
def test_a_file_or_folder_that_is_not_there_is_refused(
    environment: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    environment.setenv(name, str(tmp_path / SECRET))
    assert refused() == f"{name} names nothing that is there"


def test_the_password_in_the_vaults_address_is_not_shown() -> None:
    settings = read_settings(vault_url=f"redis://u:{SECRET}@localhost", vault_keys=KEYS)
    assert SECRET not in repr(settings)
