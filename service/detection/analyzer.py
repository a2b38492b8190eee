"""Text to claims: the model's windows, the recognizers on the whole of each text, and a cache."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.detection.address_joining import with_towns
from service.detection.presidio_engine import Engine
from service.detection.search_timeout import too_slow
from service.detection.span_cache import SpanCache
from service.detection.windows import cut
from service.errors import DetectionFailedError
from service.observability import metrics
from service.observability.stages import stage
from service.text.language import identify
from service.text.spans import Span

READ = b"read"  # the kind of hash under which the cache keeps what the model alone finds
BATCH = 8  # windows that the model reads between two looks at the clock
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the text of that number, and where it begins there; `whole` if it is all."""

    number: int
    start: int
    text: str
    whole: bool


class Analyzer:
    """Finds the spans of all entities in texts.

    Spans are cached under a keyed hash of the text, so that a conversation that is sent again
    with one new message costs that message. The cache holds no text.
    """

    def __init__(
        self,
        recognizers: Sequence[Recognizer | NerRecognizer],
        model: Path,
        *,
        timeout_seconds: float = 30.0,
        cache: SpanCache | None = None,
    ) -> None:
        self._engine = Engine(recognizers, model)
        self._cache = cache or SpanCache()
        self._timeout = timeout_seconds
        # One thread: a spaCy pipeline with a memory zone is not shared; more cores, more workers.
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="analyzer")
        identify("warm up")  # its first call loads what it needs

    async def analyze(self, texts: Sequence[str], tenant: str = "") -> list[list[Span]]:
        """Return for each text all that anything in it is claimed to be; claims may overlap.

        What was found in a text is remembered for its tenant alone.

        Raises DetectionFailedError when anything at all goes wrong or takes too long.
        """
        deadline = time.monotonic() + self._timeout
        try:
            with metrics.analyzing(), stage("analyze"):
                return await self._in_turn(texts, tenant, deadline)
        except TimeoutError:
            raise too_slow() from None
        except DetectionFailedError as error:
            raise DetectionFailedError(reason=error.sentence, cause=error.cause) from None
        except Exception:  # noqa: BLE001  whatever it is, the text must not go out
            raise DetectionFailedError from None

    async def _in_turn(
        self, texts: Sequence[str], tenant: str, deadline: float
    ) -> list[list[Span]]:
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(self._timeout):
            work = partial(self.analyze_now, texts, deadline, tenant)
            return await loop.run_in_executor(self._executor, work)

    def analyze_now(
        self, texts: Sequence[str], deadline: float = math.inf, tenant: str = ""
    ) -> list[list[Span]]:
        """Do the work of `analyze` in this thread.

        Raises DetectionFailedError once the monotonic clock has passed `deadline`: nobody waits
        for the result any more, but others wait for this thread.
        """
        digests = [self._cache.digest(text, tenant) for text in texts]
        wanted = dict(zip(digests, texts, strict=True))
        recalled = {digest: self._cache.recall(digest) for digest in wanted}
        known = {digest: spans for digest, spans in recalled.items() if spans is not None}
        missing = [digest for digest in wanted if digest not in known]
        metrics.looked_up(len(known), len(missing))
        found = self._claims([wanted[digest] for digest in missing], deadline, tenant)
        for digest, spans in zip(missing, found, strict=True):
            self._cache.remember(digest, spans)
            known[digest] = spans
        return [list(known[digest]) for digest in digests]

    def close(self) -> None:
        """End the thread."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _claims(self, texts: Sequence[str], deadline: float, tenant: str) -> Iterator[Spans]:
        """Yield what is claimed of each text; patterns see it whole, so that no value is cut."""
        for text, read in zip(texts, self._read(texts, deadline, tenant), strict=True):
            _check(deadline)
            yield tuple(with_towns(text, self._engine.claims(text, read)))

    def _read(self, texts: Sequence[str], deadline: float, tenant: str) -> Iterator[Spans]:
        """Yield what the model finds in each text, which it reads in windows, several together."""
        windows = [
            Window(number, start, text[start:end], end - start == len(text))
            for number, text in enumerate(texts)
            for start, end in cut(text)
        ]
        found: list[list[Span]] = [[] for _ in texts]
        ready = 0
        for first in range(0, len(windows), BATCH):
            batch = windows[first : first + BATCH]
            _check(deadline)
            while ready < batch[0].number:
                yield tuple(found[ready])
                ready += 1
            for window, spans in zip(batch, self._read_windows(batch, tenant), strict=True):
                found[window.number] += (_moved(span, window.start) for span in spans)
        yield from map(tuple, found[ready:])

    def _read_windows(self, windows: Sequence[Window], tenant: str) -> list[Spans]:
        """Return what the model finds in windows; those of a long text are remembered by itself."""
        digests = [
            None if one.whole else self._cache.digest(one.text, tenant, READ) for one in windows
        ]
        known = [None if digest is None else self._cache.recall(digest) for digest in digests]
        new = [window for window, spans in zip(windows, known, strict=True) if spans is None]
        read = iter(self._engine.read([window.text for window in new]))
        found = [next(read) if spans is None else spans for spans in known]
        for digest, spans in zip(digests, found, strict=True):
            if digest is not None:
                self._cache.remember(digest, spans)
        return found


def _moved(span: Span, by: int) -> Span:
    return replace(span, start=by + span.start, end=by + span.end)


def _check(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise too_slow()
