"""What the owner answers of the bank: which piece a movement pays, whom a label names.

Knows keys and references as texts. Never how a match is found.

A movement is named by its day, its amount and its label, cut where it is long; two of the same
name are told apart, from the oldest: « 2020-03-12 1200,00 VIR ACME (2) ».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

from reporter.errors import BadCell, Place
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.bank.matching import Matching
    from reporter.bank.pieces import Piece
    from reporter.bank.statement import Movement

OUTSIDE = "hors des livres"
"""The answer for what is no line of the books, and is right to be none."""
LONGEST = 60
SECTION, NAMES = "banque.rapprochements", "banque.noms"
FILE = "bilan.toml"


def keys(movements: Iterable[Movement]) -> dict[int, str]:
    """Return the key of each movement, by its identity."""
    seen: Counter[str] = Counter()
    found = {}
    for movement in movements:
        amount = f"{movement.amount:.2f}".replace(".", ",")
        key = f"{movement.date.isoformat()} {amount} {movement.label[:LONGEST]}".strip()
        seen[key] += 1
        found[id(movement)] = key if seen[key] == 1 else f"{key} ({seen[key]})"
    return found


def take_answers(
    matching: Matching,
    answers: Mapping[str, tuple[str, ...]],
    names: Mapping[int, str],
    errors: list[BadCell],
) -> None:
    """Match what the owner has answered; movements of one piece together.

    Args:
        matching: what is free.
        answers: for each key of a movement, the references of what it pays.
        names: the key of each movement.
        errors: where answers about nothing go.
    """
    if not answers:
        return
    movements = {names[key]: seen.movement for key, seen in matching.seen.items()}
    pieces = {piece.reference: piece for piece in matching.pieces.values()}
    together: defaultdict[tuple[str, ...], list[Movement]] = defaultdict(list)
    for key, references in answers.items():
        movement = movements.get(key)
        if movement is None:
            errors.append(_unknown("aucun mouvement de la banque de ce nom", key, key, movements))
        for reference in references:
            if reference != OUTSIDE and reference not in pieces:
                what = "rien de ce nom dans les livres"
                errors.append(_unknown(what, key, reference, pieces))
        if movement is not None and all(x in pieces or x == OUTSIDE for x in references):
            together[tuple(sorted(references))].append(movement)
    errors += _claimed_twice(answers)
    if not errors:
        _take(matching, together, pieces)


def _take(
    matching: Matching,
    together: Mapping[tuple[str, ...], list[Movement]],
    pieces: Mapping[str, Piece],
) -> None:
    for references, moved in together.items():
        paid = [pieces[reference] for reference in references if reference != OUTSIDE]
        if paid:
            matching.take(moved, paid, "answer")
            continue
        for movement in moved:
            matching.take([movement], (), "outside")


def unknown_names(called: Mapping[str, str], pieces: Iterable[Piece]) -> Iterator[BadCell]:
    """Yield a mistake for each name that labels are said to stand for and that nobody bears."""
    known = {piece.name for piece in pieces}
    spelt = {spelling(name) for name in known}
    for words, name in called.items():
        if spelling(name) not in spelt:
            what = "personne de ce nom dans les livres"
            yield _unknown(what, words, name, known, section=NAMES)


def _claimed_twice(answers: Mapping[str, tuple[str, ...]]) -> Iterator[BadCell]:
    """Yield a mistake for each answer that pays what another one pays with something else."""
    first: dict[str, tuple[str, ...]] = {}
    fix = "donner à tous ses mouvements la même réponse, ou n’en garder qu’un"
    for key, references in answers.items():
        for reference in references:
            other = first.setdefault(reference, references)
            if reference != OUTSIDE and sorted(other) != sorted(references):
                what = "payé par deux réponses différentes"
                yield BadCell(what, place(key), shown=reference, fix=fix)


def _unknown(
    what: str, key: str, said: str, known: Iterable[str], section: str = SECTION
) -> BadCell:
    near = get_close_matches(said, list(known), 1, 0.5)
    fix = f'écrire "{near[0]}"' if near else "l’effacer, ou relancer « bilan reconcile »"
    return BadCell(what, place(key, section), shown=said, fix=fix)


def place(key: str, section: str = SECTION) -> Place:
    """Return where an answer stands."""
    return Place(FILE, key=f'{section}."{key}"')
