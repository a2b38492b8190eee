"""The test sets: our documents and the licensed corpora as text, with labels in our words.

`MAPPINGS` is the whole translation of label schemes. A label that stands in no mapping is plain
text; what is `NEUTRAL` is not scored: a span there is neither right nor a false alarm.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.marked import BLIND, LETTERS, Passage, read_letters

PERSON, ADDRESS, PLACE, ORG, NEUTRAL = "PERSON", "ADDRESS", "LOCATION", "ORGANIZATION", "-"
MAPPINGS: dict[str, dict[str, str]] = {
    "germeval": {"PER": PERSON, "LOC": PLACE, "ORG": ORG},  # OTH, -deriv and -part are plain text
    "ewt": {"PER": PERSON, "LOC": PLACE, "ORG": ORG},
    "wikigold": {"PER": PERSON, "LOC": PLACE, "ORG": ORG},  # MISC is plain text
    "wnut17": {"person": PERSON, "location": PLACE, "corporation": ORG, "group": ORG},
    "mobie": {
        "person": PERSON,
        "location": PLACE,
        "location-city": PLACE,
        "location-street": PLACE,
        "location-stop": PLACE,
        "location-route": NEUTRAL,  # "A 7", "S1": lines, no places
        "organization": ORG,
        "organization-company": ORG,
    },
    "grascco": {
        "NAME_PATIENT": PERSON,
        "NAME_DOCTOR": PERSON,
        "NAME_RELATIVE": PERSON,
        "NAME_EXT": PERSON,
        "LOCATION_STREET": ADDRESS,
        "LOCATION_ZIP": ADDRESS,
        "LOCATION_CITY": ADDRESS,
        "NAME_TITLE": NEUTRAL,
        "NAME_USERNAME": NEUTRAL,
        "LOCATION_HOSPITAL": NEUTRAL,
        "LOCATION_ORGANIZATION": NEUTRAL,
        "LOCATION_COUNTRY": NEUTRAL,
    },
    "presidio": {
        "PERSON": PERSON,
        "STREET_ADDRESS": ADDRESS,
        "GPE": PLACE,
        "ORGANIZATION": ORG,
        "TITLE": NEUTRAL,
        "NRP": NEUTRAL,
        "ZIP_CODE": NEUTRAL,
    },
}
NO_SPACE_BEFORE = frozenset(".,;:!?)]}%“”’…")
NO_SPACE_AFTER = frozenset("([{„‚")
CLITICS = frozenset({"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"})
GERMEVAL = "germeval14/GermEval_2014_{0}_bioes.{0}"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its spans, and how many sentences of the corpus it is."""

    passage: Passage
    sentences: int = 1


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A test set: `labels` are scored; `fold` renames what a system finds to what is marked."""

    language: str
    labels: tuple[str, ...]
    read: Callable[[Path], Iterable[Document]]
    fold: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Text:
    """Running text that grows word by word, with the spacing of ordinary text."""

    text: str = ""
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    quoted: bool = False
    glued: bool = True

    def add(self, words: list[str], labels: list[str]) -> None:
        """Add a sentence; labels are ours, `B-` and `I-` before them, or `O`."""
        self.quoted = False
        for word, label in zip(words, labels, strict=True):
            closes = word == '"' and self.quoted
            tight = word[0] in NO_SPACE_BEFORE or closes or word in CLITICS
            if not tight and not self.glued:
                self.text += " "
            start = len(self.text)
            self.text += word
            self.quoted ^= word == '"'
            self.glued = word in NO_SPACE_AFTER or (word == '"' and self.quoted)
            if label.startswith("B-"):
                self.spans.append((start, len(self.text), label[2:]))
            elif label.startswith("I-"):
                self.spans[-1] = (self.spans[-1][0], len(self.text), label[2:])
        self.glued = not self.text


def read_columns(path: Path, columns: tuple[int, int], names: Mapping[str, str]) -> list[Document]:
    """Read a file of one word a line; `columns` are those of the word and of its tag.

    Sentences of one document make one text where the file tells (`-DOCSTART-`, `# newdoc`);
    otherwise each is a text of its own.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    whole = any(_opens(line) for line in lines)
    documents: list[tuple[Text, int]] = []
    words: list[str] = []
    tags: list[str] = []
    opened = True
    for line in (*lines, ""):
        if line.strip() and not line.startswith("-DOCSTART-") and not _is_comment(line):
            cells = line.replace("\t", " ").split(" ")
            if len(cells) > max(columns) and cells[columns[0]].strip():
                words.append(cells[columns[0]].strip())
                tags.append(cells[columns[1]].strip())
            continue
        if words:
            if opened or not whole:
                documents.append((Text(), 0))
            text, sentences = documents[-1]
            text.add(words, to_ours(tags, names))
            documents[-1] = (text, sentences + 1)
            words, tags, opened = [], [], False
        opened |= _opens(line)
    return [Document(Passage(one.text, tuple(one.spans)), number) for one, number in documents]


