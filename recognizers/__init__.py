"""What counts as personal data: one module for each entity, found by walking this package.

A module in the folder of a country is an entity of that country (`de/tax_id.py` is DE_TAX_ID), one
in `generic` an entity by its own name; an entity that needs a folder has its module `recognizer`
there. A module whose name starts with an underscore holds parts of others and is no entity. Words
stand in `data`, one entry a line.
"""

from __future__ import annotations

import importlib
import pkgutil

from recognizers.base.recognizer import NerRecognizer, Recognizer

__all__ = ["NerRecognizer", "Recognizer", "entities", "load"]

COUNTRIES = frozenset({"de", "at", "ch", "uk", "ie", "us"})


def load() -> tuple[Recognizer | NerRecognizer, ...]:
    """Return the `recognizer` of every entity's module, by entity name.

    Raises AttributeError at start-up when a module has none.
    """
    modules = [importlib.import_module(name) for _, name in sorted(entities().items())]
    return tuple(module.recognizer for module in modules)


def entities() -> dict[str, str]:
    """Return the module of each entity, as their paths tell."""
    modules = (one.name for one in pkgutil.walk_packages(__path__, f"{__name__}.") if not one.ispkg)
    return {entity: name for name in modules if (entity := _entity(name.split(".")[1:]))}


def _entity(path: list[str]) -> str:
    """Return the entity that a module at `path` finds; nothing for parts of others."""
    folder, *_, name = path if len(path) > 1 else ("", *path)
    if name.startswith("_") or folder == "base":
        return ""
    if folder in COUNTRIES:
        return f"{folder}_{name}".upper()
    if folder == "generic":
        return name.upper()
    return folder.upper() if name == "recognizer" else ""
