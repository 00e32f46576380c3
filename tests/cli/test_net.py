"""`bilan net` as a person types it, and what each legal form changes in what is written."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reporter.books import load
from reporter.net.forms import net
from reporter.scenarios.case import real_case
from tests.cli.conftest import Bilan
from tests.net_books import PAID, SETTINGS, books
from tests.workbooks import DAYS, EXPENSES, Rows, folder

FORMS = tuple(SETTINGS)
NEVER_IN_MICRO = re.compile(
    r"\bIS\b|sociétés|résultat|collectée|impôt de la société|dotation|FEC", re.IGNORECASE
)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def row(text: str, label: str) -> list[str]:
    """Return the cells of the row of that name."""
    line = next(line for line in text.splitlines() if line.strip().startswith(label))
    return [plain(cell.strip()) for cell in line.split("  ") if cell.strip()][1:]


@pytest.mark.parametrize("status", FORMS)
def test_hypotheses_come_first_then_the_steps_to_the_pocket(
    bilan: Bilan, tmp_path: Path, status: str
) -> None:
    where = books(tmp_path, status)
    ran = bilan("net", 2026, "--dossier", where)
    assert ran.code == 0, ran.err
    assert ran.out.index("Hypothèses du net 2026") < ran.out.index("Dans la poche")
    assert "Acre" in ran.out
    opened = load(where)
    left = net(real_case(opened.activity, opened.settings, 2026), opened.settings.pocket)
    shown = row(ran.out, "Dans la poche")[0]
    assert re.sub(r"[^\d,]", "", shown) == f"{left.pocket:.2f}".replace(".", ",")


@pytest.mark.parametrize(("people", "said"), [(("Anne",), False), (("Anne", "Bob"), True)])
@pytest.mark.parametrize("asked", [(), ("--comparer", "sasu,ei")])
def test_pay_that_may_be_of_several_is_said_to_be_counted_as_the_owner_s(
    bilan: Bilan, tmp_path: Path, asked: tuple[str, ...], people: tuple[str, ...], *, said: bool
) -> None:
    there = "".join(f"[intervenants.{name}]\narrivee = 2020-01-01\n" for name in people)
    ran = bilan("net", 2026, *asked, "--dossier", books(tmp_path, "sasu", extra=there))
    assert ran.code == 0, ran.err
    assert ("tenue pour celle d’un seul dirigeant" in " ".join(ran.out.split())) == said


@pytest.mark.parametrize(
    ("shared", "origin"),
    [
        ("50 %", "des dépenses, et celles des dividendes estimées"),
        ("0 %", "des dépenses"),
        ("0,5 %", "des dépenses"),
    ],
)
def test_contributions_of_dividends_are_not_said_to_be_those_of_the_expenses(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shared: str, origin: str
) -> None:
    """14 788 € were said « des dépenses », which hold 11 760 €; a small dividend bears none."""
    monkeypatch.setenv("COLUMNS", "140")
    where = books(tmp_path, "eurl-is")
    text = (where / "bilan.toml").read_text(encoding="utf-8").replace("50 %", shared)
    (where / "bilan.toml").write_text(text, encoding="utf-8")
    alone = bilan("net", 2026, "--dossier", where).out
    beside = bilan("net", 2026, "--comparer", "eurl-is,ei", "--dossier", where).out
    assert row(alone, "Cotisations et contributions")[1] == origin
    assert row(beside, "Cotisations, EURL à l’IS") == [origin]


def test_the_unchanged_year_beside_others_is_the_one_that_show_prints(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "sasu")
    shown = json.loads(bilan("show", 2026, "--json", "--dossier", where).out)
    answer = json.loads(
        bilan(
            "net", 2026, "--comparer", "sasu,ei,micro", "--format", "json", "--dossier", where
        ).out
    )
    rows = {line["Étape"]: line for line in answer[1]["lignes"]}
    assert list(rows["Chiffre d’affaires"])[1:] == ["SASU", "EI", "micro-entreprise"]
    assert rows["Chiffre d’affaires"]["SASU"] == shown["chiffre_affaires"]
    assert rows["Impôt sur les sociétés"]["SASU"] == f"-{shown['impot']}"
    assert rows["Écart avec SASU"]["SASU"] == "0.00"


def test_a_form_refused_says_why_and_the_others_stand(bilan: Bilan, tmp_path: Path) -> None:
    where = books(tmp_path, "ei", days=20)
    ran = bilan("net", 2026, "--comparer", "ei,micro,eurl-is", "--dossier", where)
    assert ran.code == 0
    assert "micro-entreprise : 108 000 € de recettes, au-dessus du plafond de 83 600 €" in plain(
        " ".join(ran.out.split())
    )
    assert "EURL à l’IS" in ran.out


def test_forms_of_which_none_is_possible_are_refused_with_each_reason(
    bilan: Bilan, tmp_path: Path
) -> None:
    """An empty table was printed."""
    where = books(tmp_path, "ei", days=20, year=2024)
    ran = bilan("net", 2024, "--comparer", "ei,micro", "--dossier", where)
    assert (ran.code, ran.out) == (1, "")
    said = plain(ran.err)
    assert said.startswith("erreur : aucun de ces statuts n’est possible. EI : cotisations")
    assert "micro-entreprise : 108 000 € de recettes, au-dessus du plafond" in said


def test_a_changed_year_has_its_assumptions_and_estimated_contributions(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "ei")
    ran = bilan("net", 2027, "--tjm", "+10%", "--dossier", where)
    assert ran.out.index("Hypothèses du scénario 2027") < ran.out.index("Hypothèses du net 2027")
    assert "estimées, taux de 2027" in ran.out
    assert "barème des revenus de 2025, le dernier connu" in ran.out
    assert row(ran.out, "Chiffre d’affaires")[0] == "71 280,00 €"


def test_a_president_who_is_not_paid_owes_nothing_of_a_pay(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last year whose scale is known says its own, and not that there is none after."""
    monkeypatch.setitem(PAID, "sasu", (0, 0))
    said = bilan("net", 2025, "--dossier", books(tmp_path, "sasu", year=2025)).out
    assert row(said, "Rémunération nette")[0] == "0,00 €"
    assert row(said, "Cotisations et contributions")[0] == "0,00 €"
    assert "barème des revenus de 2025" in plain(said)
    assert "le dernier connu" not in said


