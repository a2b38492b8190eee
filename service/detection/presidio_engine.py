"""Presidio's engine around our recognizers and the language model.

This is the only file that imports its engine. Nothing here reaches for the network: the NLP engine
loads a folder, and no predefined recognizer (some look things up) is registered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
from service.detection.language_model import LanguageModel
from service.detection.span_edges import fitted
from service.errors import DetectionFailedError
from service.text.language import identify
from service.text.spans import GUESS, Source, Span

LANGUAGES = ["de", "en"]
# Presidio's figure for what a model finds: on the same stretch, a pattern that fits knows better.
MODEL_TRUST = GUESS
SOURCE = "source"  # where a result of Presidio's carries it
LONE_WORD = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
POSSESSIVE = re.compile(r"['’`´][sS]?\Z")


class Engine:
    """The recognizers on texts, and a folder's model that reads windows of them."""

    def __init__(self, recognizers: Sequence[Recognizer | NerRecognizer], model: Path) -> None:
        self._nlp = PipelineNlpEngine(model)
        self._presidio = AnalyzerEngine(
            RecognizerRegistry(
                [EngineRecognizer(one, language) for one in recognizers for language in LANGUAGES],
                supported_languages=LANGUAGES,
            ),
            self._nlp,
            supported_languages=LANGUAGES,
            default_score_threshold=0,  # a policy says from which score on a claim counts
            context_aware_enhancer=NoEnhancer(),
        )

    def entities(self, language: str) -> set[str]:
        """Return what is recognized in a language."""
        return set(self._presidio.get_supported_entities(language))

    def read(self, windows: Sequence[str]) -> list[tuple[Span, ...]]:
        """Return what the model finds in each window, by the model's own labels."""
        with self._nlp.model.zone():
            return [tuple(_read(doc)) for doc in self._nlp.model.read(windows, len(windows))]

    def claims(self, text: str, read: Iterable[Span]) -> list[Span]:
        """Return all that the recognizers claim of a text in which the model `read` spans."""
        artifacts = _artifacts(read, LANGUAGES[0])
        results = self._presidio.analyze(text, identify(text), nlp_artifacts=artifacts)
        return list(map(_span, results))


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
        """Run the pipeline over texts; yield (text, artifacts) in their order."""
        del n_process
        for doc in self.model.read(texts, batch_size):
            yield doc.text, _artifacts(_read(doc), language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Return False: our context words are whole phrases."""
        del word, language
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Return False, see `is_stopword`."""
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
                _result(entity, (one.start, one.end), one.score, Source("pattern", one.form))
                for one in self._recognizer.find(text)
            ]
        if LONE_WORD.fullmatch(text):  # a member name or a keyword; the model has nothing to go by
            return results
        read: Any = nlp_artifacts.entities
        for span in read:
            value = text[span.start : span.end]
            if span.entity in self._model_labels and self._holds(value):
                end = span.end - len(_possessive(value))
                results += [
                    _result(entity, place, span.score * MODEL_TRUST, Source("reader", span.entity))
                    for place in fitted(text, span.start, end, entity)
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


def _read(doc: Any) -> Iterator[Span]:
    """Yield the entities of a spaCy document."""
    return (Span(one.start_char, one.end_char, one.label_, one._.score) for one in doc.ents)


def _artifacts(read: Iterable[Span], language: str) -> NlpArtifacts:
    """Return Presidio's form of what the model read; our recognizers take no more of it."""
    found: Any = list(read)
    no_tokens: Any = []
    scores = [one.score for one in found]
    return NlpArtifacts(found, no_tokens, [], [], None, language, scores)


def _result(entity: str, place: tuple[int, int], score: float, source: Source) -> RecognizerResult:
    return RecognizerResult(entity, *place, score, recognition_metadata={SOURCE: source})


def _span(result: RecognizerResult) -> Span:
    source = (result.recognition_metadata or {}).get(SOURCE)
    return Span(result.start, result.end, result.entity_type, result.score, source)


def _possessive(text: str) -> str:
    found = POSSESSIVE.search(text)
    return found[0] if found else ""
