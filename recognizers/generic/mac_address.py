"""Hardware addresses of network cards: six (or eight) bytes in hexadecimal.

Source: IEEE 802, https://standards.ieee.org/products-programs/regauth/, RFC 7042
"""

from __future__ import annotations

from recognizers.base.recognizer import Form, PatternRecognizer
from recognizers.base.writing import compact

HEX = "[0-9A-Fa-f]"
# "MAC:00:1b:…" begins after its colon; the middle of an IPv6 address or a fingerprint does not.
BEGIN = rf"(?<![\w.-])(?<![0-9:]:)(?<!(?<![A-Za-z]){HEX}{{2}}:)(?<!(?<![A-Za-z]){HEX}{{4}}:)"
END = r"(?![\w]|[:.-][0-9A-Za-z])"


def names_a_card(value: str) -> bool:
    """Return whether `value` is neither all zeros nor the address of everybody."""
    return not set(compact(value)) <= {"0"} and not set(compact(value)) <= {"F"}


recognizer = PatternRecognizer(
    entity="MAC_ADDRESS",
    label="mac_address",
    forms=(
        Form(
            pattern=rf"{BEGIN}{HEX}{{2}}(?::{HEX}{{2}}){{5}}(?:(?::{HEX}{{2}}){{2}})?{END}",
            score=0.9,
            is_valid=names_a_card,
        ),
        # Digits alone, between dashes or dots, may be anything.
        Form(
            pattern=rf"{BEGIN}(?=[0-9.-]{{0,21}}[A-Fa-f])(?:{HEX}{{2}}(?:-{HEX}{{2}}){{5}}"
            rf"(?:(?:-{HEX}{{2}}){{2}})?|{HEX}{{4}}\.{HEX}{{4}}\.{HEX}{{4}}){END}",
            score=0.9,
            is_valid=names_a_card,
        ),
        Form(
            pattern=rf"{BEGIN}(?:{HEX}{{2}}(?:-{HEX}{{2}}){{5}}|{HEX}{{4}}\.{HEX}{{4}}\.{HEX}{{4}}"
            rf"|{HEX}{{6}}[-:]?{HEX}{{6}}){END}",
            score=0.8,
            is_valid=names_a_card,
            needs_context=True,
        ),
    ),
    context=(
        "mac", "mac-adr*", "mac-addr*", "macaddr*", "macadr*", "hwaddr*", "ether", "ethernet*",
        "physical address*", "physische adresse*", "physikalische adresse*", "hardware address*",
        "hardware-adresse*", "hardwareadresse*", "netzwerkkarte*", "wlan*", "bssid*",
        "bluetooth*", "client-id*",
    ),
    examples=(
        "MAC «00:1B:44:11:3A:B7»", "«00-1b-44-11-3a-b7» im Netz", "Cisco «001b.4411.3ab7»",
        "hwaddr=«001B44113AB7»", "MAC-Adresse: «00-10-44-11-32-17»",
        "EUI-64 «00:1b:44:ff:fe:11:3a:b7»",
    ),
    counterexamples=(
        "ff:ff:ff:ff:ff:ff", "00:00:00:00:00:00", "10:20:30", "12-03-20-24-10-30",
        "4111.1111.1111", "2001:db8:0:0:1:2:3:4",
        "SHA1 00:1b:44:11:3a:b7:00:1b:44:11:3a:b7:00:1b:44:11", "Commit 001b44113ab7",
        "Version 1.2.3",
    ),
)  # fmt: skip
