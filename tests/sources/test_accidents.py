"""After an accident in a spreadsheet, the figures are the same or somebody is told where."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pytest

from reporter.words.periods import day_in_full
from tests.books.accidents import Accident
from tests.books.mishaps import EVERY, Mishap, drawn, mishap, said_of_a_book
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, small

EACH, TRIES, TOGETHER = 2, 100, 110
"""Books for each accident, seeds tried to find them, and books of one or two drawn together.

`make bench` draws thousands more."""


@cache
def _each(accident: Accident) -> tuple[Mishap, ...]:
    """Return the first books that an accident can befall."""
    found: list[Mishap] = []
    start = 1000 * EVERY.index(accident)
    for seed in range(start, start + TRIES):
        if len(found) < EACH and (one := mishap(seed, [accident])):
            found.append(one)
    return tuple(found)


def _untold(found: list[Mishap]) -> str:
    return "\n".join(str(one) for one in found if not one.is_told)


@pytest.mark.parametrize("accident", EVERY, ids=lambda accident: accident.__name__)
def test_an_accident_changes_no_figure_in_silence(accident: Accident) -> None:
    found = _each(accident)
    assert len(found) == EACH, "an accident that seldom happens shows nothing"
    assert not (untold := _untold(list(found))), untold


@pytest.mark.parametrize("tens", range(TOGETHER // 10))
def test_nor_do_two_accidents_together(tens: int) -> None:
    seeds = range(500_000 + 10 * tens, 500_010 + 10 * tens)
    found = [one for seed in seeds if (one := drawn(seed))]
    assert len(found) > 5
    assert not (untold := _untold(found)), untold


def test_most_accidents_that_change_nothing_refuse_nothing() -> None:
    """A reader that refused every book would pass the tests above."""
    harmless = {
        "sort_the_lines", "insert_a_blank_row", "insert_a_blank_column", "repeat_the_header",
        "write_words_above_the_header", "swap_two_columns", "turn_amounts_into_text", "hide_rows",
        "hide_a_column", "hide_the_sheet", "filter_the_lines", "move_the_table", "rename_a_client",
        "turn_dates_into_text", "write_months_between", "drag_the_invoice_number", "drag_a_name",
        "write_a_percent_whole", "break_a_line_in_a_cell", "paste_from_a_document",
        "save_in_universal_time",
    }  # fmt: skip
    found = [one for accident in EVERY if accident.__name__ in harmless for one in _each(accident)]
    refused = [one for one in found if one.after.is_refused]
    assert len(refused) < len(found) // 10, "\n".join(map(str, refused))


@pytest.mark.parametrize("tens", range(5))
def test_a_book_well_kept_is_read_right_without_a_word(tens: int) -> None:
    """The books that accidents befall: each figure of each year, nothing refused nor doubted."""
    seeds = range(600_000 + 10 * tens, 600_010 + 10 * tens)
    wrong = [said for seed in seeds if (said := said_of_a_book(seed))]
    assert not wrong, "\n".join(wrong)


NAMES = ("Total Énergies", "Cumulus & Fils", "Solden", "Sommet", "Reporters sans bornes", "Totalys",
         "Bilan Carbone Conseil", "Moyen Format", "Devisme",
         "Annuelle", "Optionis", "Perdue de vue")  # fmt: skip


def day_by_day(client: str) -> str:
    """Return days of one client, each of them alike."""
    lines = (f"{day:02}/03/2020 | {client} | 1 | 700" for day in (3, 4, 5, 6))
    return "# Jours\nDate | Client | Jours | TJM\n" + "\n".join(lines)


def in_order(*dates: str) -> str:
    """Return fees of one client, one line for each date; « Date » is the header once more."""
    header = "Date | Client | Prestation | Montant HT"
    lines = [
        header if day == "Date" else f"{day} | Ponant | Lot {rank} | 1000"
        for rank, day in enumerate(dates)
    ]
    return "\n".join(("# Forfaits", header, *lines))


FOUND = [
    small(
        "a total of gross amounts alone is checked too",
        "# Forfaits 2019\nDate | Client | Taux TVA | Total TTC\n13/06/2019 | Ponant | 20 % | 1200\n"
        "27/12/2019 | Ponant | 20 % | 2400\n| TOTAL | | 9600",
        *asked("D4"),
    ),
    small(
        "a client named after a total, its date cut, and a gross amount alone",
        "# Forfaits\nTaux TVA | Objet | Date | Client | Total TTC\n0.2 | Infogérance | 31/07/2019 | Total Énergies | 1200\n"
        "0.2 | Audit | | Total Énergies | 2400",
        right(revenue=3000),
        *asked("C3"),
    ),
    small(
        "the first header deleted, the one of the next page left",
        "# CRA 2020\n02/03/2020 | Ponant | 2 | 700\n06/03/2020 | Ponant | 3 | 700\nDate | Client | Jours | TJM\n"
        "27/03/2020 | Ponant | 4 | 700",
        right(days=9),
        *asked("A1", "A2"),
    ),
    small(
        "a sum that leaves nothing out, the movements included",
        "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n16/04/2019 | Fibre | Télécom | 435.25\n"
        "25/10/2019 | TVA versée | TVA versée | 2923.31\n29/11/2019 | Papier | Bureau | 167.23\n"
        "29/11/2019 | Année | | 3525.79",
        right(charges=602.48),
        *asked("A5"),
    ),
    small(
        "a sum of purchases and charges",
        "# Dépenses\nDate | Libellé | Montant HT | Amortissement (années)\n20/02/2019 | Papier | 499.15 |\n"
        "04/06/2019 | Ordinateur | 1964.05 | 3\n24/11/2019 | Récapitulatif | 2463.20 |",
        right(charges=499.15),
        *asked("A4"),
    ),
    small(
        "one date cut among others",
        "# Dépenses\nDate | Libellé | Montant HT | Amortissement (années)\n20/12/2019 | Papier | 499.15 |\n"
        "| Ordinateur | 1800 | 3\n24/11/2020 | Fibre | 63.2 |\n25/11/2020 | Train | 71.9 |",
        *asked("A3"),
    ),
    small(
        "a target below the expenses takes no date",
        "# Dépenses\nDate | Libellé | Montant HT\n20/02/2019 | Papier | 499.15\n24/11/2019 | Fibre | 63.2\n"
        "| Budget | 4624",
        right(charges=562.35),
        *asked("A4", "B4", "C4"),
    ),
    small(
        "a sheet of fees whose clients lost their title",
        "# Feuil1\nDate | xx | Libellé | Montant HT\n20/02/2020 | Ponant | Audit | 1000\n21/03/2020 | Alizé | Suivi | 2500",
        *asked("B1", "A1"),
    ),
    *(
        small(
            f"{client}, which may be a word of accounting",
            day_by_day(client),
            right(days=4, revenue=2800),
            *asked("B2"),
        )
        for client in ("Objectif Lune", "Avoirs & Cie")
    ),
    small(
        "a last row that goes one column to the right, its date a text and its client « Total »",
        "# CRA 2020\nHeures | Client | Date | TJM | Facture |\n14 | Ponant | 02/03/2020 | 900 | F1 |\n"
        "| 7 | Total Énergies | '2020-08-31 | 920 € | F2",
        *asked("A3", "C3", "D3"),
        settings="[lecture]\nheures_par_jour = 7\n",
    ),
    small(
        "rows that go one column to the right, of a name that begins as a word of sums",
        "# Forfaits\nTotal TTC | Date | Client | Objet | Montant HT |\n"
        "| 7433.80 | 09/06/2020 | Cumulus & Fils | Audit | 6194.83\n"
        "4455.02 | 23/10/2020 | Ponant | Cadrage | 3712.52 |",
        right(revenue=9907.35),
        *asked("A2", "B2", "F2"),
    ),
    small(
        "a deposit below the expenses takes no date, a blank row between",
        "# Notes de frais\nFournisseur | Libellé | Date | Montant HT\nRail 44 | Papier | 23/01/2018 | 453.24\n"
        "Forge | Fibre | 23/10/2019 | 324.02\n\n| Acompte reçu | | 14698",
        right(charges=777.26),
        *asked("B5", "D5"),
    ),
    ordinary(
        "a header repeated between lines that say the same of other months",
        "# Jours\nTTC | TVA % | Date | Client | Jours\n427.5 | 0 | 23/07/2019 | NA | 0.75\n"
        "657 | 0.2 | 24/07/2019 | Port Franc | 0.75\nTTC | TVA % | Date | Client | Jours\n"
        "547.5 | 0 | 24/10/2019 | Port Franc | 0.75\n427.5 | 0 | 31/10/2019 | NA | 0.75\n"
        "876 | 0.2 | 31/08/2020 | Port Franc | 1",
        days=4,
    ),
    *(
        small(
            f"{word} just below the expenses, of no supplier and no category",
            "# Dépenses\nDate | Prestataire | Libellé | Catégorie | Montant HT | Amortissement (années)\n"
            "17/02/2020 | Forge | Hébergement | Serveurs | 364.93 |\n"
            f"26/03/2020 | Rail 44 | Train | Voyages | 409.62 |\n| | {word} | | 8865 |",
            right(charges=774.55),
            *asked("C4", "E4"),
        )
        for word in ("Acompte reçu", "Objectif", "Reste à payer", "Budget 2020", "Prévisions")
    ),
    *(
        small(
            f"a dated « {word} » that is not the sum",
            "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n"
            "13/01/2021 | Télécom | Ouvrages | Bureau | 300.27\n08/03/2021 | Forge | Papier | Bureau | 147.87\n"
            f"02/09/2021 | | {word} | | 7030.91",
            *asked("C4", "E4"),
        )
        for word in ("TOTAL", "Total", "Total général", "Sous-total", "Totaux", "TOTAL 2021")
    ),
    small(
        "rows pasted whose dates stand among the numbers of invoices",
        "# Jours 2020\nDate | N° Facture | Client | Jours | TJM\n20/01/2020 | J-1 | Ponant | 4.75 | 690\n"
        "23/01/2020 | J-2 | Alizé | 5.75 | 930\n| 10/06/2021 | Ponant | 3.75 | 690\n"
        "| 22/06/2021 | Alizé | 4.5 | 930",
        *asked("B4", "A4", "B5", "A5"),
    ),
    *(
        small(
            f"the row of {client} one column to the right, its name where its date should stand",
            "# Jours\nTJM | Affaire | HT | Nb jours | Client | Date |\n"
            "480 | Flux | 2640 | 5.5 | Ponant | 07/07/2021 |\n"
            f"480 | Socle | 1800 | 3.75 | Alizé | 14/09/2021 |\n| 510 | Flux | 2040 | 4 | {client} | 24/09/2021",
            *asked("F4"),
        )
        for client in ("Total Énergies", "Cumulus & Fils", "Sommet")
    ),
    *(
        small(
            f"{what} of a client, of nothing else",
            "# Forfaits\nDate | Client | Prestation | Montant HT\n08/02/2019 | Ponant | Audit | 2910\n"
            "06/03/2019 | Alizé | Site | 939\n17/07/2019 | Alizé | Suivi | 237\n"
            f"29/08/2019 | Ponant | Suivi | 1100\n{date} | Alizé | | 1176",
            *asked("A6"),
        )
        for what, date in (("the dated sum", "31/08/2019"), ("the sum", ""))
    ),
    small(
        "subtotals of months without a word",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n29/01/2020 | Ponant | Audit | 1222\n"
        "29/01/2020 | | | 1222\n02/09/2020 | Alizé | Site | 5762\n02/09/2020 | | | 5762",
        *asked("A3"),
    ),
    small(
        "a sum of days at the mean of their rates",
        "# Jours\nDate | Client | Jours | TJM\n08/02/2021 | Ponant | 1 | 450\n18/02/2021 | Alizé | 5 | 735\n"
        "08/06/2021 | Ponant | 2 | 450\n07/09/2021 | Alizé | 4 | 600\n31/12/2021 | Année | 12 | 618.75\n",
        *asked("A6"),
    ),
    small(
        "a sum of days and of fees, in a list of invoices",
        "# Factures\nNuméro | Date | Client | Objet | Quantité | Unité | Prix unitaire | Montant HT\n"
        "F-1 | 05/03/2020 | Ponant | Régie | 10 | jours | 700 | 7000\n"
        "F-2 | 05/04/2020 | Alizé | Audit | 1 | forfait | 3000 | 3000\n"
        "F-3 | 05/05/2020 | Ponant | Audit | 1 | forfait | 450 | 450\n"
        " | 05/05/2020 | | A reporter | 12 | | | 10450",
        *asked("A5"),
    ),
    small(
        "the sum of a person's pay slips, under that name",
        "# Paie\nMois | Salarié | Brut | Cotisations salariales | Cotisations patronales | Net à payer\n"
        "31/01/2020 | Anne | 3000 | 660 | 1260 | 2340\n31/01/2020 | Bruno | 2000 | 440 | 840 | 1560\n"
        "29/02/2020 | Anne | 3100 | 682 | 1302 | 2418\n31/03/2020 | Anne | 3200 | 704 | 1344 | 2496\n"
        "31/03/2020 | Anne | 9300 | 2046 | 3906 | 7254",
        *asked("A6"),
    ),
    small(
        "contributions with three zeros more",
        "# Paie\nMois | Salarié | Brut | Cotisations salariales | Cotisations patronales | Net à payer\n"
        "31/01/2020 | Anne | 3000 | 660 | 1260000 | 2340",
        *asked("E2"),
    ),
    small(
        "a distance copied on the line below",
        "# Dépenses\nDate | Libellé | Km\n02/03/2020 | Visite | 326\n02/03/2020 | Visite | 326",
        *asked("A3"),
        settings="[vehicule]\npuissance_fiscale = 5\n",
    ),
    small(
        "a unit cut from a list of invoices",
        "# Factures\nNuméro | Date | Client | Objet | Quantité | Unité | Prix unitaire | Montant HT\n"
        "F-1 | 05/03/2020 | Ponant | Régie | 10 | jours | 700 | 7000\n"
        "F-2 | 05/04/2020 | Alizé | Régie | 8 | | 650 | 5200",
        *asked("F3"),
    ),
    small(
        "dates one row down",
        "# Jours\nDate | Client | Jours | TJM\n15/10/2020 | Ponant | 1 | 700\n | Alizé | 5 | 735\n"
        "20/10/2020 | Ponant | 2 | 700\n04/11/2020 | Ponant | 2 | 700\n12/12/2020 | Ponant | 2 | 700\n31/03/2021 | | |",
        *asked("A3"),
    ),
    small(
        "a column of dates half filled",
        "# Jours\nDate | Client | Jours | TJM\n15/10/2020 | Ponant | 1 | 700\n20/10/2020 | Alizé | 5 | 735\n"
        " | Ponant | 2 | 700\n | Ponant | 3 | 700\n | Alizé | 2 | 735",
        *asked("A4"),
    ),
    small(
        "the day and the price of a sale drawn down",
        "# Dépenses\nDate | Libellé | Montant HT | Durée d’amortissement | Date de cession | Prix de cession\n"
        "05/01/2019 | Ordinateur | 3000 | 3 | 30/06/2020 | 800\n05/02/2019 | Écran | 900 | 3 | 30/06/2020 | 800",
        *asked("A3"),
    ),
    ordinary(
        "a total beside which words stand",
        "# Jours\nDate | Client | Jours | TJM | HT\n07/07/2021 | Ponant | 5 | 500 | 2500\n"
        "14/09/2021 | Alizé | 2 | 600 | 1200\nTotal | | Nb jours : 7 | | 3700",
        days=7,
    ),
    small(
        "the sum of two pay slips, under a word of nobody's",
        "# Paie\nMois | Salarié | Brut | Cotisations salariales | Cotisations patronales | Net à payer\n"
        "31/01/2020 | Anne | 3000 | 660 | 1260 | 2340\n29/02/2020 | Anne | 3000 | 660 | 1260 | 2340\n"
        "31/12/2020 | Année | 6000 | 1320 | 2520 | 4680",
        *asked("A4"),
    ),
    small(
        "the clients of a sheet of fees lost their title, and what remains is that of expenses",
        "# Prestations forfaitaires 2019\nMontant TTC | HT | Colonne1 | Date | Libellé\n"
        "4552.63 | 3793.86 | Ponant | 28/01/2019 | Formation\n2101.03 | 1750.86 | Alizé | 01/02/2019 | Cadrage",
        refused("A1"),
    ),
    *(
        small(
            f"the clients of a sheet called {name} have the title of suppliers",
            f"# {name}\nDate | Fournisseur | {what} | Montant HT\n20/02/2020 | Ponant | {cell} | 1000\n"
            f"21/03/2020 | Alizé | {cell} | 2500",
            refused("A1"),
        )
        for name, what, cell in (
            ("Jours 2020", "Jours", "3"), ("Régie", "Libellé", "Audit"), ("Forfaits", "Prestation", "Audit"),
            ("Ventes 2020", "Libellé", "Audit"), ("Livre des recettes", "Prestation", "Audit"),
            ("Encaissements", "Libellé", "Audit"), ("CA HT 2020", "Libellé", "Audit"),
        )
    ),
    small(
        "what is bought stands below the sales, on a sheet that is called for these",
        "# Ventes 2020\nDate | Client | Prestation | Montant HT\n31/01/2020 | Ponant | Audit | 7000\n28/02/2020 | Ponant | Lot | 5600"
        "\n\nDate | Fournisseur | Libellé | Montant HT\n20/02/2020 | Rail 44 | Train | 100",
        right(revenue=12600, charges=100),
    ),
    small(
        "what is bought stands below the days, on a sheet that is called for these",
        "# Jours 2020\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n28/02/2020 | Ponant | 8 | 700"
        "\n\nDate | Fournisseur | Libellé | Montant HT\n20/02/2020 | Rail 44 | Train | 100",
        right(revenue=12600, charges=100),
    ),
    *(
        small(
            f"a month of one charge and one movement, added up as {word}",
            "# Dépenses\nDate | Libellé | Fournisseur | Montant HT | Catégorie\n"
            "15/03/2019 | Papier | Forge | 87.98 | Bureau\n01/05/2019 | TVA versée | | 3090.76 | TVA versée\n"
            f"17/05/2019 | Poste | Rail 44 | 79.78 | Bureau\n17/05/2019 | {word} | | 3170.54 |\n"
            "30/08/2019 | Train | Alizé | 123.47 | Bureau\n20/09/2019 | Encre | Alizé | 65.87 | Bureau",
            *asked("A5"),
        )
        for word in ("Mois", "05/2019 :", "mai")
    ),
    small(
        "a first month added up, where suppliers have no column",
        "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n13/01/2021 | TVA versée | TVA versée | 7175.07\n"
        "29/01/2021 | Poste | Bureau | 315.67\n29/01/2021 | '01/2021 | | 7490.74\n24/03/2021 | Poste | Bureau | 390.05",
        *asked("A4"),
    ),
    ordinary(
        "expenses beside the days of a sheet, under no title",
        "# Activité 2020\nDate | Client | Jours | TJM | | Date | Libellé | Montant HT\n"
        "05/03/2020 | Ponant | 5 | 700 | | 06/03/2020 | Papier | 31.5\n12/03/2020 | Alizé | 4 | 650 | | 09/03/2020 | Train | 82",
        days=9,
        charges=113.5,
    ),
    ordinary(
        "a movement as great as the expenses above it, last of its sheet",
        "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n13/01/2021 | Poste | Bureau | 315.67\n"
        "24/03/2021 | Papier | Bureau | 390.05\n30/04/2021 | TVA versée | TVA versée | 701.20",
        charges=705.72,
    ),
    ordinary(
        "an expense worth two others of its month, each of them named",
        "# Dépenses\nDate | Libellé | Fournisseur | Montant HT\n02/03/2021 | Train | Rail 44 | 80\n"
        "05/04/2021 | Papier | Forge | 40\n06/04/2021 | Encre | Forge | 60\n08/04/2021 | Fibre | Alizé | 100",
        charges=280,
    ),
    small(
        "the same, a title of the header blank among the others",
        "# Forfaits\nTVA | TTC | | N° facture | Objet | Date | HT\n"
        "950.93 | 5705.58 | Ponant | F-1 | Audit | 12/03/2020 | 4754.65\n939.34 | 5636.02 | Alizé | F-2 | Site | 24/04/2020 | 4696.68",
        refused("A1"),
    ),
    small(
        "no column of clients at all, on two pages",
        "# Forfaits\nDate | N° facture | Objet | HT\n07/01/2021 | F-1 | Formation | 7025.61\n"
        "Date | N° facture | Objet | HT\n15/04/2021 | F-2 | Cadrage | 8222.98",
        refused("A1"),
    ),
    small(
        "the date of a purchase merged with the one above",
        "# Dépenses\nDate | Libellé | Montant HT | Amortissement (années)\n29/05/2019 | Papier | 287.94 |\n"
        "16/07/2019 | Fibre | 14.63 |\n | Ordinateur | 1281.44 | 5\n29/11/2019 | Fibre | 143.57 |\n"
        "03/12/2019 | Encre | 31.5 |",
        *asked("A4"),
    ),
    small(
        "the date and the amount of a client named after a total, one in the place of the other",
        "# Forfaits 2018\nDate | Client | Objet | HT\n7946.49 | Total Énergies | Reprise | 01/01/2018\n"
        "23/04/2018 | Ponant | Reprise | 2517.2\n30/07/2018 | Total Énergies | Formation | 1874.34",
        refused("A2", "D2"),
    ),
    small(
        "a movement pasted over the line below it",
        "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | Montant HT\n10/01/2020 | Rail 44 | Hébergement | Bureau | 389.66\n"
        "02/04/2020 | | TVA versée | TVA versée | 5683.69\n02/04/2020 | | TVA versée | TVA versée | 5683.69\n"
        "04/11/2020 | Rail 44 | Fibre | Bureau | 298.55",
        *asked("A4"),
    ),
    *(
        small(
            f"{cell} under « {title} »",
            f"# {sheet}\nDate | {names} | {amounts}\n20/03/2019 | {words} | {numbers}\n"
            f"31/07/2019 | {words} | {numbers}1\n18/10/2019 | {moved}",
            *asked(at),
        )
        for title, cell, sheet, names, amounts, words, numbers, moved, at in (
            ("Catégorie", "an amount", "Dépenses", "Fournisseur | Libellé | Catégorie", "HT | Amortissement (années)",
             "Forge | Papier | Bureau", "243.85 | 3", "Ordinateur | Matériel | 2537.88 | 5 |", "D4"),
            ("Catégorie", "an amount in euros", "Dépenses", "Fournisseur | Libellé | Catégorie", "HT | Amortissement (années)",
             "Forge | Papier | Bureau", "243.85 | 3", "Ordinateur | Matériel | 2 537,88 € | 5 |", "D4"),
            ("Libellé", "a date", "Dépenses", "Fournisseur | Libellé", "HT",
             "Forge | Papier", "243.85", "Forge | 18/10/2019 | 5", "C4"),
            ("Fournisseur", "a written amount", "Dépenses", "Fournisseur | Libellé", "HT",
             "Forge | Papier", "243.85", "'1537,88 | Papier | 5", "B4"),
            ("Prestation", "an amount", "Forfaits", "Client | Prestation", "HT",
             "Ponant | Audit", "1243.85", "Ponant | 2537.88 | 50", "C4"),
            ("Mission", "days", "Jours", "Client | Mission", "Jours | TJM",
             "Ponant | Flux", "3 | 70", "Flux | 3.5 | 2 | 700", "C4"),
        )
    ),
    *(
        ordinary(
            f"numbers that are names: {what}",
            f"# {sheet}\nDate | {header}\n20/03/2019 | {one}\n31/07/2019 | {two}\n18/10/2019 | {three}",
            settings="",
            **{figure: value},
        )
        for what, sheet, header, one, two, three, figure, value in (
            ("accounts", "Dépenses", "Libellé | Catégorie | HT", "Loyer | 613200 | 310", "Train | 625100 | 80",
             "Papier | 606400 | 20", "charges", 410),
            ("a client called so", "Forfaits", "Client | Prestation | HT", "1664 | Audit | 3100", "1664 | Suivi | 800",
             "1664 | Audit | 200", "revenue", 4100),
            ("an order", "Forfaits", "Client | Prestation | HT", "Ponant | Audit | 3100", "Ponant | 2019042 | 800",
             "Ponant | Suivi | 200", "revenue", 4100),
            ("parts of a project", "Jours", "Client | Mission | Jours | TJM", "Ponant | 1.2 | 3 | 700",
             "Ponant | 1.3 | 2 | 700", "Ponant | 2.1 | 2 | 700", "days", 7),
            ("what begins by a figure", "Forfaits", "Client | Prestation | HT", "24ème Rue | Audit | 3100",
             "3,14 Conseil | 2 jours sur site | 800", "42 & Cie | 4.0 : refonte | 200", "revenue", 4100),
        )
    ),
    *(
        small(
            f"a cell of « {title} » deleted, and what is below it gone up",
            f"# Forfaits\nDate | Client | Prestation | Montant HT\n23/10/2019 | Ponant | Audit | {amounts[0]}\n"
            f"05/11/2019 | Alizé | Site | {amounts[1]}\n22/12/2019 | Ponant | Suivi | {amounts[2]}\n"
            f"20/01/2020 | Alizé | Reprise | {amounts[3]}\n{last} | Ponant | Fin | {amounts[4]}\n| TOTAL | | {amounts[5]}",
            *asked(at),
        )
        for title, amounts, last, at in (
            ("Montant HT", (265.81, 566.13, 300, 410, 1607.33, ""), "26/03/2020", "A7"),
            ("Date", (65.39, 265.81, 566.13, 300, 410, 1607.33), "", "A6"),
        )
    ),
    *(
        small(
            f"two rows of a file joined in one: {what}",
            f"# Forfaits\n{rows[0]}\n12/04/2020 | Ponant | Site | 4843.91\n29/08/2020 | Alizé | Suivi | 264.46\n{rows[1]}",
            refused(at),
        )
        for what, at, rows in (
            ("the titles and a line", "G1", ("Date | Client | Objet | HT | | | 31/03/2020 | Ponant | Audit | 5771", "")),
            ("with no gap between", "F1", ("Date | Client | Objet | HT | Ponant | 31/03/2020 | Audit | 571.03", "")),
            ("a total and a line", "F4",
             ("Date | Client | Objet | HT", "| Total | | 5108.37 | | 30/09/2020 | Ponant | Audit | 1876.38")),
        )
    ),
    *(
        ordinary(
            f"beside the titles, {what}",
            f"# Forfaits\nDate | Client | Objet | HT | {beside}\n12/04/2020 | Ponant | Site | 4843.91\n"
            "29/08/2020 | Alizé | Suivi | 264.46",
            revenue="5108.37",
        )
        for what, beside in (
            ("the day of its edition", "| Édité le | 31/03/2020"),
            ("a rate", "| TVA au taux de | 0.2"),
            ("a year", "| 2020"),
        )
    ),
    *(
        small(
            f"a cell of {what} drawn over the lines below, which counts",
            f"# {sheet}\nDate | {header}\n" + "\n".join(
                f"{day:02}/03/2020 | {row} | {number}" for day, number in zip((2, 3, 4, 5, 6), numbers, strict=False)
            ),
            *asked(at),
        )
        for what, sheet, header, row, numbers, at in (
            ("an amount", "Forfaits", "Client | Prestation | HT", "Ponant | Audit", (3100, 1234.5, 1235.5, 1236.5, 1237.5), "D4"),
            ("gross amounts", "Dépenses", "Libellé | TVA % | TTC", "Papier | 20 %", (62, 63, 64, 65, 12), "D3"),
            ("contributions", "Paie", "Salarié | Brut | Cotisations salariales | Net à payer | Cotisations patronales",
             "Anne | 3000 | 660 | 2340", (1260, 1261, 1262, 1263), "F3"),
            ("a rate, to the end", "Jours", "Client | Jours | TJM", "Ponant | 1", (700, 701, 702, 703), "D3"),
        )
    ),
    *(
        ordinary(
            f"numbers that count by themselves: {what}",
            "# Forfaits\nDate | Client | Prestation | HT\n" + "\n".join(
                f"{day:02}/03/2020 | Ponant | Lot {day} | {number}" for day, number in zip((2, 3, 4, 5, 6), numbers, strict=True)
            ),
            revenue=sum(numbers),
        )
        for what, numbers in (
            ("three alone", (1234, 1235, 1236, 3100, 545)),
            ("all of them", (1000, 1001, 1002, 1003, 1004)),
            ("by ten", (3100, 510, 520, 530, 540)),
        )
    ),
    small(
        "a total of hours that the lines do not make",
        "# Jours\nDate | Client | Heures | TJM\n06/04/2020 | Ponant | 24.5 | 590\n27/04/2020 | Alizé | 29.75 | 760\n"
        "30/09/2020 | Ponant | 10.5 | 590\n| TOTAL | 73.75 |",
        refused("C5"),
        settings="[lecture]\nheures_par_jour = 7\n",
    ),
    *(
        ordinary(
            f"hours and their totals, {what}",
            f"# Jours\nDate | Client | Heures | TJM\n06/04/2020 | Ponant | 21 | 590\n{rows}",
            settings="[lecture]\nheures_par_jour = 7\n",
            days=7,
        )
        for what, rows in (
            ("of all", "27/04/2020 | Alizé | 28 | 760\n| TOTAL | 49 |"),
            ("of each month", "| Sous-total | 21 |\n27/05/2020 | Alizé | 28 | 760\n| Sous-total | 28 |\n| TOTAL | 49 |"),
            ("below a header repeated", "Date | Client | Heures | TJM\n27/05/2020 | Alizé | 28 | 760\n| TOTAL | 49 |"),
        )
    ),
    small(
        "a whole amount under « Libellé »",
        "# Dépenses\nDate | Fournisseur | Libellé | Montant HT | Amortissement (années)\n05/01/2019 | Forge | Ordinateur | 3000 | 3\n"
        "05/02/2019 | Forge | 900 | 3 |\n10/04/2019 | Rail 44 | Train | 82 |",
        *asked("C3"),
    ),
    small(
        "a VAT where the years of a purchase should stand",
        "# Dépenses\nDate | Libellé | Amortissement (années) | HT | TVA\n24/01/2020 | Fibre | 17.22 | 172.16 |\n"
        "06/02/2020 | Papier | | 231.72 | 23.17",
        *asked("A2"),
    ),
    ordinary(
        "years that are months",
        "# Dépenses\nDate | Libellé | Amortissement (années) | HT\n31/12/2020 | Ordinateur | 2.5 | 1200\n"
        "31/12/2020 | Serveur | 3.33 | 2400\n31/12/2020 | Écran | 1.67 | 900\n31/12/2020 | Papier | | 22",
        charges=22,
    ),
    small(
        "a sale moved among the expenses, its rate of VAT as their category",
        "# Dépenses\nDate | Fournisseur | Libellé | Catégorie | HT\n24/05/2021 | Forge | Papier | Bureau | 370.76\n"
        "05/07/2021 | Total Énergies | Reprise | 20 % | 7 984,70\n22/10/2021 | Forge | Encre | Bureau | 44.85",
        *asked("D3"),
    ),
    *(
        small(
            f"the days of a month that ends on a {day} are gone",
            f"# Jours\nDate | Client | Mission | Jours | TJM\n31/01/2020 | Ponant | Flux | 10 | 700\n"
            f"{date} | Ponant | Flux | | 700\n30/06/2020 | Alizé | Site | 9 | 650",
            refused("D3"),
        )
        for day, date in (("Saturday", "29/02/2020"), ("Sunday", "31/05/2020"), ("Friday", "28/02/2020"))
    ),
    small(
        "the client of the totals of months deleted, and the rest gone left",
        "# CA 2020\nClient | Janvier | Février | Mars | Avril | Total\nPonant | 7000 | 5600 | 6300 | 7100 | 26000\n"
        "Alizé | 2400 | 3150 | 1800 | 900 | 8250\n9400 | 8750 | 8100 | 8000 | 34250 |",
        *asked("A4"),
    ),
    *(
        small(
            f"the units of a list of invoices, {what}",
            "# Factures\nNuméro | Date | Client | Objet | Quantité | Unité | Prix unitaire | Montant HT\n"
            f"F-1 | 31/01/2020 | Ponant | Régie | 10 | {units[0]} | 700 | 7000\nF-2 | 05/02/2020 | Alizé | Audit | 1 | {units[1]} | 3000 | 3000\n"
            f"F-3 | 28/02/2020 | Ponant | Régie | 8 | {units[2]} | 700 | 5600\nF-4 | 31/03/2020 | Alizé | Site | 1 | {units[3]} | 1450 | 1450",
            *asked(at),
        )
        for what, units, at in (
            ("two of them exchanged", ("jours", "jours", "forfait", "forfait"), "F4"),
            ("one gone, and those below gone up", ("forfait", "jours", "forfait", ""), "F2"),
            ("one drawn down", ("jours", "forfait", "forfait", "forfait"), "F4"),
        )
    ),
    ordinary(
        "two fixed fees, and several pieces, beside days",
        "# Factures\nNuméro | Date | Client | Objet | Quantité | Unité | Prix unitaire | Montant HT\n"
        "F-1 | 31/01/2020 | Ponant | Régie | 10 | jours | 700 | 7000\nF-2 | 05/02/2020 | Alizé | Audit | 2 | forfait | 3000 | 6000\n"
        "F-3 | 28/02/2020 | Alizé | Licence | 5 | pièces | 100 | 500\nF-4 | 31/03/2020 | Alizé | Site | 1 | forfait | 1450 | 1450",
        days=10,
        fees=7950,
    ),
    *(
        small(f"a sale of Total Énergies among the expenses, its cells under other titles: {at}", text, refused(at))
        for at, text in (
            ("C4", ("# Dépenses 2021\n | | Date | Catégorie | Libellé | HT\n | | 28/05/2021 | Bureau | Train | 244.74\n"
             " | | 03/06/2021 | Bureau | Poste | 227.92\n12/02/2021 | Total Énergies | Infogérance | 4256.74")),
            ("C4", ("# Dépenses\nDate | Libellé | TTC | TVA % | Catégorie | HT\n03/03/2021 | Fibre | 282.55 | 0.2 | Bureau | 235.46\n"
             "04/04/2021 | Train | 120 | 0.2 | Bureau | 100\néchange | 0.2 | Total Énergies | 920.34 | 16/09/2021 |")),
        )
    ),
    small(
        "contributions copied on another gross pay",
        "# Paie\nMois | Salarié | Brut | Cotisations salariales | Cotisations patronales | Net à payer\n"
        "31/01/2020 | Anne | 3000 | 660 | 1260 | 2340\n29/02/2020 | Anne | 3100 | 682 | 1260 | 2418",
        *asked("E3"),
    ),
    small(
        "the date of the last line gone, over two years",
        "# Forfaits\nDate | Client | Prestation | HT\n05/11/2018 | Ponant | Audit | 1036.86\n06/03/2019 | Alizé | Site | 4501.85\n"
        "02/10/2019 | Alizé | Suivi | 4526.77\n | Alizé | Reprise | 2735.54",
        *asked("A5"),
    ),
    small(
        "a line typed twice, its VAT once",
        "# Forfaits\nTTC | HT | Client | Date | Objet\n | 6920.55 | Ponant | 20/01/2021 | Reprise\n"
        " | 2284.73 | Alizé | 27/08/2021 | Formation\n8304.66 | 6920.55 | Ponant | 20/01/2021 | Reprise",
        *asked("A4"),
    ),
    ordinary(
        "one meal at two rates of VAT",
        "# Dépenses\nDate | Libellé | HT | TVA %\n20/01/2021 | Repas | 20 | 0.1\n20/01/2021 | Repas | 20 | 0.2\n"
        "27/08/2021 | Papier | 22 | 0.2",
        charges=62,
    ),
    *(
        small(f"{what}, in the order of dates", in_order(*dates), *asked(at))
        for what, at, dates in (
            ("January typed with the year that ended", "A4",
             ("05/11/2019", "20/12/2019", "10/01/2019", "15/02/2020", "20/03/2020")),
            ("two lines of January", "A5",
             ("05/10/2019", "05/11/2019", "20/12/2019", "10/01/2019", "12/01/2019", "15/02/2020")),
            ("December typed with the year that begins", "A3",
             ("05/11/2019", "20/12/2020", "10/01/2020", "15/02/2020")),
            ("the last line", "A5", ("05/10/2019", "05/11/2019", "20/12/2019", "10/01/2019")),
            ("from last to first", "A4",
             ("20/03/2020", "15/02/2020", "10/01/2019", "20/12/2019", "05/11/2019")),
            ("below a header repeated", "A6",
             ("05/11/2019", "20/12/2019", "05/01/2020", "Date", "10/01/2019", "15/02/2020", "20/03/2020")),
        )
    ),
    *(
        ordinary(f"dates in another order: {what}", in_order(*dates), fees=1000 * len(dates))
        for what, dates in (
            ("a line forgotten", ("05/11/2019", "20/12/2019", "10/01/2020", "15/02/2020", "30/06/2020", "20/11/2019")),
            ("one typed later", ("05/11/2019", "20/12/2019", "10/01/2020", "28/12/2019", "15/02/2020", "30/06/2020")),
            ("none", ("05/11/2019", "20/01/2020", "10/06/2019", "28/12/2019", "15/02/2020", "30/06/2019")),
            ("by client", ("05/11/2019", "20/12/2019", "10/01/2020", "05/11/2019", "22/12/2019", "11/01/2020")),
            ("by year, the last first", ("05/03/2020", "20/04/2020", "10/05/2020", "05/03/2019", "22/04/2019")),
        )
    ),
    *(
        small(f"one cell of its column is blank: {what}", f"# {sheet}\n{header}\n" + "\n".join(rows), *asked(at))
        for what, sheet, header, rows, at in (
            ("an amount, the rate in the place of which it went", "Jours", "Mois | Client | Jours | TJM | Montant HT",
             ("Avril 2020 | Ponant | 3.25 | 2795 |", "Mai 2020 | Alizé | 6 | 730 | 4380", "Août 2020 | Ponant | 5 | 860 | 4300",
              "Octobre 2020 | Alizé | 4 | 730 | 2920"), "E2"),
            ("a gross amount, which went under « HT »", "Forfaits", "Date | Client | Prestation | Montant HT | TTC",
             ("02/03/2020 | Ponant | Audit | 1200 |", "06/04/2020 | Alizé | Site | 900 | 1080", "07/05/2020 | Alizé | Suivi | 500 | 600",
              "08/06/2020 | Ponant | Suivi | 700 | 840"), "E2"),
            ("a client, which has another price than the one above", "Forfaits", "Date | Client | Prestation | Montant HT",
             ("02/03/2020 | Ponant | Audit | 1000", "06/04/2020 | Alizé | Site | 900", "07/05/2020 | | Suivi | 500",
              "08/06/2020 | Ponant | Suivi | 700"), "B4"),
            ("a date", "Dépenses", "Date | Libellé | Montant HT",
             ("02/03/2020 | Papier | 12", "06/04/2020 | Train | 90", "| Fibre | 50", "08/06/2020 | Encre | 70"), "A4"),
            ("a unit, those below gone down", "Factures", "N° | Date | Client | Objet | Quantité | Unité | Prix unitaire | Montant HT",
             ("F-1 | 31/01/2020 | Ponant | Régie | 10 | jours | 700 | 7000", "F-2 | 05/02/2020 | Alizé | Audit | 1 | | 3000 | 3000",
              "F-3 | 28/02/2020 | Alizé | Site | 1 | forfait | 5600 | 5600", "F-4 | 31/03/2020 | Ponant | Régie | 2 | forfait | 700 | 1400",
              "F-5 | 30/04/2020 | Ponant | Régie | 9 | jours | 700 | 6300"), "F3"),
        )
    ),
    *(
        small(f"dates moved: {what}", in_order(*dates), *asked(at))
        for what, at, dates in (
            ("all month first, those that can be", "A2", ("05/11/2020", "06/10/2020", "07/02/2020", "09/09/2020", "11/05/2020")),
            ("month first, and true ones after the twelfth", "A2", ("01/02/2020", "14/01/2020", "02/03/2020", "20/02/2020", "03/04/2020")),
            ("one typed month first", "A5", ("12/03/2020", "03/04/2020", "05/06/2020", "07/02/2020", "30/09/2020")),
            ("two exchanged", "A3", ("12/03/2019", "30/09/2020", "05/06/2019", "07/11/2019", "03/04/2019", "02/10/2020")),
            ("the first and the last of four exchanged", "A2", ("09/11/2021", "29/12/2020", "07/01/2021", "13/05/2020")),
            ("a date drawn down", "A5", ("12/03/2019", "03/04/2019", "05/06/2019", *["07/11/2019"] * 4)),
            ("a day more on each line", "A4", ("12/03/2019", "03/04/2019", "05/12/2019", *(f"{day:02}/12/2019" for day in range(6, 12)))),
            ("a year more on each line", "A3", ("12/03/2019", "03/04/2019", "03/04/2020", "03/04/2021", "03/04/2022")),
        )
    ),
    *(
        ordinary(f"dates that nobody moved: {what}", in_order(*dates), fees=1000 * len(dates))
        for what, dates in (
            ("a line forgotten", ("12/03/2020", "30/04/2020", "05/06/2020", "20/03/2020", "30/09/2020")),
            ("two neighbours in no order", ("12/03/2020", "18/06/2020", "15/06/2020", "20/07/2020", "30/09/2020")),
            ("three of the last day", ("12/03/2020", "30/04/2020", "05/06/2020", *["30/09/2020"] * 3)),
            ("several of each day", (*["30/04/2020"] * 2, "05/06/2020", "08/07/2020", *["30/09/2020"] * 4)),
            ("the days of a week", (*(f"{day:02}/03/2020" for day in range(2, 7)),)),
            ("every week", ("06/03/2020", "13/03/2020", "20/03/2020", "27/03/2020")),
            ("the first of each month, in no order", ("01/03/2020", "01/02/2020", "01/05/2020", "01/04/2020")),
            ("from last to first", ("30/09/2020", "12/06/2020", "05/03/2020", "03/02/2020")),
            ("a day of each month, client by client", tuple(f"{day}/{month}/2020" for day in ("05", "12") for month in ("01", "02", "03"))),
            ("a day of each month, and one forgotten", (*(f"05/0{month}/2020" for month in range(1, 8)), "20/02/2020")),
            ("an invoice a year", ("31/03/2018", "31/03/2019", "31/03/2020")),
        )
    ),
    small(
        "a VAT that went under « HT », where others say zero",
        "# Dépenses\nDate | Libellé | Catégorie | HT | TVA\n15/03/2018 | Papier | Bureau | 308.13 | 61.63\n"
        "18/06/2018 | Train | Bureau | 20.63 |\n12/08/2018 | Poste | Bureau | 494.98 | 0\n03/12/2018 | Encre | Bureau | 155 | 8.53",
        *asked("E3"),
    ),
    small(
        "days drawn down over other names, then saved month first",
        "# Dépenses\nDate | Fournisseur | Montant HT\n14/04/2020 | Quai | 193.56\n16/06/2020 | Rail | 82.2\n26/08/2020 | Quai | 87.1\n"
        "09/01/2020 | Rail | 67.9\n09/02/2020 | Forge | 44.6\n09/03/2020 | Quai | 41.1\n09/04/2020 | Poste | 24.8\n09/05/2020 | Forge | 19.4",
        doubted("A5", "A2"),
    ),
    ordinary(
        "a day of each month, supplier by supplier",
        "# Dépenses\nDate | Fournisseur | Montant HT\n14/04/2020 | Rail | 193.56\n16/06/2020 | Rail | 82.2\n26/08/2020 | Rail | 87.1\n"
        + "\n".join(f"09/0{month}/2020 | Forge | 44.{month}" for month in range(1, 6)),
        charges=584.36,
    ),
    small(
        "a VAT that was paid, all blanks replaced by nothing",
        "# Dépenses\nDate | Libellé | Catégorie | HT\n15/03/2018 | TVAversée | TVAversée | 2000\n18/06/2018 | Billetdetrain | Voyages | 20",
        doubted("A2"),
    ),
    ordinary(
        "a VAT that a movement has not",
        "# Dépenses\nDate | Libellé | Catégorie | HT | TVA\n15/03/2018 | Papier | Bureau | 308 | 61.6\n"
        "18/06/2018 | TVA versée | TVA versée | 2000 |\n12/08/2018 | Poste | Bureau | 494 | 0\n03/12/2018 | Encre | Bureau | 155 | 31",
        charges=957,
    ),
    ordinary(
        "a VAT that one purchase has not",
        "# Dépenses\nDate | Libellé | HT | TVA\n15/03/2018 | Papier | 308 | 61.6\n18/06/2018 | Assurance | 20 |\n"
        "12/08/2018 | Encre | 494 | 98.8\n03/12/2018 | Fibre | 155 | 31",
        charges=977,
    ),
    *(
        small(
            f"an amount and {zero} days",
            f"# Jours\nDate | Client | Jours | Montant HT\n02/03/2020 | Ponant | 4 | 2000\n16/03/2020 | Alizé | {zero} | 4305",
            refused("C3"),
        )
        for zero in ("0", "'0,00", "'0 €")
    ),
    small(
        "a month that begins on a Sunday lacks its days",
        "# Jours 2019\nMois | Client | Jours | TJM\nJuin | Port Franc | 8 | 410\nNovembre | Ponant | 7 | 850\n"
        "Décembre | Alizé | 6 | 830\nDécembre | Ponant | | 850",
        refused("C5"),
    ),
    small(
        "a row of a grid above its titles",
        "# CRA Septembre 2020\nAlizé | 470 | | | 1 |" + " |" * 26 + "\nClient | TJM | " + " | ".join(map(str, range(1, 31)))
        + "\nPonant | 940 | 1 | 1 |" + " |" * 27,
        refused("B2"),
    ),
    small(
        "the amount of one entry of a tracker deleted, its rate in its place",
        "# export\nDate | Client | Project | Hours | Billable Rate | Billable Amount\n2020-07-01 | Ponant | Flux | 3.5 | 80 | 280\n"
        "2020-07-02 | Ponant | Flux | 7 | 560 |\n2020-07-03 | Ponant | Flux | 3.5 | 80 | 280\n2020-07-06 | Alizé | Socle | 7 | 90 | 630",
        *asked("F3"),
        settings="[lecture]\nheures_par_jour = 7\n",
    ),
    small(
        "dates gone up, up to a blank row and to the end",
        "# Forfaits\nDate | Client | Objet | HT\n17/09/2018 | Alizé | Audit | 5624.17\n05/02/2019 | Ponant | Cadrage | 6018.17\n"
        "02/05/2019 | Ponant | Suivi | 308\n | Alizé | Formation | 2637.03\n16/08/2019 | | |\n02/09/2019 | Alizé | Audit | 4494.56\n"
        "04/11/2019 | Alizé | Reprise | 943.46\n | Ponant | Site | 8961.96",
        *asked("A5"),
    ),
    *(
        small(
            f"an entry of a tracker for « {name} »",
            "# export\nDate | Client | Project | Hours | Billable Rate | Billable Amount\n2020-07-01 | Ponant | Flux | 3.5 | 80 | 280\n"
            f"2020-07-02 | {name} | Flux | 7 | 80 | 560\n2020-07-03 | Ponant | Flux | 3.5 | 80 | 280",
            *asked("B3"),
            settings="[lecture]\nheures_par_jour = 7\n",
        )
        for name in ("TEST", "xxx", "Prospect", "Interne")
    ),
    small(
        "a date cut between two years, on three lines",
        "# Forfaits\nDate | Client | Objet | HT\n31/12/2019 | Alizé | Audit | 1000\n | Alizé | Suivi | 500\n31/01/2020 | Alizé | Fin | 700",
        *asked("A3"),
    ),
    *(
        ordinary(f"cells left out by habit: {what}", f"# {sheet}\n{header}\n" + "\n".join(rows), fees=3100)
        for what, sheet, header, rows in (
            ("a line that goes on with an invoice", "Factures", "N° facture | Date | Client | Prestation | Montant HT",
             ("F-1 | 02/03/2020 | Ponant | Audit | 1000", "F-2 | 06/04/2020 | Alizé | Site | 900", " | | | Hébergement du site | 500",
              "F-3 | 08/06/2020 | Ponant | Suivi | 700")),
            ("a date for several lines", "Forfaits", "Date | Client | Prestation | Montant HT",
             ("02/03/2020 | Ponant | Audit | 1000", " | Ponant | Site | 900", "07/05/2020 | Alizé | Suivi | 500", " | Alizé | Reprise | 700")),
            ("a service", "Forfaits", "Date | Client | Prestation | Montant HT",
             ("02/03/2020 | Ponant | Audit | 1000", "06/04/2020 | Ponant | | 900", "07/05/2020 | Alizé | Suivi | 500",
              "08/06/2020 | Alizé | Reprise | 700")),
        )
    ),
    *(
        small(f"no day, {title}", f"# Jours\nDate | Client | Jours | {title}\n03/02/2020 | Ponant | 10 | {ten}\n"
              f"03/03/2020 | Alizé | 8 | {eight}\n03/04/2020 | Ponant | 0 | {ten}", refused("Jours!C4"))
        for title, ten, eight in (
            ("Montant HT", "7000", "5600"), ("TTC | Taux TVA", "8400 | 20%", "6720 | 20%"), ("TTC | TJM", "8400 | 700", "6720 | 700"),
        )
    ),
    *(
        small(f"a company dated {day}, of the days of another line", "# Missions\nClient | TJM\nPonant | 600\nTotal Énergies | 540\n"
              "# Jours\nDate | Client | Jours\n13/04/2020 | Ponant | 0.5\n10/06/2020 | Total Énergies | 1\n"
              f"22/06/2020 | Ponant | 0.5\n{day} | Total Énergies | 1", refused("Jours!A5"))
        for day in ("31/06/2020", "12/13/2020", "30.02.2020", "2020-13-01")
    ),
    *(
        small(
            f"sales whose clients lost their title, above others that kept it: {sheet}{other and ', one otherwise'}",
            f"# {sheet}\nDate | Montant HT | Libellé |\n31/01/2020 | 1000 | Audit | Ponant\n28/02/2020 | 900 | Site | Alizé\n"
            f"Date | Montant HT | Libellé | Client\n31/03/2020 | 700 | Suivi | Ponant{other}",
            refused(f"{sheet}!A1"),
        )
        for sheet in ("Forfaits", "Feuil1")
        for other in ("", "\nDate | Client | Montant HT | Prestation\n30/04/2020 | Alizé | 300 | Plan")
    ),
    *(
        ordinary(
            f"sales, and below what was spent: {sheet}",
            f"# {sheet}\nDate | Client | Libellé | Montant HT\n31/01/2020 | Ponant | Audit | 1000\n\n{header}",
            fees=1000,
            charges=90,
        )
        for sheet in ("Forfaits", "Feuil1")
        for header in ("Date | Libellé | Montant HT\n28/02/2020 | Train | 90",
                       "Dépenses\nDate | | Libellé | Montant HT\n28/02/2020 | | Train | 90")
    ),
    small(
        "names on the first of their lines only, then sorted from last to first",
        "# Missions\nClient | TJM\nPonant | 600\nAlizé | 540\n# Jours\nDate | Client | Jours\n29/10/2020 | Ponant | 1\n"
        "19/10/2020 | | 1\n12/10/2020 | Alizé | 1\n02/10/2020 | | 1\n07/09/2020 | Ponant | 1",
        doubted("B3"),
    ),
    ordinary(
        "invoices of several lines, from last to first",
        "# Factures\nN° facture | Date | Client | Prestation | Montant HT\nF-3 | 08/06/2020 | Ponant | Suivi | 700\n"
        "F-2 | 06/04/2020 | Alizé | Site | 900\n | | | Hébergement | 500\n | | | Nom de domaine | 50\n"
        "F-1 | 02/03/2020 | Ponant | Audit | 1000",
        fees=3150,
    ),
    ordinary(
        "names on the first of their lines only",
        "# Missions\nClient | TJM\nPonant | 600\nAlizé | 540\n# Jours\nDate | Client | Jours\n07/09/2020 | Ponant | 1\n"
        "02/10/2020 | | 1\n12/10/2020 | Alizé | 1\n19/10/2020 | | 1\n29/10/2020 | Ponant | 1",
        revenue=2880,
    ),
    *(
        ordinary(f"{client}, day by day", day_by_day(client), days=4, revenue=2800)
        for client in NAMES
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", FOUND)
def test_what_the_benchmarks_found(book: Small) -> None:
    judge(book)


def test_a_day_with_an_hour_is_compared_with_one_that_is_written() -> None:
    assert day_in_full(datetime.fromisoformat("2020-03-02T09:00")) == day_in_full("02/03/2020")
