"""Cut the 250,002 XLM-R pieces down to those German and English text needs, as a tokenizer.json.

What is kept: the special tokens, every piece of one Latin letter, digit or sign, and every piece
seen at least twice in the training text and the gazetteers. A line break is a token of its own:
letters, forms and signatures are read by their lines.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import read_courts, read_english, read_germeval, read_traffic, read_words
from letters import Letters
from tokenizers import AddedToken, Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC, Replace, Sequence
from tokenizers.pre_tokenizers import Metaspace, Punctuation, WhitespaceSplit
from tokenizers.pre_tokenizers import Sequence as Steps
from tokenizers.processors import TemplateProcessing

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
LINE_BREAK = "\n"
INVISIBLE = "[\u00ad\u200b-\u200f\u2060\ufeff]"


def build_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return a tokenizer over `pieces` (piece, log probability); the first four are `SPECIAL`."""
    tokenizer = Tokenizer(Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = Sequence([Replace(Regex(INVISIBLE), ""), NFKC()])
    tokenizer.pre_tokenizer = Steps(
        [WhitespaceSplit(), Metaspace(prepend_scheme="always", split=False), Punctuation()]
    )
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens(list(SPECIAL))
    tokenizer.add_tokens([AddedToken(LINE_BREAK, normalized=False)])
    return tokenizer


def cut_vocabulary(pieces: list[str], scores: list[float], texts: Iterable[str]) -> Tokenizer:
    """Return the tokenizer over those `pieces` that are kept."""
    full = build_tokenizer(list(zip(pieces, scores, strict=True)))
    seen: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 10_000:
            _count(full, batch, seen)
            batch = []
    _count(full, batch, seen)
    rows = [0, 1, 2, 3]
    rows += [
        row
        for row, piece in enumerate(pieces)
        if row > 3 and (seen[row] >= 2 or _is_basic(piece.lstrip("▁") or "▁"))
    ]
    return build_tokenizer([(pieces[row], scores[row]) for row in rows])


def rows_of(tokenizer: Tokenizer, pieces: list[str]) -> list[int]:
    """Return for each piece of a cut `tokenizer` its row in the full embedding, in order."""
    places = {piece: row for row, piece in reversed(list(enumerate(pieces)))}
    kept = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    return [places[piece] for piece, _ in kept if piece != LINE_BREAK]


def training_text(data: Path) -> Iterator[str]:
    """Yield the text that decides which pieces are kept: corpora, gazetteers, letters."""
    sentences = (*read_germeval(data, "train"), *read_english(data), *read_traffic(data, "train"))
    yield from (" ".join(sentence.words) for sentence in (*sentences, *read_courts(data)))
    for pattern in ("*BTC*", "*FIN5*"):
        for path in sorted((data / "en_misc").glob(pattern)):
            yield from (line.replace("\t", " ").split(" ")[0] for line in read_words(path))
    for path in sorted((*data.glob("gaz_osm/*.list"), *data.glob("gaz_wiktionary_names/*.txt"))):
        yield from read_words(path)
    letters = Letters(data, 0)
    yield from (letters.passage(language).text for language in ("de", "en") for _ in range(20000))


def _count(tokenizer: Tokenizer, batch: list[str], seen: Counter[int]) -> None:
    for encoding in tokenizer.encode_batch(batch, add_special_tokens=False):
        seen.update(encoding.ids)


def _is_basic(piece: str) -> bool:
    if len(piece) != 1:
        return False
    name = unicodedata.name(piece, "")
    return name.startswith("LATIN") or unicodedata.category(piece)[0] in "NPS"