def _is_comment(line: str) -> bool:
    return line.startswith("# ") and line.count(" ") > 1  # "# O" is a word and its tag


def _opens(line: str) -> bool:
    return line.startswith(("-DOCSTART-", "# newdoc"))


def to_ours(tags: list[str], names: Mapping[str, str]) -> list[str]:
    """Map IO, BIO or BIOES tags; a span ends where the corpus's own label changes."""
    found: list[str] = []
    previous = ""
    for tag in tags:
        side, _, name = tag.partition("-")
        ours = names.get(name)
        inside = side in "IE" and previous == name
        found.append(f"{'I' if inside else 'B'}-{ours}" if ours else "O")
        previous = name
    return found


def read_grascco(data: Path) -> Iterator[Document]:
    """Read the 63 clinical letters, each as one text."""
    names = MAPPINGS["grascco"]
    folder = data / "grascco_phi/data/raw/11502329/grascco_phi_annotation_json"
    for path in sorted(folder.glob("*.json")):
        features = json.loads(path.read_text(encoding="utf-8"))["%FEATURE_STRUCTURES"]
        text = next(one["sofaString"] for one in features if "sofaString" in one)
        spans = sorted(
            (one["begin"], one["end"], names[one["kind"]])
            for one in features
            if one["%TYPE"] == "webanno.custom.PHI" and one.get("kind") in names
        )
        sentences = sum(one["%TYPE"].endswith(".Sentence") for one in features)
        yield Document(Passage(text, tuple(spans)), sentences)


def read_presidio(data: Path) -> Iterator[Document]:
    """Read the English samples of presidio-research."""
    names = MAPPINGS["presidio"]
    path = data / "presidio_research/data_synth_dataset_v2.json"
    for one in json.loads(path.read_text(encoding="utf-8")):
        spans = sorted(
            (span["start_position"], span["end_position"], names[span["entity_type"]])
            for span in one["spans"]
            if span["entity_type"] in names
        )
        yield Document(Passage(one["full_text"], tuple(spans)))


def _columns(
    name: str, file: str, columns: tuple[int, int] = (0, 1)
) -> Callable[[Path], list[Document]]:
    return lambda data: read_columns(data / file, columns, MAPPINGS[name])


def _letters(language: str, folder: Path = LETTERS) -> Callable[[Path], list[Document]]:
    return lambda _: [Document(one) for one in read_letters(language, folder).values()]


NAMES = (PERSON, PLACE, ORG)
NO_ADDRESSES = {ADDRESS: PLACE}  # the corpus marks a street as a place
SETS: dict[str, Benchmark] = {
    "letters-de": Benchmark("de", (PERSON, ADDRESS), _letters("de")),
    "letters-en": Benchmark("en", (PERSON, ADDRESS), _letters("en")),
    "blind-de": Benchmark("de", (PERSON, ADDRESS), _letters("de", BLIND)),
    "blind-en": Benchmark("en", (PERSON, ADDRESS), _letters("en", BLIND)),
    "grascco": Benchmark("de", (PERSON, ADDRESS), read_grascco, {PLACE: ADDRESS}),
    "germeval": Benchmark("de", NAMES, _columns("germeval", GERMEVAL.format("test")), NO_ADDRESSES),
    "mobie": Benchmark(
        "de", NAMES, _columns("mobie", "mobie/x/test.conll2003", (0, 3)), NO_ADDRESSES
    ),
    "ewt": Benchmark(
        "en", NAMES, _columns("ewt", "uner_en_ewt/en_ewt-ud-test.iob2", (1, 2)), NO_ADDRESSES
    ),
    "wikigold": Benchmark(
        "en",
        NAMES,
        _columns("wikigold", "en_misc/data_wikigold_CONLL-format_data_wikigold.conll.txt"),
        NO_ADDRESSES,
    ),
    "wnut17": Benchmark(
        "en",
        NAMES,
        _columns("wnut17", "en_misc/data_WNUT17_CONLL-format_data_test_emerging.test.annotated"),
        NO_ADDRESSES,
    ),
    "presidio": Benchmark("en", (PERSON, ADDRESS, PLACE, ORG), read_presidio),
}
DEVELOPMENT: dict[str, Benchmark] = {
    "letters-de": SETS["letters-de"],
    "letters-en": SETS["letters-en"],
    "germeval-dev": Benchmark(
        "de", NAMES, _columns("germeval", GERMEVAL.format("dev")), NO_ADDRESSES
    ),
}
