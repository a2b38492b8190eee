"""Request bodies: bounded, JSON, and without what cannot be stored or sent."""

from __future__ import annotations

import asyncio
import json
import math
import re
from collections.abc import Callable
from functools import cache, partial
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
from service.wire.json_walk import TooDeepError, strings

Model = TypeVar("Model", bound=BaseModel)
SURROGATE = re.compile("[\ud800-\udfff]")
JOB_ID_FORM: dict[str, Any] = {"pattern": f"^{JOB_ID}$"}  # for the description; the vault checks
NOT_JSON = "The body is not valid JSON."
LARGE = 64 * 1024  # bytes of a body whose steps go beside the event loop
STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
Made = TypeVar("Made")


async def read_object(request: Request, limits: Limits) -> dict[str, Any]:
    """Return the JSON object in the body.

    Raises RequestTooLargeError and TooManyValuesError over the `limits`, SlowRequestError for a
    body that does not arrive in time, UnsupportedContentError for anything but plain JSON, and
    InvalidRequestError for broken or too deeply nested JSON, for numbers that JSON does not know,
    and for lone surrogates.
    """
    _check_headers(request, limits.body_bytes)
    with stage("read"):
        async with in_time(limits.ends):
            content = await _read(request, limits.body_bytes)
    return await beside(len(content) > LARGE, partial(_document, content, limits.values))


async def beside(large: bool, work: Callable[[], Made]) -> Made:
    """Return what `work` makes: beside the event loop where it is large, else at once."""
    return await asyncio.to_thread(work) if large else work()


def is_large(request: Request) -> bool:
    """Return whether the body of a request is large, or does not say how large it is."""
    length = request.headers.get("content-length", "")
    return not length.isdigit() or int(length) > LARGE


def _document(content: bytes, most_values: int) -> dict[str, Any]:
    """Return the object that a body is; its values are counted before any of them is made."""
    if _may_have_more(content, most_values):
        raise TooManyValuesError
    try:
        document = json.loads(content, parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise InvalidRequestError(None, "The body nests too deeply.") from None
    except ValueError:
        raise InvalidRequestError(None, NOT_JSON) from None
    if not isinstance(document, dict):
        raise InvalidRequestError(None, "The body must be a JSON object.")
    _check_text(document)
    return document


def _may_have_more(content: bytes, most: int) -> bool:
    """Return whether a body has over `most` members and list items: one behind each sign of these.

    An empty list or object has a sign and no member, so it counts as one at most.
    """
    if sum(map(content.count, (b",", b"[", b"{"))) <= most:
        return False
    plain = STRING.sub(b"", content)
    signs = sum(map(plain.count, (b",", b"[", b"{")))
    return signs - len(re.findall(rb"[\[{]\s*[\]}]", plain)) > most


def _finite(number: str) -> float:
    """Return a number. Raises ValueError for one that JSON could not write again."""
    value = float(number)
    if math.isinf(value):
        raise ValueError
    return value


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
