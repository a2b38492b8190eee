"""Recognizer files of Presidio: read by Presidio's own loader, searched by ours.

Ours because Presidio leaves out a pattern that runs out of time and says nothing, looks for
context words only among the five before a match, and keeps each recognizer to one language.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from presidio_analyzer import PatternRecognizer
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider
from pydantic import ValidationError

from recognizers.base.context import Context
from recognizers.base.recognizer import Match, in_order
from service.config.config_file import ConfigFileError, read_mapping
from service.detection.user_patterns import UserPattern, compile_pattern
from service.detection.user_words import UserWords
from service.text.placeholders import LABEL

SETTING = "DECKNAME_RECOGNIZERS_FILE"
SECONDS = 2.0  # for one recognizer in one window of text
# Presidio's own: regex.DOTALL | regex.MULTILINE | regex.IGNORECASE
PRESIDIO_FLAGS = 26
LANGUAGES = ("de", "en")
ENTITY = re.compile(LABEL)
MEMBERS = frozenset(
    {"name", "type", "enabled", "supported_language", "supported_languages", "country_code"}
    | {"supported_entity", "patterns", "deny_list", "deny_list_score", "context"}
)


@dataclass(frozen=True, kw_only=True)
class FileRecognizer:
    """One recognizer of the file, as the analyzer and the policies know recognizers."""

    entity: str
    label: str
    standard: bool = True
    shield: bool = False
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    patterns: tuple[UserPattern, ...] = field(repr=False)
    words: UserWords = field(repr=False)
    word_score: float

    def find(self, text: str) -> Iterator[Match]:
        """Yield the matches in `text`, in order.

        Raises DetectionFailedError when they cannot be found in time.
        """
        deadline = time.monotonic() + SECONDS
        matches = [
            Match(found.start, found.end, self.word_score)
            for found in self.words.find(text, deadline)
        ]
        for pattern in self.patterns:
            matches += pattern.find(text, deadline)
        return in_order(matches)


def load_recognizers(path: Path | None) -> tuple[FileRecognizer, ...]:
    """Return the recognizers that are switched on in a file of Presidio's form, if there is one.

    Their languages do not matter: each of them looks at every text.
    Raises ConfigFileError.
    """
    if path is None:
        return ()
    content = read_mapping(SETTING, path)
    given = content.get("recognizers")
    if not isinstance(given, list):
        raise ConfigFileError(SETTING, path, ("recognizers",), "must be a list")
    wanted = [
        (number, _checked(path, number, one))
        for number, one in enumerate(given)
        if not (isinstance(one, Mapping) and one.get("enabled") is False)
    ]
    flags = content.get("global_regex_flags", PRESIDIO_FLAGS)
    return tuple(
        _converted(path, number, made, flags)
        for number, one in wanted
        for made in _made(path, number, one, content | {"global_regex_flags": flags})
    )


def _checked(path: Path, number: int, given: Any) -> dict[str, Any]:
    """Return one entry of the list, its context words with each of its languages."""
    place = ("recognizers", number)
    if not isinstance(given, dict) or given.get("type", "custom") != "custom":
        raise ConfigFileError(SETTING, path, place, "must be of type custom, or enabled: false")
    for member in given.keys() - MEMBERS:
        raise ConfigFileError(SETTING, path, (*place, str(member)), "is not known here")
    entity = given.get("supported_entity")
    if not isinstance(entity, str) or not ENTITY.fullmatch(entity):
        reason = "has up to 40 letters, digits and '_', and begins with a letter"
        raise ConfigFileError(SETTING, path, (*place, "supported_entity"), reason)
    languages = given.get("supported_languages")
    if "context" not in given or not isinstance(languages, list):
        return given
    # Presidio drops the words where the languages are plain strings.
    shared = [
        {"language": one, "context": given["context"]} if isinstance(one, str) else one
        for one in languages
    ]
    rest = {name: one for name, one in given.items() if name != "context"}
    return rest | {"supported_languages": shared}


def _made(
    path: Path, number: int, given: dict[str, Any], content: dict[str, Any]
) -> list[PatternRecognizer]:
    """Return the recognizers that Presidio makes of one entry: one for each of its languages."""
    languages = _languages(given) or content.get("supported_languages") or LANGUAGES
    registry = {
        "supported_languages": list(languages),
        "global_regex_flags": content["global_regex_flags"],
        "recognizers": [given],
    }
    try:
        # It takes Presidio's defaults, some of which look things up, only when all this is missing.
        provider = RecognizerRegistryProvider(registry_configuration=registry)
        made = provider.create_recognizer_registry().recognizers
        return [one for one in made if isinstance(one, PatternRecognizer)]
    except Exception as error:  # noqa: BLE001  of any kind, and with the content in its message
        raise ConfigFileError(
            SETTING, path, ("recognizers", number, *_place(error)), "is not what Presidio takes"
        ) from None


def _languages(given: dict[str, Any]) -> list[str]:
    several = given.get("supported_languages")
    languages = several if isinstance(several, list) else [given.get("supported_language")]
    names = [one.get("language") if isinstance(one, dict) else one for one in languages]
    return [name for name in names if isinstance(name, str)]


def _place(error: BaseException) -> list[str]:
    """Return the member that Presidio's checks complain about, if they name one."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return []
    fault = cause.errors(include_input=False, include_url=False, include_context=False)[0]
    return [str(part) for part in fault["loc"] if part in MEMBERS]


def _converted(path: Path, number: int, made: Any, flags: int) -> FileRecognizer:
    context = Context(made.context) if made.context else None
    written = list(made.patterns)[: -1 if made.deny_list else None]  # the last one is the list's
    place = ("recognizers", number)
    try:
        patterns = tuple(
            UserPattern(one.score, compile_pattern(one.regex, flags), context) for one in written
        )
        any_case = bool(flags & re.IGNORECASE)
        words = UserWords(made.deny_list, any_case=any_case)
    except ValueError as error:
        raise ConfigFileError(SETTING, path, place, f"a pattern or word {error}") from None
    entity = made.supported_entities[0]
    return FileRecognizer(
        entity=entity,
        label=entity.lower(),
        patterns=patterns,
        words=words,
        word_score=made.deny_list_score,
    )
