"""What is matched, what is not, rule by rule; and what the owner answers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from reporter.bank import likely
from reporter.bank.bank import Bank
from reporter.bank.quoting import is_named
from reporter.bank.reconciling import reconciled
from reporter.books import Books, load
from reporter.errors import BadData
from tests.workbooks import Rows

SALES = ("Date", "Client", "Prestation", "Montant HT", "Facture", "Taux TVA", "Date de paiement")
COSTS = ("Date", "Fournisseur", "Libellé", "Catégorie", "Montant HT", "Taux TVA", "Payé par")
NOTED = (*COSTS, "Payée le")
OTHER = ("2020-06-01", "Papeterie", "Papier", "Fournitures", 7, 0.2, "")
RENT = ("2020-06-02", "", "Loyer", "Loyer", 300, 0, "")


def books(
    root: Path, sales: Rows, moves: str, costs: Rows | None = None, settings: str = ""
) -> Books:
    """Return books of sales and expenses, and a statement: `12/03/2020;VIR ACME;1200,00`."""
    costs = costs or [OTHER]
    costs = costs if costs[0][0] == "Date" else [COSTS, *costs]
    (root / "data" / "banque").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, rows in (("forfaits", [SALES, *sales]), ("dépenses", costs)):
        lines = (";".join("" if x is None else str(x) for x in row) for row in rows)
        (root / "data" / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    path = root / "data" / "banque" / "a.csv"
    path.write_text("Date;Libellé;Montant\n" + moves, encoding="utf-8")
    return load(root)


def bank(opened: Books) -> Bank:
    assert opened.bank is not None
    return opened.bank


def sale(
    number: str, amount: float, date: str = "2020-03-31", client: str = "Acme Conseil", **more: Any
) -> tuple[Any, ...]:
    return (date, client, "Étude", amount, number, more.get("rate", 0.2), more.get("paid"))


def paid(opened: Books) -> list[str | None]:
    """Return the payment date of each sale."""
    return [line.paid.isoformat() if line.paid else None for line in opened.activity.sales]


F12 = sale("F-2020-12", 1000)


@pytest.mark.parametrize(
    ("moves", "date"),
    [
        ("15/04/2020;VIR SEPA F-2020-12;1200,00\n", "2020-04-15"),
        ("15/04/2020;VIR FACTURE F202012;1200,00\n", "2020-04-15"),
        ("15/04/2020;vir f 2020 12 merci;1200,00\n", "2020-04-15"),
        ("15/04/2020;VIR ACME CONSEIL;1200,00\n", "2020-04-15"),
        ("15/04/2020;VIR CONSEIL ACMÉ SARL;1200,00\n", "2020-04-15"),
        ("15/04/2020;VIR ACMECONSEIL;1200,00\n", "2020-04-15"),
        ("15/04/2021;VIR F-2020-12;1200,00\n", "2021-04-15"),
        ("15/04/2020;VIR ACME CONSEIL;1200,01\n", None),
        ("15/04/2020;VIR ACME CONSEIL;1000,00\n", None),
        ("15/04/2020;VIR ACME CONSEIL;-1200,00\n", None),
        ("15/04/2020;VIR ACME;1200,00\n", None),
        ("15/04/2020;VIR BRUME;1200,00\n", None),
        ("15/04/2020;VIR F-2020-123;1200,00\n", None),
        ("15/04/2020;VIR ACME CONSEIL F-2020-99;1200,00\n", None),
        ("15/04/2020;VIR F-2020-12;600,00\n20/04/2020;VIR ACME CONSEIL;1200,00\n", None),
        ("15/04/2020;VIR ACME CONSEIL 2020 13 F-2020-12 BIS;600,00\n", None),
        ("15/02/2020;VIR ACME CONSEIL;1200,00\n", None),
        ("15/08/2020;VIR ACME CONSEIL;1200,00\n", None),
        ("15/04/2023;VIR F-2020-12;1200,00\n", None),
        ("15/04/2020;VIR ACME CONSEIL;1200,00\n16/04/2020;VIR ACME CONSEIL;1200,00\n", None),
        ("15/04/2020;VIR F-2020-12;1200,00\n16/04/2020;VIR F-2020-12;1200,00\n", None),
    ],
)
def test_one_invoice_is_paid_by_what_is_exact_and_unique(
    tmp_path: Path, moves: str, date: str | None
) -> None:
    opened = books(tmp_path, [F12], moves)
    assert paid(opened) == [date]
    asked = len(bank(opened).asked)
    assert asked == (0 if date else moves.count("\n"))


@pytest.mark.parametrize(
    ("moves", "dates"),
    [
        ("15/04/2020;VIR ACME CONSEIL;1200,00\n", [None, None]),
        ("15/04/2020;VIR ACME CONSEIL F-2020-13;1200,00\n", [None, "2020-04-15"]),
        (
            "15/04/2020;VIR ACME CONSEIL F-2020-13;1200,00\n20/04/2020;VIR ACME CONSEIL;1200,00\n",
            ["2020-04-20", "2020-04-15"],
        ),
        ("15/04/2020;VIR F-2020-12 F-2020-13;2400,00\n", ["2020-04-15"] * 2),
        ("15/04/2020;VIR F-2020-12 ET F-2020-13;2300,00\n", [None, None]),
        ("15/04/2020;VIR ACME CONSEIL;2400,00\n", [None, None]),
    ],
)
def test_two_invoices_of_one_amount_are_told_apart_by_their_numbers_alone(
    tmp_path: Path, moves: str, dates: list[str | None]
) -> None:
    opened = books(tmp_path, [F12, sale("F-2020-13", 1000)], moves)
    assert paid(opened) == dates


THREE = [sale(f"F-2020-{number}", 1000) for number in (12, 13, 14)]


@pytest.mark.parametrize(
    ("moves", "dates"),
    [
        (
            "15/04/2020;VIR F-2020-12;1200,00\n20/04/2020;VIR F-2020-12 F-2020-13;2400,00\n",
            ["2020-04-15", None, None],
        ),
        (
            "15/04/2020;A F-2020-12 F-2020-13;2400,00\n16/04/2020;B F-2020-13 F-2020-14;2400,00\n",
            [],
        ),
        ("15/04/2020;VIR F-2020-12;700,00\n20/04/2020;VIR F-2020-12 F-2020-13;500,00\n", []),
        ("15/04/2020;VIR F-2020-12;1300,00\n20/04/2020;VIR F-2020-12;-100,00\n", []),
        ("15/03/2020;VIR F-2020-12 F-2020-13;2400,00\n", ["2020-03-15"] * 2 + [None]),
        ("15/01/2020;VIR F-2020-12 F-2020-13;2400,00\n", []),  # long before
    ],
)
def test_an_invoice_is_paid_once_and_what_pays_it_twice_is_asked(
    tmp_path: Path, moves: str, dates: list[str | None]
) -> None:
    opened = books(tmp_path, THREE, moves)
    assert paid(opened) == (dates or [None] * 3)


def test_one_payment_of_two_clients_is_asked(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-13", 1000, client="Brume")]
    assert (
        paid(books(tmp_path, sales, "15/04/2020;VIR F-2020-12 F-2020-13;2400,00\n")) == [None] * 2
    )


def test_a_number_beside_the_name_of_another_client_is_asked(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-13", 50, client="Brume")]
    opened = books(tmp_path, sales, "15/04/2020;VIR BRUME F-2020-12;1200,00\n")
    assert paid(opened) == [None, None]
    assert bank(opened).asked[0].likely[0].number == "F-2020-12"


def test_payments_of_one_month_that_quote_the_invoice_pay_it(tmp_path: Path) -> None:
    moves = "05/04/2020;VIR F-2020-12;500,00\n25/04/2020;VIR SOLDE F-2020-12;700,00\n"
    assert paid(books(tmp_path / "a", [F12], moves)) == ["2020-04-25"]
    opened = books(tmp_path / "b", [F12], moves.replace("25/04", "25/05"))
    assert paid(opened) == [None]
    assert [doubt.code for doubt in opened.seen] == ["paiement-etale"]
    assert not bank(opened).asked
    opened = books(tmp_path / "c", [F12], moves.replace("700,00", "690,00"))
    assert paid(opened) == [None]
    assert len(bank(opened).asked) == 2


def test_a_number_of_figures_alone_needs_a_word_or_the_client(tmp_path: Path) -> None:
    sales = [sale("2020-12", 1000)]
    assert paid(books(tmp_path / "a", sales, "15/04/2020;VIR 2020-12;1200,00\n")) == [None]
    for number, label in enumerate(("VIR FACTURE 2020-12", "VIR ACME CONSEIL 202012")):
        opened = books(tmp_path / str(number), sales, f"15/04/2020;{label};1200,00\n")
        assert paid(opened) == ["2020-04-15"]


def test_the_lines_of_an_invoice_are_one_amount_with_their_vat(tmp_path: Path) -> None:
    sales = [sale("F-12", 33.33), sale("F-12", 33.33), sale("F-12", 33.33)]
    opened = books(tmp_path, sales, "15/04/2020;VIR F-12;119,99\n")
    assert paid(opened) == ["2020-04-15"] * 3


def test_an_amount_without_vat_in_the_books_is_asked_with_its_cell(tmp_path: Path) -> None:
    opened = books(tmp_path, [sale("F-12", 1000, rate=None)], "15/04/2020;VIR F-12;1200,00\n")
    assert paid(opened) == [None]
    assert [one.bare for one in bank(opened).asked[0].likely] == [True]


@pytest.mark.parametrize(
    ("noted", "moved", "doubts"),
    [
        ("2020-04-15", "15/04/2020", []),
        ("2020-04-15", "17/04/2020", []),
        ("2020-04-15", "20/04/2020", ["paiement-banque"]),
        ("2020-04-30", "01/05/2020", ["paiement-banque"]),
        ("2020-04-15", "15/05/2020", ["paiement-banque"]),
    ],
)
def test_a_day_of_the_books_stays_and_another_of_the_bank_is_doubtful(
    tmp_path: Path, noted: str, moved: str, doubts: list[str]
) -> None:
    opened = books(tmp_path, [sale("F-12", 1000, paid=noted)], f"{moved};VIR F-12;1200,00\n")
    assert paid(opened) == [noted]
    assert [doubt.code for doubt in opened.seen] == doubts
    assert len(bank(opened).matches) == 1


def test_the_day_of_the_books_tells_two_invoices_of_one_amount_apart(tmp_path: Path) -> None:
    sales = [sale("F-12", 1000, paid="2020-04-15"), sale("F-13", 1000)]
    moves = "15/04/2020;VIR ACME CONSEIL;1200,00\n28/04/2020;VIR ACME CONSEIL;1200,00\n"
    opened = books(tmp_path, sales, moves)
    assert paid(opened) == ["2020-04-15", "2020-04-28"]
    assert not bank(opened).asked


def test_an_expense_of_each_month_is_told_by_its_day(tmp_path: Path) -> None:
    costs = [(f"2020-{m:02}-05", "OVH", "Web", "Hébergement", 12, 0.2, "") for m in range(1, 7)]
    moves = "".join(f"{5 + m % 2:02}/{m:02}/2020;PRLV OVH SAS;-14,40\n" for m in range(1, 7))
    opened = books(tmp_path, [F12], moves, costs)
    found = [line.paid and line.paid.month for line in opened.activity.expenses]
    assert found == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("moved", "label", "found"),
    [
        ("01/06/2020", "CB PAPETERIE", True),
        ("08/06/2020", "CB PAPETERIE", True),
        ("20/06/2020", "CB PAPETERIE", False),
        ("20/05/2020", "CB PAPETERIE", False),
        ("01/06/2020", "CB MAGASIN", False),
    ],
)
def test_an_expense_is_paid_about_its_day_to_its_supplier(
    tmp_path: Path, moved: str, label: str, found: bool
) -> None:
    opened = books(tmp_path, [F12], f"{moved};{label};-8,40\n")
    assert (opened.activity.expenses[0].paid is not None) == found
    assert len(bank(opened).asked) == (not found)


@pytest.mark.parametrize(
    ("moves", "found"),
    [
        ("28/06/2020;VIR SALAIRE;-2600,00\n", True),
        ("29/06/2020;VIR SALAIRE;-2600,00\n", False),
        ("28/06/2020;VIR SALAIRE;-2600,01\n", False),
        ("28/06/2020;VIR PAPETERIE;-2600,00\n", False),
        ("28/06/2020;VIR SALAIRE;-2600,00\n28/06/2020;VIR LOCAL;-2600,00\n", False),
    ],
)
def test_a_payment_that_names_nobody_is_of_the_day_that_the_books_give(
    tmp_path: Path, moves: str, found: bool
) -> None:
    pay = ("2020-06-28", "Anne", "Paie", "Rémunération", 2600, "", "")
    costs = [NOTED, (*OTHER, ""), (*pay, pay[0])]
    opened = books(tmp_path, [F12], moves, costs)
    assert bool(bank(opened).matches) == found


def monthly() -> tuple[Rows, str]:
    """Return the pay of three months, and its payments, which do not name who is paid."""
    costs = [(f"2020-0{m}-28", "Anne", "Paie", "Rémunération", 2600, 0, "") for m in (1, 2, 3)]
    moves = "".join(f"28/0{m}/2020;VIR SALAIRE {m};-2600,00\n" for m in (1, 2, 3))
    return costs, moves


def test_words_of_a_label_stand_for_a_name_that_the_owner_says_once(tmp_path: Path) -> None:
    costs, moves = monthly()
    moves += "29/03/2020;VIR ANNEXE;-2600,00\n"
    assert not bank(books(tmp_path, [F12], moves, costs)).matches
    named = '[banque.noms]\n"salaire vir" = "ANNE"\n'
    opened = books(tmp_path, [F12], moves, costs, settings=named)
    assert [line.paid and line.paid.month for line in opened.activity.expenses] == [1, 2, 3]
    assert [one.movement.label for one in bank(opened).asked] == ["VIR ANNEXE"]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", ("VIR SALAIRE", "Anne")),
        ("05/04/2020;VIR SALAIRE BRUNO;-900,00\n", None),
        ("05/04/2021;VIR SALAIRE BRUNO;-900,00\n", ("VIR SALAIRE", "Anne")),
        ("05/04/2020;CB ESSENCE;-900,00\n", ("VIR SALAIRE", "Anne")),
    ],
)
def test_a_label_that_comes_back_is_proposed_where_it_is_of_one_name(
    tmp_path: Path, more: str, found: tuple[str, str] | None
) -> None:
    costs, moves = monthly()
    opened = books(tmp_path, [F12], moves + more, costs)
    assert reconciled(bank(opened), opened.settings.year(2020)).recurring == found


def test_the_figures_of_a_label_are_not_proposed(tmp_path: Path) -> None:
    costs, moves = monthly()
    opened = books(tmp_path, [F12], moves.replace("SALAIRE", "SALAIRE 75"), costs)
    found = reconciled(bank(opened), opened.settings.year(2020)).recurring
    assert found == ("VIR SALAIRE", "Anne")


def test_two_labels_that_share_no_word_are_not_proposed(tmp_path: Path) -> None:
    costs, moves = monthly()
    opened = books(tmp_path, [F12], moves.replace("VIR SALAIRE 2", "PAIE 2"), costs)
    assert reconciled(bank(opened), opened.settings.year(2020)).recurring is None
    few = books(tmp_path, [F12], "".join(moves.splitlines(keepends=True)[:2]), costs)
    assert reconciled(bank(few), few.settings.year(2020)).recurring is None


def test_a_name_that_nobody_bears_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="personne de ce nom"):
        books(tmp_path, [F12], "01/06/2020;X;-1,00\n", settings='[banque.noms]\n"X" = "Anna"\n')


def test_a_label_names_an_expense_without_a_supplier(tmp_path: Path) -> None:
    opened = books(tmp_path, [F12], "03/06/2020;PRLV LOYER JUIN;-300,00\n", [RENT])
    assert opened.activity.expenses[0].paid == dt.date(2020, 6, 3)


def test_what_the_owner_paid_is_not_looked_for(tmp_path: Path) -> None:
    opened = books(tmp_path, [F12], "01/06/2020;CB PAPETERIE;-8,40\n", [(*OTHER[:-1], "moi")])
    assert not bank(opened).matches
    assert [piece.kind for piece in bank(opened).unpaid] == ["sale"]


def test_movements_of_the_books_are_found_too(tmp_path: Path) -> None:
    vat = ("2020-06-20", "DGFIP", "TVA de mai", "TVA versée", 500, None, "")
    opened = books(tmp_path, [F12], "20/06/2020;PRLV DGFIP TVA;-500,00\n", [RENT, vat])
    (match,) = bank(opened).matches
    assert match.pieces[0].kind == "movement"


def test_an_answer_dates_what_it_names(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-13", 1000)]
    moves = "15/04/2020;VIR ACME CONSEIL;1200,00\n16/04/2020;VIR PERSO;-50,00\n"
    settings = """[banque.rapprochements]
