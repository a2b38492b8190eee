from __future__ import annotations

from service.wire.answer_steps import TextChannel, Treatment, repair_of_answer
from service.wire.slots import Replacement, request_slots

PERSON = "[[Person-ABC234]]"
VALUES = {PERSON: "Sabine Krämer"}


def test_damage_that_stood_in_the_masked_request_is_let_be() -> None:
    body = {"messages": [{"role": "user", "content": "Was heißt person-ABC234? Sabine Krämer!"}]}
    (slot,) = request_slots(body)
    masked = Replacement(slot, slot.text.replace("Sabine Krämer", f"[{PERSON}]"))
    repair = repair_of_answer([slot], [masked], VALUES, report=False)
    assert repair is not None
    said = repair.whole("person-ABC234 und PERSON-ABC234")
    assert said.text == f"person-ABC234 und {PERSON}"
    assert said.tally.repaired == 1


def test_without_values_nothing_is_repaired() -> None:
    assert repair_of_answer([], [], {}, report=False) is None


def test_a_channel_knows_what_it_met() -> None:
    repair = repair_of_answer([], [], VALUES, report=False)
    channel = TextChannel(VALUES, Treatment(repair=repair))
    said = "".join(map(channel.feed, [f"{PERSON} pers", "on-ABC234, [[Per", "son-ZZZ234]]"]))
    assert said + channel.finish() == "Sabine Krämer Sabine Krämer, [[Person-ZZZ234]]"
    assert channel.findings.seen == {PERSON, "[[Person-ZZZ234]]"}
    assert channel.findings.tally.repaired == 1
