"""What every request that goes upstream has in common: its own members, media, its slots."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, Self

from service.errors import InvalidRequestError
from service.vault.sealed_job import check_job_id
from service.wire.answer_steps import NOTHING, Findings, Treatment
from service.wire.media.parts import check_media
from service.wire.protocol_fields import Shape
from service.wire.slots import Slot, request_slots
from service.wire.sse import Event
from service.wire.stop_sequences import check_stops
from service.wire.system_prompt import SYSTEM_ROLES, SystemNote

OWN_MEMBERS = ("language", "job_id")
# What is masked has these paths; nothing else may be sent to them, or below or above them.
MASKED_PATHS = (
    "/chat/completions",
    "/responses",
    "/completions",
    "/embeddings",
    "/moderations",
    "/models",
)
Media = Literal["refuse", "allow"]
Metadata = Callable[[Findings], dict[str, Any]]


class Translator(Protocol):
    """Restores a streamed answer, event by event."""

    @property
    def answer_id(self) -> str | None:
        """The id of the answer, once it is known; None on routes whose answers are not kept."""

    def feed(self, event: Event) -> Iterator[Event]:
        """Yield the events for the client that one of the upstream becomes."""

    def finish(self) -> Iterator[Event]:
        """Yield what is due at the end. Raises BrokenChunkError for a stream that was cut off."""

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours."""


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A checked request; `body` is what the caller sent, or what goes upstream in its place.

    `opening` is the same in each turn of a conversation. `follows` names the earlier answer that
    this request goes on from, where the provider keeps the conversation. `kept` says whether
    anything of it may lie in the vault once it is answered, `large` whether it is so long that
    others must not wait for it.
    """

    path: str
    shape: Shape
    body: dict[str, Any] = field(repr=False)
    job_id: str | None = None
    language: str = "auto"
    stream: bool = False
    opening: bytes = field(default=b"", repr=False)
    follows: str | None = None
    media: Media = "refuse"
    kept: bool = True
    large: bool = False

    @property
    def json_content(self) -> bool:
        """Whether the model was asked to answer in JSON."""
        return False

    def slots(self, *, quiet: bool = False) -> list[Slot]:
        """Return the texts of the request; with `quiet` also what is searched for known values."""
        return request_slots(self.body, self.shape, media=self.media == "allow", quiet=quiet)

    def with_rule(self, mode: SystemNote, more: Sequence[str] = ()) -> Self:
        """Return the request with the rule for placeholders and `more`; here nobody reads it."""
        del mode, more
        return self

    def beginning(self) -> list[Any]:
        """Return what of the body is the same in each turn of a conversation."""
        return []

    def asked_again(self, lost: Sequence[str]) -> dict[str, Any] | None:
        """Return a body that asks again and names what was lost; None where that makes no sense."""
        del lost
        return None

    def translator(
        self, values: Mapping[str, str], metadata: Metadata, treatment: Treatment
    ) -> Translator:
        """Return what restores this request's streamed answer, treated before."""
        del values, metadata, treatment
        raise InvalidRequestError("stream", "This route does not stream.")

    def failure(self, error: dict[str, Any]) -> Event:
        """Return the event that tells an error of ours in a stream without content."""
        return self.translator({}, lambda _: {}, NOTHING).failure(error)


@dataclass(frozen=True, slots=True)
class Apart:
    """A body without our own members, and what these say."""

    body: dict[str, Any] = field(repr=False)
    job_id: str | None
    language: str


def apart(body: dict[str, Any], job_id: str | None) -> Apart:
    """Return a body and our own members of it apart; the `job_id` of the header wins.

    Raises InvalidRequestError.
    """
    language, own_job = (body.get(name) for name in OWN_MEMBERS)
    if language not in (None, "auto", "de", "en"):
        raise InvalidRequestError("language", "language must be de, en or auto.")
    if own_job is not None and not isinstance(own_job, str):
        raise InvalidRequestError("job_id", "job_id must be a string.")
    named = job_id or own_job
    return Apart(
        {name: value for name, value in body.items() if name not in OWN_MEMBERS},
        None if named is None else check_job_id(named),
        str(language or "auto"),
    )


def check_common(body: dict[str, Any]) -> None:
    """Check what all requests have. Raises InvalidRequestError."""
    if not isinstance(body.get("model"), str):
        raise InvalidRequestError("model", "model must be a string.")
    if not isinstance(body.get("stream", False), bool | None):
        raise InvalidRequestError("stream", "stream must be true or false.")
    check_stops(body)


def check_content(body: dict[str, Any], shape: Shape, media: Media) -> None:
    """Refuse media unless they are allowed. Raises UnsupportedMediaError naming the member."""
    if media == "refuse":
        check_media(body, shape)


def opening_of(messages: list[dict[str, Any]]) -> bytes:
    """Return the opening of a conversation: the same in each of its turns."""
    return json.dumps(beginning_of(messages), sort_keys=True).encode()


def beginning_of(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return everything up to the first message that is not the system's."""
    beginning: list[dict[str, Any]] = []
    for message in messages:
        beginning.append(message)
        if message.get("role") not in SYSTEM_ROLES:
            break
    return beginning
