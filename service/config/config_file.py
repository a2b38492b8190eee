"""Files of settings in JSON or YAML: read once, without objects, and with no name twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml


class ConfigFileError(ValueError):
    """A file cannot be used; the message names the setting, the file and the place in it."""

    def __init__(self, setting: str, path: Path, place: tuple[str | int, ...], reason: str) -> None:
        where = ".".join(map(str, place))
        super().__init__(f"{setting}: {path}: {where + ': ' if where else ''}{reason}")


def read_mapping(setting: str, path: Path) -> dict[str, Any]:
    """Return the mapping that a file holds: JSON if its name ends so, else YAML.

    Raises ConfigFileError.
    """
    reason = None
    try:
        text = path.read_text(encoding="utf-8")
        is_json = path.suffix == ".json"
        content = json.loads(text, object_pairs_hook=once) if is_json else _read_yaml(text)
    except (OSError, UnicodeDecodeError):
        reason = "cannot be read"
    except json.JSONDecodeError as error:
        reason = f"line {error.lineno} is no JSON"
    except yaml.MarkedYAMLError as error:
        reason = f"line {error.problem_mark.line + 1 if error.problem_mark else 1} is no YAML"
    except (yaml.YAMLError, RecursionError):
        reason = "is no YAML"
    except ValueError:
        reason = "a name stands twice in one place"
    if reason is None and not isinstance(content, dict):
        reason = "holds no mapping"
    if reason is not None:
        raise ConfigFileError(setting, path, (), reason)
    return dict(content)


def _read_yaml(text: str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506  a SafeLoader


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the members of a mapping. Raises ValueError when a name stands in it twice."""
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError
    return members


class _Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Makes plain data only."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """Make a mapping in which no name stands twice."""
        names = [repr(self.construct_object(name, deep=True)) for name, _ in node.value]
        once([(name, None) for name in names])
        return super().construct_mapping(node, deep)
