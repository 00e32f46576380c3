"""`bilan explain`: every name of the JSON, every cell of the table of the years, and its lines."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import pytest

from reporter.accounting.pack import pack
from reporter.books import load
from reporter.characters import folded
from reporter.formats.table.explanation import render
from reporter.formats.table.json import render as show
from reporter.french import capitalised
from reporter.landing.landing import landed
from reporter.making import Figure
from reporter.settings.status import Status
from reporter.settings.words import OF
from reporter.tables.explained.controls import CONTROLS, SOLD, controls
from reporter.tables.explained.explanation import explained, known, source_of, source_of_scenario
from reporter.tables.explained.finding import MEANT, SAME
from reporter.tables.explained.tables import tables
from reporter.tables.landing import landing_section
from reporter.tables.scenarios import comparison
from reporter.tables.years import details, key_figures
from tests.cli.conftest import Bilan
from tests.schemas import check
from tests.workbooks import DAYS, EXPENSES, FEES, Rows, folder

ROOT = Path(__file__).parents[2]


def names(figures: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Return each name of `show --json` with its value; those of a table after a point."""
    found: dict[str, Any] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            found |= names(value, f"{before}{name}.")
        elif not isinstance(value, list):
            found[f"{before}{name}"] = value
    return found


def asked(bilan: Bilan, name: str, year: int, books: Path) -> dict[str, Any]:
    ran = bilan("explain", name, year, "--json", "--dossier", books)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.printed)
    return found


@pytest.mark.parametrize(("year", "day"), [(2017, None), (2020, None), (2020, date(2020, 9, 15))])
def test_every_name_of_show_is_explained_with_the_same_value(year: int, day: date | None) -> None:
    """Those of a cut year too, and of what is left out of it."""
    measured = load(ROOT).measure(year, as_of=day)
    source = source_of(measured)
    (printed,) = show(measured).values()
    words = {True: "oui", False: "non"}
    for name, value in names(json.loads(printed)).items():
        told = render(explained(source, name), "json")
        check("explain", told)
        found = json.loads(told)
        shown = words[value] if isinstance(value, bool) else value
        assert found["valeur"] == (str(shown) if isinstance(shown, int) else shown), name
        assert "de « bilan show --json »" not in found["phrases"][0], name
        for total in found["sommes"]:
            lines = [Decimal(line["contribution"]) for line in total["lignes"]]
            assert sum(lines, Decimal(0)) == Decimal(total["total"]), name


def test_every_cell_of_the_table_of_the_years_is_explained() -> None:
    """By the label of its row; the last column by the variation of that name."""
    measured = load(ROOT).measure(2020)
    source = source_of(measured)
    for table in (key_figures(measured), details(measured)):
        for label, value, *_, change in table.rows:
            one = explained(source, str(label))
            assert one.value.value == value.value
            assert explained(source, f"Variation – {label}").value.value == change.value
            assert tables(one, every=True)


def test_a_line_is_told_with_its_file_its_sheet_and_its_cell(bilan: Bilan) -> None:
    (total,) = asked(bilan, "dotations_amortissements", 2020, ROOT)["sommes"]
    assert total["lignes"][-1] == {
        "date": "2020-03-02",
        "tiers": "Ateliers Callisto",
        "libelle": "Baie de serveurs pour l’infogérance",
        "fichier": "data/2020.xlsx",
        "feuille": "Dépenses",
        "cellule": "A26",
        "contribution": "3455.11",
    }


def test_a_long_list_is_added_up_unless_every_line_is_asked_for(bilan: Bilan) -> None:
    short = bilan("explain", "charges", 2020, "--dossier", ROOT).out
    assert "Loyer" in short
    assert "122 lignes, une à une avec --tout." in short
    whole = bilan("explain", "charges", 2020, "--tout", "--dossier", ROOT).out
    assert whole.count("data/2020.xlsx") == 122
    assert "--tout" not in whole


