"""Types of settings that a plain type is too wide for; each says in fixed words what is wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, HttpUrl, StringConstraints

from service.config.url_checks import check_address

NAME = r"\s*(?:\*\.)?[\w.:-]+\s*"
HOST_NAMES = re.compile(rf"{NAME}(?:,{NAME})*", re.ASCII)
BUILT_IN = ("standard", "strict")


def _holds_no_password(url: HttpUrl) -> HttpUrl:
    check_address(url)
    return url


def _are_names(text: str) -> str:
    if not HOST_NAMES.fullmatch(text):
        raise ValueError("must be names of hosts, or *.name for all below one, with commas")
    return text


def _is_known(policy: str) -> str:
    if policy not in BUILT_IN and not Path(policy).is_file():
        raise ValueError("must be standard, strict, or a file that is there")
    return policy


OpenAddress = Annotated[HttpUrl, AfterValidator(_holds_no_password)]
ModelName = Annotated[str, StringConstraints(pattern=r"^[!-~]{1,256}$")]
HostNames = Annotated[str, AfterValidator(_are_names)]
PolicyName = Annotated[str, AfterValidator(_is_known)]


def split_names(text: str | None) -> tuple[str, ...]:
    """Return the names that stand in a setting with commas between."""
    return tuple(name for one in (text or "").split(",") if (name := one.strip().lower()))


def check_tls_files(vault_kind: str, *files: Path | None) -> None:
    """Raise ValueError for TLS files of Redis that are not there, or have no use."""
    given = [path for path in files if path is not None]
    if given and not vault_kind.startswith("rediss"):
        raise ValueError("DECKNAME_VAULT_TLS_… files need a rediss address")
    if not all(path.is_file() for path in given):
        raise ValueError("a file of DECKNAME_VAULT_TLS_… is not there")
