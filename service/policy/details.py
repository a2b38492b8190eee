"""Entities and explanations as answers of the REST calls tell them: offsets, never text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from service.policy.explanation import Explained, Step
from service.text.spans import Source, Span

Place = Callable[[int], int]  # from an index of what was searched to one of the text


def placed(place: Place, span: Span) -> Span:
    """Return a span of what was searched as a span of the text."""
    return Span(place(span.start), place(span.end), span.entity, span.score, span.source)


def detail(span: Span) -> dict[str, Any]:
    """Return what an entity is, where it stands in code points, and how sure that is."""
    return {
        "entity_type": span.entity,
        "start": span.start,
        "end": span.end,
        "score": round(span.score, 3),
    }


def explanations(place: Place, explained: Iterable[Explained]) -> list[dict[str, Any]]:
    """Return for each claim on a text what made it, what the stages did, and what is masked."""
    return [
        {
            **detail(placed(place, one.claim)),
            "made_by": _made_by(one.claim.source),
            "outcome": _outcome(one),
            "steps": [_step(place, step) for step in one.steps],
            "masked": [detail(placed(place, span)) for span in one.masked],
        }
        for one in explained
    ]


def _made_by(source: Source | None) -> dict[str, str]:
    return {"kind": source.kind, "form": source.form} if source else {}


def _outcome(explained: Explained) -> str:
    if not explained.masked:
        return "dropped"
    return "masked" if explained.masked == (explained.claim,) else "changed"


def _step(place: Place, step: Step) -> dict[str, Any]:
    left = [detail(placed(place, span)) for span in step.left]
    over = {"by": detail(placed(place, step.by))} if step.by else {}
    return {"stage": step.stage, "did": step.did, "left": left, **over}
