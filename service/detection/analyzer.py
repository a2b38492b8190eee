"""The analyzer: Presidio's engine with our recognizers, the language model, and a cache of spans.

This is the only file that imports presidio_analyzer. Nothing here reaches for the network: the
NLP engine loads a folder, and no predefined recognizer (some look things up) is registered.
"""

from __future__ import annotations

import asyncio
import math
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from recognizers.base.recognizer import NerRecognizer, Recognizer
from service.detection.address_joining import with_towns
from service.detection.language_model import LanguageModel
from service.detection.span_cache import SpanCache
from service.detection.span_edges import fitted
from service.detection.windows import cut
from service.errors import DetectionFailedError
from service.observability import metrics
from service.observability.stages import stage
from service.text.language import identify
from service.text.spans import GUESS, Source, Span

LANGUAGES = ["de", "en"]
BATCH = 8  # windows between two looks at the clock
# Presidio's figure for what a model finds: on the same stretch, a pattern that fits knows better.
MODEL_TRUST = GUESS
SOURCE = "source"  # where a result of Presidio's carries it
LONE_WORD = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
POSSESSIVE = re.compile(r"['’`´][sS]?\Z")


class PipelineNlpEngine(NlpEngine):
    """Presidio's NLP engine over one spaCy pipeline for both languages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: LanguageModel | None = None

    @property
    def model(self) -> LanguageModel:
        """The loaded pipeline. Raises DetectionFailedError before `load`."""
        if self._model is None:
            raise DetectionFailedError
        return self._model

    def load(self) -> None:
        """Load the pipeline from its folder."""
        self._model = LanguageModel(self._folder)

    def is_loaded(self) -> bool:
        """Return whether `load` was called."""
        return self._model is not None

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Run the pipeline over one text."""
        return next(iter(self.process_batch([text], language)))[1]

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 64,
        n_process: int = 1,
        **_: object,
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Run the pipeline over texts; (text, artifacts) in their order."""
        del n_process
        for doc in self.model.read(texts, batch_size):
            scores = [span._.score for span in doc.ents]
            yield doc.text, NlpArtifacts(list(doc.ents), doc, [], [], None, language, scores)

    def is_stopword(self, word: str, language: str) -> bool:
        """Not needed: our context words are whole phrases."""
        del word, language
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Not needed, see `is_stopword`."""
        del word, language
        return False

    def get_supported_entities(self) -> list[str]:
        """Return the labels of the pipeline."""
        return ["PERSON", "LOCATION", "ORGANIZATION", "ADDRESS"]

    def get_supported_languages(self) -> list[str]:
        """Return the languages."""
        return LANGUAGES


