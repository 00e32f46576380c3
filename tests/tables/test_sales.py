"""The tables of clients, missions and fees."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given

from reporter.metrics import by_year, measure
from reporter.settings import Settings
from reporter.tables.clients import clients as table_of_clients
from reporter.tables.clients import missions, ranked
from reporter.tables.fees import fees
from tests.books.activities import any_books
from tests.builders import bilan, day, fee
from tests.examples import few

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.model import Activity
    from reporter.tables.table import Table

NB = "\u00a0"


def clients(bilan: Bilan) -> Table:
    return table_of_clients(bilan, ranked(bilan.figures))


def shown(table: Table) -> list[list[str]]:
    return [
        [str(cell).replace(NB, " ").replace("\u202f", " ") for cell in row] for row in table.rows
    ]


def test_clients_are_ranked_with_their_own_tjm_and_their_share() -> None:
    lines = (
        day("2020-03-31", "10", "500", "Petit"),
        day("2020-03-31", "10", "700", "Grand"),
        fee("2020-04-30", "8000", "Grand"),
        fee("2020-04-30", "500", "Au forfait"),
    )
    table = clients(bilan(2020, *lines))
    assert table.columns == ("Client", "Chiffre d’affaires", "Jours", "TJM régie", "Part du CA")
    assert shown(table) == [
        ["Grand", "15 000 €", "10", "700 €", "73 %"],
        ["Petit", "5 000 €", "10", "500 €", "24 %"],
        ["Au forfait", "500 €", "0", "n. d.", "2 %"],
        ["Total", "20 500 €", "20", "600 €", "100 %"],
    ]


def test_clients_are_compared_with_the_year_before_the_lost_ones_too() -> None:
    """A client who is called « Total » is a client all the same."""
    lines = (
        day("2019-03-31", "10", "500", "Parti"),
        day("2019-03-31", "10", "400", "Total"),
        day("2020-03-31", "10", "500", "Total"),
        day("2020-03-31", "1", "500", "Nouveau"),
    )
    table = clients(bilan(2020, *lines))
    assert table.columns[-2:] == ("CA 2019", "Variation")
    assert [cell.of for cell in table.rows[0][-2:]] == [
        "2019.chiffre_affaires",
        "2020.variations.chiffre_affaires",
    ]
    assert [[row[0], row[1], *row[-2:]] for row in shown(table)] == [
        ["Total", "5 000 €", "4 000 €", "+25 %"],
        ["Nouveau", "500 €", "0 €", "n. d."],
        ["Parti", "0 €", "5 000 €", "−100 %"],
        ["Total", "5 500 €", "9 000 €", "−39 %"],
    ]


def test_shares_do_not_exist_where_credit_notes_weigh_more_than_bills() -> None:
    table = clients(bilan(2020, day("2020-03-31", "-1", "500", ""), fee("2020-04-30", "500", "B")))
    assert [row[:5] for row in shown(table)] == [
        ["B", "500 €", "0", "n. d.", "n. d."],
        ["Sans nom", "−500 €", "−1", "n. d.", "n. d."],
        ["Total", "0 €", "−1", "n. d.", "n. d."],
    ]


@few(20)
@given(any_books)
def test_clients_add_up_to_the_year(books: Activity) -> None:
    for number in by_year(books, Settings()):
        year = measure(books, Settings(), number).figures
        found = ranked(year)
        assert sum(client.amount for client in found) == year.revenue
        assert sum(client.days for client in found) == year.days
        assert sum(client.day_amount for client in found) == year.day_revenue


def test_missions_are_days_by_client_and_mission() -> None:
    lines = (
        day("2020-03-31", "10", "500", "A", mission="Socle"),
        day("2020-04-30", "10", "600", "A", mission="Socle"),
        day("2020-04-30", "20", "600", "A", mission="Flux"),
        day("2020-04-30", "1", "600", "B"),
        fee("2020-04-30", "9000", "B"),
    )
    assert shown(missions(bilan(2020, *lines))) == [
        ["A", "Flux", "12 000 €", "20", "600 €"],
        ["A", "Socle", "11 000 €", "20", "550 €"],
        ["B", "Sans mission", "600 €", "1", "600 €"],
    ]


def test_a_fee_billed_often_is_one_and_its_tjm_needs_the_days_of_every_line() -> None:
    lines = (
        fee("2020-03-31", "600", "A", service="Infogérance", equivalent_days=Decimal(1)),
        fee("2020-04-30", "700", "A", service="Infogérance", equivalent_days=Decimal("0.5")),
        fee("2020-04-30", "900", "B", service="Audit", equivalent_days=Decimal(2)),
        fee("2020-05-31", "900", "B", service="Audit"),
        fee("2020-05-31", "50", "B"),
    )
    assert shown(fees(bilan(2020, *lines))) == [
        ["Audit", "B", "2", "1 800 €", "n. d.", "n. d."],
        ["Infogérance", "A", "2", "1 300 €", "1,5", "867 €"],
        ["Forfait", "B", "1", "50 €", "n. d.", "n. d."],
    ]
