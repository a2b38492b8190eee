"""A request of the Responses API: what of it is ours, what may go out, and where it belongs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from service.errors import InvalidRequestError
from service.wire.answer_steps import Treatment
from service.wire.openai.request import (
    Media,
    Metadata,
    Outgoing,
    Translator,
    apart,
    beginning_of,
    check_common,
    check_content,
    opening_of,
)
from service.wire.openai.responses_stream import ResponsesStream
from service.wire.protocol_fields import RESPONSES
from service.wire.retry_prompt import note, with_note
from service.wire.system_prompt import (
    SYSTEM_ROLES,
    SystemNote,
    messages_with_rule,
    text_with_rule,
)

PATH = "/responses"
STATE = "The provider keeps this conversation, so its placeholders cannot be found again here."


@dataclass(frozen=True, kw_only=True)
class ResponsesRequest(Outgoing):
    """A checked request of the Responses API."""

    @property
    def json_content(self) -> bool:
        """Whether the model was asked to answer in JSON."""
        text = self.body.get("text")
        form = text.get("format") if isinstance(text, dict) else None
        return isinstance(form, dict) and form.get("type") in ("json_object", "json_schema")

    def beginning(self) -> list[Any]:
        """Return the instructions, and the first items up to one that is not the system's."""
        told, items = self.body.get("instructions"), self.body.get("input")
        return [told, *(beginning_of(items) if isinstance(items, list) else [items])]

    def with_rule(self, mode: SystemNote, more: Sequence[str] = ()) -> Self:
        """Return the request with the rule and `more`: in `instructions`, or a system message."""
        told, items = self.body.get("instructions"), self.body.get("input")
        changed: dict[str, Any] = {}
        if mode == "never":
            return self
        if isinstance(told, str):
            changed["instructions"] = text_with_rule(told, more)
        elif isinstance(items, list) and any(_is_system(item) for item in items):
            changed["input"] = messages_with_rule(items, "append", more, part="input_text")
        elif mode == "always":
            changed["instructions"] = text_with_rule(None, more)
        return replace(self, body=self.body | changed)

    def asked_again(self, lost: Sequence[str]) -> dict[str, Any] | None:
        """Return a body that asks again and names what was lost."""
        items = self.body["input"]
        if isinstance(items, str):
            return self.body | {"input": f"{items}\n\n{note(lost)}"}
        return self.body | {"input": with_note(items, note(lost), part="input_text")}

    def translator(
        self, values: Mapping[str, str], metadata: Metadata, treatment: Treatment
    ) -> Translator:
        """Return what restores the events."""
        return ResponsesStream(
            values, metadata, json_content=self.json_content, treatment=treatment
        )


def read_responses(
    body: dict[str, Any], job_id: str | None, media: Media = "refuse"
) -> ResponsesRequest:
    """Check a request body; `job_id` is that of the header and wins.

    Raises InvalidRequestError, and UnsupportedMediaError for content that cannot be masked.
    """
    own = apart(body, job_id)
    body = own.body
    check_common(body)
    _check_state(body)
    items = body.get("input")
    if isinstance(items, list):
        _check_items(items)
    elif not isinstance(items, str):
        raise InvalidRequestError("input", "input must be a string or a list of items.")
    check_content(body, RESPONSES, media)
    follows = body.get("previous_response_id")
    return ResponsesRequest(
        path=PATH,
        shape=RESPONSES,
        body=body,
        job_id=own.job_id,
        language=own.language,
        stream=body.get("stream") is True,
        opening=_opening(body),
        follows=follows if isinstance(follows, str) else None,
        media=media,
    )


def _check_state(body: dict[str, Any]) -> None:
    if body.get("background"):
        raise InvalidRequestError("background", "Answers in the background are not served here.")
    if body.get("conversation") is not None:
        raise InvalidRequestError("conversation", STATE)
    if not isinstance(body.get("previous_response_id"), str | None):
        raise InvalidRequestError("previous_response_id", "previous_response_id must be a string.")


def _check_items(items: list[Any]) -> None:
    for item in items:
        if not isinstance(item, dict):
            raise InvalidRequestError("input", "Each item of input must be an object.")
        if item.get("type") == "item_reference":
            raise InvalidRequestError("input", STATE)


def _is_system(item: Any) -> bool:
    return isinstance(item, dict) and item.get("role") in SYSTEM_ROLES


def _opening(body: dict[str, Any]) -> bytes:
    told, items = body.get("instructions"), body.get("input")
    first = opening_of(items).decode() if isinstance(items, list) else items
    return json.dumps([told, first], sort_keys=True).encode()
