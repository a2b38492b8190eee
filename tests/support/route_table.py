"""What the service serves, read from the app itself: a new route is in here by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fastapi.routing import APIRoute
from starlette.routing import Route


def api_routes(routes: Iterable[Any]) -> Iterator[APIRoute]:
    for route in routes:
        inner = getattr(route, "original_router", None)  # how newer FastAPI keeps a router
        if inner is not None:
            yield from api_routes(inner.routes)
        elif isinstance(route, APIRoute):
            yield route


def served(app: Any) -> set[str]:
    """Return each method and path, pages such as the API description too."""
    pages = [one for one in app.routes if isinstance(one, Route)]
    every = [*api_routes(app.routes), *pages]
    return {f"{method} {one.path}" for one in every for method in (one.methods or ())} - {
        f"HEAD {one.path}" for one in pages
    }
