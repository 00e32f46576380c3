"""Books of independents, read at first sight, and those near them that are asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_books_of_new_users import codes
from tests.sources.test_common_layouts import books, refusals, sums

SOLD = (
    "Date;Client;Montant HT;{}\n08/01/2024;Ponant;1000;{}\n09/02/2024;Alizé;700;{}\n"
    "11/03/2024;Ponant;400;{}\n12/04/2024;Rivage;900;{}\n"
)
SPENT = (
    "Date;Fournisseur;Libellé;Montant HT;TVA;Montant TTC\n"
    "08/01/2024;La Cantine;{};30;3;33\n09/01/2024;OVH;Hébergement;10;2;12\n"
)
DAYS = " ".join(f";{day}" for day in range(1, 32)).replace(" ", "")


@pytest.mark.parametrize(
    ("title", "cells", "asked"),
    [
        ("Vu", ("x", "", "x", ""), False),
        ("Transmis", ("oui", "oui", "", "ok"), False),
        ("Facture archivée", ("x", "x", "x", "x"), False),
        ("Version", ("v1", "v2", "v1", "v1"), False),
        ("Reste à faire", ("4000", "3300", "2900", "2000"), False),
        ("Vu", ("x", "non", "x", ""), True),
        ("Pôle", ("x", "x", "x", ""), True),
        ("Livré", ("x", "x", "", "x"), True),
        ("Annulé", ("x", "", "", ""), True),
        ("Offert", ("x", "x", "", "x"), True),
        ("Version", ("12", "v2", "v1", "v1"), True),
        ("Reste à faire", ("4000", "3300", "2900", "2001"), True),
        ("Reste à faire", ("4000", "3300", "2900", ""), True),
    ],
)
def test_columns_that_tick_or_count_what_bears_on_nothing(
    title: str, cells: tuple[str, ...], *, asked: bool, tmp_path: Path
) -> None:
    assert sums(tmp_path, {"Factures": SOLD.format(title, *cells)}).revenue == 3000
    assert bool({"colonne", "peut-etre-annule"} & {*codes(tmp_path)}) == asked


@pytest.mark.parametrize(
    ("label", "asked"),
    [("Déjeuner client", False), ("Déjeuner", True), ("Cantine des enfants", True)],
)
def test_a_table_where_a_client_was_invited_is_no_home(
    label: str, *, asked: bool, tmp_path: Path
) -> None:
    assert sums(tmp_path, {"Dépenses": SPENT.format(label)}).spent == 40
    assert ("mouvement-possible" in codes(tmp_path)) == asked


def cra(*titles: str, first: str = "Client", name: str = "Ponant") -> str:
    row = f"{name};;1;1{';' * 28}"
    return "\n".join([*titles, "", f"{first}{DAYS}", row])


@pytest.mark.parametrize("price", ["TJM : 600 €", "TJM;600", "Tarif journalier HT : 600"])
def test_the_price_of_a_grid_stands_above_it(price: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {"CRA mars 2024": cra(price)})
    assert (found.revenue, found.days) == (1200, 2)


@pytest.mark.parametrize("prices", [("TJM : 600", "TJM : 700"), ("TJM : à voir",), ("Prix : 600",)])
def test_several_prices_above_a_grid_are_none(prices: tuple[str, ...], tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"CRA mars 2024": cra(*prices)})
    assert bad.what == "TJM inconnu"


def test_the_price_of_a_row_goes_before_that_of_its_grid(tmp_path: Path) -> None:
    text = cra("TJM : 600").replace("Client", "Client;TJM").replace("Ponant;", "Ponant;0;")
    assert sums(tmp_path, {"CRA mars 2024": text}).revenue == 0


def test_a_grid_of_missions_alone_is_refused_once(tmp_path: Path) -> None:
    text = cra("TJM : 600", first="Mission")
    text += "\n" + text.splitlines()[-1].replace("Ponant", "Alizé")
    (bad,) = refusals(tmp_path, {"CRA mars 2024": text})
    assert bad.what == "une grille sans clients"
    settings = '[colonnes]\n"Mission" = "Client"\n'
    assert sums(tmp_path, {"CRA mars 2024": text}, settings).revenue == 2400


@pytest.mark.parametrize("title", ["Client : Ponant | 2024", "Client : Ponant — mars 2024"])
def test_a_period_behind_the_name_of_a_client_is_none_of_it(title: str, tmp_path: Path) -> None:
    text = f"{title}\n\nDate;Jours;TJM\n11/03/2024;1;600\n12/03/2024;1;600\n"
    (client,) = {line.client for line in books(tmp_path, {"Jours": text}).days}
    assert client == "Ponant"


@pytest.mark.parametrize("title", ["Nature de l'achat", "Type d’achat", "Objet de la dépense"])
def test_a_title_may_say_of_what_it_is(title: str, tmp_path: Path) -> None:
    text = f"Date;Fournisseur;{title};Montant HT;TVA;TTC\n"
    text += "08/01/2024;Rivage;Encre;30;6;36\n09/01/2024;OVH;Serveur;10;2;12\n"
    text += "10/01/2024;Rivage;Encre;30;6;36\n12/01/2024;Rivage;Papier;20;4;24\n"
    assert sums(tmp_path, {"Achats": text}).spent == 90
    assert "colonne" not in codes(tmp_path)


SALES = "Date;Client;Montant HT\n08/01/2024;Ponant;1000\n09/02/2024;Alizé;700\n"
RECAP = "Client;CA HT\nPonant;1000\nAlizé;{}\nTotal;1700\n{}"


def test_figures_below_a_recap_are_no_sums_of_lines(tmp_path: Path) -> None:
    recap = RECAP.format(700, "\nTotal frais HT;1200\nRésultat;500\nTJM moyen;600\n")
    assert sums(tmp_path, {"Ventes": SALES, "Synthèse": recap}).revenue == 1700
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


@pytest.mark.parametrize(
    ("amount", "below"),
    [
        ("710", "\nRésultat;500\n"),
        ("700", "\nRivage;500\n"),
        ("700", "\nTotal Énergies;500\n"),
        ("700", "\nTotal;1800\n"),
        ("700", "Résultat;500\n"),
    ],
    ids=["a wrong sum", "another client", "a company", "a total", "no blank row"],
)
def test_what_else_stands_below_a_recap_is_compared(
    amount: str, below: str, tmp_path: Path
) -> None:
    files = {"Ventes": SALES, "Synthèse": RECAP.format(amount, below)}
    assert refusals(tmp_path, files)