def test_goals_and_prices_are_answered(bilan: Bilan, tmp_path: Path) -> None:
    where = books(tmp_path, "ei")
    ran = bilan("net", 2026, "--viser", "net=3000/mois", "--par", "tjm", "--dossier", where)
    assert row(ran.out, "Dans la poche, visé") == ["36 000,00 €"]
    assert "trouvé" in ran.out
    price = bilan("net", 2026, "--sensibilite", "--dossier", where)
    assert row(price.out, "Un jour facturé de plus")[0] == "+450 €"
    company = books(tmp_path / "sasu", "sasu")
    ran = bilan(
        "net", 2026, "--viser", "net=2000/mois", "--par", "remuneration", "--dossier", company
    )
    assert "Rémunération, cotisations comprises qu’il faut" in " ".join(ran.out.split())
    assert "trouvée, au lieu de celle des dépenses" in " ".join(ran.out.split())
    given = bilan("net", 2026, "--remuneration", 30000, "--dividendes", "0%", "--dossier", company)
    assert row(given.out, "Rémunération, cotisations comprises")[0] == "30 000,00 €"
    assert "donnée, au lieu de celle des dépenses" in " ".join(given.out.split())


@pytest.mark.parametrize(
    ("status", "said"),
    [("ei", "en EI,"), ("micro", "en micro-entreprise,"), ("eurl-ir", "en EURL à l’impôt sur")],
)
def test_a_form_without_pay_is_told_by_its_name(
    bilan: Bilan, tmp_path: Path, status: str, said: str
) -> None:
    asked = ("--viser", "net=2000/mois", "--par", "remuneration")
    ran = bilan("net", 2026, *asked, "--dossier", books(tmp_path, status))
    assert ran.code == 1
    assert f"{said}" in plain(ran.err)