def test_a_short_list_is_shown_line_by_line(bilan: Bilan, tmp_path: Path) -> None:
    books = folder(tmp_path, {"Jours": [DAYS, ("31/03/2020", "A", 2, 700, 1400)]})
    ran = bilan("explain", "tjm_regie", 2020, "--dossier", books)
    assert "cellule A2" in ran.out
    assert "--tout" not in ran.out


def test_the_csv_has_a_row_a_line_and_adds_up(bilan: Bilan) -> None:
    ran = bilan("explain", "resultat_apres_impots", 2020, "--format", "csv", "--dossier", ROOT)
    rows = list(csv.DictReader(ran.printed.splitlines(), delimiter=";"))
    amounts = [Decimal(row["contribution"].replace(",", ".")) for row in rows]
    assert sum(amounts) == Decimal("8008.41")
    assert (rows[-1]["libelle"], rows[-1]["cellule"]) == ("Impôt estimé", "")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("tjmm", "« tjm »"),
        ("charge", "« charges »"),
        ("effets.pri", "« effets.prix »"),
        ("zzzz", "« bilan explain » les liste"),
        ("bénéfice", "écrire « resultat_apres_impots » ou « resultat_avant_impots »"),
        ("Bénéfices", "écrire « resultat_apres_impots » ou « resultat_avant_impots »"),
        ("jours", "écrire « jours_factures » ou « jours_ouvres_nets »"),
        ("congé", "écrire « jours_conges »"),
        ("forfait", "écrire « ca_forfaits »"),
        ("dépenses", "écrire « charges » ou « dotations_amortissements »"),
        ("amortisements", "« dotations_amortissements »"),
        ("tva", "écrire « controles.tva_collectee »"),
        ("variation du tjm", "« variations.tjm »"),
        ("jour ouvré", "écrire « jours_ouvres » ou « jours_ouvres_nets »"),
    ],
)
def test_an_unknown_name_is_refused_with_the_near_ones(bilan: Bilan, name: str, near: str) -> None:
    ran = bilan("explain", name, 2020, "--dossier", ROOT)
    assert (ran.code, ran.out) == (1, "")
    assert f"chiffre « {name} » introuvable : " in ran.err
    assert near in ran.err


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("CA", "chiffre_affaires"),
        ("chiffre d'affaires", "chiffre_affaires"),
        ("Chiffre d’affaires HT", "chiffre_affaires"),
        ("chiffre affaires", "chiffre_affaires"),
        ("TJM moyen", "tjm"),
        ("iS", "impot"),
        ("Jours ouvrés nets", "jours_ouvres_nets"),
        ("CA jours", "ca_jours"),
    ],
)
def test_a_figure_is_found_by_the_word_that_people_use(bilan: Bilan, said: str, name: str) -> None:
    assert asked(bilan, said, 2020, ROOT)["nom"] == name


def test_a_word_of_the_trade_never_hides_a_name() -> None:
    """Each word leads to a figure of some year; a word that is a name leads to itself."""
    source = source_of(load(ROOT).measure(2020, as_of=date(2020, 9, 15)))
    every = known(source)
    words = [*SAME.values(), *(name for names in MEANT.values() for name in names.split())]
    sold = {"resultat_cessions"}  # only in a year that sold something
    asked = {name for name in words if not name.startswith("controles.")} - sold
    assert asked <= every.keys()
    assert not SAME.keys() & MEANT.keys()
    assert not SAME.keys() & {folded(name) for name in every}


def test_the_parts_of_a_rate_are_told_line_by_line(bilan: Bilan) -> None:
    found = asked(bilan, "tjm", 2020, ROOT)["apports"]
    parts = [Decimal(line["contribution"]) for line in found["lignes"]]
    with localcontext(prec=60):
        assert sum(parts) == Decimal(found["total"])
    assert len(parts) == 43
    ran = bilan("explain", "tjm", 2020, "--format", "csv", "--dossier", ROOT)
    rows = list(csv.DictReader(ran.printed.splitlines(), delimiter=";"))
    own = [row for row in rows if row["somme"] == "tjm"]
    assert len(own) == 43
    assert {row["somme"] for row in rows} == {"tjm", "chiffre_affaires", "jours_factures"}
    assert "apports" not in asked(bilan, "charges", 2020, ROOT)


