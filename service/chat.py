"""A chat completion request: what of it is ours, what may go out, and where it belongs."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from service.errors import InvalidRequestError, UnsupportedMediaError
from service.text.note import SYSTEM_ROLES, SystemNote, add_rule
from service.text.slots import Slot, request_slots, string_leaves

OWN_MEMBERS = ("language", "job_id")
# Types of content parts; as their members they count too: vLLM takes parts without a type.
MEDIA_PARTS = frozenset(
    {"image_url", "input_image", "image", "input_audio", "audio_url", "audio"}
    | {"video_url", "input_video", "video", "file", "input_file", "document"}
)
# https://www.rfc-editor.org/rfc/rfc2397; one at the front of a text, or one in base64 anywhere.
DATA_URL = re.compile(r"\Adata:[\w.+-]+/[\w.+-]+[;,]|data:[^\s,]{0,200};base64,", re.IGNORECASE)


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
        if any(_is_media(part) for part in (content if isinstance(content, list) else [content])):
            raise UnsupportedMediaError("messages")
    modalities = body.get("modalities")
    if isinstance(modalities, str | list) and "audio" in modalities:
        raise UnsupportedMediaError("modalities")
    for holder, key, path in string_leaves(body):
        if DATA_URL.search(holder[key].lstrip()):
            # an unknown key may itself be a value, so only a known one is named
            raise UnsupportedMediaError("messages" if path[0] == "messages" else None)


def _is_media(part: object) -> bool:
    if not isinstance(part, dict):
        return False
    kind = part.get("type")
    return (isinstance(kind, str) and kind in MEDIA_PARTS) or not MEDIA_PARTS.isdisjoint(part)


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