@pytest.mark.parametrize(
    "asked",
    [
        ("--remuneration", "30000"),
        ("--dividendes", "50%"),
        ("--dividendes", "50%", "--comparer", "ei,micro"),
        ("--remuneration", "30000", "--viser", "net=2000/mois", "--par", "tjm"),
    ],
)
def test_what_no_form_asked_for_has_is_refused(
    bilan: Bilan, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    """The answer would be the same with and without it."""
    where = books(tmp_path, "ei")
    ran = bilan("net", 2026, *asked, "--dossier", where)
    assert ran.code == 2
    assert f"ne se choisissent : retirer {asked[0]}" in plain(ran.err)
    beside = ("--remuneration", "30000", "--comparer", "ei,sasu")
    assert bilan("net", 2026, *beside, "--dossier", where).code == 0


def test_a_rate_is_told_with_both_of_its_decimals(bilan: Bilan, tmp_path: Path) -> None:
    asked = ("--tjm", "387,3", "--dossier", books(tmp_path, "ei"))
    assert "donné : 387,30 €" in plain(bilan("net", 2026, *asked).out)


def test_goods_are_an_activity_in_plain_letters(bilan: Bilan, tmp_path: Path) -> None:
    where = books(tmp_path, "micro", extra='[micro]\nactivite = "ventes"\n')
    assert row(bilan("net", 2026, "--dossier", where).out, "Activité")[0] == "ventes"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--comparer", "sarl"], "« sarl » inconnu"),
        (["--viser", "net=3500/mois"], "donner les deux"),
        (["--viser", "ca=3500", "--par", "tjm"], "net=3500/mois"),
        (["--viser", "net=3.500/mois", "--par", "tjm"], "3500"),
        (["--remuneration", "1.200"], "1200"),
        (["--remuneration", "beaucoup"], "60000"),
        (["--sensibilite", "--comparer", "ei"], "un seul à la fois"),
        (["--viser", "net=10", "--par", "tjm", "--tjm", "700"], "ne pas donner --tjm"),
        (
            ["--viser", "net=10", "--par", "remuneration", "--remuneration", "700"],
            "ne pas donner --remuneration",
        ),
        (["--jours", "10", "--taux", "80%"], "jours et taux"),
    ],
)
def test_words_that_make_no_sense_are_refused(
    bilan: Bilan, tmp_path: Path, arguments: list[str], said: str
) -> None:
    ran = bilan("net", 2026, *arguments, "--dossier", books(tmp_path, "ei"))
    assert ran.code == 2
    assert said in " ".join(ran.err.split())


def test_books_that_do_not_say_their_form_are_refused_with_the_key(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "ei")
    (where / "bilan.toml").write_text("", encoding="utf-8")
    ran = bilan("net", 2026, "--dossier", where)
    assert ran.code == 1
    assert "statut = " in ran.err


@pytest.mark.parametrize("status", FORMS)
def test_the_report_of_each_form_is_written_and_says_what_it_should(
    bilan: Bilan, tmp_path: Path, status: str
) -> None:
    where = books(tmp_path, status)
    assert bilan("generate", 2026, "--dossier", where).code == 0
    page = (where / "reports/2026/bilan-2026.md").read_text(encoding="utf-8")
    html = (where / "reports/2026/bilan-2026.html").read_text(encoding="utf-8")
    index = (where / "reports/index.html").read_text(encoding="utf-8")
    shown = bilan("show", 2026, "--dossier", where).out
    company = status in {"sasu", "eurl-is"}
    for text in (page, html, index, shown):
        assert ("Résultat après impôts" in text) == company
    assert ("Impôt sur les sociétés" in page) == company
    assert ("avant impôt personnel" in page) == (status in {"ei", "eurl-ir"})
    assert "Dans la poche" not in page + html
    if status == "micro":
        for text in (page, re.sub(r"<[^>]+>", " ", html.split("</style>")[1]), index, shown):
            assert NEVER_IN_MICRO.findall(re.sub(r"### Résultat\n|<h3>Résultat", "", text)) == []
        assert "| septembre |" in page
        assert "Plafonds de 2026" in html