def test_the_cells_behind_the_line_of_an_entry_are_told(bilan: Bilan) -> None:
    """Every control of a line of the books; what opens a year, or the tax, has no cell."""
    listed = json.loads(bilan("explain", "controles", 2020, "--json", "--dossier", ROOT).printed)
    names = [one["nom"] for one in listed["chiffres"] if one["nom"].startswith("controles.")]
    assert len(names) == len(CONTROLS) - len(SOLD)
    for name in names:
        for total in asked(bilan, name, 2020, ROOT)["sommes"]:
            for line in total["lignes"]:
                cells = [cell["fichier"] for cell in line["origines"]]
                assert cells, line
                assert all(file.startswith("data/") for file in cells)
    ran = bilan("explain", "controles.tva_immobilisations", 2020, "--dossier", ROOT).out
    assert "fait de" in ran
    assert "cellule A26" in ran
    words = ("controles.tva_immobilisations", 2020, "--format", "csv", "--dossier", ROOT)
    (row,) = csv.DictReader(bilan("explain", *words).printed.splitlines(), delimiter=";")
    assert row["origines"] == "data/2020.xlsx Dépenses A26"


def test_what_makes_a_landing_has_its_own_names(bilan: Bilan) -> None:
    """« chiffre_affaires » is that of the cut year: a landing is made of another one."""
    words = ("--au", "2020-09-15", "--json", "--dossier", ROOT)
    found = json.loads(bilan("explain", "atterrissage.tjm", 2020, *words).printed)
    assert [(one["nom"], one["valeur"]) for one in found["termes"]] == [
        ("atterrissage.chiffre_affaires", "128970.58"),
        ("atterrissage.jours_factures", found["termes"][1]["valeur"]),
    ]
    for one in found["termes"]:
        again = json.loads(bilan("explain", one["nom"], 2020, *words).printed)
        assert again["valeur"] == one["valeur"]
    source = source_of(load(ROOT).measure(2020, as_of=date(2020, 9, 15)))
    values = {name: explained(source, name).value.value for name in known(source)}
    for name in ("chiffre_affaires", "jours_factures", "ca_forfaits", "charges"):
        parts = [values.get(f"atterrissage.{part}.{name}") for part in ("connu", "signe", "estime")]
        total = sum((Decimal(str(part)) for part in parts if part is not None), Decimal(0))
        assert total == values[f"atterrissage.{name}"], name
    assert values["atterrissage.charges"] != values["charges"]


@pytest.mark.parametrize("status", ["sasu", "eurl-ir", "ei", "micro"])
@pytest.mark.parametrize("kind", ["days", "fees"])
def test_every_name_of_a_landing_is_explained_in_the_words_of_its_form(
    bilan: Bilan, tmp_path: Path, status: Status, kind: str
) -> None:
    """Forms without IS, and a year before that has no days, ended in a traceback."""
    ends = [date(2025, month, 28) for month in (3, 6, 9)] + [date(2026, 3, 28), date(2026, 6, 28)]
    sold: dict[str, Rows] = {
        "days": [(*DAYS, "Date de paiement"), *((day, "A", 5, 500, 2500, day) for day in ends)],
        "fees": [
            ("Date", "Client", "Montant HT", "Date de paiement"),
            *((day, "A", 2500, day) for day in ends),
        ],
    }
    spent: Rows = [EXPENSES, *((day, "Loyer", "Loyer", 100, None) for day in ends)]
    sheets = {"Jours" if kind == "days" else "Forfaits": sold[kind], "Dépenses": spent}
    where = folder(tmp_path, sheets, f'[societe]\nstatut = "{status}"\n')
    cut = ("--au", "2026-07-31", "--dossier", where)
    assert bilan("generate", 2026, *cut, "--preuves").code == 0
    ran = bilan("explain", "atterrissage.resultat", 2026, *cut)
    words = capitalised(OF[status].result)
    assert ran.out.startswith(f"{words} à l’atterrissage 2026 (partielle, au 31 juillet) : ")
    assert ("sociétés" in ran.out) == (status == "sasu")
    assert ("Dotations" in ran.out) == (status != "micro")
    if kind == "fees":
        before = bilan("explain", "atterrissage.avant.tjm", 2026, *cut).out
        assert before.startswith("TJM de l’année 2025 : n. d.")
        assert "jours facturés 2025 n’est pas au-dessus de zéro" in before


