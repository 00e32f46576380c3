"""A row of missions has a client and a rate, or is refused at the cell that lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import Place
from reporter.model import Signed
from reporter.sources.lines.worth.missions import FEW, Missions, Names, Unpriced
from reporter.sources.reading import read
from reporter.sources.tables.titles import WHO_WORKED
from tests.books.outcomes import outcome, outcome_of
from tests.books.sheets import write
from tests.books.small import Small, doubted, judge, ordinary, refused, right, sheets, small

DAYS = "# Jours\nDate | Client | Mission | Jours\n31/01/2020 | Ponant | Flux | 10\n"
MISSIONS = "# Missions\nClient | Mission | TJM | Du | Au\nPonant | Flux | 700 | 01/01/2020 | \n"
OF_ANNE = (
    "# Jours\nDate | Client | Mission | Jours | Intervenant\n31/01/2020 | Ponant | Flux | 10 | anne\n"
    "# Missions\nClient | Mission | Intervenant | TJM\n"
)
HOURLY = "# Jours\nDate | Client | Heures\n31/01/2020 | Ponant | 49\n# Missions\nClient | TJM | Taux horaire\nPonant | "
SEVEN = "[lecture]\nheures_par_jour = 7\n"
SAID = "# Missions\nClient | Mission | TJM | Remarque\nPonant | Flux | 700 | "


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
        *(
            small(f"a rate for {who}", f"{OF_ANNE}{rates}", what)
            for who, rates, what in (
                ("her", "Ponant | | Anne | 700\nPonant | | Paul | 600", right(revenue=7000)),
                ("her and for all", "Ponant | | Anne | 700\nPonant | | | 600", right(revenue=7000)),
                ("all", "Ponant | | | 700", right(revenue=7000)),
                ("another", "Ponant | | Paul | 600", refused("Jours!A2")),
                ("another’s mission", "Ponant | | Anne | 700\nPonant | Flux | Paul | 600", right(revenue=7000)),
            )
        ),
        small("whose rate is not said", f"{DAYS}# Missions\nClient | Intervenant | TJM\nPonant | Anne | 700\nPonant | Paul | 600", refused("Jours!D2", "Jours!A2")),
        small("the client in capitals", DAYS.replace("Ponant", "PONANT") + MISSIONS, right(revenue=7000)),
        small("an example and a total are no rate", f"{DAYS}{MISSIONS}EXEMPLE – ligne à effacer | x | | |\nTotal | | | |", right(revenue=7000)),
        *(
            small(f"of an hour, {what}", f"{HOURLY}{rates}", it, settings=said)
            for what, rates, it, said in (
                ("of a day of seven", "| 90", right(revenue=7 * 7 * 90, days=7), SEVEN),
                ("and of its day", "630 | 90", right(revenue=4410), SEVEN),
                ("and of another day", "600 | 90", refused("Missions!C2"), SEVEN),
                ("of a day of no known length", "| 90", refused("Jours!C1", "Missions!C2"), ""),
                ("of none", "|", refused("Missions!B2", "Jours!A2"), SEVEN),
            )
        ),
        small("hours alone priced", HOURLY.replace("TJM | ", "") + "90", right(revenue=4410), settings=SEVEN),
        ordinary("both, where no day has its hours", HOURLY.replace("Heures", "Jours").replace("49", "7") + "700 | 100", revenue=4900),
        small("another hour in a remark", HOURLY.replace("TJM | ", "").replace("horaire", "horaire | Remarque") + "90 | 80 depuis mars", doubted("Missions!C2"), settings=SEVEN),
        small("an hour in francs", HOURLY.replace("TJM | ", "") + '90 {0" CHF"}', doubted("Missions!B2"), settings=SEVEN),
        small("hours without their price", HOURLY.replace("TJM | ", "") + "\nAlizé | 80", refused("Missions!B2", "Jours!A2"), settings=SEVEN),
        small("what is said of a rate", f"{DAYS}{SAID}1er jour offert", doubted("Missions!D2")),
        small("until when it holds", f"{DAYS}{SAID}jusqu’en mars seulement", doubted("Missions!D2")),
        small("another price in a remark", f"{DAYS}{SAID}650 depuis mars", doubted("Missions!D2")),
        ordinary("its price again", f"{DAYS}{SAID}700 depuis mars", revenue=7000),
        *(
            ordinary(f"a number far from it, {number}", f"{DAYS}{SAID}salle {number}", revenue=7000)
            for number in ("350", "1400")
        ),
        *(
            small(f"another price, {number}", f"{DAYS}{SAID}salle {number}", doubted("Missions!D2"))
            for number in ("351", "1399")
        ),
        ordinary("an order", f"{DAYS}{SAID}commande C-650", revenue=7000),
        small("half days, by a title", DAYS + MISSIONS.replace("Client", "Tarifs par demi-journée\nClient", 1), doubted("Missions!A1")),
        small("hours, by a title", DAYS + MISSIONS.replace("Client", "Tarifs horaires\nClient", 1), doubted("Missions!A1")),
        small("with tax, by a title", DAYS + MISSIONS.replace("Client", "Tarifs TTC\nClient", 1), doubted("Missions!A1")),
        small("a rate struck through", DAYS + MISSIONS.replace("700", "~700~"), doubted("Missions!C2")),
        ordinary("a mission that runs", f"{DAYS}{SAID}en cours", revenue=7000),
        ordinary("where it is done", f"{DAYS}{SAID}sur site le mardi", revenue=7000),
        small("another currency", f"{DAYS}{MISSIONS}".replace("700", "700 {[$$-409]0}"), doubted("Missions!C2")),
        small("a price of an hour", f"{DAYS}{MISSIONS}".replace("700", '700 {0" €/h"}'), refused("Missions!C2")),
        small("days on a sheet called Missions", "# Missions\nDate | Client | Mission | Jours | TJM\n31/01/2020 | Ponant | Flux | 10 | 700", right(revenue=7000, days=10)),
    ],
)  # fmt: skip
def test_a_rate_holds_for_a_client_a_mission_and_some_days(book: Small) -> None:
    judge(book)


def test_an_illegible_rate_is_said_once(tmp_path: Path) -> None:
    """The cell is not blank: nobody asks to fill it too."""
    write(tmp_path, sheets(f"{DAYS}{MISSIONS}Alizé | Audit | ? | |"))
    assert [what for what, _ in outcome(tmp_path).errors] == ["TJM illisible"]


@pytest.mark.parametrize(
    ("rate", "settings", "expected"),
    [
        ("", SEVEN, [("cellule vide", "B2"), ("TJM inconnu", "B2")]),
        ("90", "", [("combien d’heures font un jour ?", "C1"), ("combien d’heures font un jour ?", "B2")]),
    ],
)  # fmt: skip
def test_what_a_rate_of_an_hour_lacks_is_said_at_its_cell(
    rate: str, settings: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """A length of a day that nobody says does not make its price unknown too."""
    write(tmp_path, sheets(HOURLY.replace("TJM | ", "") + rate), settings)
    errors = outcome(tmp_path).errors
    assert sorted((what, place.cell) for what, place in errors) == sorted(expected)


SIGNED = "# Missions\nClient | Mission | TJM | Jours prévus | Du | Au\n"


def signed(row: str) -> str:
    return f"{DAYS}{SIGNED}Ponant | Flux | 700 | {row}"


@pytest.mark.parametrize(
    "book",
    [
        ordinary("days signed change nothing that was done", signed("30 | 01/01/2020 | 30/06/2020"), revenue=7000, days=10),
        ordinary("no days signed", signed("| 01/01/2020 |"), revenue=7000),
        ordinary("zero days signed", signed("0 | |"), revenue=7000),
        ordinary("as many as the days of the period", signed("10 | 31/01/2020 | 09/02/2020"), revenue=7000),
        ordinary("twice the same rate, of no days", signed("| |\nPonant | Flux | 700 | | |"), revenue=7000),
        small("one more", signed("10.5 | 31/01/2020 | 09/02/2020"), refused("Missions!D2")),
        small("no start", signed("30 | | 30/06/2020"), refused("Missions!D2")),
        small("no end", signed("30 | 01/01/2020 |"), refused("Missions!D2")),
        small("an end before the start", signed("3 | 01/02/2020 | 30/01/2020"), refused("Missions!F2")),
        small("less than none", signed("-3 | 01/01/2020 | 30/06/2020"), refused("Missions!D2")),
        small("an illegible count", signed("trente | 01/01/2020 | 30/06/2020"), refused("Missions!D2")),
        small("a rate that is a count", signed("700 | 01/01/2020 | 30/06/2020"), refused("Missions!D2")),
        small("no rate", f"{DAYS}{SIGNED}Ponant | Flux | | 30 | 01/01/2020 | 30/06/2020", refused("Missions!C2")),
    ],
)  # fmt: skip
def test_days_signed_are_read_right_or_refused(book: Small) -> None:
    judge(book)


def test_what_days_signed_say(tmp_path: Path) -> None:
    """The client takes the spelling of the lines; the cell is that of the days."""
    text = signed("30.5 | 31/01/2020 | 30/06/2020").replace(
        "Ponant | Flux | 700", "PONANT | Flux | 700"
    )
    write(tmp_path, sheets(text))
    (found,) = read(tmp_path).activity.signed
    assert (found.client, found.mission, found.days, found.rate) == (
        "Ponant",
        "Flux",
        Decimal("30.5"),
        700,
    )
    assert (found.start, found.end) == (date(2020, 1, 31), date(2020, 6, 30))
    assert found.place.cell == "D2"


@pytest.mark.parametrize("title", ["Jours prévus", "Nb de jours signés", "JOURS COMMANDÉS"])
def test_the_words_of_days_signed(title: str, tmp_path: Path) -> None:
    write(tmp_path, sheets(signed("30 | 01/01/2020 | 30/06/2020").replace("Jours prévus", title)))
    assert [line.days for line in read(tmp_path).activity.signed] == [30]


def agreed(client: str, rate: int, mission: str = "", days: int | None = None) -> Signed:
    return Signed(
        client=client,
        rate=Decimal(rate),
        mission=mission,
        days=Decimal(days or 0),
        start=date.min,
        end=date.max,
        place=Place("data/livres.xlsx", "Missions", "A2"),
    )


def test_the_rate_of_a_mission_goes_before_that_of_its_client() -> None:
    missions = Missions((agreed("Ponant", 700), agreed("PONANT", 800, "Flux", days=30)))
    day = date(2020, 3, 31)
    assert missions.rates(Names("Ponant", "Flux"), day) == {800}
    assert missions.rates(Names("Ponant", "Audit"), day) == {700}
    assert missions.rates(Names("Ponant", "Flux"), None) == set()


def test_the_rates_of_two_people_ask_who_worked() -> None:
    known = Missions(tuple(replace(agreed("Ponant", 700 + int(n)), worker=n) for n in "12"))
    day = date(2020, 3, 31)
    assert known.rate(Names("Ponant"), day) == Unpriced(
        "plusieurs TJM possibles : 701,00 € et 702,00 €", WHO_WORKED
    )
    found = known.rate(Names("Ponant", worker="3"), day)
    assert isinstance(found, Unpriced)
    assert "Client = Ponant, Intervenant = 3, TJM" in found.fix


def test_names_are_met_however_they_are_written_and_none_is_no_name() -> None:
    missions = Missions((agreed("Ponant", 700), agreed("Alizé", 800, "Flux", days=30)))
    assert missions.has_client("PONANT")
    assert not missions.has_client("Mistral")
    assert (missions.clients_of("FLUX"), missions.clients_of("")) == ({"Alizé"}, set())
    assert [(one.client, one.days) for one in missions.signed] == [("Alizé", 30)]


def test_a_few_missions_are_named_where_none_is_that_of_a_row() -> None:
    known = Missions(tuple(agreed("Ponant", 700, f"Lot {rank}") for rank in range(FEW + 1)))
    found = known.rate(Names("Ponant", "Audit"), date(2020, 3, 31))
    assert isinstance(found, Unpriced)
    assert found.fix.endswith(
        "« Lot 0 » ou « Lot 1 » ou « Lot 2 » ou « Lot 3 », ou y en ajouter une"
    )


@pytest.mark.parametrize(("cell", "asked"), [("bleu", False), ("12", True), ("'12", True)])
def test_numbers_under_an_unknown_title_of_rates_may_be_lines(cell: str, asked: bool) -> None:
    rates = f"# Missions\nClient | TJM | Machin\nPonant | 700 | {cell}\nAlizé | 650 | bleu"
    days = "# Jours\nDate | Client | Jours\n31/01/2020 | Ponant | 10"
    found = outcome_of(sheets(f"{rates}\n{days}"), "")
    assert [place.cell for _, place in found.errors] == (["C1", "B2"] if asked else [])
