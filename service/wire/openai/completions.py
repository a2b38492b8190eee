"""Requests without a conversation: completions, embeddings, moderations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import InvalidRequestError
from service.wire.answer_steps import Treatment
from service.wire.openai.chat_stream import ChatEvents
from service.wire.openai.request import (
    Apart,
    Media,
    Metadata,
    Outgoing,
    Translator,
    apart,
    check_common,
    check_content,
)
from service.wire.protocol_fields import COMPLETIONS, EMBEDDINGS, MODERATIONS, Shape

TOKENS = "Token ids cannot be searched for personal data; send text."
# One job for all embeddings of a tenant: equal values must get equal vectors, today and tomorrow.
EMBEDDING_JOB = b"embeddings"


@dataclass(frozen=True, kw_only=True)
class CompletionRequest(Outgoing):
    """A checked completion of the old kind."""

    def translator(
        self, values: Mapping[str, str], metadata: Metadata, treatment: Treatment
    ) -> Translator:
        """Return what restores the chunks."""
        return ChatEvents(values, metadata, treatment=treatment)


def read_completion(body: dict[str, Any], job_id: str | None, media: Media = "refuse") -> Outgoing:
    """Check the body of a completion. Raises InvalidRequestError and UnsupportedMediaError."""
    own = _read(body, job_id, "prompt", COMPLETIONS, media)
    return CompletionRequest(
        path="/completions",
        shape=COMPLETIONS,
        body=own.body,
        job_id=own.job_id,
        language=own.language,
        stream=own.body.get("stream") is True,
        opening=json.dumps(own.body["prompt"]).encode(),
        media=media,
    )


def read_embeddings(body: dict[str, Any], job_id: str | None, media: Media = "refuse") -> Outgoing:
    """Check the body of embeddings. Raises InvalidRequestError and UnsupportedMediaError."""
    return _whole(body, job_id, "/embeddings", EMBEDDINGS, EMBEDDING_JOB, media=media)


def read_moderation(body: dict[str, Any], job_id: str | None, media: Media = "refuse") -> Outgoing:
    """Check the body of a moderation. Raises InvalidRequestError and UnsupportedMediaError."""
    return _whole(body, job_id, "/moderations", MODERATIONS, None, media=media)


def _whole(
    body: dict[str, Any],
    job_id: str | None,
    path: str,
    shape: Shape,
    opening: bytes | None,
    *,
    media: Media,
) -> Outgoing:
    own = _read(body, job_id, "input", shape, media)
    if own.body.get("stream"):
        raise InvalidRequestError("stream", "This route does not stream.")
    return Outgoing(
        path=path,
        shape=shape,
        body=own.body,
        job_id=own.job_id,
        language=own.language,
        opening=opening or json.dumps(own.body["input"]).encode(),
        media=media,
    )


def _read(body: dict[str, Any], job_id: str | None, name: str, shape: Shape, media: Media) -> Apart:
    own = apart(body, job_id)
    body = own.body
    check_common(body)
    text = body.get(name)
    parts = text if isinstance(text, list) else [text]
    if any(isinstance(part, int | list) for part in parts):
        raise InvalidRequestError(name, TOKENS)
    if not parts or not all(isinstance(part, str | dict) for part in parts):
        raise InvalidRequestError(name, f"{name} must be a string or a list of strings.")
    check_content(body, shape, media)
    return own
