"""Health: alive, and ready to work."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from service.vault import Vault


def router(vault: Vault, version: str) -> APIRouter:
    """Return the routes; they ask for no key and say nothing about anybody."""
    routes = APIRouter(tags=["operations"])

    @routes.get("/livez")
    async def livez() -> dict[str, str]:
        """Say that the process answers."""
        return {"status": "ok", "version": version}

    @routes.get("/readyz")
    async def readyz() -> dict[str, Any]:
        """Say that the model is loaded and the vault can be reached; 503 when it cannot."""
        await vault.ping()
        return {"status": "ready", "model": "loaded", "vault": "reachable"}

    return routes