EVERYTHING = "[publication]\nnet = true\n[exercice]\nobjectif_tjm = 480\nobjectif_taux = 0.7\n"
CUT = ("--au", "2026-11-25")


def test_no_word_of_a_company_is_said_to_a_micro_entrepreneur(bilan: Bilan, tmp_path: Path) -> None:
    """In a year under way, after another, with all that a report can show."""
    where = books(tmp_path, "micro", extra=EVERYTHING)
    earlier = books(tmp_path / "avant", "micro", year=2025, days=11)
    (where / "data/avant.xlsx").write_bytes((earlier / "data/livres.xlsx").read_bytes())
    settings = (where / "bilan.toml").read_text(encoding="utf-8")
    told = settings.replace("[societe]\n", "[societe]\ncreation = 2025-01-02\n")
    (where / "bilan.toml").write_text(told, encoding="utf-8")
    said = [
        bilan(*command, "--dossier", where).printed
        for command in (
            ("generate", 2026, *CUT, "--format", "md,html"),
            ("generate", 2026, "--mois", 10),
            ("show", 2026, *CUT),
            ("show", 2026, *CUT, "--json"),
            ("explain", "reste_apres_depenses", 2026),
            ("scenario", 2027, "--tjm", 500),
            ("net", 2026, *CUT),
            ("net", 2026, "--sensibilite"),
            ("check",),
            ("export", 2026),
        )
    ]
    for page in (where / "reports").rglob("bilan-*"):
        if page.suffix in {".md", ".html"}:
            text = page.read_text(encoding="utf-8").rpartition("</style>")[2]
            said.append(re.sub(r"<[^>]+>", " ", text))
    assert len(said) >= 14
    for text in said:
        words = re.sub(r"###? Résultat\n|<h3>Résultat", "", text)
        assert NEVER_IN_MICRO.findall(words) + re.findall(r"\bla société", words) == [], text


def test_what_is_left_is_published_only_where_asked_and_never_anonymously(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "sasu", extra="[publication]\nnet = true\n")
    bilan("generate", 2026, "--dossier", where)
    bilan("generate", 2026, "--anonyme", "--dossier", where)
    reports = where / "reports"
    for name in ("2026/bilan-2026.md", "2026/bilan-2026.html"):
        assert "Dans la poche" in (page := (reports / name).read_text(encoding="utf-8"))
    assert '<td data-nom="Valeur" class="n">SASU</td>' in page, "beside figures, as they are"
    assert (reports / "2026/bilan-2026-net.svg").exists()
    for path in (reports / "2026-anonyme").iterdir():
        assert "poche" not in path.read_text(encoding="utf-8")
    unknown = books(tmp_path / "old", "ei", extra="[publication]\nnet = true\n", year=2024)
    bilan("generate", 2024, "--dossier", unknown)
    page = (unknown / "reports/2024/bilan-2024.md").read_text(encoding="utf-8")
    assert "n’est pas calculé. Cotisations des indépendants de 2024\u00a0: la règle" in page


def test_the_words_of_json_are_those_of_the_form(bilan: Bilan, tmp_path: Path) -> None:
    micro = json.loads(bilan("show", 2026, "--json", "--dossier", books(tmp_path, "micro")).out)
    assert micro["statut"] == "micro"
    assert micro["reste_apres_depenses"] == "50100.00"
    assert {"impot", "dotations_amortissements", "resultat_apres_impots"} & set(micro) == set()
    alone = json.loads(bilan("show", 2026, "--json", "--dossier", books(tmp_path / "e", "ei")).out)
    assert "resultat_avant_impot_personnel" in alone["variations"]
    assert "dotations_amortissements" in alone


