from __future__ import annotations

import json
import random
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.damages import BEYOND, KINDS, Kind, Parts
from service.text import placeholders
from service.text.placeholders.hashes import ALPHABET, is_well_formed, make_hash
from service.text.repair.finder import MOST, Forms
from service.text.repair.repairer import Repair, Repairer, forms_in
from service.wire.answer_steps import Treatment
from service.wire.openai.responses_stream import ResponsesStream
from service.wire.sse import Event


def dice(seed: object) -> random.Random:
    return random.Random(str(seed))  # noqa: S311  not a secret


HASHES = [make_hash(dice(seed).randbytes(8)) for seed in range(40)]
LABELS = ["Person", "email", "iban", "telephone_number", "Adress"]
VALUES = {
    placeholders.write(label, HASHES[number]): value
    for number, (label, value) in enumerate(
        [
            ("Person", "Sabine Krämer"),
            ("email", "sabine@example.org"),
            ("iban", "DE89 3704 0044 0532 0130 00"),
            ("telephone_number", "089 123456"),
            ("Adress", 'Am "Tor" 3\nUlm'),
        ]
    )
}
FORMS = Forms(VALUES)
FOREIGN = HASHES[20]


def parts(placeholder: str) -> Parts:
    found = placeholders.PLACEHOLDER.fullmatch(placeholder)
    assert found
    return Parts("[[", found["label"], "-", found["hash"], "]]")


def repaired(text: str, *, json: bool = False) -> str:
    return Repair(FORMS).whole(text, json=json).text


def in_pieces(text: str, sizes: list[int], *, json: bool = False) -> str:
    repairer = Repairer(Repair(FORMS), json=json)
    out, place = "", 0
    while place < len(text):
        size = sizes[place % len(sizes)]
        out += repairer.feed(text[place : place + size])
        place += size
    return out + repairer.finish()


def cases(kinds: tuple[Kind, ...]) -> list[object]:
    found = []
    for kind in kinds:
        for name in VALUES:
            one = parts(name)
            if not kind.labels or one.label in kind.labels:
                found.append(pytest.param(kind, name, id=f"{kind.name}, {one.label}"))
    return found


@pytest.mark.parametrize(("kind", "name"), cases(KINDS))
def test_each_kind_of_damage_is_repaired_in_any_text_however_it_is_cut(
    kind: Kind, name: str
) -> None:
    draw = dice(kind.name + name)
    for before, after in [("Herr ", " kam."), ("", ""), ("[1] (siehe „", "“), Akte: ")]:
        text = before + kind.write(parts(name), draw) + after
        expected = before + kind.after.format(name) + after

        assert repaired(text) == expected
        for sizes in ([1], [2], [5, 1, 9]):
            assert in_pieces(text, sizes) == expected
        source = json.dumps({"a": text}, ensure_ascii=draw.random() < 0.5)
        assert json.loads(repaired(source, json=True)) == {"a": expected}
        assert in_pieces(source, [1], json=True) == repaired(source, json=True)


@pytest.mark.parametrize(("kind", "name"), cases((*KINDS, *BEYOND)))
def test_a_placeholder_of_another_job_stays_as_it_is(kind: Kind, name: str) -> None:
    draw = dice(kind.name)
    text = f"Herr {kind.write(Parts('[[', parts(name).label, '-', FOREIGN, ']]'), draw)} kam."
    assert repaired(text) == text


@pytest.mark.parametrize("kind", BEYOND, ids=lambda kind: kind.name)
def test_what_could_only_be_guessed_stays_as_it_is(kind: Kind) -> None:
    for name in VALUES:
        text = f"Herr {kind.write(parts(name), dice(1))} kam."
        assert repaired(text) == text


def neighbours() -> tuple[str, str, str]:
    """Return two hashes that are two characters apart, and one between them."""
    first = HASHES[0]
    for second in ALPHABET:
        for fourth in ALPHABET:
            other = first[0] + second + first[2] + fourth + first[4:]
            between = first[0] + second + first[2:]
            if second != first[1] and fourth != first[3] and is_well_formed(other):
                return first, other, between
    raise AssertionError


def test_between_two_candidates_nothing_is_guessed_and_it_is_told() -> None:
    first, other, between = neighbours()
    repair = Repair(Forms({f"[[Person-{first}]]": "Anna", f"[[email-{other}]]": "a@b.de"}))
    text = f"Frau [[Person-{between}]]"
    told = repair.whole(text)
    assert told.text == text
    assert (told.tally.kinds, told.tally.repaired) == ({"ambiguous": 1}, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Person-Konto, [Person], {Person}, (Person-1), Personen-ABC234",
        f"[siehe Person-{HASHES[1]}]",  # that hash has another label
        f"Per­son-{HASHES[0]}x, xPerson-{HASHES[0]}, Person-{HASHES[0]}4",
        "[[",
        "&#91;&#91",
        "\\[\\[Person",
        "[x](y) {a: [1, 2]} <b>fett</b> f(g((h))) %5B %25 & && \\\\ ![[bild.png]]",
        "\ud800 [[\ud800]]",
    ],
)
def test_what_only_looks_alike_stays_as_it_is(text: str) -> None:
    for sizes in ([1], [3], [1000]):
        assert in_pieces(text, sizes) == text


