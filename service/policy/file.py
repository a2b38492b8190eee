"""Policy files: one policy, or several by name and which of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.config.config_file import ConfigFileError, read_mapping
from service.policy.document import PolicyDocument
from service.policy.registry import BUILT_IN, Policies, PolicyError

SETTING = "DECKNAME_POLICY"
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
ONLY = "default"  # the name of the policy of a file that holds one


def load_policies(
    setting: str, recognizers: Iterable[Recognizer | NerRecognizer], seconds: float
) -> Policies:
    """Return the policies, given the name of a built-in one or the path of a file.

    `seconds` is how long the searches of the file's policies may take in one request.
    Raises ConfigFileError.
    """
    if setting in BUILT_IN:
        return Policies(recognizers, setting)
    path = Path(setting)
    content = read_mapping(SETTING, path)
    several = "policies" in content
    given, default = _by_name(path, content) if several else ({ONLY: content}, ONLY)
    documents = {
        name: _document(path, ("policies", name) if several else (), one)
        for name, one in given.items()
    }
    try:
        return Policies(recognizers, default, documents, seconds)
    except PolicyError as error:
        place = ("policies", *error.place) if several else error.place[1:]
        raise ConfigFileError(SETTING, path, place, error.reason) from None


def _by_name(path: Path, content: dict[str, Any]) -> tuple[dict[str, Any], str]:
    given, default = content["policies"], content.get("default")
    if not isinstance(given, dict) or not given:
        raise ConfigFileError(SETTING, path, ("policies",), "must map names to policies")
    for name in given:
        if not isinstance(name, str) or not NAME.fullmatch(name) or name in BUILT_IN:
            reason = "a name has 1 to 64 letters, digits, '_' or '-', and is no built-in one"
            raise ConfigFileError(SETTING, path, ("policies",), reason)
    if default not in (*given, *BUILT_IN):
        raise ConfigFileError(SETTING, path, ("default",), "must name one of the policies")
    for name in content.keys() - {"policies", "default"}:
        raise ConfigFileError(SETTING, path, (str(name),), "is not known here")
    return given, str(default)


def _document(path: Path, above: tuple[str, ...], given: object) -> PolicyDocument:
    try:
        return PolicyDocument.model_validate(given)
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False, include_context=False)[0]
        # `<name>` and `<object>` only tag the kinds of an operator: no member is called so.
        place = [part for part in fault["loc"] if not str(part).startswith("<")]
        raise ConfigFileError(SETTING, path, (*above, *place), str(fault["msg"])) from None