def test_a_micro_entrepreneur_s_export_is_the_livre_des_recettes(
    bilan: Bilan, tmp_path: Path
) -> None:
    """The invoices of November and December, not paid, are not there; the order is of receipt."""
    where = books(tmp_path, "micro")
    assert bilan("export", 2026, "--dossier", where).code == 0
    folder = where / "reports/2026"
    assert sorted(path.name for path in folder.iterdir()) == [
        "recettes-2026.csv",
        "recettes-2026.xlsx",
    ]
    text = (folder / "recettes-2026.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(StringIO(text), delimiter=";"))
    assert rows[0] == ["Date d’encaissement", "Référence", "Client", "Nature", "Montant", "Mode"]
    assert rows[1] == ["14/03/2026", "F01", "Aval", "Jours", "5400,00", "virement"]
    assert [line[1] for line in rows[1:]] == [f"F{month:02}" for month in range(1, 11)]
    sheet = load_workbook(folder / "recettes-2026.xlsx")["Recettes"]
    assert "Non payé" in str(sheet["A2"].value)
    assert sheet.max_row == 15
    sums = load_workbook(folder / "recettes-2026.xlsx", data_only=True)["Recettes"]
    assert (sums["A4"].value, sums["E4"].value) == ("Total", 54_000)
    assert sheet["A2"].alignment.wrap_text
    assert "A2:F2" in str(sheet.merged_cells)
    refused = bilan("export", 2026, "--format", "fec", "--dossier", where)
    assert refused.code == 1
    assert "livre des recettes" in refused.err


def test_a_livre_des_recettes_tells_what_is_unpaid_at_the_end_of_its_year(
    bilan: Bilan, tmp_path: Path
) -> None:
    """Two months of each year are not paid, 10 800 € together; those to come are no part of it."""
    where = books(tmp_path, "micro")
    earlier = books(tmp_path / "avant", "micro", year=2025)
    (where / "data/avant.xlsx").write_bytes((earlier / "data/livres.xlsx").read_bytes())
    toml = where / "bilan.toml"
    other = f'{toml.read_text(encoding="utf-8")}[exercice.2025]\nstatut = "ei"\n'
    two, four = "2 lignes, 10 800 €", "4 lignes, 21 600 €"
    for settings, year, said in (("", 2025, two), ("", 2026, four), (other, 2026, two)):
        if settings:
            toml.write_text(settings, encoding="utf-8")
        assert bilan("export", year, "--dossier", where).code == 0
        sheet = load_workbook(where / f"reports/{year}/recettes-{year}.xlsx")["Recettes"]
        assert plain(str(sheet["A2"].value)).endswith(f"Non payé, donc absent : {said}.")


def test_a_livre_des_recettes_by_invoice_never_calls_its_dates_those_of_receipts(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "micro")
    toml = where / "bilan.toml"
    toml.write_text(f'{SETTINGS["micro"]}[micro]\ndates = "facture"\n', encoding="utf-8")
    assert bilan("export", 2026, "--dossier", where).code == 0
    assert bilan("generate", 2026, "--dossier", where).code == 0
    report = (where / "reports/2026/bilan-2026.md").read_text(encoding="utf-8")
    assert "recettes facturées laissent" in report
    assert "compte le jour de son paiement" not in report
    sheet = load_workbook(where / "reports/2026/recettes-2026.xlsx")["Recettes"]
    said = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row)
    assert "la date d’encaissement de chaque ligne, que la loi demande" in said
    assert "encaissés" not in said
    assert "Date d’encaissement" not in said


@pytest.mark.parametrize(
    ("status", "said"),
    [("micro", "le chiffre d’affaires encaissé est"), ("ei", "le chiffre d’affaires est")],
)
def test_the_page_of_a_month_says_what_counts_as_the_year_does(
    bilan: Bilan, tmp_path: Path, status: str, said: str
) -> None:
    where = books(tmp_path, status)
    assert bilan("generate", 2026, "--dossier", where, "--mois", 5).code == 0
    page = (where / "reports/2026/bilan-2026-05.md").read_text(encoding="utf-8")
    assert f"En mai 2026, {said}" in plain(page)


