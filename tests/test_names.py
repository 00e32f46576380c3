"""One answer for each need: joined, the same account, asked about, or two."""

from __future__ import annotations

import pytest

from reporter.names import code, spelling, words


@pytest.mark.parametrize(
    ("one", "other", "joined", "one_account", "asked"),
    [
        ("24ème", "24EME", True, True, True),
        ("Café Crème", "CAFECREME", True, True, False),
        ("Café-Crème", "Café Crème", False, True, True),
        ("S.A.R.L. Dupont", "Dupont", False, False, True),
        ("Dupont et Fils", "Fils Dupont", False, False, False),
        ("Alpha", "Alpha 2", False, False, False),
        ("SA", "SAS", False, False, False),
    ],
)
def test_when_two_names_are_the_same(
    one: str, other: str, *, joined: bool, one_account: bool, asked: bool
) -> None:
    assert (spelling(one) == spelling(other)) is joined
    assert (code(one) == code(other)) is one_account
    assert (words(one) == words(other)) is asked
