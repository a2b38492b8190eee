"""A case for each branch of the patterns of English addresses."""

import pytest

from recognizers.address.english import BOX, IN_SMALL_LETTERS


@pytest.mark.parametrize(
    "address",
    [
        "12 sample road, springfield, il 62704",
        "12a upper sample street, testham, il 62704",
        "12 sample road, leeds ls1 4ap",
        "po box 12, springfield, il 62704",
        "p.o. box 12, springfield, il 62704",
    ],
)
def test_an_address_may_be_in_small_letters_throughout(address: str) -> None:
    assert IN_SMALL_LETTERS.fullmatch(address)


@pytest.mark.parametrize(
    "text",
    ["12 sample road, springfield", "12 sample things, il 62704", "box 12, testham, il 62704"],
)
def test_without_street_or_code_it_is_none(text: str) -> None:
    assert IN_SMALL_LETTERS.search(text) is None


@pytest.mark.parametrize(
    "box",
    ["P.O. Box 123", "PO BOX 12", "Post Office Box 12", "POB 12", "PMB #12", "PO Box No. 12",
     "RR 2 Box 15", "HC 3, Box 12", "PSC 123 Box 456", "CMR 12 Box 3", "Rural Route 2 Box 15",
     "PO Box 12, Springfield, IL 62704"],
)  # fmt: skip
def test_each_way_to_write_a_box_is_taken_whole(box: str) -> None:
    assert BOX.fullmatch(box)


@pytest.mark.parametrize("text", ["Box 12", "P.O. Box in Testham", "RR Box 15", "PO Box 12a"])
def test_another_box_is_none(text: str) -> None:
    assert BOX.search(text) is None
