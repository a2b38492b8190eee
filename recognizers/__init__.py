"""What counts as personal data: one module per entity, found by walking this package.

A module whose name starts with an underscore holds parts of another one and is no entity.
"""

from __future__ import annotations

import importlib
import pkgutil

from recognizers.base import NerRecognizer, Recognizer

__all__ = ["NerRecognizer", "Recognizer", "load"]

NOT_ENTITIES = frozenset({"base", "context"})


def load() -> tuple[Recognizer | NerRecognizer, ...]:
    """Return the `recognizer` of every module in this package, by entity name.

    Raises AttributeError at start-up when a module has none.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if _is_entity(name)]
    return tuple(module.recognizer for module in modules)


def _is_entity(name: str) -> bool:
    return name not in NOT_ENTITIES and not name.startswith("_")
