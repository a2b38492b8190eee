"""What is done to the texts of an answer before values are put back: repairing and masking.

Damaged placeholders are repaired first, so that the scan sees and protects them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from service.text.placeholders.offsets import Moves
from service.text.placeholders.stream import StreamRestorer
from service.text.repair.finder import Forms
from service.text.repair.repairer import (
    UNDAMAGED,
    Repair,
    Repaired,
    Repairer,
    Tally,
    forms_in,
)
from service.wire.answer_scan import MOST, STEP, Scan, Scanner
from service.wire.lost_words import LostWords, tally_of
from service.wire.slots import KeySlot, Replacement, Slot

BINARY = re.compile(r"(?:data:[^,\s]{0,200},)?[A-Za-z0-9+/=_-]*+")  # pictures and sounds, if long
# Members that hold no text: a client works with them as they are.
PROTOCOL = frozenset(
    {"id", "object", "model", "role", "type", "name", "status", "index", "code", "param"}
    | {"finish_reason", "service_tier", "system_fingerprint", "call_id", "tool_call_id", "item_id"}
    | {"file_id", "container_id", "previous_response_id", "prompt_cache_key", "encrypted_content"}
    | {"signature", "obfuscation", "embedding", "b64_json"}
)


class Channel(Protocol):
    """Changes a text that comes in pieces; holds back what is not decided yet."""

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there."""

    def finish(self) -> str:
        """Return what was held back: the text has ended."""


class Step(Channel, Protocol):
    """A channel that knows where the places of its text went."""

    moves: Moves


class Chain:
    """Channels one behind the other, as one."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        self._channels = channels

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there."""
        for channel in self._channels:
            piece = channel.feed(piece)
        return piece

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        rest = ""
        for channel in self._channels:
            rest = channel.feed(rest) + channel.finish()
        return rest


@dataclass(frozen=True, slots=True)
class Findings:
    """What was met in an answer: every placeholder, issued or not, and the damaged forms."""

    seen: frozenset[str] = frozenset()
    tally: Tally = UNDAMAGED

    @classmethod
    def of(cls, parts: Iterable[Findings]) -> Findings:
        """Return what was met in all of several parts."""
        met = [one for one in parts if one.seen or one.tally.forms]
        seen = frozenset().union(*(one.seen for one in met))
        return cls(seen, Tally.of(one.tally for one in met))


NO_FINDINGS = Findings()


@dataclass(frozen=True, slots=True)
class Treatment:
    """What to repair and what to look for, if anything.

    `words` are those of the request that could be taken for lost placeholders in the answer.
    """

    scan: Scan | None = None
    repair: Repair | None = None
    words: frozenset[str] | None = None

    def steps(
        self, *, json: bool = False, scan_json: bool | None = None, step: int = STEP
    ) -> list[Step]:
        """Return what a text goes through, in order; the scan may be told otherwise of JSON."""
        steps: list[Step] = []
        if self.repair:
            steps.append(Repairer(self.repair, json=json))
        if self.scan:
            as_json = json if scan_json is None else scan_json
            steps.append(Scanner(self.scan, json=as_json, step=step))
        return steps

    def whole(self, key: str | int, text: str, *, json: bool = False, step: int = STEP) -> Repaired:
        """Return the text that stands whole under `key` in an answer, treated."""
        if key in PROTOCOL:
            return Repaired(text)
        repaired = self.repair.whole(text, json=json) if self.repair else Repaired(text)
        if self.words is not None and (lost := tally_of(text, self.words)).forms:
            repaired = replace(repaired, tally=Tally.of([repaired.tally, lost]))
        text = repaired.text
        if self.scan is None or (len(text) > MOST and BINARY.fullmatch(text)):
            return repaired
        masked = self.scan.whole(text, json=key == "arguments", step=step)
        return replace(repaired, text=masked)


NOTHING = Treatment()


def repair_of_answer(
    slots: Iterable[Slot],
    replacements: Iterable[Replacement],
    values: Mapping[str, str],
    *,
    report: bool,
) -> Repair | None:
    """Return what is done about damage in the answer to a request; None where it has no `values`.

    What looks damaged in the request itself, as the upstream gets it, is let be.
    """
    if not values:
        return None
    forms = Forms(values)
    masked = {one.slot.path: one.text for one in replacements if not isinstance(one.slot, KeySlot)}
    known: set[str] = set()
    for slot in slots:
        if not isinstance(slot, KeySlot):
            text = masked.get(slot.path, slot.text)
            known |= forms_in(forms, text, json=slot.json is not None)
    return Repair(forms, frozenset(known), report=report)


class TextChannel:
    """A text of an answer that comes in pieces: it goes through a treatment and is restored.

    `json` says that it is the source of a JSON document.
    """

    def __init__(
        self, values: Mapping[str, str], treatment: Treatment = NOTHING, *, json: bool = False
    ) -> None:
        self._restorer = StreamRestorer(values, json=json)
        treated = treatment.steps(json=json)
        self._repairers = [one for one in treated if isinstance(one, Repairer)]
        self._steps: list[Step] = [*treated, self._restorer]
        self._chain = Chain(self._steps)
        self._words = None if treatment.words is None else LostWords(treatment.words)

    @property
    def findings(self) -> Findings:
        """What was met so far."""
        tallies = [one.tally for one in self._repairers]
        if self._words:
            tallies.append(self._words.tally)
        return Findings(self._restorer.seen, Tally.of(tallies))

    def feed(self, piece: str) -> str:
        """Return what can be let go now that the next piece is there."""
        if self._words:
            self._words.feed(piece)
        return self._chain.feed(piece)

    def finish(self) -> str:
        """Return what was held back: the text has ended."""
        return self._chain.finish()