clean = st.lists(
    st.text(max_size=8)
    | st.sampled_from(["[[", "]]", "[", "]", "{", "\\[", "&#91;", "%5B", "Person", "-", "email_"])
    | st.sampled_from(["`", "**", "\\u005b", '"', "\n", " ", "\u00ad", "[[Person-ABC", "s "])
    | st.text(string.ascii_uppercase + string.digits, min_size=5, max_size=7),
    max_size=25,
).map("".join)


@settings(deadline=None, max_examples=400)
@given(clean, st.lists(st.integers(1, 30), min_size=1, max_size=9), st.booleans())
def test_a_text_without_issued_placeholders_stays_byte_for_byte(
    text: str, sizes: list[int], as_json: bool
) -> None:
    assert in_pieces(text, sizes, json=as_json) == text


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    pieces = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from([*KINDS, *BEYOND]))
        name = draw(st.sampled_from(sorted(VALUES)))
        pieces += [draw(clean), kind.write(parts(name), dice(draw(st.integers(0, 99))))]
    return "".join(pieces)


@example("[[[[{[}{[}Adress-3WV96L{]}{]}", [1], False)
@settings(deadline=None, max_examples=400)
@given(damaged_texts(), st.lists(st.integers(1, 30), min_size=1, max_size=9), st.booleans())
def test_the_cuts_of_a_stream_change_nothing(text: str, sizes: list[int], as_json: bool) -> None:
    source = json.dumps(text, ensure_ascii=len(text) % 2 == 0) if as_json else text
    assert in_pieces(source, sizes, json=as_json) == repaired(source, json=as_json)


@settings(deadline=None, max_examples=200)
@given(damaged_texts())
def test_json_means_the_repaired_text_or_less(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert json.loads(repaired(json.dumps(text), json=True)) == repaired(text)


def test_intact_placeholders_go_at_once_and_others_within_the_bound() -> None:
    repairer = Repairer(Repair(FORMS))
    person = next(iter(VALUES))
    assert repairer.feed(f"Frau {person}") == f"Frau {person}"
    for text in ["[[" * 300, "[[" + "a" * 500, "[[" + "&#91;" * 100, "Person-" * 90, "\\" * 500]:
        repairer = Repairer(Repair(FORMS))
        most = 0
        for one in text:
            repairer.feed(one)
            most = max(most, repairer.held)
        assert most <= MOST


def test_what_stood_in_the_request_is_let_be() -> None:
    person = next(iter(VALUES))
    typed = f"[{person[2:-2]}]"
    known = forms_in(FORMS, f"Was heißt {typed}?")
    mended = Repair(FORMS, known).whole(f"{typed} und {person.lower()}")
    assert mended.text == f"{typed} und {person}"
    assert mended.tally.kinds == {"case": 1}


def test_a_report_changes_nothing_and_tells_the_same() -> None:
    text = " ".join(name.lower() for name in VALUES)
    repair, report = Repair(FORMS).whole(text), Repair(FORMS, report=True).whole(text)
    assert report.text == text
    assert repair.text == " ".join(VALUES)
    assert report.tally.kinds == repair.tally.kinds == {"case": len(VALUES)}
    assert (report.tally.repaired, repair.tally.repaired) == (0, len(VALUES))


@pytest.mark.parametrize(
    ("write", "kind"),
    [
        (lambda p: p.whole.lower(), "case"),
        (lambda p: p.body, "bracket"),
        (lambda p: p.around(f" {p.body}"), "space"),
        (lambda p: f"\\[\\[{p.body}\\]\\]", "escape"),
        (lambda p: p.around(f"*{p.body}*"), "mark"),
        (lambda p: p.around(f"{p.label}\u200b-{p.id}"), "look_alike"),
        (lambda p: p.named("Name"), "label"),
        (lambda p: p.around(f"{p.label}:{p.id}"), "separator"),
        (lambda p: p.numbered(p.id[:-1]), "character"),
        (lambda p: p.around(f"{p.body}s"), "ending"),
    ],
)
def test_the_damage_has_a_name(write: object, kind: str) -> None:
    told = Repair(FORMS).whole(write(parts(next(iter(VALUES)))))  # type: ignore[operator]
    assert told.tally.kinds == {kind: 1}


@settings(deadline=None, max_examples=60)
@given(damaged_texts(), st.integers(1, 12))
def test_the_deltas_of_tool_arguments_are_what_their_end_repeats(text: str, size: int) -> None:
    arguments = json.dumps({"a": text})
    treatment = Treatment(repair=Repair(FORMS))
    stream = ResponsesStream(VALUES, lambda _: {}, treatment=treatment)
    kind = "response.function_call_arguments"
    cut = [arguments[place : place + size] for place in range(0, len(arguments), size)]
    events = [{"type": f"{kind}.delta", "item_id": "i", "delta": one} for one in cut]
    events.append({"type": f"{kind}.done", "item_id": "i", "arguments": arguments})
    out = [
        json.loads(one.data) for event in events for one in stream.feed(Event(json.dumps(event)))
    ]
    assert "".join(one["delta"] for one in out[:-1]) == out[-1]["arguments"]
    assert json.loads(out[-1]["arguments"]) == {
        "a": placeholders.restore(repaired_in_json(text), VALUES).text
    }


def repaired_in_json(text: str) -> str:
    return str(json.loads(repaired(json.dumps({"a": text}), json=True))["a"])
