"""Settings: read once from the environment (or a file), frozen; unknown names are refused.

Every setting is `DECKNAME_` and its name in capitals. Secrets may also lie in files of that name
in the folder DECKNAME_SECRETS_DIR (a mounted Kubernetes secret).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.config.setting_types import (
    HostNames,
    ModelName,
    OpenAddress,
    PolicyName,
    check_tls_files,
    split_names,
)
from service.config.url_checks import is_loopback
from service.detection.shipped_models import model_folder
from service.integrity import Mode
from service.upstream.account import BaseUrl, ProviderKey
from service.vault.redis_client import SCHEMES
from service.wire.openai.allowed_paths import check_paths, split_paths

PREFIX = "DECKNAME_"
SECRETS_DIR = f"{PREFIX}SECRETS_DIR"
ENV_FILE = f"{PREFIX}ENV_FILE"
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


class SettingsError(ValueError):
    """A setting is missing, unknown or wrong; the message names it, never its value."""


class Settings(BaseSettings):
    """All settings; docs/configuration.md says what each is for."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        protected_namespaces=(),
    )

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8080, ge=0, le=65535, description="Port to listen on.")
    workers: int = Field(1, ge=1, le=64, description="Processes; more than one needs Redis.")

    upstream_url: BaseUrl | None = Field(
        None, description="The provider's base address, as it documents it."
    )
    upstream_api_key: ProviderKey | None = Field(
        None, description="Key for the upstream; unset: the caller's Authorization goes through."
    )
    default_model: ModelName | None = Field(
        None, description="Model of requests that name none; unset: the upstream decides."
    )
    upstream_timeout_seconds: float = Field(
        600, gt=0, description="Longest wait for the upstream's next byte."
    )
    upstream_connect_seconds: float = Field(
        5, gt=0, description="Longest wait for a connection to the upstream."
    )

    vault_url: SecretStr = Field(
        SecretStr("memory://"),
        description="Where pairs are kept: memory://, redis://, rediss://, Sentinel or Cluster.",
    )
    vault_tls_ca_file: Path | None = Field(
        None, description="Who signed the certificates of Redis (PEM); unset: the system's list."
    )
    vault_tls_cert_file: Path | None = Field(
        None, description="Certificate to show to Redis (PEM), where it asks for one."
    )
    vault_tls_key_file: Path | None = Field(None, description="Key of that certificate (PEM).")
    vault_keys: SecretStr | None = Field(
        None, description="Vault keys, `id:base64,…`; the first seals, all open."
    )
    vault_keys_file: Path | None = Field(
        None, description="File with the vault keys, one `id:base64` a line."
    )
    ttl_seconds: int = Field(86_400, ge=1, description="How long a job lives after its last use.")
    max_ttl_seconds: int = Field(
        30 * 86_400, ge=1, description="How long a job lives at most, however often it is used."
    )
    max_jobs: int = Field(100_000, ge=1, description="Most jobs that the memory vault holds.")

    max_background_jobs: int = Field(
        64, ge=1, description="Most texts of `POST /api/anonymize` that wait in one process."
    )

    api_keys_file: Path | None = Field(
        None, description="Tenants and the hashes of their API keys; unset: no keys asked for."
    )
    allow_paths: str | None = Field(
        None,
        description="Further paths of the upstream that pass unmasked, as `/files,/audio/speech`.",
    )
    media: Literal["refuse", "allow"] = Field(
        "refuse", description="Images, audio and files: `allow` lets them pass unseen."
    )
    keepalive_seconds: float = Field(
        10, gt=0, description="Longest silence in a stream before a comment is sent."
    )
    retention: Literal["ttl", "none"] = Field(
        "ttl", description="`none` keeps nothing of a request once it is answered."
    )

    auth: Literal["on", "off"] = Field(
        "on", description="`off` allows a service without API keys on other than loopback."
    )

    allowed_hosts: HostNames | None = Field(
        None,
        description="Further names, as `deckname.example.com,*.corp.example`, that `Host` and "
        "`Origin` may hold while no API keys are asked for.",
    )

    policy: PolicyName = Field(
        "standard", description="`standard`, `strict`, or a file with policies of your own."
    )
    request_patterns: Literal["auto", "on", "off"] = Field(
        "auto",
        description="Whether requests may bring patterns in a policy; `auto`: while no API keys "
        "are asked for.",
    )
    recognizers_file: Path | None = Field(
        None, description="Recognizer file of Presidio with entities of your own."
    )
    language: Literal["auto", "de", "en"] = Field(
        "auto", description="Language that answers report; `auto` looks at the text."
    )
    system_note: Literal["append", "always", "never"] = Field(
        "append",
        description="Rule about placeholders for the model: to an existing system message, "
        "in any case, or never.",
    )
    integrity: Mode = Field(
        "repair",
        description="Placeholders that the model damaged: `report` them, `repair` them, ask again "
        "(`retry`), or `reject` the answer.",
    )
    integrity_retries: int = Field(
        1, ge=0, le=5, description="How often a model is asked again at most, with `retry`."
    )
    response_scan: Literal["off", "mask"] = Field(
        "off",
        description="`mask` also masks personal data that the model brings into its answer "
        "by itself.",
    )
    max_body_bytes: int = Field(
        8 * 1024 * 1024, ge=1024, description="Largest request body, in bytes."
    )
    max_values: int = Field(
        100_000, ge=1, description="Most members and list items in one request body."
    )
    receive_seconds: float = Field(
        60, gt=0, description="Longest time for the head of a request to arrive, and for its body."
    )
    max_requests: int = Field(1000, ge=1, description="Most requests at a time, in each process.")
    analyze_timeout_seconds: float = Field(
        30, gt=0, description="Longest time to analyze one request."
    )
    model_dir: Annotated[Path, BeforeValidator(model_folder)] = Field(
        Path("default"),
        description="`default` or `accurate`, our models, or the folder of a spaCy pipeline.",
        validate_default=True,
    )
    metrics: Literal["on", "off"] = Field(
        "on", description="`/metrics` on the service's own port, for Prometheus."
    )
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="A port only for `/metrics`, on all addresses."
    )
    traces_url: OpenAddress | None = Field(
        None,
        repr=False,
        exclude=True,  # the same
        description="OTLP/HTTP address that traces go to, ending in /v1/traces.",
    )
    log_format: Literal["auto", "json", "text"] = Field(
        "auto", description="Form of log lines; `auto`: `text` on a terminal, else `json`."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="How much is logged; text never is."
    )

    @property
    def vault_kind(self) -> str:
        """How the vault's address begins: `memory`, `redis`, `rediss+cluster` and so on."""
        return self.vault_url.get_secret_value().partition("://")[0]

    @property
    def is_local(self) -> bool:
        """Whether the service can be reached from this machine only."""
        return is_loopback(self.host)

    @property
    def passed_paths(self) -> tuple[str, ...]:
        """The paths of `allow_paths`."""
        return split_paths(self.allow_paths)

    @property
    def host_names(self) -> tuple[str, ...]:
        """The names of `allowed_hosts`, and the one that is listened on."""
        return (self.host.lower(), *split_names(self.allowed_hosts))

    @field_validator("vault_url")
    @classmethod
    def _known_store(cls, url: SecretStr) -> SecretStr:
        if not url.get_secret_value().startswith(("memory://", *SCHEMES)):
            raise ValueError(f"must begin with memory://, {', '.join(SCHEMES)}")
        return url

    @field_validator("allow_paths")
    @classmethod
    def _lets_only_others_pass(cls, text: str | None) -> str | None:
        check_paths(text)
        return text

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        shared = self.vault_kind != "memory"
        if self.workers > 1 and not shared:
            raise ValueError("more than one worker needs a Redis vault (DECKNAME_VAULT_URL)")
        if shared and self.vault_keys is None and self.vault_keys_file is None:
            raise ValueError(
                "a Redis vault needs DECKNAME_VAULT_KEYS or DECKNAME_VAULT_KEYS_FILE"
                " (make one with `deckname keys new`)"
            )
        check_tls_files(
            self.vault_kind,
            self.vault_tls_ca_file,
            self.vault_tls_cert_file,
            self.vault_tls_key_file,
        )
        if self.vault_keys is not None and self.vault_keys_file is not None:
            raise ValueError("set DECKNAME_VAULT_KEYS or DECKNAME_VAULT_KEYS_FILE, not both")
        if self.api_keys_file is None and self.auth == "on" and not self.is_local:
            raise ValueError(
                "listening on other than loopback needs DECKNAME_API_KEYS_FILE,"
                " or DECKNAME_AUTH=off when something in front checks the callers"
            )
        return self


