from __future__ import annotations

from service.text.placeholders.offsets import MOST, Moves


def test_a_place_moves_with_what_was_replaced_before_it() -> None:
    moves = Moves()
    moves.let_go([(2, 4, "xyz"), (6, 8, "")], 10)

    places = [moves.place(index, to_end=False) for index in (0, 2, 3, 4, 6, 8, 9)]
    assert places == [0, 2, 2, 5, 7, 7, 8]
    assert moves.place(3, to_end=True) == 5


def test_an_answer_without_end_is_remembered_no_longer_than_its_last_part() -> None:
    moves, replaced = Moves(), 5 * MOST // 2
    for _ in range(replaced):
        moves.let_go([(0, 1, "xyz")], 2)

    assert len(moves._moves) <= MOST
    for index in (moves.passed, moves.passed - 1, moves.passed - 7):
        assert moves.place(index, to_end=False) == index + 2 * ((index + 1) // 2)
