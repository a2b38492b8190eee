"""The fields of log lines, spans and metrics: each once, with its type and where it goes.

None can hold text of a request: a field is a number, a flag, a word of a closed list (a code, a
path's template, the name of a class) or an id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Value = str | int | float | bool | None
Kind = Literal["number", "flag", "word", "id"]


class FieldNotAllowedError(ValueError):
    """A field that is not in the table, or a value that is not of its type."""


@dataclass(frozen=True, slots=True)
class Field:
    """One fact about a request, a job or the start.

    Routes give those that are `noted`, the rest is measured around them. `attribute` is the name
    on a span, as OpenTelemetry has it; `metric` is what counts it, without `deckname_`.
    """

    name: str
    kind: Kind
    meaning: str
    noted: bool = False
    attribute: str | None = None
    metric: str | None = None

    def fits(self, value: object) -> bool:
        """Return whether a value is of the field's type; none at all always is."""
        return value is None or FITS[self.kind](value)


FITS: Mapping[Kind, Callable[[object], bool]] = {
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "flag": lambda value: isinstance(value, bool),
    "word": lambda value: isinstance(value, str),
    "id": lambda value: isinstance(value, str),
}


def _noted(
    name: str, kind: Kind, meaning: str, *, span: bool = False, metric: str | None = None
) -> Field:
    return Field(name, kind, meaning, True, f"deckname.{name}" if span else None, metric)


def _stage(name: str, meaning: str) -> Field:
    return Field(f"{name}_ms", "number", f"milliseconds {meaning}", metric="stage_seconds")


FIELDS = (
    Field("event", "word", "what the line tells: `request`, `start` and so on"),
    Field(
        "request_id", "id", "the caller's X-Request-Id or a new one", False, "deckname.request_id"
    ),
    Field("route", "word", "the path's template", False, "http.route", "requests"),
    Field("method", "word", "the HTTP method", False, "http.request.method", "requests"),
    Field("status", "number", "the HTTP status", False, "http.response.status_code", "requests"),
    _noted("code", "word", "the code of the error", span=True, metric="requests"),
    _noted("cause", "word", "what provider, Redis or search failed by: `refused`, `dns` and so on"),
    Field("error", "word", "the class of an exception"),
    Field("duration_ms", "number", "milliseconds to the last byte", metric="request_seconds"),
    Field("trace_id", "id", "the trace that the request belongs to"),
    _stage("read", "until the body was here"),
    _stage("analyze", "of searching for personal data, waiting included"),
    _stage("vault", "in calls of the store"),
    _stage("upstream", "until the provider's headers were here"),
    _stage("answer", "until the answer's end was restored"),
    _noted("tenant", "id", "whose request it is"),
    _noted("job_id", "id", "the job that its placeholders belong to"),
    _noted("stream", "flag", "whether a stream was asked for", span=True),
    _noted("texts", "number", "texts in the request", span=True),
    _noted("characters", "number", "characters in them", span=True),
    _noted("entities", "number", "places where personal data was found or put back", span=True),
    _noted("sent", "number", "placeholders sent", span=True, metric="placeholders"),
    _noted("kept", "number", "of these, came back", span=True, metric="placeholders"),
    _noted("missing", "number", "of these, did not", span=True, metric="placeholders"),
    _noted("altered", "number", "damaged forms in the answer", span=True, metric="placeholders"),
    _noted("repaired", "number", "of these, repaired", span=True, metric="placeholders"),
    _noted("invented", "number", "made up by the model", span=True, metric="placeholders"),
    _noted(
        "foreign", "number", "came in the request, of no value", span=True, metric="placeholders"
    ),
    _noted(
        "retries", "number", "how often the model was asked again", span=True, metric="placeholders"
    ),
    Field("bytes_in", "number", "bytes of the body that were read"),
    Field("bytes_out", "number", "bytes of the answer's body"),
    Field("version", "word", "Deckname's version"),
    Field("host", "id", "the address listened on"),
    Field("port", "number", "the port"),
    Field("model", "word", "the model's folder"),
    Field("vault", "word", "the kind of vault"),
    Field("policy", "word", "the policy, or the name of its file"),
    Field("upstream", "id", "the provider's host"),
)
BY_NAME: Mapping[str, Field] = {one.name: one for one in FIELDS}
NOTED = frozenset(one.name for one in FIELDS if one.noted)


def check(fields: Mapping[str, object], allowed: Collection[str] = BY_NAME) -> None:
    """Raise FieldNotAllowedError, which names fields and no value, unless all are `allowed`."""
    stray = fields.keys() - allowed
    stray |= {name for name in fields.keys() - stray if not BY_NAME[name].fits(fields[name])}
    if stray:
        raise FieldNotAllowedError(", ".join(sorted(stray)))


def attributes(fields: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """Return what a span keeps of a line's fields, by the names that it has there."""
    return {
        one.attribute: value
        for one in FIELDS
        if one.attribute and (value := fields.get(one.name)) is not None
    }


def counted_by(metric: str) -> tuple[str, ...]:
    """Return the fields that a metric counts, or is labelled with."""
    return tuple(one.name for one in FIELDS if one.metric == metric)
