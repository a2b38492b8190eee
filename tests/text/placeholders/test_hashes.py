from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.placeholders.hashes import ALPHABET, LENGTH, is_well_formed, make_hash

digests = st.binary(min_size=8, max_size=32)
places = st.integers(0, LENGTH - 1)


def test_alphabet_is_31_characters_that_are_not_read_as_one_another() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 31
    assert not set("IOU01") & set(ALPHABET)


@given(digests)
def test_a_made_hash_is_well_formed(digest: bytes) -> None:
    made = make_hash(digest)

    assert len(made) == 6
    assert set(made) <= set(ALPHABET)
    assert is_well_formed(made)


@given(digests, places, st.sampled_from(ALPHABET))
def test_any_one_wrong_character_is_noticed(digest: bytes, place: int, other: str) -> None:
    made = make_hash(digest)
    changed = made[:place] + other + made[place + 1 :]

    assert is_well_formed(changed) == (changed == made)


@given(digests, places, places)
def test_any_two_exchanged_characters_are_noticed(digest: bytes, one: int, two: int) -> None:
    made = make_hash(digest)
    characters = list(made)
    characters[one], characters[two] = characters[two], characters[one]
    changed = "".join(characters)

    assert is_well_formed(changed) == (changed == made)


@pytest.mark.parametrize(
    "candidate", ["", "AAAAA", "AAAAAAA", "aaaaaa", "AAAAA0", "ÄAAAAA", "meta"]
)
def test_other_strings_are_not_well_formed(candidate: str) -> None:
    assert not is_well_formed(candidate)


def test_hashes_are_spread_evenly_over_the_whole_alphabet() -> None:
    made = [make_hash(hashlib.sha256(bytes([n % 256, n // 256])).digest()) for n in range(6200)]

    for place in range(LENGTH):
        counts = [sum(one[place] == character for one in made) for character in ALPHABET]
        # 200 expected, standard deviation 14: five of them to either side
        assert min(counts) > 130
        assert max(counts) < 270
    assert len(set(made)) >= 6195


def test_a_digest_gives_the_same_hash_for_ever() -> None:
    assert [make_hash(bytes(32)), make_hash(bytes(range(32)))] == ["AAAAAA", "6C3VJD"]


def test_a_short_digest_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 8 bytes"):
        make_hash(b"1234567")
