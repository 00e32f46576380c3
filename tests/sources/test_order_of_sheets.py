"""The order of sheets, and the files that they are in, change neither figures nor what is said."""

from __future__ import annotations

import pytest

from tests.books.activities import draw, kept
from tests.books.mishaps import EVERY
from tests.books.outcomes import Outcome, outcome_of
from tests.books.pages import SETTINGS, book
from tests.books.sheets import Sheet


def _told(found: Outcome) -> tuple[object, ...]:
    """Return the figures, and all that is said, wherever: of two copies, either may be the one."""
    figures = {year: values for year, values in found.years.items() if any(values.values())}
    return figures, {what for what, _ in found.errors}, {what for what, _ in found.doubts}


def _drawn(seed: int) -> dict[str, Sheet]:
    """Return the sheets of a book that an accident befell, if it can."""
    chance = draw(seed)
    pages = book(kept(chance), chance)
    chance.choice(EVERY)(chance.choice(pages), pages, chance)
    return {page.name: page.sheet for page in pages}


@pytest.mark.parametrize("tens", range(2))
def test_sheets_say_the_same_in_any_order_and_in_several_files(tens: int) -> None:
    for seed in range(40 + 10 * tens, 50 + 10 * tens):
        sheets = _drawn(seed)
        turned = dict(reversed(sheets.items()))
        apart = {f"{n % 2}.xlsx/{name}": sheet for n, (name, sheet) in enumerate(turned.items())}
        usual = _told(outcome_of(sheets, SETTINGS))
        assert _told(outcome_of(turned, SETTINGS)) == usual, seed
        assert _told(outcome_of(apart, SETTINGS)) == usual, seed