def test_the_ends_of_the_range_are_what_a_past_year_makes_of_the_landing() -> None:
    """132 084 € came in 2018 for 120 729 € estimated; 2019 would go beyond the landing itself."""
    measured = load(ROOT).measure(2020, as_of=date(2020, 9, 15))
    source, found = source_of(measured), landed(measured)
    assert found is not None
    assert found.ends is not None
    seen = []
    for word, end in zip(("bas", "haut"), found.ends, strict=True):
        one = explained(source, f"atterrissage.fourchette.{word}")
        assert one.figure is not None
        assert one.figure.value == end.value
        assert one.figure.terms[0].figure.value == found.figures.revenue
        assert sum((step.amount for step in one.figure.steps), Decimal(0)) == end.value
        ours = tables(one)
        assert ours[-1].rows[-1][-1].value == found.figures.revenue
        seen += [(row[0].value, str(row[-1])) for row in ours[1].rows]
    assert [(name, said.replace("\u202f", " ").replace("\u00a0", " ")) for name, said in seen] == [
        (
            "Comme cette année-là",
            "2019 : 149 980 € venus pour 141 658 € estimés à la même date",
        ),
        ("Ni moins que le connu et le signé, ni au-delà de l’atterrissage", ""),
        (
            "Comme cette année-là",
            "2018 : 132 084 € venus pour 120 729 € estimés à la même date",
        ),
    ]


def test_every_cell_of_the_table_of_the_landing_is_explained() -> None:
    measured = load(ROOT).measure(2020, as_of=date(2020, 9, 15))
    source = source_of(measured)
    section = landing_section(measured)
    assert section is not None
    for label, whole, known_, estimated, _ in section.tables[0].rows:
        name = explained(source, f"{label} à l’atterrissage")
        assert name.value.value == whole.value
        for word, cell in (("connu", known_), ("estime", estimated)):
            if not isinstance(cell.value, str):
                own = name.name.replace("atterrissage.", f"atterrissage.{word}.")
                assert explained(source, own).value.value == cell.value


def test_without_a_name_all_that_can_be_explained_is_listed(bilan: Bilan) -> None:
    listed = bilan("explain", "--dossier", ROOT)
    assert listed.code == 0
    assert listed.out == bilan("explain", 2020, "--dossier", ROOT).out
    assert "variations.charges" in listed.out
    found = json.loads(bilan("explain", "--json", "--dossier", ROOT).printed)
    values = {one["nom"]: one["valeur"] for one in found["chiffres"]}
    assert (found["exercice"], values["tjm"], values["debut"]) == (2020, "788.72", "2020-01-01")
    rows = bilan("explain", 2019, "--format", "csv", "--dossier", ROOT).printed.splitlines()
    assert "tjm;TJM;761,32" in rows


def test_without_a_year_it_is_the_last_one(bilan: Bilan) -> None:
    assert "TJM 2020 : 788,72 €" in bilan("explain", "tjm", "--dossier", ROOT).out


def test_books_without_a_line(bilan: Bilan, tmp_path: Path) -> None:
    books = folder(tmp_path, {"Jours": [DAYS]})
    ran = bilan("explain", "tjm", "--dossier", books)
    assert (ran.code, ran.err) == (1, "erreur : aucune ligne dans les classeurs\n")


