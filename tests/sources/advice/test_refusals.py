"""What is said of a table that is not understood: what was seen, what to write, all at once."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from reporter.errors import BadCell, BadData
from reporter.settings.reading import Rules
from reporter.sources.reading import Reading, read
from tests.workbooks import Rows, folder

DAY, NEXT = date(2020, 3, 31), date(2020, 4, 30)


def refusal(root: Path, sheets: dict[str, Rows], **words: str) -> BadCell:
    with pytest.raises(BadData) as caught:
        reading(root, sheets, words)
    (bad,) = caught.value.errors
    return bad


def reading(root: Path, sheets: dict[str, Rows], words: dict[str, str] | None = None) -> Reading:
    return read(folder(root, sheets), Rules(words=words or {}))


def test_the_whole_block_is_proposed_at_once_and_reads_the_sheet(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Suivi perso": [
            ("Quand", "Pour qui", "Jours bruts", "TJM", "URL"),
            (DAY, "A", 2, 700, "http://un"),
            (NEXT, "B", 1, 700, "http://deux"),
        ]
    }
    bad = refusal(tmp_path, sheets)
    lines = bad.fix.split("\n")
    assert lines[0] == "sans doute des jours : si c’est juste, écrire dans bilan.toml : [colonnes]"
    assert lines[1:] == [
        '"Suivi perso" = "Jours"',
        '"Quand" = "Date"',
        '"Pour qui" = "Client"',
        '"Jours bruts" = "Jours"',
        'sinon, la laisser de côté : "Suivi perso" = ""',
    ]
    words = dict(line.strip('"').split('" = "') for line in lines[1:-1])
    assert sum(day.days for day in reading(tmp_path, sheets, words).activity.days) == 3


def test_each_title_is_shown_with_what_it_was_taken_for(tmp_path: Path) -> None:
    header = ("Date", "Qui", "Jours", "Tarif journalier", "Relue", "Lien utile")
    rows: Rows = [(DAY, "A", 1, 700, "oui", "un texte"), (NEXT, "A", 1, 700, "non", "un autre")]
    bad = refusal(tmp_path, {"Jours": [header, *rows]})
    assert bad.shown == (
        "Date · Qui → Client ? · Jours · Tarif journalier → TJM · Relue (des oui et des non) · "
        "Lien utile (des textes)"
    )


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Facture payée complètement", ("oui", "non")),
        ("External Reference URL", ("http://un", "http://deux")),
        ("Reste à payer", (0, 120.5)),
        ("Jours de congé", (1, 0)),
        ("Jours prévus", (10, 12)),
        ("Budget jours", (10, 12)),
        ("Heures non facturées", (1, 2)),
        ("Jours restants", (3, 2)),
        ("Nombre", ("un", "deux")),
        ("Jours", ("beaucoup", "peu")),
    ],
)
def test_no_column_is_proposed_for_what_it_does_not_hold(
    title: str, cells: tuple[object, object], tmp_path: Path
) -> None:
    """The last unknown column was, whatever it held: the file was then read, wrong."""
    sheets: dict[str, Rows] = {
        "CRA": [
            ("Date", "Client", "TJM", title),
            (DAY, "A", 700, cells[0]),
            (NEXT, "A", 700, cells[1]),
        ]
    }
    with pytest.raises(BadData) as caught:
        reading(tmp_path, sheets)
    assert not any(f'"{title}" = ' in error.fix for error in caught.value.errors)


def test_two_columns_that_would_do_are_both_named_and_none_is_chosen(tmp_path: Path) -> None:
    header = ("Date", "Qui", "Acheteur", "Jours", "TJM")
    bad = refusal(tmp_path, {"Jours": [header, (DAY, "A", "Jean", 1, 700)]})
    assert "« Qui » ou « Acheteur »" in bad.fix
    assert "[colonnes]" not in bad.fix


def test_a_product_tells_the_days_from_the_hours_and_the_amount_before_tax(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Suivi": [
            ("Date", "Client", "Durée", "TJM", "Total"),
            (DAY, "A", 10, 700, 7000),
            (NEXT, "A", 12, 650, 7800),
        ]
    }
    assert '"Durée" = "Jours"' in refusal(tmp_path, sheets).fix


@pytest.mark.parametrize(
    ("vats", "meaning"), [((200, 100), "Montant HT"), ((166.67, 83.33), "Montant TTC")]
)
def test_the_vat_beside_an_amount_tells_whether_it_is_before_tax(
    vats: tuple[float, float], meaning: str, tmp_path: Path
) -> None:
    header = ("Date", "Client", "Total", "Montant TVA")
    rows: Rows = [(DAY, "A", 1000, vats[0]), (NEXT, "A", 500, vats[1])]
    bad = refusal(tmp_path, {"Forfaits": [header, *rows]})
    assert bad.fix.endswith(f'[colonnes] "Total" = "{meaning}"')


def test_an_amount_that_nothing_proves_is_a_question(tmp_path: Path) -> None:
    bad = refusal(tmp_path, {"Forfaits": [("Date", "Client", "Somme"), (DAY, "A", 1000)]})
    assert bad.fix.endswith('[colonnes] "Somme" = "Montant HT" (ou "Montant TTC")')


def test_receipts_of_a_micro_enterprise_are_told_of_the_exemption(tmp_path: Path) -> None:
    header = ("Date encaissement", "N° facture", "Client", "Montant encaissé", "Mode de règlement")
    rows: Rows = [header, (DAY, "F-1", "A", 100, "Virement"), (NEXT, "F-2", "A", 120, "Chèque")]
    with pytest.raises(BadData) as caught:
        read(folder(tmp_path, {"recettes": rows}), Rules(received=True))
    (bad,) = caught.value.errors
    assert 'écrire dans bilan.toml : [tva] regime = "franchise"' in bad.fix.replace("\u00a0", " ")


def test_receipts_that_nothing_says_to_be_some_are_told_of_both_settings(tmp_path: Path) -> None:
    header = ("Date d’encaissement", "Référence", "Client", "Montant encaissé", "Mode de règlement")
    rows: Rows = [header, (DAY, "F-1", "A", 100, "Virement"), (NEXT, "F-2", "A", 120, "Chèque")]
    fix = refusal(tmp_path, {"livre des recettes": rows}).fix.replace("\u00a0", " ")
    assert "« Date d’encaissement » et « Montant encaissé » disent ce qui est payé" in fix
    assert '[societe]\nbase = "encaissement"\n[tva]\nregime = "franchise"\n' in fix
    assert 'en micro-entreprise, statut = "micro" au lieu de base' in fix
    assert fix.endswith("sinon, ajouter des colonnes Date et Montant HT")
    dated: Rows = [("Date de facture", *header), *((DAY, *row) for row in rows[1:])]
    fix = refusal(tmp_path, {"livre": dated}).fix.replace("\u00a0", " ")
    assert 'regime = "franchise"\nen micro-entreprise' in fix
    assert fix.endswith("sinon, ajouter une colonne Montant HT")
    undated: Rows = [header[1:], *(row[1:] for row in rows[1:])]
    assert "encaissement" not in refusal(tmp_path, {"livre": undated}).fix


def test_a_date_of_payment_alone_is_told_of_the_micro_enterprise(tmp_path: Path) -> None:
    header = ("Date d’encaissement", "Client", "Montant HT")
    rows: Rows = [header, (DAY, "A", 100), (NEXT, "B", 120)]
    fix = refusal(tmp_path, {"Forfaits": rows}).fix.replace("\u00a0", " ")
    assert 'base = "encaissement" ; en micro-entreprise, statut = "micro" au lieu de base' in fix


def test_a_quantity_that_may_be_one_of_days_may_be_one_of_fees(tmp_path: Path) -> None:
    header = ("Date", "Client", "Description", "Quantité", "Prix unitaire HT", "Total HT")
    rows: Rows = [header, (DAY, "A", "Site", 1, 1000, 1000), (NEXT, "B", "Conseil", 2, 300, 600)]
    fix = refusal(tmp_path, {"liste à part": rows}).fix.replace("\u00a0", " ")
    assert '"Quantité" = "Jours"' in fix
    assert 'pour des forfaits, cette ligne seule : [colonnes] "liste à part" = "Forfaits"' in fix
    counted: Rows = [
        ("Date", "Client", "Quantité", "TJM", "Total HT"),
        *(x[:2] + x[3:] for x in rows[1:]),
    ]
    assert "forfaits" not in refusal(tmp_path, {"liste à part": counted}).fix


def test_a_column_that_its_owner_explained_is_not_proposed_again(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Jours": [("Date", "Qui", "Jours", "TJM"), (DAY, "A", 1, 700)]}
    bad = refusal(tmp_path, sheets, Qui="")
    assert '"Qui" = ' not in bad.fix
    assert "ou nommer ainsi celle qui le dit" in bad.fix


def test_one_column_for_two_meanings_is_said_once(tmp_path: Path) -> None:
    """A separator lost between two titles: found by files broken at random."""
    rows = [("Date", "Client", "Jours/TJMMontant HT"), (DAY, "A", 10.5, 700, 7350)]
    bad = refusal(tmp_path, {"Jours": rows})
    assert bad.fix.count("Jours/TJMMontant HT") == 1


def test_a_title_that_stands_twice_cannot_be_proposed(tmp_path: Path) -> None:
    """A line of bilan.toml would say it of both."""
    header = ("Date", "Qui", "Qui", "Jours", "TJM")
    bad = refusal(tmp_path, {"Jours": [header, (DAY, "A", "B", 1, 700)]})
    assert '"Qui" = ' not in bad.fix


def test_a_sheet_called_as_one_of_its_columns_is_not_given_a_meaning(tmp_path: Path) -> None:
    """The line would change the column too."""
    header = ("Date", "Client", "Pointage", "TJM")
    bad = refusal(tmp_path, {"Pointage": [header, (DAY, "A", 1, 700)]})
    assert '"Pointage" = ' not in bad.fix


@pytest.mark.parametrize("name", ["Devis", "Prévisions 2020", "Budget 2020", "Suivi devis"])
def test_what_is_not_sold_is_never_proposed_as_sold(name: str, tmp_path: Path) -> None:
    header = ("Date", "Client", "Montant HT")
    bad = refusal(tmp_path, {name: [header, (DAY, "A", 1000)]})
    assert f'"{name}" = ""' in bad.fix
    assert "Forfaits" not in bad.fix


@pytest.mark.parametrize(
    "header",
    [
        ("Journal", "Date", "Compte", "Libellé", "Débit", "Crédit"),
        ("JournalCode", "EcritureDate", "CompteNum", "EcritureLib", "Debit", "Credit"),
        ("Date", "N° de compte", "Intitulé", "Montant", "Sens"),
        ("Account", "Date", "Description", "Debit", "Credit"),
        ("Date", "Pièce", "Compte général", "Débit (€)", "Crédit (€)"),
    ],
)
def test_entries_are_refused_by_their_name(header: tuple[str, ...], tmp_path: Path) -> None:
    row = tuple(DAY if "ate" in title else 411 for title in header)
    bad = refusal(tmp_path, {"Export": [header, row]})
    assert "partie double" in bad.what
    assert "[colonnes]" not in bad.fix


@pytest.mark.parametrize(
    "header",
    [
        ("Date", "Libellé", "Débit", "Crédit"),
        ("Date opération", "Date valeur", "Libellé", "Débit", "Crédit", "Solde"),
        ("Date", "Libellé", "Montant", "Solde"),
    ],
)
def test_a_bank_s_statement_is_refused_by_its_name(header: tuple[str, ...], tmp_path: Path) -> None:
    row = tuple(DAY if "Date" in title else 12 for title in header)
    assert "relevé de compte" in refusal(tmp_path, {"Banque": [header, row]}).what


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Trésorerie", [("Mois", "Encaissements", "Décaissements"), ("mars 2020", 10, 5)]),
        ("Emprunt", [("Échéance", "Capital", "Intérêts"), (DAY, 200, 10), (NEXT, 201, 9)]),
        ("Abonnements", [("Fournisseur", "Par mois", "Par an"), ("Télécom", 10, 120)]),
    ],
)
def test_a_sheet_of_other_things_may_be_left_aside(name: str, rows: Rows, tmp_path: Path) -> None:
    days: Rows = [("Date", "Client", "Jours", "TJM"), (DAY, "A", 1, 700)]
    bad = refusal(tmp_path, {"Jours": days, name: rows})
    assert "la laisser de côté" in bad.fix
    assert len(reading(tmp_path, {"Jours": days, name: rows}, {name: ""}).activity.days) == 1


def test_a_sheet_without_any_title_is_no_table(tmp_path: Path) -> None:
    bad = refusal(tmp_path, {"Calculs": [(1, 2), (3, 4)]})
    assert "n’est pas un tableau de jours, de forfaits" in bad.fix


def test_days_that_would_be_read_as_fees_are_asked_about(tmp_path: Path) -> None:
    header = ("Date", "Client", "JH produits", "Taux", "Montant HT")
    sheets: dict[str, Rows] = {"2020": [header, (DAY, "A", 2, 700, 1400), (NEXT, "A", 1, 650, 650)]}
    bad = refusal(tmp_path, sheets)
    assert bad.what == "des jours, ou des forfaits ?"
    words = {"JH produits": "Jours", "Taux": "TJM"}
    assert all(f'"{title}" = "{meaning}"' in bad.fix for title, meaning in words.items())
    assert sum(day.days for day in reading(tmp_path, sheets, words).activity.days) == 3
    named = reading(tmp_path / "named", {"Forfaits": sheets["2020"]})
    assert sum(fee.amount for fee in named.activity.fees) == 2050


@pytest.mark.parametrize("whose", ["Nom", "Tiers"])
@pytest.mark.parametrize("rate", ["TJM", "Rate"])
def test_days_of_somebody_that_would_be_read_as_fees_are_asked_about(
    whose: str, rate: str, tmp_path: Path
) -> None:
    """Their product is the amount of each row, and the revenue right; the days would be none."""
    header = ("Jours", rate, "Montant HT", "Date", whose)
    sheets: dict[str, Rows] = {"CA": [header, (2, 700, 1400, DAY, "A"), (1, 650, 650, NEXT, "A")]}
    bad = refusal(tmp_path, sheets)
    assert (bad.what, bad.place.cell) == ("des jours, ou des forfaits ?", "A1")
    assert f'"{whose}" = "Client"' in bad.fix
    words = {whose: "Client"}
    assert sum(day.days for day in reading(tmp_path, sheets, words).activity.days) == 3
    named = reading(tmp_path / "named", {"Forfaits": sheets["CA"]}, words)
    assert sum(fee.amount for fee in named.activity.fees) == 2050


def test_rates_with_dates_are_days_whose_columns_are_not_known(tmp_path: Path) -> None:
    """Leaving its columns aside would leave all its lines out."""
    header = ("Quand", "Client", "TJM", "Nb jrs")
    sheets: dict[str, Rows] = {"2020": [header, (DAY, "A", 700, 1)]}
    bad = refusal(tmp_path, sheets)
    assert '"Quand" = "Date"' in bad.fix
    assert '= ""' not in bad.fix


@pytest.mark.parametrize(
    ("rate", "counted", "meanings"),
    [
        (700, "Jours", '"Taux" = "TJM"'),
        (40, "Heures", '"Taux" = "Taux horaire"'),
        (120, "Heures", '"Taux" = "Taux horaire" (ou "TJM")'),
        (120, "Jours", '"Taux" = "TJM"'),
    ],
)
def test_a_price_is_of_days_or_of_hours_by_its_size(
    rate: int, counted: str, meanings: str, tmp_path: Path
) -> None:
    rows: Rows = [("Date", "Client", counted, "Taux"), (DAY, "A", 2, rate), (NEXT, "A", 1, rate)]
    assert meanings in refusal(tmp_path, {"Archives": rows}).fix


@pytest.mark.parametrize(
    ("lengths", "price", "meaning"),
    [
        ((0.5, 1), "TJM", "Jours ou Heures"),
        ((5, 7), "Taux horaire", "Heures ou Jours"),
        ((time(1, 30), time(2)), "Taux horaire", "Heures"),
    ],
)
def test_a_length_is_of_days_or_of_hours_by_how_it_is_written(
    lengths: tuple[object, object], price: str, meaning: str, tmp_path: Path
) -> None:
    header = ("Date", "Client", "Durée", price)
    rows: Rows = [header, (DAY, "A", lengths[0], 90), (NEXT, "A", lengths[1], 90)]
    assert f"Durée → {meaning} ? ·" in refusal(tmp_path, {"Jours": rows}).shown


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (("JH produits", "Montant TTC", "TVA"), (2, 1680, 280), (1, 780, 130)),
        (("JH produits", "Taux", "Montant HT"), (2, 700, 1400), (1, 650, 700)),
    ],
)
def test_fees_beside_a_count_that_makes_no_amount_are_fees(
    header: tuple[str, ...], first: tuple[int, ...], second: tuple[int, ...], tmp_path: Path
) -> None:
    rows: Rows = [("Date", "Client", *header), (DAY, "A", *first), (NEXT, "A", *second)]
    fees = reading(tmp_path, {"2020": rows}).activity.fees
    assert len(fees) == 2
    assert fees[0].amount == 1400


@pytest.mark.parametrize(
    ("header", "row", "line"),
    [
        (("Colonne A", "Client", "Jours", "TJM"), (DAY, "A", 2, 700), '"Colonne A" = "Date"'),
        (("Date", "Zorglub", "Jours", "TJM"), (DAY, "A", 2, 700), '"Zorglub" = "Client"'),
        (("Date", "Client", "Truc", "TJM"), (DAY, "A", 2, 700), '"Truc" = "Jours" (ou "Heures")'),
    ],
)
def test_a_column_that_its_cells_alone_tell_is_proposed(
    header: tuple[str, ...], row: tuple[object, ...], line: str, tmp_path: Path
) -> None:
    bad = refusal(tmp_path, {"Jours": [header, row, row]})
    assert line in bad.fix


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("Payé le", "Client", "Jours", "TJM"), (DAY, "A", 2, 700)),
        (("Colonne A", "Colonne B", "Client", "Jours", "TJM"), (DAY, NEXT, "A", 2, 700)),
        (("Date", "Zorglub", "Truc", "Jours", "TJM"), (DAY, "A", "B", 2, 700)),
        (("Date", "Zorglub", "Montant HT"), (DAY, "A", 700)),
        (("Date", "Client", "Truc", "Machin", "TJM"), (DAY, "A", 2, 3, 700)),
        (("Date", "Client", "Jours prévus au budget", "TJM"), (DAY, "A", 2, 700)),
    ],
)
def test_a_column_like_another_or_against_its_words_is_not(
    header: tuple[str, ...], row: tuple[object, ...], tmp_path: Path
) -> None:
    bad = refusal(tmp_path, {"Suivi perso": [header, row, row]})
    assert not any(f'" = "{field}"' in bad.fix for field in ("Date", "Client", "Jours"))


@pytest.mark.parametrize(
    ("name", "header"),
    [("CA", ("Date", "Jours", "TJM")), ("Ponant", ("Date", "Truc", "Montant HT"))],
)
def test_a_name_is_no_client_where_it_says_a_measure_or_a_column_may_be(
    name: str, header: tuple[str, ...], tmp_path: Path
) -> None:
    row = (DAY, 2, 700) if "Jours" in header else (DAY, "Forge", 700)
    bad = refusal(tmp_path, {name: [header, row, row]})
    assert f'"{name}" = "Client"' not in bad.fix


@pytest.mark.parametrize("name", ["Séances", "Forfaits"])
def test_who_was_taught_may_be_said_to_be_the_client(name: str, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {name: [("Date", "Bénéficiaire", "Montant HT"), (DAY, "Z", 700)]}
    assert '[colonnes] "Bénéficiaire" = "Client"' in refusal(tmp_path, sheets).fix
    (line,) = reading(tmp_path, sheets, {"Bénéficiaire": "Client"}).activity.fees
    assert (line.client, line.amount) == ("Z", 700)


def test_trainings_that_were_followed_are_not_proposed_as_days(tmp_path: Path) -> None:
    header = ("Date", "Organisme", "Formation", "Jours", "Montant")
    sheets: dict[str, Rows] = {"Formations suivies": [header, (DAY, "Cegos", "Vente", 2, 1200)]}
    fix = refusal(tmp_path, sheets).fix
    assert fix.startswith("son nom dit ce qui n’est pas vendu"), fix
