"""What each client is asked and must get back; runs its cases and tells the results, line by line.

Stands in the environments of the clients: nothing but the standard library here.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NAME = "Sabine Krämer"
MAIL = "sabine.kraemer@example.org"
# Its line break must be escaped wherever it lands inside JSON.
ADDRESS = "Lindenweg 7\n80331 München"
ASK = f"Schreibe an {NAME}, {MAIL}, {ADDRESS}"
FIELDS = {"person": NAME, "email": MAIL, "adress": ADDRESS}
# Pieces that must never stand in anything that reaches the upstream.
CLEAR = ("Sabine", "Krämer", "kraemer", "Lindenweg", "80331", "Kr\\u00e4mer")
# Refused by the service itself, in every form of request: a picture inside a text.
REFUSED = "data:image/png;base64,AAAA"
MODEL = "m"
CUT = "cut"
SECONDS = 30
LOCAL = ("127.0.0.1", "::1", "localhost")
Case = Callable[["Service"], Any]


@dataclass(frozen=True)
class Service:
    """Where the service is, and the sentence with which it refuses `REFUSED`."""

    url: str
    refusal: str


def check_letter(text: str | None) -> None:
    """The letter names everything, and nothing of ours is left in it."""
    assert text is not None
    for value in FIELDS.values():
        assert value in text, f"not restored: {text!r}"
    assert "[[" not in text, f"left over: {text!r}"


def check_fields(fields: Any) -> None:
    """Tool arguments or structured output, parsed, hold the values."""
    if isinstance(fields, str):
        fields = json.loads(fields)
    assert {key: fields[key] for key in FIELDS} == FIELDS, fields


def check_metadata(metadata: Any) -> None:
    """`_anymize` came through the client."""
    assert metadata["anonymized"] is True
    assert metadata["placeholders"]["sent"] == metadata["placeholders"]["kept"] == len(FIELDS)


def check_refusal(service: Service, message: str) -> None:
    """Our own words reached the user of the client."""
    assert service.refusal in message, message


def schema() -> dict[str, Any]:
    """The JSON Schema of the tool and of structured output."""
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in FIELDS},
        "required": list(FIELDS),
        "additionalProperties": False,
    }


def run(cases: dict[str, Case]) -> None:
    """Run the cases against the service named on the command line, but for those it leaves out."""
    stay_here()
    service = Service(*sys.argv[1:3])
    left = "".join(sys.argv[3:]).split(",")
    for name, case in cases.items():
        if name in left:
            continue
        print(json.dumps({"case": name, "fault": fault_of(case, service)}), flush=True)


def fault_of(case: Case, service: Service) -> str | None:
    """Return what went wrong, if anything."""
    try:
        call(case, service)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:600]
    return None


def call(case: Case, service: Service) -> None:
    """Run one case, async or not, within its time."""

    async def bounded(work: Any) -> None:
        await asyncio.wait_for(work, SECONDS)

    got = case(service)
    if inspect.isawaitable(got):
        asyncio.run(bounded(got))


def stay_here() -> None:
    """Refuse every connection that would leave this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in LOCAL:
            raise ConnectionRefusedError("a client tried to leave the machine")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign]
