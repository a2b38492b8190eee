"""The OpenAPI document: what FastAPI writes of the routes, and which keys they ask for."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

OPEN = "operations"  # the tag of routes that ask for no key
SCHEMES: dict[str, Any] = {
    "deckname_key": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Deckname-Key",
        "description": "A key of this service, where it asks for keys.",
    },
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "The same key, on routes that go to no provider or to one with a key of the"
        " service's own. Else this header is the provider's.",
    },
}
TAGS = [
    {"name": "anonymize", "description": "Texts in, placeholders out, and back."},
    {"name": "anymize", "description": "The calls of the reference product."},
    {"name": "usage", "description": "What the caller used."},
    {"name": "jobs", "description": "What a job holds, and forgetting it."},
    {"name": "operations", "description": "Health and metrics; they ask for no key."},
    {"name": "proxy", "description": "The provider's API; it sees placeholders only."},
]


class DescribedApp(FastAPI):
    """FastAPI whose description also tells of keys: authentication reads them by itself."""

    def openapi(self) -> dict[str, Any]:
        """Return the document, written once."""
        if self.openapi_schema is None:
            document = super().openapi()
            document["tags"] = TAGS
            document.setdefault("components", {})["securitySchemes"] = SCHEMES
            for operations in document["paths"].values():
                for operation in operations.values():
                    if OPEN not in operation.get("tags", ()):
                        # nothing at all is the third choice: a service may ask for no key
                        operation["security"] = [{name: []} for name in SCHEMES] + [{}]
        return super().openapi()


def answers(model: type[BaseModel], links: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what a route tells of a good answer: its type, which nothing checks at run time."""
    told = (model.__doc__ or "").splitlines()[0]
    return {"model": model, "description": told} | (links or {})
