"""The search by patterns alone: no model, no threads, fast enough for the events of a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.errors import DetectionFailedError
from service.text.spans import Span, resolve

# The forms around names know some of them; without the model that would be chance.
JUDGED = frozenset({"PERSON"})


class PatternFinder:
    """Finds what the patterns of some recognizers describe; `wanted` chooses among the spans."""

    def __init__(
        self, recognizers: Iterable[Recognizer | NerRecognizer], wanted: Callable[[Span], bool]
    ) -> None:
        self._recognizers = [
            one
            for one in recognizers
            if not (isinstance(one, NerRecognizer) or one.shield or one.entity in JUDGED)
        ]
        self._wanted = wanted

    def find(self, text: str) -> list[Span]:
        """Return the spans in order, without overlaps.

        Raises DetectionFailedError when anything goes wrong: the text must not go out then.
        """
        try:
            return resolve(text, filter(self._wanted, self._all(text)))
        except Exception:  # noqa: BLE001  whatever it is
            raise DetectionFailedError from None

    def _all(self, text: str) -> Iterable[Span]:
        for one in self._recognizers:
            for match in one.find(text):
                yield Span(match.start, match.end, one.entity, match.score)
