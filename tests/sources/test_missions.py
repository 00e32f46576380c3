"""A row of missions has a client and a rate, or is refused at the cell that lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.outcomes import outcome
from tests.books.sheets import write
from tests.books.small import Small, judge, refused, right, sheets, small

DAYS = "# Jours\nDate | Client | Mission | Jours\n31/01/2020 | Ponant | Flux | 10\n"
MISSIONS = "# Missions\nClient | Mission | TJM | Du | Au\nPonant | Flux | 700 | 01/01/2020 | \n"


@pytest.mark.parametrize(
    "book",
    [
        small("no rate", f"{DAYS}{MISSIONS}Alizé | Audit | | |", refused("Missions!C3")),
        small("no client", f"{DAYS}{MISSIONS}| Audit | 650 | |", refused("Missions!A3")),
        small("a rate of zero", f"{DAYS}{MISSIONS}Alizé | Audit | 0 | |", refused("Missions!C3")),
        small("an illegible rate", f"{DAYS}{MISSIONS}Alizé | Audit | ? | |", refused("Missions!C3")),
        small("two rates at once", f"{DAYS}{MISSIONS}Ponant | Flux | 720 | |", refused("Jours!D2", "Jours!B2")),
        small("one after the other", f"{DAYS}{MISSIONS}Ponant | Flux | 720 | 01/02/2020 |", right(revenue=7000)),
        small("a rate that ended before", DAYS + MISSIONS.replace("01/01/2020 | ", "01/01/2019 | 30/01/2020"), refused("Jours!A2")),
        small("the last day counts", DAYS + MISSIONS.replace("01/01/2020 | ", "01/01/2019 | 31/01/2020"), right(revenue=7000)),
        small("the first day counts", DAYS + MISSIONS.replace("01/01/2020", "31/01/2020"), right(revenue=7000)),
        small("the day before the first", DAYS + MISSIONS.replace("01/01/2020", "01/02/2020"), refused("Jours!A2")),
        small("another mission of the client", DAYS.replace("Flux", "Audit") + MISSIONS, refused("Jours!A2")),
        small("a rate of the client whatever the mission", DAYS + MISSIONS.replace("| Flux |", "| |"), right(revenue=7000)),
        small("the client in capitals", DAYS.replace("Ponant", "PONANT") + MISSIONS, right(revenue=7000)),
    ],
)  # fmt: skip
def test_a_rate_holds_for_a_client_a_mission_and_some_days(book: Small, tmp_path: Path) -> None:
    judge(book, tmp_path)


def test_an_illegible_rate_is_said_once(tmp_path: Path) -> None:
    """The cell is not blank: nobody asks to fill it too."""
    write(tmp_path, sheets(f"{DAYS}{MISSIONS}Alizé | Audit | ? | |"))
    assert [what for what, _ in outcome(tmp_path).errors] == ["TJM illisible"]
