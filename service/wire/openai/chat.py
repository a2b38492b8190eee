"""A chat completion request: what of it is ours, what may go out, and where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from service.errors import InvalidRequestError, UnsupportedMediaError
from service.wire.answer_steps import Treatment
from service.wire.openai.chat_stream import ChatEvents
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
from service.wire.protocol_fields import CHAT
from service.wire.retry_prompt import note, with_note
from service.wire.system_prompt import SystemNote, messages_with_rule

PATH = "/chat/completions"


@dataclass(frozen=True, kw_only=True)
class ChatRequest(Outgoing):
    """A checked chat completion."""

    @property
    def json_content(self) -> bool:
        """Whether the model was asked to answer in JSON."""
        form = self.body.get("response_format")
        return isinstance(form, dict) and form.get("type") in ("json_object", "json_schema")

    def with_rule(self, mode: SystemNote, more: Sequence[str] = ()) -> Self:
        """Return the request with the rule for placeholders and `more` in its system message."""
        messages = messages_with_rule(self.body["messages"], mode, more)
        return replace(self, body=self.body | {"messages": messages})

    def beginning(self) -> list[Any]:
        """Return the first messages, up to the first that is not the system's."""
        return list(beginning_of(self.body["messages"]))

    def asked_again(self, lost: Sequence[str]) -> dict[str, Any] | None:
        """Return a body that asks again and names what was lost."""
        return self.body | {"messages": with_note(self.body["messages"], note(lost))}

    def translator(
        self, values: Mapping[str, str], metadata: Metadata, treatment: Treatment
    ) -> Translator:
        """Return what restores the chunks."""
        return ChatEvents(values, metadata, json_content=self.json_content, treatment=treatment)


def read_chat(body: dict[str, Any], job_id: str | None, media: Media = "refuse") -> ChatRequest:
    """Check a request body; `job_id` is that of the header and wins.

    Raises InvalidRequestError, and UnsupportedMediaError for content that cannot be masked.
    """
    own = apart(body, job_id)
    body = own.body
    messages = body.get("messages")
    if not isinstance(messages, list) or not messages:
        raise InvalidRequestError("messages", "messages must be a list with at least one message.")
    if not all(isinstance(message, dict) for message in messages):
        raise InvalidRequestError("messages", "Each message must be an object.")
    check_common(body)
    check_content(body, CHAT, media)
    modalities = body.get("modalities")
    if media == "refuse" and isinstance(modalities, str | list) and "audio" in modalities:
        raise UnsupportedMediaError("modalities")
    return ChatRequest(
        path=PATH,
        shape=CHAT,
        body=body,
        job_id=own.job_id,
        language=own.language,
        stream=body.get("stream") is True,
        opening=opening_of(messages),
        media=media,
    )