@pytest.mark.parametrize(
    ("status", "extra", "date"),
    [
        ("micro", "", "de leur paiement"),
        ("micro", '[micro]\ndates = "facture"\n', "des lignes"),
        ("ei", "", "des lignes"),
    ],
)
def test_the_days_of_a_month_say_by_which_date(
    bilan: Bilan, tmp_path: Path, status: str, extra: str, date: str
) -> None:
    where = books(tmp_path, status, extra=extra)
    bilan("generate", 2026, "--dossier", where, "--format", "md")
    text = (where / "reports/2026/bilan-2026.md").read_text(encoding="utf-8")
    assert f"Jours facturés par mois, 2026, à la date {date}" in text


@pytest.mark.parametrize(
    "words",
    [("--impot",), ("--regularisations",), ("--a-nouveaux",), ("--mois", 3), ("--trimestre", 1)],
)
def test_what_a_micro_entrepreneur_has_not_is_refused_by_its_name(
    bilan: Bilan, tmp_path: Path, words: tuple[object, ...]
) -> None:
    ran = bilan("export", 2026, "--dossier", books(tmp_path, "micro"), *words)
    assert ran.code == 1
    assert f"{words[0]}" in ran.err
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("status", ["sasu", "ei"])
def test_the_accountant_s_workbook_has_the_words_of_the_form(
    bilan: Bilan, tmp_path: Path, status: str
) -> None:
    where = books(tmp_path, status, extra='[tva]\nregime = "franchise"\n')
    ran = bilan("export", 2026, "--dossier", where)
    assert ran.code == 0, ran.err
    assert (where / "reports/2026/812345676FEC20261231.txt").exists()
    book = load_workbook(where / "reports/2026/comptable-2026.xlsx")
    labels = [cell.value for cell in book["Synthèse"]["A"] if cell.value]
    company = status == "sasu"
    assert ("Impôt sur les sociétés" in labels) == company
    assert ("Résultat après impôts" in labels) == company
    assert ("Résultat avant impôt personnel" in labels) == (not company)
    checks = [cell.value for cell in book["Contrôles"]["A"]]
    assert ("Résultat avant impôt personnel (7 − 6)" in checks) == (not company)


def test_books_without_any_date_of_payment_are_refused_for_a_micro_alone(
    bilan: Bilan, tmp_path: Path
) -> None:
    where = books(tmp_path, "micro", days=12)
    path = where / "data" / "livres.xlsx"
    book = load_workbook(path)
    for line in book["Jours"].iter_rows(min_row=2):
        line[5].value = None
    book.save(path)
    ran = bilan("show", 2026, "--dossier", where)
    assert ran.code == 1
    assert ran.err.count("date de paiement manquante") == 1
    assert "12 erreurs" in ran.err
    assert "feuille « Jours », cellules A2, A3" in ran.err
    toml = where / "bilan.toml"
    toml.write_text(f'{SETTINGS["micro"]}[micro]\ndates = "facture"\n', encoding="utf-8")
    assert "64,8 K€" in bilan("show", 2026, "--dossier", where).out
    toml.write_text(SETTINGS["ei"], encoding="utf-8")
    assert bilan("show", 2026, "--dossier", where).code == 0


@pytest.mark.parametrize(("status", "told"), [("sasu", True), ("eurl-is", True), ("ei", False)])
def test_dividends_of_the_books_are_said_to_be_apart(
    bilan: Bilan, tmp_path: Path, status: str, *, told: bool
) -> None:
    where = books(tmp_path, status)
    spent = "Date;Libellé;Catégorie;Montant HT\n"
    spent += "15/06/2026;Versement;Dividendes;4000\n15/06/2025;Versement;Dividendes;9000\n"
    (where / "data" / "frais.csv").write_text(spent, encoding="utf-8")
    said = plain(bilan("net", 2026, "--dossier", where).out)
    assert ("Les 4 000,00 € de dividendes des classeurs" in said) is told
    assert "9 000" not in said


