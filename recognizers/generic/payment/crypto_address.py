"""Addresses of crypto currencies: Bitcoin and its kin with their checksum, Ethereum by its form.

Source: https://en.bitcoin.it/wiki/Base58Check_encoding, BIP 173 and BIP 350 (bech32),
https://eips.ethereum.org/EIPS/eip-55
"""

from __future__ import annotations

import hashlib

from stdnum import bitcoin

from recognizers.base.recognizer import CERTAIN, Form, PatternRecognizer

BASE58 = "[1-9A-HJ-NP-Za-km-z]"
# First byte: Bitcoin, Litecoin, Dogecoin, Dash, Tron.
VERSIONS = frozenset({0x00, 0x05, 0x30, 0x32, 0x1E, 0x16, 0x4C, 0x10, 0x41})
PAYLOAD, CHECKSUM = 21, 4
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
BECH32_SUMS = frozenset({1, 0x2BC830A3})  # BIP 173, BIP 350


def has_base58_checksum(value: str) -> bool:
    """Return whether the last four bytes are those of the hash of the others."""
    raw = bitcoin.b58decode(value)
    hashed = hashlib.sha256(hashlib.sha256(raw[:PAYLOAD]).digest()).digest()
    known = len(raw) == PAYLOAD + CHECKSUM and raw[0] in VERSIONS
    return known and hashed[:CHECKSUM] == raw[PAYLOAD:]


def has_bech32_checksum(value: str) -> bool:
    """Return whether the last six characters fit the others, as BIP 173 or BIP 350 has it."""
    prefix, _, data = value.lower().partition("1")
    letters = [ord(letter) for letter in prefix]
    expanded = [one >> 5 for one in letters] + [0] + [one & 31 for one in letters]
    return bitcoin.bech32_checksum(expanded + [BECH32.index(one) for one in data]) in BECH32_SUMS


recognizer = PatternRecognizer(
    entity="CRYPTO_ADDRESS",
    label="crypto_address",
    forms=(
        Form(
            pattern=rf"(?<![0-9A-Za-z])[13LM9ADXT7]{BASE58}{{24,34}}(?![0-9A-Za-z])",
            score=CERTAIN,
            is_valid=has_base58_checksum,
        ),
        Form(
            pattern=rf"(?<![0-9A-Za-z])(?:(?:bc|tb|ltc)1[{BECH32}]{{11,87}}"
            rf"|(?:BC|TB|LTC)1[{BECH32.upper()}]{{11,87}})(?![0-9A-Za-z])",
            score=CERTAIN,
            is_valid=has_bech32_checksum,
        ),
        Form(pattern=r"(?<![0-9A-Za-z])0x[0-9A-Fa-f]{40}(?![0-9A-Za-z])", score=0.9),
    ),
    examples=(
        "Wallet: «184bKsG6cVdKDZh7koBwv2Bq52DBYAopmn»",
        "BTC an «38kcFQkYAPwhJjPYstrYLeYmDYVu5dQW4A».",
        "bitcoin:«bc1qf4mvsxl7gcpqayfue6stgxk0su28ppxp7v0j0p»?amount=1",
        "«bc1p94c3vs4hy6cygqtz0j5lhtpj7hy9xra3jq7vfkczykr30ys6fzqs3kh3lj»",
        "LTC «LSHYb5Zvh9sNUNPGvwBFC3FbHEaTh96VFu»",
        "ETH «0x4d76c81bfe46020e913ccea0b41acf87147084c1»",
    ),
    counterexamples=(
        "184bKsG6cVdKDZh7koBwv2Bq52DBYAopm2",
        "bc1qf4mvsxl7gcpqayfue6stgxk0su28ppxp7v0j0q",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "0x7fff5fbff8c0",
        "QmYwAPJzv5CZsnAzt8auVZRn5xQ2rVw1zRk5o6q8mWz",
    ),
)