class EngineRecognizer(EntityRecognizer):
    """One of our recognizers as Presidio's engine knows them."""

    def __init__(self, recognizer: Recognizer | NerRecognizer, language: str) -> None:
        super().__init__([recognizer.entity], recognizer.entity, language)
        self._recognizer = recognizer
        self._model_labels: frozenset[str] = getattr(recognizer, "model_labels", frozenset())
        self._must_hold: re.Pattern[str] | None = getattr(recognizer, "model_must_hold", None)

    def load(self) -> None:
        """Nothing to load: patterns are compiled at import."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
    ) -> list[RecognizerResult]:
        """Return what the pattern finds and what the model calls by one of our labels."""
        del entities
        entity = self._recognizer.entity
        results = []
        if not isinstance(self._recognizer, NerRecognizer):
            results = [
                _result(
                    entity, (match.start, match.end), match.score, Source("pattern", match.form)
                )
                for match in self._recognizer.find(text)
            ]
        if LONE_WORD.fullmatch(text):  # a member name or a keyword; the model has nothing to go by
            return results
        for span, score in zip(nlp_artifacts.entities, nlp_artifacts.scores, strict=True):
            if span.label_ in self._model_labels and self._holds(span.text):
                end = span.end_char - len(_possessive(span.text))
                results += [
                    _result(entity, place, score * MODEL_TRUST, Source("reader", span.label_))
                    for place in fitted(text, span.start_char, end, entity)
                ]
        return results

    def _holds(self, text: str) -> bool:
        return self._must_hold is None or self._must_hold.search(text) is not None


class NoEnhancer(ContextAwareEnhancer):
    """Context is weighed by the recognizers themselves, on both sides and in linear time."""

    def __init__(self) -> None:
        super().__init__(0, 0, 0, 0)

    def enhance_using_context(
        self, text: str, raw_results: list[RecognizerResult], *_: object, **__: object
    ) -> list[RecognizerResult]:
        """Return the results as they are."""
        del text
        return raw_results


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
        self._nlp = PipelineNlpEngine(model)
        self._engine = AnalyzerEngine(
            RecognizerRegistry(
                [EngineRecognizer(one, language) for one in recognizers for language in LANGUAGES],
                supported_languages=LANGUAGES,
            ),
            self._nlp,
            supported_languages=LANGUAGES,
            default_score_threshold=0,  # a policy says from which score on a claim counts
            context_aware_enhancer=NoEnhancer(),
        )
        self._cache = cache or SpanCache()
        self._timeout = timeout_seconds
        # One thread: a spaCy pipeline with a memory zone is not shared; more cores, more workers.
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="analyzer")
        identify("warm up")  # its first call loads what it needs

    async def analyze(self, texts: Sequence[str]) -> list[list[Span]]:
        """Return for each text all that anything in it is claimed to be; claims may overlap.

        Raises DetectionFailedError when anything at all goes wrong or takes too long.
        """
        deadline = time.monotonic() + self._timeout
        try:
            with metrics.analyzing(), stage("analyze"):
                return await self._in_turn(texts, deadline)
        except Exception:  # noqa: BLE001  whatever it is, the text must not go out
            raise DetectionFailedError from None

    async def _in_turn(self, texts: Sequence[str], deadline: float) -> list[list[Span]]:
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(self._timeout):
            return await loop.run_in_executor(self._executor, self.analyze_now, texts, deadline)

    def analyze_now(self, texts: Sequence[str], deadline: float = math.inf) -> list[list[Span]]:
        """Do the work of `analyze` in this thread.

        Raises DetectionFailedError once the monotonic clock has passed `deadline`: nobody waits
        for the result any more, but others wait for this thread.
        """
        windows = [list(cut(text)) for text in texts]
        wanted = {
            self._cache.digest(text[start:end]): text[start:end]
            for text, cuts in zip(texts, windows, strict=True)
            for start, end in cuts
        }
        recalled = {digest: self._cache.recall(digest) for digest in wanted}
        known = {digest: spans for digest, spans in recalled.items() if spans is not None}
        missing = [digest for digest in wanted if digest not in known]
        metrics.looked_up(len(known), len(missing))
        if missing:
            for start in range(0, len(missing), BATCH):
                batch = missing[start : start + BATCH]
                if time.monotonic() > deadline:
                    raise DetectionFailedError
                found = self._find([wanted[digest] for digest in batch])
                known.update(zip(batch, found, strict=True))
            for digest in missing:
                self._cache.remember(digest, known[digest])
        return [
            list(_shifted(text, cuts, known, self._cache.digest))
            for text, cuts in zip(texts, windows, strict=True)
        ]

    def close(self) -> None:
        """End the thread."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _find(self, texts: list[str]) -> list[tuple[Span, ...]]:
        found = []
        with self._nlp.model.zone():
            for text, artifacts in self._nlp.process_batch(texts, LANGUAGES[0]):
                results = self._engine.analyze(text, identify(text), nlp_artifacts=artifacts)
                found.append(tuple(with_towns(text, map(_span, results))))
        return found


def _shifted(
    text: str,
    cuts: list[tuple[int, int]],
    known: dict[bytes, tuple[Span, ...]],
    digest: Any,
) -> Iterator[Span]:
    for start, end in cuts:
        for span in known[digest(text[start:end])]:
            yield replace(span, start=start + span.start, end=start + span.end)


def _result(entity: str, place: tuple[int, int], score: float, source: Source) -> RecognizerResult:
    return RecognizerResult(entity, *place, score, recognition_metadata={SOURCE: source})


def _span(result: RecognizerResult) -> Span:
    source = (result.recognition_metadata or {}).get(SOURCE)
    return Span(result.start, result.end, result.entity_type, result.score, source)


def _possessive(text: str) -> str:
    found = POSSESSIVE.search(text)
    return found[0] if found else ""
