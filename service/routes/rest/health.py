"""Health and metrics: alive, ready to work, and how much was done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from service.observability import metrics
from service.routes.openapi_document import answers
from service.routes.rest.answers import AliveAnswer, ReadyAnswer
from service.vault import Vault


def router(
    vault: Vault, version: str, *, with_metrics: bool = True, metrics_folder: Path | None = None
) -> APIRouter:
    """Return the routes; they ask for no key and tell nothing about anybody.

    The workers of one service share a `metrics_folder`.
    """
    routes = APIRouter(tags=["operations"])

    @routes.get(
        "/livez",
        response_model=None,
        summary="Tell whether the process answers",
        responses={200: answers(AliveAnswer)},
    )
    async def livez() -> dict[str, str]:
        """Return that the process answers."""
        return {"status": "ok", "version": version}

    @routes.get(
        "/readyz",
        response_model=None,
        summary="Tell whether the service can work",
        responses={200: answers(ReadyAnswer)},
    )
    async def readyz() -> dict[str, Any]:
        """Return that the model is loaded and the vault can be reached; 503 when it cannot."""
        await vault.ping()
        return {"status": "ready", "model": "loaded", "vault": "reachable"}

    if with_metrics:

        @routes.get(
            "/metrics", response_class=PlainTextResponse, summary="Read the metrics, for Prometheus"
        )
        def metrics_of_all_workers() -> Response:
            """Return the metrics in the text form of Prometheus."""
            return Response(metrics.write(metrics_folder), media_type=metrics.CONTENT_TYPE)

    return routes
