"""Refusals of files: one word for reports, and a sentence that tells what to do."""

from __future__ import annotations


class FileRefusedError(ValueError):
    """A file cannot be worked on; the sentence holds nothing of its content."""

    def __init__(self, word: str, sentence: str) -> None:
        super().__init__(sentence)
        self.word = word
        self.sentence = sentence