"2020-04-15 1200,00 VIR ACME CONSEIL" = "F-2020-13"
"2020-04-16 -50,00 VIR PERSO" = "hors des livres"
"""
    opened = books(tmp_path, sales, moves, settings=settings)
    assert paid(opened) == [None, "2020-04-15"]
    assert not bank(opened).asked


def test_an_answer_may_leave_a_gap_that_is_kept(tmp_path: Path) -> None:
    settings = '[banque.rapprochements]\n"2020-04-15 1185,00 VIR ACME" = ["F-2020-12"]\n'
    opened = books(tmp_path, [F12], "15/04/2020;VIR ACME;1185,00\n", settings=settings)
    assert paid(opened) == ["2020-04-15"]
    assert bank(opened).matches[0].gap == -15


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('"2020-04-15 1200,00 VIR ACMÉ" = "F-2020-12"', "aucun mouvement"),
        ('"2020-04-15 1200,00 VIR ACME" = "F-2020-21"', "rien de ce nom"),
        ('"2020-04-15 1200,00 VIR ACME" = "F-2020-21"', 'écrire "F-2020-12"'),
        ('"2020-04-15 1200,00 VIR ACME" = "zzz"', "l’effacer, ou relancer"),
        ('"2020-04-15 1200,00 VIR ACME" = 12', "valeur non comprise"),
    ],
)
def test_an_answer_about_nothing_is_refused(tmp_path: Path, answer: str, said: str) -> None:
    settings = f"[banque.rapprochements]\n{answer}\n"
    with pytest.raises(BadData, match=said):
        books(tmp_path, [F12], "15/04/2020;VIR ACME;1200,00\n", settings=settings)


def test_an_answer_without_any_statement_is_refused(tmp_path: Path) -> None:
    settings = '[banque.rapprochements]\n"2020-04-15 1200,00 VIR ACME" = "F-2020-12"\n'
    books(tmp_path, [F12], "")
    (tmp_path / "data" / "banque" / "a.csv").unlink()
    (tmp_path / "bilan.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(BadData, match="sans relevé"):
        load(tmp_path)


def test_two_movements_alike_have_two_keys(tmp_path: Path) -> None:
    move = "15/04/2020;VIR ACME;600,00\n"
    opened = books(tmp_path, [F12], move + move)
    first, second = (one.key for one in bank(opened).asked)
    assert second == f"{first} (2)"


def test_a_transfer_between_accounts_is_explained(tmp_path: Path) -> None:
    books(tmp_path, [F12], "14/04/2020;VIR INTERNE LIVRET;-500,00\n")
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    path.write_text("Date;Libellé;Montant\n15/04/2020;VIR RECU;500,00\n", encoding="utf-8")
    opened = load(tmp_path)
    assert [match.why for match in bank(opened).matches] == ["transfer"]


def test_a_transfer_is_known_by_what_the_bank_says_that_it_is(tmp_path: Path) -> None:
    books(tmp_path, [F12], "14/04/2020;A;-500,00\n")
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    for kind, why in (("Virement interne", ["transfer"]), ("Virement", [])):
        rows = f"Date;Libellé;Montant;Type\n15/04/2020;B;500,00;{kind}\n"
        path.write_text(rows, encoding="utf-8")
        assert [match.why for match in bank(load(tmp_path)).matches] == why
    path.unlink()
    ofx = (Path(__file__).parent / "files" / "xml.ofx").read_text(encoding="utf-8")
    ofx = (
        ofx.replace("20200312", "20200415").replace(">1200.00<", ">500.00<").replace("2894.40", "9")
    )
    for kind, why in (("XFER", ["transfer"]), ("CREDIT", [])):
        path.with_suffix(".ofx").write_text(ofx.replace("CREDIT", kind), encoding="utf-8")
        assert [match.why for match in bank(load(tmp_path)).matches] == why


def test_what_stripe_keeps_is_a_movement_of_its_own(tmp_path: Path) -> None:
    cost = ("2020-04-30", "Stripe", "Commissions", "Frais bancaires", 6, 0, "")
    books(tmp_path, [F12], "16/04/2020;STRIPE PAYOUT;1194,00\n", [cost])
    path = tmp_path / "data" / "banque" / "Stripe" / "b.csv"
    path.parent.mkdir()
    path.write_text(
        "Type,Amount,Fee,Net,Currency,Created (UTC),Description\n"
        "charge,1200.00,6.00,1194.00,eur,2020-04-14 10:00,Invoice F-2020-12\n"
        "payout,-1194.00,0.00,-1194.00,eur,2020-04-15 10:00,STRIPE PAYOUT\n",
        encoding="utf-8",
    )
    opened = load(tmp_path)
    assert paid(opened) == ["2020-04-14"]
    assert not bank(opened).asked
    kept = [match for match in bank(opened).matches if match.movements[0].nature == "kept"]
    assert [match.movements[0].label for match in kept] == ["Frais Stripe 04/2020"]
    assert kept[0].pieces[0].name == "Stripe"


def test_the_payments_of_a_micro_enterprise_come_from_the_bank(tmp_path: Path) -> None:
    settings = (
        '[societe]\nstatut = "micro"\n[micro]\nactivite = "bnc"\n[tva]\nregime = "franchise"\n'
    )
    sales = [sale("F-12", 1000, "2020-12-20", rate=None)]
    opened = books(tmp_path, sales, "15/01/2021;VIR F-12;1000,00\n", [RENT], settings)
    assert opened.measure(2021).figures.revenue == 1000


def test_a_payment_far_from_the_day_of_the_books_is_asked_without_a_number(tmp_path: Path) -> None:
    noted = sale("F-2020-12", 1000, paid="2020-04-15")
    opened = books(tmp_path, [noted], "01/04/2020;X;1,00\n15/05/2020;VIR ACME CONSEIL;1200,00\n")
    assert not bank(opened).matches
    assert [piece.number for piece in bank(opened).asked[1].likely] == ["F-2020-12"]


@pytest.mark.parametrize(
    ("rate", "amount", "near"),
    [
        (0.2, "1200,00", ["F-2020-12"]),
        (0.2, "1000,00", []),
        (None, "1200,00", ["F-2020-12"]),
        (None, "1055,00", ["F-2020-12"]),
        (None, "1000,00", ["F-2020-12"]),
        (None, "1190,00", []),
    ],
)
def test_a_sale_is_proposed_by_its_amount_at_any_rate_where_the_books_say_none(
    tmp_path: Path, rate: float | None, amount: str, near: list[str]
) -> None:
    sales = [sale("F-2020-12", 1000, rate=rate)]
    opened = books(tmp_path, sales, f"15/04/2020;VIR RECU;{amount}\n")
    assert [piece.number for piece in bank(opened).asked[0].likely] == near


@pytest.mark.parametrize(
    ("moved", "found"), [("30/08/2020", 1), ("31/08/2020", 0), ("03/03/2020", 1), ("02/03/2020", 0)]
)
def test_an_expense_is_proposed_by_its_amount_for_three_months(
    tmp_path: Path, moved: str, found: int
) -> None:
    opened = books(tmp_path, [F12], f"{moved};CB MAGASIN;-8,40\n")
    assert len(bank(opened).asked[0].likely) == found


def test_of_what_is_before_the_statements_a_sale_alone_may_still_be_paid(tmp_path: Path) -> None:
    opened = books(tmp_path, [sale("F-12", 10, "2020-05-15")], "10/06/2020;X;1,00\n", [OTHER])
    assert [piece.kind for piece in bank(opened).unpaid] == ["sale"]
    opened = books(tmp_path, [sale("F-12", 10, "2020-05-15")], "01/06/2020;X;1,00\n", [OTHER])
    assert sorted(piece.kind for piece in bank(opened).unpaid) == ["expense", "sale"]
    opened = books(tmp_path, [sale("F-12", 10, "2020-03-15")], "01/06/2020;X;1,00\n", [OTHER])
    assert [piece.kind for piece in bank(opened).unpaid] == ["expense"]


def test_two_opposite_movements_that_say_nothing_are_no_transfer(tmp_path: Path) -> None:
    books(tmp_path, [F12], "14/04/2020;CB MAGASIN;-500,00\n")
    path = tmp_path / "data" / "banque" / "livret" / "b.csv"
    path.parent.mkdir()
    path.write_text("Date;Libellé;Montant\n15/04/2020;VIR RECU;500,00\n", encoding="utf-8")
    assert not bank(load(tmp_path)).matches


def test_of_many_invoices_the_nearest_are_proposed_first(tmp_path: Path) -> None:
    """By amount, then by date: those of the year before came first, and hid the others."""
    months = [sale(f"F-{n}", 5500 if n < 10 else 6000, f"2020-{n:02}-28") for n in range(1, 13)]
    opened = books(tmp_path, months, "10/12/2020;VIR ACME CONSEIL;7190,00\n")
    (asked,) = bank(opened).asked
    assert [piece.number for piece in asked.likely[:3]] == ["F-11", "F-12", "F-10"]


@pytest.mark.parametrize(
    "label",
    [
        "VIR ACME CONSEIL F-2020-019",
        "VIR ACME CONSEIL F2020019",
        "VIR ACME CONSEIL F-2020-01-2",
        "VIR ACME CONSEIL F-2020-01/02",
        "VIR ACME CONSEIL F-2020-01.2",
        "VIR ACME CONSEIL F-2020-01 BIS",
        "VIR ACME CONSEIL F-2020-01-A",
        "VIR ACME CONSEIL F-2020-01A",
        "VIR ACME CONSEIL A-F-2020-01",
        "VIR ACME CONSEIL 2-F-2020-01",
        "VIR ACME CONSEIL F-2020-0",
        "VIR ACME CONSEIL F-2020-01 F-2020-99",
        "VIR ACME CONSEIL FACTURE 4512",
        "VIR ACME CONSEIL FACTURE N° 4512",
        "VIR ACME CONSEIL FACTURE AB-4512",
        "ACME CONSEIL INVOICE 03",
        "VIR ACME CONSEIL FA-0019",
        "VIR ACME CONSEIL FA0019",
        "VIR ACME CONSEIL 2020-19",
        "VIR ACME CONSEIL 2020/0004",
        "VIR ACME CONSEIL N° 4512",
        "VIR ACME CONSEIL F 20200",
    ],
)
def test_a_number_that_the_books_do_not_hold_pays_nothing(tmp_path: Path, label: str) -> None:
    opened = books(tmp_path, [sale("F-2020-01", 1000)], f"15/04/2020;{label};1200,00\n")
    assert paid(opened) == [None]
    (asked,) = bank(opened).asked
    assert [piece.number for piece in asked.likely] == ["F-2020-01"]


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("F-2020-01", "VIR F-2020-01/MERCI"),
        ("F-2020-01", "VIR FACTURE-F-2020-01"),
        ("F-2020-01", "VIR F-2020-01-MERCI"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE N°"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE ETUDE 12"),
        ("F-2020-01", "VIR FACTURE DU 03/2020 ACME CONSEIL"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE 2020"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE DU 31/03/2020"),
        ("F-2020-01", "VIR ACME CONSEIL FACTURE ETUDE"),
        ("F-2020-01", "VIR ACME CONSEIL 4512"),
        ("F-2020-01", "VIR ACME CONSEIL COMMANDE N° 4512"),
        ("F-2020-01", "REMISE CHEQUE N° 4512 ACME CONSEIL"),
        ("F-2020-01", "VIR ACME CONSEIL 2020-04"),
        ("F-2020-01", "VIR ACME CONSEIL 2020-04-15"),
        ("F-2020-01", "VIR ACME CONSEIL LE 15.04.2020"),
        ("2020-12", "VIR ACME CONSEIL 20200331"),
        ("12", "VIR FACTURE N° 12"),
        ("12", "VIR ACME CONSEIL 2020"),
        ("", "VIR ACME CONSEIL FACTURE 4512"),
        ("FAC-1", "VIR FAC-1 1200 EUROS"),
    ],
)
def test_what_is_no_number_of_another_leaves_the_match(
    tmp_path: Path, number: str, label: str
) -> None:
    opened = books(tmp_path, [sale(number, 1000)], f"15/04/2020;{label};1200,00\n")
    assert paid(opened) == ["2020-04-15"]


@pytest.mark.parametrize(
    ("label", "known"),
    [
        ("VIR ACME CONSEIL 2020099", False),
        ("VIR ACME CONSEIL 20200999", False),  # no day of a year
        ("VIR ACME CONSEIL 20200401", True),
        ("VIR ACME CONSEIL 2020001234567", True),  # far longer
        ("VIR ACME CONSEIL 2099001", True),
        ("VIR ACME CONSEIL 9990001", True),
    ],
)
def test_figures_that_begin_as_those_of_the_books_may_be_another_number(
    tmp_path: Path, label: str, *, known: bool
) -> None:
    opened = books(tmp_path, [sale("2020001", 1000)], f"15/04/2020;{label};1200,00\n")
    assert paid(opened) == ["2020-04-15" if known else None]


def test_figures_of_no_year_are_no_day(tmp_path: Path) -> None:
    sales = [sale("3120001", 1000)]
    assert paid(books(tmp_path, sales, "15/04/2020;ACME CONSEIL 31200101;1200,00\n")) == [None]


def test_numbers_of_every_length_are_looked_for(tmp_path: Path) -> None:
    sales = [sale("F-102", 700), F12]
    opened = books(tmp_path, sales, "15/04/2020;F-2020-12;1200,00\n16/04/2020;F-102;840,00\n")
    assert paid(opened) == ["2020-04-16", "2020-04-15"]


def test_several_whole_numbers_glued_by_a_sign_are_each_quoted(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-13", 500)]
    for rank, sign in enumerate("/-+,"):
        label = f"VIR F-2020-12{sign}F-2020-13"
        opened = books(tmp_path / str(rank), sales, f"15/04/2020;{label};1800,00\n")
        assert paid(opened) == ["2020-04-15"] * 2
    for rank, label in enumerate(("N°A-2020-12", "CONSEIL ACME-2020-12")):
        moves = f"15/04/2020;{label};1200,00\n"
        opened = books(tmp_path / f"glued {rank}", [sale("2020-12", 1000)], moves)
        assert paid(opened) == [None]


@pytest.mark.parametrize(
    ("numbers", "moves", "date"),
    [
        (("F-1", "F-2"), "10/05/2020;VIR ACME CONSEIL;1200,00\n", "2020-05-10"),
        (("F-1", "F-3"), "10/05/2020;VIR ACME CONSEIL;1200,00\n", None),
        (("F-1", "F-3"), "10/05/2020;VIR ACME CONSEIL F-3;1200,00\n", "2020-05-10"),
        (("F-1", "G-3"), "10/05/2020;VIR ACME CONSEIL;1200,00\n", "2020-05-10"),
        (("2019-12", "2020-1"), "10/05/2020;VIR ACME CONSEIL;1200,00\n", "2020-05-10"),
        (("", ""), "10/05/2020;VIR ACME CONSEIL;1200,00\n", "2020-05-10"),
        (
            ("", ""),
            "20/02/2020;VIR ACME CONSEIL;1200,00\n10/05/2020;VIR ACME CONSEIL;1200,00\n",
            None,
        ),
    ],
)
def test_the_payment_of_an_invoice_that_may_be_forgotten_is_asked(
    tmp_path: Path, numbers: tuple[str, str], moves: str, date: str | None
) -> None:
    sales = [sale(numbers[0], 70, "2020-02-28"), sale(numbers[1], 1000, "2020-03-31")]
    opened = books(tmp_path, sales, moves)
    assert paid(opened) == [None, date]
    if date is None:
        assert bank(opened).asked[-1].likely[0].date == dt.date(2020, 3, 31)


@pytest.mark.parametrize(
    ("numbers", "date"),
    [
        ({"01": "2020-02-28", "03": "2020-03-31"}, None),
        ({"01": "2020-02-28", "03": "2020-03-31", "04": "2020-01-05"}, "2020-05-10"),
        ({"01": "2020-02-28", "40": "2020-03-31"}, "2020-05-10"),
        ({"01": "2018-01-05", "03": "2018-02-28", "04": "2020-03-31"}, "2020-05-10"),
    ],
    ids=["a gap", "no order", "another series", "a gap of old"],
)
def test_a_number_misses_where_the_numbers_follow_the_days(
    tmp_path: Path, numbers: dict[str, str], date: str | None
) -> None:
    sales = [
        sale(f"F-2020-{rank}", 1000 if day == "2020-03-31" else 70, day)
        for rank, day in numbers.items()
    ]
    opened = books(tmp_path, sales, "10/05/2020;VIR ACME CONSEIL;1200,00\n")
    assert [line.paid for line in opened.activity.sales if line.paid] == (
        [dt.date.fromisoformat(date)] if date else []
    )


def test_the_sum_of_known_numbers_beside_an_unknown_one_is_asked(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-13", 500)]
    moves = "15/04/2020;VIR F-2020-12 F-2020-13 F-2020-99;1800,00\n"
    assert paid(books(tmp_path / "a", sales, moves)) == [None, None]
    moves = "15/04/2020;VIR F-2020-12 F-2020-99;500,00\n16/04/2020;VIR F-2020-12;700,00\n"
    assert paid(books(tmp_path / "b", sales, moves)) == [None, None]


def test_a_client_is_named_in_one_word_without_its_legal_form(tmp_path: Path) -> None:
    sales = [sale("F-2020-12", 1000, client="Acme Conseil SARL")]
    assert paid(books(tmp_path, sales, "15/04/2020;VIR ACMECONSEIL;1200,00\n")) == ["2020-04-15"]


def test_each_movement_of_a_year_counts_in_one_group(tmp_path: Path) -> None:
    moves = (
        "31/12/2019;CB VIEUX;-3,00\n14/04/2020;VIR INTERNE LIVRET;-500,00\n"
        "15/04/2020;VIR F-2020-12;1200,00\n16/04/2020;REJET VIR F-2020-12;-1200,00\n"
        "17/04/2020;VIR PERSO;-50,00\n18/04/2020;VIR F-2020-13;120,00\n19/04/2020;CB RIEN;-9,00\n"
    )
    settings = '[banque.rapprochements]\n"2020-04-17 -50,00 VIR PERSO" = "hors des livres"\n'
    books(tmp_path, [F12, sale("F-2020-13", 100)], moves, settings=settings)
    for name, day in (("livret", "15/04/2020"), ("ancien", "15/04/2018")):
        path = tmp_path / "data" / "banque" / name / "b.csv"
        path.parent.mkdir()
        path.write_text(f"Date;Libellé;Montant\n{day};VIR RECU;500,00\n", encoding="utf-8")
    opened = load(tmp_path)
    found = reconciled(bank(opened), opened.settings.year(2020))
    assert {one.account.name: one.groups for one in found.accounts} == {
        "compte": {
            "transfer": (1, -500),
            "reversal": (2, 0),
            "outside": (1, -50),
            "sale": (1, 120),
            "alone": (1, -9),
        },
        "livret": {"transfer": (1, 500)},
    }


def test_a_client_is_proposed_without_its_legal_form(tmp_path: Path) -> None:
    lines = [sale("F-2020-01", 1000, client="Alma Limited")]
    (asked,) = bank(books(tmp_path, lines, "15/02/2020;VIR ALMA;700,00\n")).asked
    assert [piece.number for piece in asked.likely] == ["F-2020-01"]


def test_names_are_looked_for_once_a_label_not_once_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every client is « Client … », and no payment quotes a known number: all is asked about."""
    looked: list[str] = []

    def counting(name: str, label: tuple[str, ...]) -> bool:
        looked.append(name)
        return is_named(name, label)

    monkeypatch.setattr(likely, "is_named", counting)
    lines = [sale(f"F-2020-{n:02}", 1000 + n, client=f"Client {100 + n % 5}") for n in range(40)]
    moves = (f"15/04/2020;VIR CLIENT {100 + n % 5} FACTURE X-{n};{2000 + n},00" for n in range(20))
    asked = bank(books(tmp_path, lines, "\n".join(moves))).asked
    assert [len(one.likely) for one in asked] == [5] * 20
    assert len(looked) == 20


@pytest.mark.parametrize(
    ("moves", "dates"),
    [
        ("15/04/2020;VIR ACME CONSEIL;2400,00\n", [None, None, None]),
        ("15/04/2020;VIR ACME CONSEIL;1200,00\n", [None, None, None]),
        ("15/04/2020;VIR F-2020-12;2400,00\n", ["2020-04-15", "2020-04-15", None]),
        ("15/04/2020;VIR F-2020-11;1200,00\n", [None, None, "2020-04-15"]),
    ],
)
def test_lines_alike_may_be_one_typed_twice(
    tmp_path: Path, moves: str, dates: list[str | None]
) -> None:
    sales = [F12, F12, sale("F-2020-11", 1000, "2020-03-30")]
    assert paid(books(tmp_path, sales, moves)) == dates


def test_lines_of_one_invoice_that_differ_are_paid_together(tmp_path: Path) -> None:
    sales = [F12, sale("F-2020-12", 500)]
    opened = books(tmp_path, sales, "15/04/2020;VIR ACME CONSEIL;1800,00\n")
    assert paid(opened) == ["2020-04-15", "2020-04-15"]
