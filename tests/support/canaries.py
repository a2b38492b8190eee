"""Values that exist nowhere else: wherever one turns up, text has leaked."""

from __future__ import annotations

NAME = "Leonore Zwickelbart"
MAIL = "leonore@canary-post.example"
IBAN = "DE58 7005 0000 1234 9876 50"
# Nothing that is ever masked: it goes upstream, and must still be in no log, error or vault.
MARK = "zq-canary-7f3a"
TEXT = f"Sehr geehrte Frau Dr. {NAME}, {MAIL} und das Konto {IBAN} sind notiert ({MARK})."

DETECTED = ("zwickelbart", "canary-post", "de58 7005", "de587005")
ALL = (*DETECTED, MARK)


def found_in(content: str, canaries: tuple[str, ...] = ALL) -> list[str]:
    """Return the canaries in `content`, in any case; each with what stands around it."""
    lowered = content.casefold()
    places = {canary: lowered.find(canary) for canary in canaries}
    return [content[max(0, at - 80) : at + 40] for at in places.values() if at >= 0]