def test_what_does_not_exist_says_why(bilan: Bilan, tmp_path: Path) -> None:
    sheets = {"Forfaits": [FEES, ("31/03/2020", "A", "Audit", 1400)]}
    books = folder(tmp_path, sheets, settings='[calcul]\nmethode_tjm = "equivalent_jours"')

    def said(name: str) -> str:
        return " ".join(bilan("explain", name, 2020, "--dossier", books).out.split())

    assert "n. d. : jours facturés n’est pas au-dessus de zéro." in said("tjm_regie")
    assert "1 forfait ne dit pas ses jours équivalents" in said("tjm")
    assert "cellule A2" in said("tjm")
    assert "n. d. : les classeurs n’ont pas d’exercice juste avant." in said("effets.volume")
    assert "n. d. : les classeurs n’ont pas d’exercice juste avant." in said("variations.tjm")
    assert "bilan.toml ne le dit pas" in said("objectif.chiffre_affaires")
    rules = asked(bilan, "objectif.chiffre_affaires", 2020, books)["regles"]
    assert "reglage" not in {rule["quoi"] for rule in rules}

    def rows(name: str) -> list[str]:
        ran = bilan("explain", name, 2020, "--format", "csv", "--dossier", books)
        return ran.printed.splitlines()[1:]

    assert rows("statut") == []
    assert [row.rpartition(";")[2] for row in rows("tjm")] == [""]


def test_the_words_of_a_micro_enterprise(bilan: Bilan, tmp_path: Path) -> None:
    """It has no tax, no annuity; its purchases are charges; a sale counts when it is paid."""
    paid = (*DAYS, "Date de paiement")
    sheets: dict[str, Rows] = {
        "Jours": [paid, ("30/12/2019", "A", 2, 700, 1400, "05/01/2020")],
        "Dépenses": [EXPENSES, ("02/02/2020", "Ordinateur", "Matériel", 900, 3)],
    }
    books = folder(tmp_path, sheets, settings='[societe]\nstatut = "micro"')
    found = asked(bilan, "reste_apres_depenses", 2020, books)
    assert found["valeur"] == "500.00"
    assert [term["nom"] for term in found["termes"]] == ["chiffre_affaires", "charges"]
    (total,) = found["sommes"]
    assert [line["date"] for line in total["lignes"]] == ["2020-01-05", "2020-02-02"]
    for name in ("impot", "dotations_amortissements", "resultat_avant_impots"):
        ran = bilan("explain", name, 2020, "--dossier", books)
        assert f"« {name} » n’existe pas sous le statut « micro »" in ran.err
    for name, told in (
        ("resultat_apres_impots", "n’existe pas sous le statut « micro » : écrire"),
        ("Résultat après impôts", "n’existe pas sous le statut « micro » : écrire"),
        ("resultat", "introuvable : écrire"),
        ("bénéfice", "introuvable : écrire"),
    ):
        ran = bilan("explain", name, 2020, "--dossier", books)
        assert f"« {name} » {told} « reste_apres_depenses »" in ran.err


def test_the_rates_are_told_with_their_law(bilan: Bilan) -> None:
    rules = asked(bilan, "impot", 2020, ROOT)["regles"]
    band = next(rule for rule in rules if rule["quoi"] == "tranche")
    assert (band["base"], band["taux"], band["montant"]) == ("9421", "3/20", "1413.15")
    assert band["source"].startswith("CGI, art. 219 I b")
    assert "0001-01-01" not in {rule.get("depuis") for rule in rules}, "since ever"
    days = asked(bilan, "jours_ouvres", 2020, ROOT)["regles"]
    assert sum(rule["quoi"] == "jour_ferie" for rule in days) == 9
    aim = asked(bilan, "objectif.tjm", 2020, ROOT)["regles"]
    assert aim[0]["source"] == "bilan.toml, objectif_tjm de [exercice]"


def test_a_band_of_a_dated_law_says_since_when(bilan: Bilan, tmp_path: Path) -> None:
    books = folder(tmp_path, {"Jours": [DAYS, ("31/03/2020", "A", 20, 3500, 70000)]})
    ran = bilan("explain", "impot", 2020, "--dossier", books)
    assert " ".join(ran.out.split()).count("art. 219 I (depuis le 01/01/2020)") == 1


