"""Up to which day the statements go: after it, an invoice is not unpaid, it is not known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reporter.bank.reconciling import reconciled
from reporter.books import load
from reporter.formats.table import received
from reporter.tables.bank import reconciliation
from reporter.tables.received import received_tables, sentences, summary
from tests.bank.test_matching import bank, books, sale
from tests.workbooks import Rows

SALES = [
    sale("F-2020-01", 1000, "2020-01-31"),
    sale("F-2020-02", 1000, "2020-05-31"),
    sale("F-2020-03", 3000, "2020-10-31"),
]
MOVES = "20/02/2020;VIR F-2020-01;1200,00\n30/09/2020;FRAIS;-5,00\n"
WHOLE = "[exercice.2020]\ncomplet = true\n"
LAST = dt.date(2020, 9, 30)
UNTIL = "Relevés de banque jusqu’au 30/09/2020"


def test_an_invoice_after_the_statements_is_neither_paid_nor_unpaid(tmp_path: Path) -> None:
    opened = books(tmp_path, SALES, MOVES, settings=WHOLE)
    found = opened.measure(2020).received
    assert found is not None
    assert (found.day, found.known) == (dt.date(2020, 12, 31), LAST)
    assert [one.number for one in found.unpaid] == ["F-2020-02"]
    assert [one.number for one in found.untold] == ["F-2020-03"]
    (owed,) = [one for one in found.delays if one.owed]
    assert (owed.owed, owed.overdue) == (1000, 1000)


def test_the_page_says_up_to_which_day_the_statements_go(tmp_path: Path) -> None:
    tables = received_tables(books(tmp_path, SALES, MOVES, settings=WHOLE).measure(2020))
    said = {table.title.replace("\u00a0", " "): table for table in tables}
    unpaid = said["Factures impayées au 30/09/2020, en euros hors taxes"]
    assert [row[0].value for row in unpaid.rows] == ["Acme Conseil, F-2020-02", "Total"]
    after = said["Factures d’après le 30/09/2020, payées ou non, en euros hors taxes"]
    assert [row[0].value for row in after.rows] == ["Acme Conseil, F-2020-03", "Total"]
    notes = [table.note for table in tables if "Relevés" in (table.note or "")]
    assert len(notes) == 3
    assert all(UNTIL in note.replace("\u00a0", " ") for note in notes)
    assert not any("impayées au 31/12" in title for title in said)


def test_statements_of_the_whole_year_change_nothing(tmp_path: Path) -> None:
    found = (
        books(tmp_path, SALES, f"{MOVES}31/12/2020;FRAIS;-5,00\n", settings=WHOLE)
        .measure(2020)
        .received
    )
    assert found is not None
    assert found.known is None
    assert [one.number for one in found.unpaid] == ["F-2020-02", "F-2020-03"]


def test_payments_that_the_owner_writes_tell_further(tmp_path: Path) -> None:
    sales = [*SALES, sale("F-2020-04", 7, "2020-11-30", paid="2020-12-20")]
    found = books(tmp_path / "a", sales, MOVES, settings=WHOLE).measure(2020).received
    assert found is not None
    assert found.known == dt.date(2020, 12, 20)
    typed = [sale("F-2020-01", 1000, "2020-01-31", paid="2020-02-20"), *SALES[1:]]
    found = books(tmp_path / "b", typed, MOVES, settings=WHOLE).measure(2020).received
    assert found is not None
    assert found.known is None


def _told_to(tmp_path: Path, sales: Rows, other: str) -> dt.date:
    """Return the last day told where another account has the movements given."""
    books(tmp_path, sales, MOVES, settings=WHOLE)
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    path.write_text(f"Date;Libellé;Montant\n{other}\n", encoding="utf-8")
    told = load(tmp_path).told
    assert told is not None
    return told[1]


@pytest.mark.parametrize("other", ["31/12/2020;INTERETS;3,00", "01/06/2020;CB PAPETERIE;-8,40"])
def test_the_account_that_receives_sales_tells_and_not_another(tmp_path: Path, other: str) -> None:
    assert _told_to(tmp_path, SALES, other) == LAST


def test_the_reconciliation_names_the_sales_after_the_statements(tmp_path: Path) -> None:
    opened = books(tmp_path, SALES, MOVES, settings=WHOLE)
    found = reconciled(bank(opened), opened.settings.year(2020))
    assert [piece.number for piece in found.unpaid if piece.kind == "sale"] == ["F-2020-02"]
    assert [piece.number for piece in found.untold] == ["F-2020-03"]
    assert found.last == LAST
    *_, table = reconciliation(found)
    assert "Relevés jusqu’au 30/09/2020" in (table.note or "").replace("\u00a0", " ")


def test_the_json_says_it_where_it_matters(tmp_path: Path) -> None:
    short = received.values(
        books(tmp_path / "a", SALES, MOVES, settings=WHOLE).measure(2020).received
    )
    end = f"{MOVES}31/12/2020;FRAIS;-5,00\n"
    whole = received.values(
        books(tmp_path / "b", SALES, end, settings=WHOLE).measure(2020).received
    )
    assert short is not None
    assert whole is not None
    assert short["paiements_connus_au"].value == LAST
    assert [one["facture"] for one in short["paiement_inconnu"]] == ["F-2020-03"]
    assert "paiements_connus_au" not in whole


@pytest.mark.parametrize(
    ("end", "last"),
    [("28/02/2018", LAST), ("26/08/2019", LAST), ("27/08/2019", dt.date(2019, 8, 27))],
)
def test_of_two_accounts_the_first_to_end_tells_unless_it_was_closed_long_ago(
    tmp_path: Path, end: str, last: dt.date
) -> None:
    old = sale("F-2018-01", 700, "2018-01-31")
    assert _told_to(tmp_path, [old, *SALES], f"{end};VIR F-2018-01;840,00") == last


EARLY = [
    sale("F-2018-09", 5000, "2018-10-31"),
    sale("F-2019-09", 900, "2019-10-31"),
    sale("F-2019-12", 1000, "2019-12-31"),
    sale("F-2019-11", 70, "2019-12-20"),
    sale("F-2020-02", 1000, "2020-01-31"),
    sale("F-2020-03", 3000, "2020-02-29"),
]
SINCE = dt.date(2020, 1, 15)
NEW = "15/01/2020;VIR F-2019-12;1200,00\n20/02/2020;VIR F-2020-02;1200,00\n31/12/2020;FRAIS;-5,00\n"
LOST = "Relevés de banque depuis le 15/01/2020 : 1 facture échue avant, 900 €, sans paiement connu"


def test_what_was_due_before_the_statements_is_not_said_to_be_unpaid(tmp_path: Path) -> None:
    opened = books(tmp_path, EARLY, NEW, settings=WHOLE)
    found = opened.measure(2020).received
    assert found is not None
    assert found.since == SINCE
    assert [one.number for one in found.unpaid] == ["F-2019-11", "F-2020-03"]
    assert [one.number for one in found.lost] == ["F-2019-09"]
    assert sum(one.owed for one in found.delays) == 3070
    assert [(one.year.number, one.received) for one in found.sides[:2]] == [
        (2020, 2000),
        (2019, None),
    ]
    notes = [table.note for table in received_tables(opened.measure(2020)) if table.note]
    assert sum(LOST in note.replace("\u00a0", " ") for note in notes) == 2
    assert opened.measure(2019).received is None
    said = received.values(found)
    assert said is not None
    assert [one["facture"] for one in said["paiement_inconnu_avant"]] == ["F-2019-09"]


def test_what_the_owner_has_written_before_the_statements_tells_from_then_on(
    tmp_path: Path,
) -> None:
    typed = [sale("F-2019-01", 20, "2019-10-01", paid="2019-10-20"), *EARLY]
    opened = books(tmp_path, typed, NEW, settings=WHOLE)
    found = opened.measure(2020).received
    assert found is not None
    assert found.since == dt.date(2019, 10, 20)
    assert [one.number for one in found.unpaid] == ["F-2019-09", "F-2019-11", "F-2020-03"]
    assert found.lost == ()
    assert opened.measure(2019).received is not None


def test_what_the_books_note_and_a_gap_are_said_where_they_stand(tmp_path: Path) -> None:
    settings = f'{WHOLE}[banque.rapprochements]\n"2020-02-20 1185,00 VIR A" = ["F-2020-01"]\n'
    noted = sale("F-2020-02", 1000, "2020-05-31", paid="2020-06-15")
    moves = "20/02/2020;VIR A;1185,00\n20/08/2020;VIR ACME CONSEIL;1200,00\n"
    books(tmp_path, [SALES[0], noted], moves, settings=settings)
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    path.write_text("Date;Libellé;Montant\n31/12/2020;INTERETS;3,00\n", encoding="utf-8")
    opened = load(tmp_path)
    tables = list(reconciliation(reconciled(bank(opened), opened.settings.year(2020))))
    gaps = [table.title for table in tables if "par votre réponse" in (table.note or "")]
    assert len(gaps) == 1
    assert "livret" not in gaps[0]
    cells = [str(cell.value) for table in tables for row in table.rows for cell in row]
    assert [cell for cell in cells if cell.endswith(", payée le 15/06/2020")] != []


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ("20/04/2020;VIR ACME CONSEIL;1200,00\n", "1 encaissement de la banque est à rapprocher"),
        (2 * "20/04/2020;VIR ACME CONSEIL;1200,00\n", "2 encaissements de la banque sont à rapp"),
        ("20/04/2020;VIR INCONNU;77,00\n", ""),
    ],
)
def test_what_came_in_and_may_pay_an_unpaid_invoice_is_said_beside_it(
    tmp_path: Path, moves: str, said: str
) -> None:
    alike = [sale(f"F-2020-0{month}", 1000, f"2020-0{month}-28") for month in (2, 3, 4)]
    first = "20/02/2020;VIR F-2020-01;1200,00\n"
    bilan = books(tmp_path, [SALES[0], *alike], first + moves, settings=WHOLE).measure(2020)
    values = received.values(bilan.received)
    assert values is not None
    notes = " ".join([*map(str, sentences(bilan)), *(it.note for it in summary(bilan) if it.note)])
    assert notes.count(said or "à rapprocher") == (3 if said else 0)
    assert values.get("encaissements_a_rapprocher", 0) == moves.count("ACME")
