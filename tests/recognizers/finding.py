"""How the tests here ask a recognizer: by entity, for the values that it finds."""

import recognizers
from recognizers.base.recognizer import NerRecognizer, Recognizer

BY_ENTITY: dict[str, Recognizer | NerRecognizer] = {one.entity: one for one in recognizers.load()}
FINDING: list[Recognizer] = [
    one for one in BY_ENTITY.values() if not isinstance(one, NerRecognizer)
]


def found(entity: str, text: str) -> list[str]:
    one = BY_ENTITY[entity]
    assert not isinstance(one, NerRecognizer)
    return [text[match.start : match.end] for match in one.find(text)]


def score(entity: str, text: str) -> float:
    one = BY_ENTITY[entity]
    assert not isinstance(one, NerRecognizer)
    return max((match.score for match in one.find(text)), default=0.0)


def marked(example: str) -> tuple[str, int, int]:
    """Return the text of an example and where the value between « and » stands in it."""
    assert (example.count("«"), example.count("»")) == (1, 1)
    text = example.replace("«", "").replace("»", "")
    return text, example.index("«"), example.index("»") - 1
