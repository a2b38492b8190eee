"""What is done to the texts of an answer before values are put back: repairing and masking.

Damaged placeholders are repaired first, so that the scan sees and protects them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from service.text.placeholders.offsets import Moves
from service.text.repair.repairer import Repair, Repairer
from service.wire.answer_scan import MOST, STEP, Scan, Scanner

BINARY = re.compile(r"(?:data:[^,\s]{0,200},)?[A-Za-z0-9+/=_-]*+")  # pictures and sounds, if long
# Members that hold no text: a client works with them as they are.
PROTOCOL = frozenset(
    {"id", "object", "model", "role", "type", "name", "status", "index", "code", "param"}
    | {"finish_reason", "service_tier", "system_fingerprint", "call_id", "tool_call_id", "item_id"}
    | {"file_id", "container_id", "previous_response_id", "prompt_cache_key", "encrypted_content"}
    | {"signature", "obfuscation", "embedding", "b64_json"}
)


class Channel(Protocol):
    """Takes a text in pieces, gives it changed; holds back what is not decided yet."""

    def feed(self, piece: str) -> str:
        """Take the next piece; return what can be let go now."""

    def finish(self) -> str:
        """Return what was held back: the text has ended."""


class Step(Channel, Protocol):
    """A channel that tells where the places of its text went."""

    moves: Moves


class Chain:
    """Channels one behind the other, as one."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        self._channels = channels

    def feed(self, piece: str) -> str:
        """Take the next piece; return what can be let go now."""
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
class Treatment:
    """What to repair and what to look for, if anything."""

    scan: Scan | None = None
    repair: Repair | None = None

    def before(self, channel: Channel, *, json: bool = False) -> Channel:
        """Return `channel` behind those of the treatment; `json` says it takes JSON source."""
        steps = self.steps(json=json)
        return Chain([*steps, channel]) if steps else channel

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

    def whole(self, key: str | int, text: str, *, json: bool = False, step: int = STEP) -> str:
        """Return the text that stands whole under `key` in an answer, treated."""
        if key in PROTOCOL:
            return text
        if self.repair:
            text = self.repair.whole(text, json=json)
        if self.scan is None or (len(text) > MOST and BINARY.fullmatch(text)):
            return text
        return self.scan.whole(text, json=key == "arguments", step=step)


NOTHING = Treatment()
