"""Request bodies: bounded, JSON, and without what cannot be stored or sent."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, NoReturn, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from service.errors import (
    InvalidRequestError,
    RequestTooLargeError,
    TooManyValuesError,
    UnsupportedContentError,
)
from service.observability.stages import stage
from service.routes.request.limits import Limits, in_time
from service.vault.sealed_job import JOB_ID
from service.wire.json_walk import TooDeepError, has_more_values, strings

Model = TypeVar("Model", bound=BaseModel)
SURROGATE = re.compile("[\ud800-\udfff]")
JOB_ID_FORM: dict[str, Any] = {"pattern": f"^{JOB_ID}$"}  # for the description; the vault checks
NOT_JSON = "The body is not valid JSON."


async def read_object(request: Request, limits: Limits) -> dict[str, Any]:
    """Return the JSON object in the body.

    Raises RequestTooLargeError and TooManyValuesError over the `limits`, SlowRequestError for a
    body that does not arrive in time, UnsupportedContentError for anything but plain JSON, and
    InvalidRequestError for broken or too deeply nested JSON, for numbers that JSON does not know,
    and for lone surrogates.
    """
    _check_headers(request, limits.body_bytes)
    try:
        with stage("read"):
            async with in_time(limits.ends):
                content = await _read(request, limits.body_bytes)
        document = json.loads(content, parse_constant=_refuse)
    except RecursionError:
        raise InvalidRequestError(None, "The body nests too deeply.") from None
    except ValueError:
        raise InvalidRequestError(None, NOT_JSON) from None
    if not isinstance(document, dict):
        raise InvalidRequestError(None, "The body must be a JSON object.")
    if has_more_values(document, limits.values):
        raise TooManyValuesError
    _check_text(document)
    return document


async def read_model(request: Request, limits: Limits, model: type[Model]) -> Model:
    """Return the body as `model`.

    Raises what `read_object` raises, and InvalidRequestError naming the first wrong field.
    """
    document = await read_object(request, limits)
    try:
        return model.model_validate(document)
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False, include_context=False)[0]
        known = _members(model)
        place = [str(part) for part in fault["loc"] if isinstance(part, int) or part in known]
        raise InvalidRequestError(".".join(place) or None, _reason(fault["type"])) from None


def describe_body(model: type[BaseModel]) -> dict[str, Any]:
    """Return what the API description shall say of a route that reads `model`."""
    schema = model.model_json_schema()
    parts = schema.pop("$defs", {})
    content = {"application/json": {"schema": _written_out(schema, parts)}}
    return {"requestBody": {"required": True, "content": content}}


def exactly_one(**types: str) -> dict[str, Any]:
    """Return what a schema says whose body has one of these members, each of a JSON type."""
    forms = [{"required": [name], "properties": {name: {"type": types[name]}}} for name in types]
    return {"oneOf": forms}


def _written_out(schema: Any, parts: dict[str, Any]) -> Any:
    """Return a schema with its parts in their places, because FastAPI knows nothing of them."""
    if isinstance(schema, list):
        return [_written_out(one, parts) for one in schema]
    if not isinstance(schema, dict):
        return schema
    part = parts.get(str(schema.get("$ref")).removeprefix("#/$defs/"), {})
    whole = {**part, **schema}
    return {name: _written_out(one, parts) for name, one in whole.items() if name != "$ref"}


@cache
def _members(model: type[BaseModel]) -> frozenset[str]:
    """Return the names of the members of `model` and of its parts: what an error may repeat."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return frozenset(name for part in parts for name in part.get("properties", {}))


def _reason(kind: str) -> str:
    if kind == "extra_forbidden":
        return "The body holds a field that is not known here."
    if kind == "missing":
        return "A required field is missing."
    if kind == "text_or_texts":
        return "Give exactly one of text or texts."
    if kind == "value_error":
        return "Give exactly one of text, texts or messages."
    return "A field has the wrong type or value."


def _check_headers(request: Request, limit: int) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" or request.headers.get("content-encoding", "identity") not in (
        "",
        "identity",
    ):
        raise UnsupportedContentError
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > limit:
        raise RequestTooLargeError


async def _read(request: Request, limit: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise RequestTooLargeError
    return bytes(body)


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _check_text(document: dict[str, Any]) -> None:
    """Refuse what has no UTF-8 form, in values and in keys."""
    try:
        for path, text in strings(document):
            if any(map(SURROGATE.search, (text, *(key for key in path if isinstance(key, str))))):
                raise InvalidRequestError(None, "The body holds a lone surrogate.")
    except TooDeepError:
        raise InvalidRequestError(None, "The body nests too deeply.") from None
