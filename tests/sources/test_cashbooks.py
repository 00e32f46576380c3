"""Books of what comes in and of what goes out: sales and expenses, or a refusal of a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reporter.books import load
from tests.books.small import Small as Book
from tests.books.small import asked, doubted, judge, ordinary, refused, small
from tests.sources.test_common_layouts import books, refusals, sums

if TYPE_CHECKING:
    from reporter.errors import Doubt

TEXT = (
    "Date;{party};Libellé;{come};{go}\n"
    "11/03/2024;Alizé;Site;500;\n12/03/2024;Forge;Serveur;;90\n13/03/2024;Ponant;Audit;700;\n"
)
TYPED = (
    "Date;{};Tiers;Libellé;Montant HT;TVA;Montant TTC\n"
    "11/03/2024;{};Alizé;Site;500;100;600\n12/03/2024;{};Forge;Serveur;90;18;108\n"
)
ONE_WAY = "une recette ou une dépense ? Une ligne est l’une des deux"
FREE = '[tva]\nregime = "franchise"\n'


def doubts_of(root: Path) -> list[Doubt]:
    return [it for it in load(root).doubtful(date(2024, 12, 31)) if it.place.row]


def text(come: str = "Recettes HT", go: str = "Dépenses HT", party: str = "Tiers") -> str:
    return TEXT.format(party=party, come=come, go=go)


@pytest.mark.parametrize(
    "name",
    ["Journal", "Feuil1", "Compta 2024", "Livre-journal", "Recettes - dépenses", "Opérations"],
)
@pytest.mark.parametrize("party", ["Tiers", "Client / Fournisseur", "Client ou fournisseur", "Nom"])
@pytest.mark.parametrize("titles", [("Recettes HT", "Dépenses HT"), ("Ventes HT", "Achats HT")])
def test_a_column_of_each_way_parts_them(
    name: str, party: str, titles: tuple[str, str], tmp_path: Path
) -> None:
    found = books(tmp_path, {name: text(*titles, party)})
    assert [(it.client, it.amount, it.place.cell) for it in found.fees] == [
        ("Alizé", 500, "A2"),
        ("Ponant", 700, "A4"),
    ]
    assert [(it.supplier, it.amount, it.place.cell) for it in found.expenses] == [
        ("Forge", 90, "A3")
    ]


@pytest.mark.parametrize("titles", [("Recettes", "Dépenses"), ("Entrées TTC", "Sorties TTC")])
def test_without_vat_an_amount_is_one(titles: tuple[str, str], tmp_path: Path) -> None:
    assert sums(tmp_path, {"Journal": text(*titles)}, FREE) == (1200, 0, 90)
    assert refusals(tmp_path, {"Journal": text(*titles)})


@pytest.mark.parametrize(
    ("title", "comes", "goes"), [("Type", "Vente", "Achat"), ("Sens", "Recette", "Dépense")]
)
def test_a_word_on_each_row_parts_them(title: str, comes: str, goes: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Journal": TYPED.format(title, comes, goes)})
    assert [(it.client, it.amount, it.vat) for it in found.fees] == [("Alizé", 500, 100)]
    assert [(it.supplier, it.amount, it.category) for it in found.expenses] == [("Forge", 90, "")]


@pytest.mark.parametrize(
    ("title", "comes", "goes"), [("Type", "Vente", "Achat"), ("Sens", "Recette", "Dépense")]
)
def test_what_comes_in_without_a_client_is_called_by_its_label(
    title: str, comes: str, goes: str, tmp_path: Path
) -> None:
    rows = TYPED.format(title, comes, goes).replace("Tiers;", "").replace("Alizé;", "")
    found = books(tmp_path, {"Journal": rows.replace("Forge;", "")})
    assert [(it.client, it.amount) for it in found.fees] == [("Site", 500)]
    assert [(it.label, it.supplier, it.amount) for it in found.expenses] == [("Serveur", "", 90)]
    assert [it.code for it in doubts_of(tmp_path)] == ["recettes-sans-client"]


def test_a_column_of_each_way_and_a_label_are_enough(tmp_path: Path) -> None:
    rows = text(party="Motif").replace("Alizé", "Facture 12")
    assert [it.client for it in books(tmp_path, {"Journal": rows}).fees] == ["Facture 12", "Ponant"]


@pytest.mark.parametrize("titles", [("Crédit", "Débit"), ("Crédits", "Débits")])
def test_the_statement_of_a_bank_is_no_book(titles: tuple[str, str], tmp_path: Path) -> None:
    assert len(refusals(tmp_path, {"Journal": text(*titles)}, FREE)) == 1


def test_each_way_has_its_vat_and_no_balance(tmp_path: Path) -> None:
    rows = (
        "Date;Client;Fournisseur;Objet;Recettes HT;TVA collectée;Dépenses HT;TVA déductible;Solde\n"
        "11/03/2024;Alizé;;Site;500;100;;;600\n12/03/2024;;Forge;Serveur;;;90;18;492\n"
        "Total;;;;500;100;90;18;\n"
    )
    found = books(tmp_path, {"Journal": rows})
    assert [(it.amount, it.vat) for it in found.fees] == [(500, 100)]
    assert [(it.amount, it.vat) for it in found.expenses] == [(90, 18)]
    assert not [it for it in load(tmp_path).seen if it.code != "total"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Site;500;", "Site;500;20"), ("Site;500;", "Site;;"), ("Serveur;;90", "Serveur;5;90")],
)
def test_a_row_of_both_ways_or_of_none_is_named(old: str, new: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Journal": text().replace(old, new)})
    assert (bad.what, bad.place.row) == (ONE_WAY, 2 if "Site" in old else 3)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Prévisions", text()),
        ("Journal", text("Crédit", "Débit")),
        ("Journal", text().replace(";500;", ";500;20").replace(";;90", ";80;90")),
    ],
)  # fmt: skip
def test_another_table_of_both_is_refused_whole(name: str, rows: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: rows})
    assert bad.what != ONE_WAY


@pytest.mark.parametrize("titles", ["Recettes HT;Ventes HT", "Recettes HT;TVA;TVA"])
def test_no_advice_is_of_a_title_that_the_sheet_has_not(titles: str, tmp_path: Path) -> None:
    more = ";" * titles.count(";")
    rows = text(titles).replace(";500;", f";500;{more}").replace(";700;", f";700;{more}")
    found = refusals(tmp_path, {"Journal": rows.replace(";;90", f";;{more}90")})
    assert not any("Montant ht" in f"{bad.shown} {bad.fix}" for bad in found)


def test_a_word_that_says_no_way_is_named_with_those_that_do(tmp_path: Path) -> None:
    rows = TYPED.format("Type", "Vente", "Achat") + "14/03/2024;Virement;Banque;Épargne;50;10;60\n"
    (bad,) = refusals(tmp_path, {"Journal": rows})
    assert (bad.what, bad.place.cell, bad.shown) == (ONE_WAY, "B4", "Virement")
    assert "écrire Vente ou Achat" in bad.fix


BLOCK = "Date;Tiers;Libellé;Recettes HT;Dépenses HT"


@pytest.mark.parametrize("between", ["", "\n", "\nAvril 2024\n", "Total;;;1200;90\n\nAvril\n"])
def test_titles_that_come_again_head_more_lines(between: str, tmp_path: Path) -> None:
    more = f"{BLOCK}\n14/04/2024;Ponant;Audit;800;\n15/04/2024;Forge;Serveur;;95\n"
    assert sums(tmp_path, {"Journal": text() + between + more}) == (2000, 0, 185)
    assert not [it for it in doubts_of(tmp_path) if it.code != "total"]


def test_a_wrong_sum_of_its_own_block_is_refused(tmp_path: Path) -> None:
    more = f"Total;;;1200;90\n{BLOCK}\n14/04/2024;Ponant;Audit;800;\nTotal;;;810;\n"
    assert [it.place.cell for it in refusals(tmp_path, {"Journal": text() + more})] == ["D8"]


WITH_BALANCE = (
    "Date;Tiers;Libellé;Recettes HT;Dépenses HT;Solde\n{}\n11/03/2024;Alizé;Site;500;;1500\n"
    "12/03/2024;Forge;Serveur;;90;1410\n{}\n"
)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("01/03/2024;;Solde initial;;;1000", ""),
        (";;Solde initial;;;1000", ""),
        ("01/03/2024;Report;;;;1000", "31/03/2024;;Solde fin mars;0;-;1410"),
    ],
)
def test_a_balance_alone_is_neither_way(above: str, below: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Journal": WITH_BALANCE.format(above, below)}) == (500, 0, 90)
    assert not doubts_of(tmp_path)


@pytest.mark.parametrize(
    "row",
    ["13/03/2024;Ponant;Solde mission;;;1410", "13/03/2024;;Audit;;;1410", "13/03/2024;;Solde;;;"],
)
def test_a_line_that_lost_its_amount_is_no_balance(row: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Journal": WITH_BALANCE.format("", row)})
    assert (bad.what, bad.place.row) == (ONE_WAY, 5)


def test_a_line_is_told_by_its_date_wherever_that_stands(tmp_path: Path) -> None:
    rows = "\n".join(f"{n or 'N°'};{row}" for n, row in enumerate(text().splitlines()))
    (bad,) = refusals(tmp_path, {"Journal": f"{rows}\n;14/03/2024;Ponant;Audit;;\n"})
    assert (bad.what, bad.place.cell) == (ONE_WAY, "E5")


def test_a_title_above_the_column_of_the_other_way_is_heard(tmp_path: Path) -> None:
    rows = f";;;{{}};{{}}\n{text().replace('/03/2024', '')}"
    for titles in (("Mars 2024", ""), ("", "Mars 2024")):
        found = books(tmp_path, {"Journal": rows.format(*titles)})
        assert {f"{it.date:%m/%Y}" for it in (*found.fees, *found.expenses)} == {"03/2024"}


def test_what_both_parts_of_a_book_say_is_said_once(tmp_path: Path) -> None:
    rows = text() + "\n\nMois;Recettes HT;Dépenses HT\nMars;1200;90\n"
    sums(tmp_path, {"Journal": rows})
    doubts = doubts_of(tmp_path)
    assert len({*doubts}) == len(doubts) > 0
    found = refusals(tmp_path, {"Journal": text() + "31/02/2024;;;1;1\n"})
    assert len({(it.what, it.place, it.fix) for it in found}) == len(found)


@pytest.mark.parametrize("nothing", ["0", "0,00", "0,00 €", "-", " – "])
def test_what_says_that_nothing_came_or_went_is_blank(nothing: str, tmp_path: Path) -> None:
    rows = text().replace(";500;", f";500;{nothing}").replace(";;90", f";{nothing};90")
    assert sums(tmp_path, {"Journal": rows}) == (1200, 0, 90)


BOOK = """# Journal
    Date | Tiers | Libellé | Recettes HT | Dépenses HT
    11/03/2024 | Alizé | Site | 500 |
    12/03/2024 | Forge | Serveur | | 90
    13/03/2024 | Ponant | Audit | 700 |
    14/03/2024 | Rail | Train | | 55
    Total | | | 1200 | 145"""
BOOKS = [
    ordinary("as it is", BOOK, revenue=1200, charges=145),
    small("its sums above", BOOK.replace("    Date", "    Recettes | 1200 | Dépenses | 145\n\n    Date"), *asked("D1")),
    small("a sale moved among expenses", BOOK.replace("Audit | 700 |", "Audit | | 700"), *asked("D6", "E6")),
    small("an expense moved among sales", BOOK.replace("Train | | 55", "Train | 55 |"), *asked("D6", "E6")),
    small("a wrong total of sales", BOOK.replace("1200", "1100"), *asked("D6")),
    small("a wrong total of expenses", BOOK.replace("145", "150"), *asked("E6")),
    small("a total in the middle", BOOK.replace("    13/03", "    Total | | | 1200 | 145\n    13/03"), *asked("A4")),
    small("a date left out", BOOK.replace("13/03/2024", ""), *asked("A4")),
    small("an impossible date", BOOK.replace("13/03", "31/02"), *asked("A4")),
    small("a line told twice", BOOK.replace("    13/03", "    11/03/2024 | Alizé | Site | 500 |\n    13/03"), *asked("A7", "A4")),
    small("one amount with its VAT", BOOK.replace("Dépenses HT", "Dépenses TTC"), *asked("A1", "A3", "E5")),
    small("a sale taken back", BOOK.replace("| 700 |", "| -700 |"), *asked("D6", "A4")),
    small("cancelled", BOOK.replace("Audit", "Audit (annulé)"), *asked("A4")),
    small("another amount beyond the titles", BOOK.replace("| 700 |", "| 700 | | 30"), *asked("F4")),
    small("a title of a plan", BOOK.replace("    Date", "    Budget 2024\n    Date"), *asked("*")),
]  # fmt: skip

BALANCED = """# Journal
    Date | Tiers | Libellé | Recettes HT | Dépenses HT | Solde
    11/03/2024 | Alizé | Formation | 500 | | 1500
    12/03/2024 | Forge | Assurance | | 90 | 1410
    13/03/2024 | Ponant | Audit | 700 | | 2110
    14/03/2024 | Quai | Loyer | | 300 | 1810
    15/03/2024 | Rames | Fournitures | | 60 | 1750"""
TITLES = "Recettes HT | Dépenses HT"
TURNED = BALANCED.replace(TITLES, "Dépenses HT | Recettes HT")
CUT = """
    # Journal
    Date | Tiers | Libellé | Recettes HT | Dépenses HT
    11/03/2024 | Alizé | Site | 500 |
    12/03/2024 | Ponant | Site | 700 |
    13/03/2024 | Site | | 90 |
    14/03/2024 | Forge | Assurance | | 150"""
CUT_SPENT = CUT.replace("| Site | | 90 |", "| Site | | | 90")
MOVED = """
    # Journal
    Date | Tiers | Libellé | Recettes HT | Dépenses HT
    11/03/2024 | Alizé | Site | | 500
    12/03/2024 | Alizé | Site | 700 |
    14/03/2024 | Forge | Assurance | | 150"""
BOOKS += [
    ordinary("with its balance", BALANCED, revenue=1200, charges=450),
    ordinary("a balance of something else", BALANCED.replace("1410", "3").replace("2110", "7"), revenue=1200, charges=450),
    ordinary("a balance still to be written", "\n".join(row.rpartition("|")[0] + ("| Solde" if "Date" in row else "|") for row in BALANCED.splitlines() if "#" not in row).join(("# Journal\n", "")), revenue=1200, charges=450),
    ordinary("a balance with VAT", BALANCED.replace("1410", "1392").replace("2110", "2092").replace("1810", "1732").replace("1750", "1672"), revenue=1200, charges=450),
    ordinary("a balance that begins again", BALANCED.replace("2110", "700").replace("1810", "400").replace("1750", "340"), revenue=1200, charges=450),
    small("an amount in the other column", BALANCED.replace("| | 90", "| 90 |"), refused("F3")),
    small("an amount mistyped", BALANCED.replace("| 700", "| 7000"), refused("F4")),
    ordinary("a total beside the last balance", f"{BALANCED}\n    Total | | | 1200 | 450 | 1750", revenue=1200, charges=450),
    small("a day that is none", BALANCED.replace("12/03", "32/03"), refused("A3")),
    small("a date deleted", BALANCED.replace("12/03/2024", ""), refused("A3")),
    small("both titles exchanged", TURNED, refused("D1")),
    small("a name deleted, and the rest of its row moved to its place", CUT, doubted("A4")),
    small("a name deleted of an expense", CUT_SPENT, doubted("A4")),
    ordinary("a client called as one sale", CUT.replace("Site | | 90", "Audit | | 90"), revenue=1290, charges=150),
    small("a sale moved to the other way", MOVED, doubted("A2")),
    small("both titles exchanged, without a balance", TURNED.replace("Solde", "Numéro"), doubted("A3")),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_what_a_hand_does_to_it_is_told(book: Book) -> None:
    judge(book)


MICRO = f'[societe]\nstatut = "micro"\n{FREE}'


@pytest.mark.parametrize(
    "titles",
    [("Recettes", "Dépenses"), ("Entrées (€)", "Sorties (€)"), ("Encaissements", "Décaissements")],
)
def test_what_comes_in_is_paid_on_its_date(titles: tuple[str, str], tmp_path: Path) -> None:
    """A sale may be paid later: « Ventes » says no payment."""
    assert sums(tmp_path, {"Livre": text(*titles)}, MICRO) == (1200, 0, 90)
    assert refusals(tmp_path / "sales", {"Livre": text("Ventes", "Achats")}, MICRO)


TAXED = (
    "Date;Tiers;Libellé;Recettes HT;{};Recettes TTC;Dépenses HT;{};Dépenses TTC\n"
    "11/03/2024;Alizé;Site;500;{};600;;;\n12/03/2024;Forge;Serveur;;;;90;{};{}\n"
    "13/03/2024;Ponant;Audit;700;140;840;;;\n"
)


@pytest.mark.parametrize("titles", [("TVA", "TVA"), ("TVA recettes", "TVA dépenses")])
def test_each_way_has_its_vat(titles: tuple[str, str], tmp_path: Path) -> None:
    found = books(tmp_path, {"Journal": TAXED.format(*titles, "100", "9", "99")})
    assert [it.own_vat for it in (*found.fees, *found.expenses)] == [100, 140, 9]
    for vat, other, whole in (("10", "9", "99"), ("100", "18", "99"), ("", "100", "99")):
        assert refusals(tmp_path, {"Journal": TAXED.format(*titles, vat, other, whole)})


def test_a_vat_of_the_other_way_is_asked_about(tmp_path: Path) -> None:
    text = TAXED.format("TVA", "TVA", "100", "9", "99").replace(";;;;90;9;", ";;9;;90;;")
    assert {it.what for it in refusals(tmp_path, {"Journal": text})} == {ONE_WAY}


def test_one_vat_is_of_both_ways(tmp_path: Path) -> None:
    rows = "Date;Tiers;Libellé;Recettes HT;Dépenses HT;TVA\n"
    rows += "11/03/2024;Alizé;Site;500;;100\n12/03/2024;Forge;Serveur;;90;18\n"
    found = books(tmp_path, {"Journal": rows})
    assert [it.own_vat for it in (*found.fees, *found.expenses)] == [100, 18]