def read_settings(**overrides: Any) -> Settings:
    """Read the settings; `overrides` (from the command line) win over the environment.

    Raises SettingsError, with a message that names the settings and shows no value.
    """
    environ = os.environ  # noqa: TID251  the one place
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {SECRETS_DIR, ENV_FILE}
    unknown = sorted(name for name in environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingsError(f"unknown setting: {', '.join(unknown)}")
    for name, exists in ((ENV_FILE, Path.is_file), (SECRETS_DIR, Path.is_dir)):
        if environ.get(name) and not exists(Path(environ[name])):
            raise SettingsError(f"{name} names nothing that is there")
    sources: dict[str, Any] = {
        "_env_file": environ.get(ENV_FILE),
        "_secrets_dir": environ.get(SECRETS_DIR),
    }
    try:
        return Settings(**sources, **overrides)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None


def share_metrics(folder: Path) -> None:
    """Make this process and those it starts from now on count into one `folder`."""
    os.environ[METRICS_FOLDER] = str(folder)  # noqa: TID251  where the library looks for it


def metrics_folder() -> Path | None:
    """Return the folder that the workers of this service count into, if there are several."""
    folder = os.environ.get(METRICS_FOLDER)  # noqa: TID251  the same
    return Path(folder) if folder else None


def _explain(error: ValidationError) -> str:
    lines = []
    for fault in error.errors(include_input=False, include_url=False, include_context=False):
        name = PREFIX + str(fault["loc"][0]).upper() + ": " if fault["loc"] else ""
        lines.append(name + str(fault["msg"]).removeprefix("Value error, "))
    return "; ".join(lines)