def test_the_accountant_s_word_is_told_with_its_key(bilan: Bilan, tmp_path: Path) -> None:
    books = folder(
        tmp_path,
        {"Jours": [DAYS, ("31/12/2020", "A", 2, 700, 1400)]},
        settings="[exercice.2020]\nresultat = 1000\nimpot = 150",
    )
    ran = bilan("explain", "resultat_apres_impots", 2020, "--dossier", books).out
    ran = ran.replace("\u202f", " ")
    assert "1 400,00 € − 150,00 € + (−250,00 €) = 1 000,00 €" in ran
    assert "resultat de [exercice.2020]" in ran
    assert "−250,00 €" in next(line for line in ran.splitlines() if " ajustement  " in line)


def test_the_lines_of_a_scenario_keep_the_cells_that_they_come_from(bilan: Bilan) -> None:
    ran = bilan("explain", "tjm_regie", 2021, "--scenario", "prudent", "--json", "--dossier", ROOT)
    found = json.loads(ran.printed)
    assert (found["valeur"], found["de"]) == ("700.00", "scénario « prudent »")
    revenue, days = found["sommes"]
    assert {line["fichier"] for line in revenue["lignes"]} == {"data/2020.xlsx"}
    assert sum(Decimal(line["contribution"]) for line in days["lignes"]) == Decimal(days["total"])
    assert Decimal(days["total"]) == Decimal("160.3")


def test_every_line_of_a_scenario_is_explained(bilan: Bilan) -> None:
    """Those of `bilan scenario`, for a year to come as for a real one."""
    for year in (2020, 2021):
        one = load(ROOT).scenario(year, tjm=850)
        source = source_of_scenario(one)
        for label, _, value, *_ in comparison(one).rows:
            assert explained(source, str(label)).value.value == value.value
        assert "variations.tjm" in known(source) or year == 2020
        assert all(explained(source, name) for name in known(source))


def test_a_scenario_is_named_or_told(bilan: Bilan) -> None:
    def asked(*words: object) -> Any:
        return bilan("explain", "tjm", 2021, *words, "--dossier", ROOT)

    assert "TJM 2021, scénario : " in asked("--tjm", 700).out
    assert "scénario « foo » introuvable" in asked("--scenario", "foo").err
    ran = asked("--scenario", "prudent", "--tjm", 700)
    assert (ran.code, ran.out) == (2, "")
    assert asked("--jours", 100, "--taux", "80%").code == 2


def test_each_control_of_the_accountant_is_explained_by_the_lines_of_entries(bilan: Bilan) -> None:
    books = load(ROOT)
    made = pack(books.activity, books.entire(2020))
    listed = json.loads(bilan("explain", "controles", 2020, "--json", "--dossier", ROOT).printed)
    values = {one["nom"]: one["valeur"] for one in listed["chiffres"]}
    for name, (_, figure) in controls(made).items():
        assert isinstance(figure, Figure)
        total = getattr(made.totals, figure.name.removeprefix("total."))
        assert Decimal(values[name]) == total == figure.value, name
        assert sum((part.amount for part in figure.parts), Decimal(0)) == total
    assert values["controles.clients"] == "-10683.30"
    found = asked(bilan, "controles.tva_immobilisations", 2020, ROOT)["sommes"][0]["lignes"][0]
    assert (found["fichier"], found["cellule"]) == ("écritures", "AC 62, 445620")
    assert found["libelle"].startswith("A2020-025 – ")


def test_a_micro_enterprise_has_no_control(bilan: Bilan, tmp_path: Path) -> None:
    settings = '[societe]\nstatut = "micro"\n[micro]\ndates = "facture"'
    books = folder(tmp_path, {"Jours": [DAYS, ("31/12/2020", "A", 2, 700, 1400)]}, settings)
    ran = bilan("explain", "controles.clients", 2020, "--dossier", books)
    assert (ran.code, ran.out) == (1, "")
    assert "une micro-entreprise n’a pas d’écritures" in ran.err
