"""Readers of the licensed corpora: each gives sentences of words with BIO labels.

Labels are PERSON, LOCATION, ORGANIZATION, ADDRESS; everything else in a corpus becomes O.
The names of test files stand here only for scoring; training reads none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENTITIES = ("PERSON", "LOCATION", "ORGANIZATION", "ADDRESS")
LABELS = ("O", *(f"{side}-{name}" for name in ENTITIES for side in "BI"))
NAMES = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "LOC": "LOCATION",
    "LOCATION": "LOCATION",
    "GEO-LOC": "LOCATION",
    "ORG": "ORGANIZATION",
    "ORGANIZATION": "ORGANIZATION",
    "COMPANY": "ORGANIZATION",
    "CORPORATION": "ORGANIZATION",
    # MobIE
    "ORGANIZATION-COMPANY": "ORGANIZATION",
    "LOCATION-CITY": "LOCATION",
    "LOCATION-STREET": "LOCATION",
    "LOCATION-STOP": "LOCATION",
    # Legal-Entity-Recognition: judges, lawyers, countries, towns, streets, landscapes
    "RR": "PERSON",
    "AN": "PERSON",
    "LD": "LOCATION",
    "ST": "LOCATION",
    "STR": "LOCATION",
    "LDS": "LOCATION",
    "UN": "ORGANIZATION",
    "INN": "ORGANIZATION",
    "GRT": "ORGANIZATION",
}
WNUT17 = ("train_wnut17train", "dev_emerging.dev")
FILINGS = "data_SEC-filings_CONLL-format_data_train_FIN5.txt"
GERMEVAL = "germeval14/GermEval_2014_{part}_bioes.{part}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and their BIO labels, of equal length."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def read_columns(path: Path, word: int, label: int) -> Iterator[Sentence]:
    """Yield the sentences of a file with one word a line, blank lines between sentences."""
    words: list[str] = []
    labels: list[str] = []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for line in (*lines, ""):
        columns = line.replace("\t", " ").split(" ")
        if not line.strip() or line.startswith(("-DOCSTART-", "# ")):
            if words:
                yield Sentence(tuple(words), to_bio(labels))
            words, labels = [], []
        elif len(columns) > max(word, label) and columns[word].strip():
            words.append(columns[word].strip())
            labels.append(columns[label].strip())


def to_bio(tags: list[str]) -> tuple[str, ...]:
    """Map a corpus's BIO or BIOES tags to our labels; derived and partial classes become O."""
    found: list[str] = []
    previous = "O"
    for tag in tags:
        side, _, name = tag.partition("-")
        ours = NAMES.get(name.upper())
        if ours is None:
            found.append("O")
        else:
            inside = side in "IE" and previous == ours
            found.append(("I-" if inside else "B-") + ours)
        previous = ours or "O"
    return tuple(found)


def read_germeval(data: Path, part: str) -> list[Sentence]:
    """Read one part of GermEval 2014: `train`, `dev` or `test` (CC BY 4.0)."""
    return list(read_columns(data / GERMEVAL.format(part=part), 0, 1))


def read_english(data: Path) -> list[Sentence]:
    """Read the English text that may train.

    EWT's development part (CC BY-SA 4.0), WNUT17's training and development parts and news and
    common talk of the Broad Twitter Corpus (CC BY 4.0), loan agreements (SEC filings, CC BY 3.0).
    """
    files = [
        *(data / "en_misc" / f"data_WNUT17_CONLL-format_data_{one}.conll" for one in WNUT17),
        *(data / "en_misc" / f"data_BTC_CONLL-format_data_{one}.conll" for one in "aeg"),
    ]
    tweets = [one for file in files for one in read_columns(file, 0, 1) if not _has_account(one)]
    filings = read_columns(data / "en_misc" / FILINGS, 0, 3)
    web = read_columns(data / "uner_en_ewt/en_ewt-ud-dev.iob2", 1, 2)
    return [*web, *tweets, *map(_without_roles, filings)]


def _has_account(sentence: Sentence) -> bool:
    """Return whether an account such as "@anna" is marked as a name; only some corpora do so."""
    pairs = zip(sentence.words, sentence.labels, strict=True)
    return any(label != "O" and "@" in word for word, label in pairs)


def _without_roles(sentence: Sentence) -> Sentence:
    """Unmark persons of one word: in the filings these are roles, such as "Borrower"."""
    following = (*sentence.labels[1:], "O")
    labels = [
        "O" if (label, after == "I-PERSON") == ("B-PERSON", False) else label
        for label, after in zip(sentence.labels, following, strict=True)
    ]
    return Sentence(sentence.words, tuple(labels))


def read_traffic(data: Path, part: str) -> list[Sentence]:
    """Read one part of MobIE: `train` or `dev` (CC BY 4.0); German tweets and traffic news.

    SmartData is left out: it overlaps MobIE, and so MobIE's test part.
    """
    return list(read_columns(data / f"mobie/x/{part}.conll2003", 0, 3))


def read_courts(data: Path) -> list[Sentence]:
    """Read German court decisions (CC BY 4.0) that hold no name cut down to an initial."""
    files = sorted((data / "ler_full").glob("*.conll"))
    return [one for file in files for one in read_columns(file, 0, 1) if not _has_initial(one)]


def _has_initial(sentence: Sentence) -> bool:
    return any(
        label != "O" and len(word.strip(".…")) < 2
        for word, label in zip(sentence.words, sentence.labels, strict=True)
    )


def read_words(path: Path) -> list[str]:
    """Read a gazetteer of one entry a line."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [line.strip() for line in lines if line.strip()]
