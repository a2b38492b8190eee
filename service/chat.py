"""A chat completion request: what of it is ours, what may go out, and where it belongs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from service.errors import InvalidRequestError, UnsupportedMediaError
from service.text.note import SYSTEM_ROLES, SystemNote, add_rule
from service.text.slots import Slot, request_slots, string_leaves

OWN_MEMBERS = ("language", "job_id")
MEDIA_PARTS = frozenset({"image_url", "input_image", "input_audio", "file", "input_file"})
MAX_CHOICES = 128


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A checked request; `body` is what goes upstream once its slots are anonymized."""

    body: dict[str, Any] = field(repr=False)
    job_id: str | None
    language: str
    stream: bool
    opening: bytes = field(repr=False)

    @property
    def json_content(self) -> bool:
        """Whether the model was asked to answer in JSON."""
        form = self.body.get("response_format")
        return isinstance(form, dict) and form.get("type") in ("json_object", "json_schema")

    def slots(self) -> list[Slot]:
        """Return the texts of the request."""
        return request_slots(self.body)

    def add_rule(self, mode: SystemNote) -> None:
        """Tell the model how to treat placeholders."""
        add_rule(self.body["messages"], mode)


def read_chat(body: dict[str, Any], job_id: str | None) -> ChatRequest:
    """Check a request body; `job_id` is that of the header and wins.

    Raises InvalidRequestError, and UnsupportedMediaError for content that cannot be masked.
    """
    language, own_job = (body.pop(name, None) for name in OWN_MEMBERS)
    _check_members(body, language, own_job)
    _check_media(body)
    return ChatRequest(
        body,
        job_id or own_job,
        language or "auto",
        body.get("stream") is True,
        _opening(body["messages"]),
    )


def _check_members(body: dict[str, Any], language: object, job_id: object) -> None:
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise InvalidRequestError("messages", "messages must be a list with at least one message.")
    if not all(isinstance(message, dict) for message in messages):
        raise InvalidRequestError("messages", "Each message must be an object.")
    if not isinstance(body.get("model"), str):
        raise InvalidRequestError("model", "model must be a string.")
    if not isinstance(body.get("stream", False), bool | None):
        raise InvalidRequestError("stream", "stream must be true or false.")
    if language not in (None, "auto", "de", "en"):
        raise InvalidRequestError("language", "language must be de, en or auto.")
    if job_id is not None and not isinstance(job_id, str):
        raise InvalidRequestError("job_id", "job_id must be a string.")


def _check_media(body: dict[str, Any]) -> None:
    """Refuse what hides text from us: media parts, data URLs, spoken answers."""
    for message in body["messages"]:
        content = message.get("content")
        parts = content if isinstance(content, list) else []
        if any(isinstance(part, dict) and part.get("type") in MEDIA_PARTS for part in parts):
            raise UnsupportedMediaError("messages")
    if "audio" in (body.get("modalities") or []):
        raise UnsupportedMediaError("modalities")
    for holder, key, path in string_leaves(body):
        if holder[key].startswith("data:") and ";base64," in holder[key][:200]:
            raise UnsupportedMediaError(path[0])


def _opening(messages: list[dict[str, Any]]) -> bytes:
    """Return the opening of a conversation: the same in each of its turns.

    That is everything up to the first message that is not the system's.
    """
    opening: list[dict[str, Any]] = []
    for message in messages:
        opening.append(message)
        if message.get("role") not in SYSTEM_ROLES:
            break
    return json.dumps(opening, sort_keys=True).encode()
