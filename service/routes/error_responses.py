"""Answers that clients of the OpenAI API understand, errors above all."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from service.errors import (
    DecknameError,
    InvalidRequestError,
    MethodNotAllowedError,
    NotFoundError,
    RequestTooLargeError,
    RouteNotAllowedError,
    SlowRequestError,
)
from service.routes.request.context import notes_of

_MAYBE = {"type": ["string", "null"]}
_ERROR = {
    "type": "object",
    "required": ["message", "type", "param", "code"],
    "properties": {
        "message": {"type": "string"},
        "type": {"type": "string"},
        "param": _MAYBE,
        "code": {"type": "string"},
    },
}


def documented_errors() -> dict[int | str, dict[str, Any]]:
    """Return what the API description says of errors: ours by status, the provider's by class."""
    codes: dict[int, list[str]] = {}
    waiting: list[type[DecknameError]] = [DecknameError]
    while waiting:
        known = waiting.pop()
        codes.setdefault(known.status, []).append(known.code)
        waiting += known.__subclasses__()
    ours = {"type": "object", "required": ["error"], "properties": {"error": _ERROR}}
    described: dict[int | str, dict[str, Any]] = {
        status: {
            "description": ", ".join(sorted(set(codes[status]))),
            "content": {"application/json": {"schema": ours}},
        }
        for status in sorted(codes)
    }
    passed = {
        "description": "An error of the provider, as it came.",
        "content": {"application/json": {}},
    }
    return described | {"4XX": passed, "5XX": passed}


def error_body(error: DecknameError) -> dict[str, Any]:
    """Return the body of an error: fixed words, never text from a request."""
    return {
        "error": {
            "message": error.sentence,
            "type": error.kind,
            "param": error.param,
            "code": error.code,
        }
    }


def error_answer(error: DecknameError) -> JSONResponse:
    """Return the whole answer; SDKs are told whether trying again makes sense."""
    headers = {"x-should-retry": "true" if error.retry else "false"}
    if error.retry_after is not None:
        headers["retry-after"] = str(error.retry_after)
    if isinstance(error, RequestTooLargeError | SlowRequestError):
        headers["connection"] = "close"  # the rest of the body is not waited for
    return JSONResponse(error_body(error), error.status, headers)


def answer_errors(app: FastAPI) -> None:
    """Register answers of ours in place of the framework's, for its errors and for ours."""
    app.add_exception_handler(DecknameError, on_error)
    app.add_exception_handler(HTTPException, from_http)
    app.add_exception_handler(RequestValidationError, from_http)


async def on_error(request: Request, error: Exception) -> JSONResponse:
    """Answer one of our own errors."""
    known = error if isinstance(error, DecknameError) else DecknameError()
    notes_of(request.scope).add(**known.facts)
    return error_answer(known)


async def from_http(request: Request, error: Exception) -> JSONResponse:
    """Answer what the framework refused: an unknown path, a wrong method."""
    status = getattr(error, "status_code", None)
    known: DecknameError = InvalidRequestError()
    if status == MethodNotAllowedError.status:
        known = MethodNotAllowedError()
    elif status == NotFoundError.status:
        known = RouteNotAllowedError()
    return await on_error(request, known)
