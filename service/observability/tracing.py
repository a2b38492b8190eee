"""Traces: a span for each request and each of its stages, off unless an address is set.

The only file that imports `opentelemetry`. A span has a name and attributes from closed lists; an
exception leaves nothing on it but that there was one. What a caller's `tracestate` or `baggage`
says never gets into a span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import context, trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from service.observability.fields import Value, attributes

FLUSH_MILLISECONDS = 3000

_OFF: trace.Tracer = trace.NoOpTracer()
_PROPAGATOR = TraceContextTextMapPropagator()
_state: dict[str, trace.Tracer] = {"tracer": _OFF}


def set_up(url: str, version: str) -> Callable[[], None]:
    """Send spans to an OTLP/HTTP address from now on; return what sends the last ones and ends it.

    The variables OTEL_… of the SDK count for the rest, such as OTEL_TRACES_SAMPLER.
    Raises ValueError when the extra `otel` is not installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415  an extra
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError:
        raise ValueError("DECKNAME_TRACES_URL needs `pip install 'deckname[otel]'`") from None
    resource = Resource.create({"service.name": "deckname", "service.version": version})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    _state["tracer"] = provider.get_tracer("deckname", version)

    def close() -> None:
        _state["tracer"] = _OFF
        provider.force_flush(FLUSH_MILLISECONDS)
        provider.shutdown()

    return close


class Span:
    """A span that has begun."""

    def __init__(self, span: trace.Span) -> None:
        self._span = span

    @property
    def trace_id(self) -> str | None:
        """Return the id of the trace in hexadecimal digits, if anything is recorded."""
        found = self._span.get_span_context()
        return trace.format_trace_id(found.trace_id) if self._span.is_recording() else None

    def headers(self) -> dict[str, str]:
        """Return what tells another service of this span; nothing when tracing is off."""
        carrier: dict[str, str] = {}
        if self._span.is_recording():
            _PROPAGATOR.inject(carrier, trace.set_span_in_context(self._span))
        return {name: value for name, value in carrier.items() if name == "traceparent"}

    def note(self, name: str, fields: Mapping[str, Value]) -> None:
        """Set the final name, and as attributes those of a log line's fields that spans have."""
        self._span.update_name(name)
        self._span.set_attributes(attributes(fields))

    def end(self, *, failed: bool) -> None:
        """End the span; of a failure nothing is kept but that it was one."""
        if failed:
            self._span.set_status(trace.Status(trace.StatusCode.ERROR))
        self._span.end()


@contextmanager
def request(traceparent: str | None) -> Iterator[Span]:
    """Begin the span of a request, below the caller's if it names one; the caller ends it."""
    carrier = {} if traceparent is None else {"traceparent": traceparent}
    above = _PROPAGATOR.extract(carrier, context.Context())
    span = _state["tracer"].start_span("request", above, trace.SpanKind.SERVER)
    token = context.attach(trace.set_span_in_context(span, above))
    try:
        yield Span(span)
    finally:
        context.detach(token)


def begin(name: str) -> Span:
    """Begin a span below the current one, without becoming the current one."""
    return Span(_state["tracer"].start_span(name))
