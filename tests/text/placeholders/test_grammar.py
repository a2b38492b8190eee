from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from service.text import placeholders

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
fragments = st.sampled_from(
    [
        "[",
        "]",
        "[[",
        "]]",
        "[[Person-",
        "[[Person-ABC234]]",
        "ABC234]]",
        "[[P-QQQ222",
        "Krämer",
        "[[P-QQQ222]]",
        "[[P-QQQ333]]",
        "😀",
        "\u200b",
        "é",
        "\x00",
    ]
)
# Stretches of a text: what stays and what is a value.
stretches = st.lists(st.tuples(st.booleans(), anything | fragments), max_size=12)
HASHES = ["QQQ222", "QQQ333", "QQQ444", "QQQ555", "QQQ666", "QQQ777"]
HASHES += ["QQQ888", "QQQ999", "RRR222", "RRR333", "RRR444", "RRR555"]


def masked(parts: list[tuple[bool, str]]) -> tuple[str, str, dict[str, str]]:
    """Return text, masked text and the values of the placeholders."""
    names: dict[str, str] = {}
    text = ""
    replacements = []
    for is_value, part in parts:
        if is_value and part:
            name = names.setdefault(part, placeholders.write("P", HASHES[len(names)]))
            replacements.append((len(text), len(text) + len(part), name))
        text += part
    values = {name: value for value, name in names.items()}
    return text, placeholders.substitute(text, replacements), values


def stay(parts: list[tuple[bool, str]]) -> list[str]:
    """Return what stays between the values."""
    runs = [""]
    for is_value, part in parts:
        if is_value and part:
            runs.append("")
        else:
            runs[-1] += part
    return runs


@settings(deadline=None, max_examples=300)
@given(stretches)
@example([(False, "["), (True, "Anna"), (True, "Maria"), (False, "]]")])
@example([(False, "[[P-QQQ22"), (True, "2]]"), (False, "]]")])
@example([(True, "[[P-QQQ333]]"), (True, "[[P-QQQ222]]")])
def test_any_text_with_any_values_comes_back_exactly(parts: list[tuple[bool, str]]) -> None:
    text, sent, values = masked(parts)
    # The vault issues no hash that the text holds already.
    assume(not any(name in run for name in values for run in stay(parts)))
    assert placeholders.restore(sent, values).text == text


@settings(deadline=None)
@given(stretches)
def test_values_are_gone_where_they_were_replaced(parts: list[tuple[bool, str]]) -> None:
    _, sent, values = masked(parts)
    order = [part for is_value, part in parts if is_value and part]
    names = {value: name for name, value in values.items()}
    rest = sent
    for run, value in zip(stay(parts), [*order, ""], strict=True):
        expected = run + names.get(value, "")
        assert rest.startswith(expected)
        rest = rest[len(expected) :]
    assert rest == ""


def test_a_restored_value_is_not_read_again() -> None:
    values = {"[[P-QQQ222]]": "[[P-QQQ333]]", "[[P-QQQ333]]": "[[P-QQQ222]]"}
    swapped = placeholders.restore("[[P-QQQ222]] und [[P-QQQ333]]", values)
    assert swapped.text == "[[P-QQQ333]] und [[P-QQQ222]]"
    halves = {"[[P-QQQ222]]": "[[P-QQQ", "[[P-QQQ444]]": "333]]", "[[P-QQQ333]]": "wrong"}
    assert placeholders.restore("[[P-QQQ222]][[P-QQQ444]]", halves).text == "[[P-QQQ333]]"


def test_an_unknown_placeholder_stays_and_is_seen() -> None:
    text = "[[P-QQQ222]] [[P-QQQ333]] [[P-qqq333]] [P-QQQ444] [[ P-QQQ444 ]]"
    restored = placeholders.restore(text, {"[[P-QQQ222]]": "Anna"})
    assert restored.text == "Anna" + text.removeprefix("[[P-QQQ222]]")
    assert restored.seen == {"[[P-QQQ222]]", "[[P-QQQ333]]"}
    assert "Anna" not in repr(restored)


@pytest.mark.parametrize(
    "text", ["[[[P-QQQ222]]]", "[[P-[[P-QQQ222]]", "[[P-QQQ222[[P-QQQ222]]", "[[[[P-QQQ222]]]]"]
)
def test_a_placeholder_is_found_whatever_stands_around_it(text: str) -> None:
    assert [found[0] for found in placeholders.find(text)] == ["[[P-QQQ222]]"]
    restored = placeholders.restore(text, {"[[P-QQQ222]]": "Anna"})
    assert restored.text == text.replace("[[P-QQQ222]]", "Anna")


def test_find_gives_label_and_hash() -> None:
    (found,) = placeholders.find("An [[Adress-A2B3C4]].")
    assert (found["label"], found["hash"], found.start()) == ("Adress", "A2B3C4", 3)


@pytest.mark.parametrize("label", ["P", "tax_id", "A" * 40, "x9"])
def test_write_takes_what_the_grammar_allows(label: str) -> None:
    placeholder = placeholders.write(label, "A2B3C4")
    assert placeholder == f"[[{label}-A2B3C4]]"
    assert len(placeholder) <= placeholders.LONGEST


@pytest.mark.parametrize(
    ("label", "hash_"),
    [
        *(("", "A2B3C4"), ("9a", "A2B3C4"), ("_a", "A2B3C4"), ("A" * 41, "A2B3C4")),
        *(("Straße", "A2B3C4"), ("a-b", "A2B3C4"), ("a b", "A2B3C4"), ("a]]", "A2B3C4")),
        *(("P", ""), ("P", "A2B3C"), ("P", "A2B3C45"), ("P", "a2b3c4"), ("P", "A2B3Ç4")),
        *(("P", "A2B3C\n"), ("P\n", "A2B3C4"), ("P", "A2B3C4]]"), ("P-A2B3C4]][[P", "A2B3C4")),
    ],
)
def test_write_refuses_what_lies_outside_the_grammar(label: str, hash_: str) -> None:
    with pytest.raises(ValueError, match="grammar"):
        placeholders.write(label, hash_)
