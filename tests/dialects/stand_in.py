"""An upstream that behaves as a provider documents: what it says is read from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.responses import JSONResponse, Response, StreamingResponse

FILES = sorted((Path(__file__).parent / "providers").glob("*.json"))
TIGHT = "#tight"  # no blank behind `data:`
PIECE = 3  # characters of a piece


@dataclass(frozen=True)
class Dialect:
    """How one provider speaks: `docs/providers.md` says what the members of its file are."""

    name: str
    base: str
    source: str
    differs: str
    whole: dict[str, Any] = field(repr=False)
    stream: list[Any] = field(repr=False)
    done: bool
    error: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, path: Path) -> Dialect:
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    @property
    def path(self) -> str:
        """The path of the base address, where the stand-in listens too."""
        return urlsplit(self.base).path

    def answer(self, body: Any) -> Response:
        """Answer by repeating the last message; one without a model is refused."""
        if body["model"] == "wrong":
            return JSONResponse(self.error["body"], self.error["status"])
        text = body["messages"][-1]["content"]
        words = {"$TEXT": text, "$MODEL": body["model"]}
        if body.get("stream"):
            return StreamingResponse(self._lines(words), media_type="text/event-stream")
        return JSONResponse(_filled(self.whole, words))

    def _lines(self, words: dict[str, str]) -> Iterator[str]:
        field_ = "data:" if TIGHT in self.stream else "data: "
        text = words["$TEXT"]
        for event in self.stream:
            if isinstance(event, str):
                yield "" if event == TIGHT else f"{event}\n\n"
                continue
            repeated = "$PIECE" in json.dumps(event)
            for start in range(0, len(text) if repeated else 1, PIECE):
                end = start + PIECE
                told = words | {"$PIECE": text[start:end], "$SOFAR": text[:end]}
                yield f"{field_}{json.dumps(_filled(event, told))}\n\n"
        if self.done:
            yield f"{field_}[DONE]\n\n"


def _filled(node: Any, words: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {name: _filled(value, words) for name, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, words) for value in node]
    if isinstance(node, str):
        for word, text in words.items():
            node = node.replace(word, text)
    return node