@pytest.mark.parametrize(
    ("start", "end", "across"),
    [("2026-03-02", "2026-12-31", False), ("2025-07-01", "2026-06-30", True)],
)
def test_a_year_across_two_says_whose_law_is_taken(
    bilan: Bilan, tmp_path: Path, start: str, end: str, *, across: bool
) -> None:
    extra = f"[exercice.2026]\ndebut = {start}\nfin = {end}\n"
    where = books(tmp_path, "micro", extra=extra)
    assert ("Exercice décalé" in bilan("net", 2026, "--dossier", where).out) is across


def test_a_month_is_one_of_the_year_however_long(bilan: Bilan, tmp_path: Path) -> None:
    long = "[exercice.2026]\ndebut = 2025-09-01\nfin = 2026-12-31\n"
    for extra, months in (("", 12), (long, 16)):
        where = books(tmp_path / str(months), "micro", extra=extra)
        ran = bilan("net", 2026, "--dossier", where)
        (shown,) = re.findall(r"Soit (.+) € par mois", plain(ran.out))
        whole = row(ran.out, "Dans la poche")[0].removesuffix(" €")
        left = float(whole.replace(" ", "").replace(",", "."))
        assert int(shown.replace(" ", "")) == round(left / months)


def test_the_months_of_a_year_under_way_are_those_to_come_too(bilan: Bilan, tmp_path: Path) -> None:
    where = books(tmp_path, "ei")
    whole, part = (
        plain(bilan("net", 2026, "--dossier", where, *more).out)
        for more in ((), ("--au", "2026-06-30"))
    )
    assert "€ par mois." in whole
    assert "€ par mois de l’exercice, ceux à venir compris." in part


def test_a_company_that_loses_keeps_nothing_it_bears_the_loss(bilan: Bilan, tmp_path: Path) -> None:
    where = books(tmp_path, "sasu")
    assert "Gardé dans la société" in bilan("net", 2026, "--dossier", where).out
    spent = "Date;Libellé;Catégorie;Montant HT\n15/06/2026;Étude;Honoraires;90000\n"
    (where / "data" / "frais.csv").write_text(spent, encoding="utf-8")
    for more in ((), ("--comparer", "sasu,eurl-is")):
        said = plain(bilan("net", 2026, "--dossier", where, *more).out)
        assert "Gardé dans la société" not in said
        assert "Perte laissée à la société" in said
    both = plain(bilan("net", 2026, "--dossier", where, "--comparer", "sasu,ei").out)
    assert "Perte laissée à la société" in both


def test_what_is_left_after_expenses_is_no_leftovers(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("scenario", 2026, "--tjm", "500", "--dossier", books(tmp_path, "micro"))
    assert "\nRestes après dépenses estimés depuis les classeurs." in ran.out


@pytest.mark.parametrize("asked", [(), ("--comparer", "ei,eurl-ir")])
@pytest.mark.parametrize(
    ("status", "paid", "said"),
    [("ei", 4_000, True), ("ei", 14_900, False), ("eurl-ir", 17_500, True)],
)
def test_contributions_that_will_be_settled_are_told_where_those_paid_are_far(
    bilan: Bilan, tmp_path: Path, status: str, paid: int, asked: tuple[str, ...], *, said: bool
) -> None:
    """Of 50 000 euros, 15 779 are owed; what was paid is on the income of another year."""
    settings = f'[societe]\nstatut = "{status}"\n[net]\nsalaire = "nette"\n'
    spent = [(date(2026, 1, 31), "Urssaf", "Cotisations", paid, None)]
    sold = [(date(2026, 3, 31), "Ponant", 20, 2_500, 50_000)]
    rows: dict[str, Rows] = {"Jours": [DAYS, *sold], "Dépenses": [EXPENSES, *spent]}
    where = folder(tmp_path, rows, settings + "[exercice.2026]\ncomplet = true\n")
    ran = bilan("net", 2026, *asked, "--dossier", where)
    assert ran.code == 0, ran.err
    told = plain(" ".join(ran.out.split()))
    assert ("régularisées sur le revenu de 2026, elles seraient de 15 779 €" in told) == said
    assert ("régularisées" in told) == said
