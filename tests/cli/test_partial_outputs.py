"""Every output of a year under way says so at once, and with what it is compared."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from reporter.books import load
from reporter.french import NBSP
from tests.workbooks import DAYS, EXPENSES, FEES, folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Bilan
    from tests.workbooks import Rows

SAID = "partielle au 30 juin 2026"
ENDS = [
    date(year, month, monthrange(year, month)[1])
    for year in (2023, 2024, 2025, 2026)
    for month in range(1, 13)
]
SETTINGS = (
    '[societe]\nnom = "Brume"\nstatut = "{status}"\n[exercice]\nobjectif_tjm = 600\n'
    'objectif_taux = "80 %"\n[exercice.2026]\nreference = 2024\n[scenarios.prudent]\ntjm = 650\n'
    '[publication]\nnet = true\n[micro]\ndates = "facture"\n'
)


def books(root: Path, status: str = "sasu", last: int = 12) -> Path:
    """Write four years equal month by month, the last up to a month, and a purchase in 2025."""
    ends = [end for end in ENDS if end.year < 2026 or end.month <= last]
    sheets: dict[str, Rows] = {
        "Jours": [DAYS, *((end, "Cèdre", 10, 600, 6000) for end in ends)],
        "Forfaits": [FEES, *((end, "Aval", "Infogérance", 500) for end in ends)],
        "Dépenses": [
            EXPENSES,
            (date(2025, 10, 1), "Serveur", "Matériel", 3600, 3),
            *((end, "Bureau", "Loyer", 400, None) for end in ends),
        ],
    }
    return folder(root, sheets, SETTINGS.format(status=status))


def first(text: str) -> str:
    return text.lstrip().splitlines()[0].replace(NBSP, " ")


COMMANDS = (
    ("show",),
    ("scenario", "--tjm", "700"),
    ("scenario", "--comparer", "prudent"),
    ("scenario", "--grille"),
    ("scenario", "--sensibilite"),
    ("scenario", "--viser", "ca=60000", "--par", "tjm"),
    ("net",),
    ("net", "--tjm", "700"),
    ("net", "--sensibilite"),
    ("net", "--comparer", "sasu,ei"),
)


@pytest.mark.parametrize("status", ["sasu", "ei", "micro"])
def test_each_answer_in_the_terminal_says_it_first(
    bilan: Bilan, tmp_path: Path, status: str
) -> None:
    made = books(tmp_path, status)
    for name, *options in COMMANDS if status == "sasu" else COMMANDS[:1] + COMMANDS[6:7]:
        ran = bilan(name, 2026, "--au", "2026-06-30", "--dossier", made, *options)
        assert SAID in first(ran.out), (name, options, ran.err)


@pytest.mark.parametrize("form", ["csv", "md", "html", "json"])
def test_each_answer_in_another_format_says_it_first(
    bilan: Bilan, tmp_path: Path, form: str
) -> None:
    made = books(tmp_path)
    for name in ("scenario", "net"):
        ran = bilan(name, 2026, "--au", "2026-06-30", "--dossier", made, "--format", form)
        head = ran.out.partition("\n</title>")[0] if form == "html" else ran.out[:200]
        assert SAID in head.replace(NBSP, " ").replace("\u202f", " "), ran.err
        if form == "json":
            titles = [table["titre"] for table in json.loads(ran.out)]
            assert [title for title in titles if SAID not in title] == []


def test_the_explanation_of_a_figure_says_it_first(bilan: Bilan, tmp_path: Path) -> None:
    asked = ("explain", "tjm", 2026, "--au", "2026-06-30", "--dossier", books(tmp_path))
    assert "2026 (partielle, au 30 juin)" in first(bilan(*asked).out)
    assert next(iter(json.loads(bilan(*asked, "--json").out))) == "partielle"


@pytest.mark.parametrize(
    ("status", "options"),
    [("sasu", ()), ("micro", ("--anonyme",)), ("sasu", ("--anonyme", "--indices"))],
)
def test_each_report_says_it_in_its_title_its_sentence_and_its_charts(
    bilan: Bilan, tmp_path: Path, status: str, options: tuple[str, ...]
) -> None:
    made, out = books(tmp_path / "livres", status), tmp_path / "sortie"
    asked = ("--format", "md,html,hugo", "--sortie", out, *options)
    ran = bilan("generate", 2026, "--au", "2026-06-30", "--dossier", made, *asked)
    assert ran.code == 0, ran.err
    text = (out / "bilan-2026.md").read_text(encoding="utf-8").replace(NBSP, " ")
    assert SAID in text.splitlines()[0]
    sentence = next(line for line in text.splitlines() if line.startswith("En 2026"))
    assert sentence.startswith("En 2026, année partielle au 30 juin, le chiffre d’affaires atteint")
    assert "stable par rapport au 30 juin 2025" in sentence
    titles = re.findall(r"^!\[(.*)\]", text, re.MULTILINE)
    assert len(titles) >= 5
    assert [title for title in titles if not title.startswith("Au 30 juin")] == []
    page = (out / "bilan-2026.html").read_text(encoding="utf-8").replace(NBSP, " ")
    assert SAID in re.findall(r"<title>(.*)</title>", page)[0]
    assert SAID in re.findall(r"<h1>(.*)</h1>", page)[0]
    post = (out / "bilan-2026" / "index.md").read_text(encoding="utf-8")
    assert SAID in post.splitlines()[1].replace(NBSP, " ")


def test_a_report_never_tells_the_year_before_as_a_whole(bilan: Bilan, tmp_path: Path) -> None:
    """Twelve months of 2025 are 78 000 €: only what comes after the year may be told of them."""
    made, out = books(tmp_path / "livres"), tmp_path / "sortie"
    bilan("generate", 2026, "--au", "2026-06-30", "--dossier", made, "--sortie", out)
    text = (out / "bilan-2026.md").read_text(encoding="utf-8").replace("\u202f", " ")
    sections = {part.partition("\n")[0]: part for part in text.split("\n## ")}
    told = [name for name, part in sections.items() if re.search(r"78 000|78\u00a0K€", part)]
    assert [name for name in told if not name.startswith(("L’atterrissage", "Perspectives"))] == []
    assert re.search(r"39\u00a0K€", sections["Les années"])


def test_the_pack_of_a_year_that_is_not_over_says_so(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = books(tmp_path)
    asked = ("export", 2026, "--format", "hledger", "--dossier", made)
    for today in (date(2026, 1, 1), date(2026, 5, 15), date(2026, 12, 31)):
        monkeypatch.setattr("reporter.today.today", partial(date, *today.timetuple()[:3]))
        assert "2026 ne finit que le 31/12/2026" in bilan(*asked).err
    monkeypatch.setattr("reporter.today.today", lambda: date(2027, 1, 1))
    assert "ne finit que" not in bilan(*asked).err


@pytest.mark.parametrize(("said", "code"), [("true", 0), ("false", 1)])
def test_a_day_to_come_may_be_asked_of_a_year_said_complete(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, code: int
) -> None:
    made = books(tmp_path)
    settings = (made / "bilan.toml").read_text(encoding="utf-8")
    told = settings.replace("[exercice.2026]\n", f"[exercice.2026]\ncomplet = {said}\n")
    (made / "bilan.toml").write_text(told, encoding="utf-8")
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 5, 15))
    for day in ("2026-06-30", "2026-12-31"):
        ran = bilan("show", 2026, "--au", day, "--dossier", made)
        assert (ran.code, "complet = true" in ran.err) == (code, bool(code))


def test_the_page_of_all_years_sets_the_part_apart(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path, last=9)
    assert bilan("generate", 2025, "--dossier", made).code == 0
    page = (made / "reports" / "index.html").read_text(encoding="utf-8").replace(NBSP, " ")
    said = "2026, année partielle au 30 septembre"
    assert re.findall(r"<title>(.*)</title>", page)[0].startswith(
        f"Bilans 2023 à 2026, dont {said} –"
    )
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td [^>]*class="n">(.*?)</td>', page)
    assert rows[:3] == [
        ("2026 (partielle, au 30 septembre)", "58,5 K€"),
        ("2025 au 30/09", "58,5 K€"),
        ("2025", "78 K€"),
    ]
    assert "Sur les trois derniers exercices entiers" in page
    assert "de <strong>78 K€</strong>" in page
    shown = re.findall(r'<tr><th scope="row">(\d{4})</th>', page[page.index("Sur la durée") :])
    assert set(shown) == {"2023", "2024", "2025"}


def test_the_page_of_a_part_alone_names_its_year_once(bilan: Bilan, tmp_path: Path) -> None:
    lines = [(date(2026, month, 28), "A", 12, 700, 8400) for month in (1, 2)]
    made = folder(tmp_path, {"Jours": [DAYS, *lines]})
    assert bilan("generate", 2026, "--dossier", made).code == 0
    page = (made / "reports" / "index.html").read_text(encoding="utf-8").replace(NBSP, " ")
    title = "Bilan 2026, année partielle au 28 février 2026"
    assert f"<title>{title}</title>" in page
    assert "Aucun exercice entier" in page


def test_the_scenarios_of_a_year_to_come_start_from_the_last_whole_one(
    bilan: Bilan, tmp_path: Path
) -> None:
    made = books(tmp_path, last=9)
    ran = bilan("scenario", 2027, "--tjm", "700", "--dossier", made)
    assert "repris de 2025" in ran.out
    assert "2026 n’est connu qu’en partie : rien n’en est repris." in ran.out
    found = load(made).scenario(2027, tjm=700)
    assert (found.figures.days, found.reference.year.number) == (120, 2025)
    alone = folder(tmp_path / "seule", {"Jours": [DAYS, (date(2026, 2, 28), "A", 12, 700, 8400)]})
    only = load(alone).scenario(2027, tjm=700)
    assert only.figures.days == 12, "never made a year by a rule of three"


def test_what_is_left_of_a_part_is_what_would_be_if_nothing_more_came(
    bilan: Bilan, tmp_path: Path
) -> None:
    made = books(tmp_path, "ei")
    ran = bilan("net", 2026, "--au", "2026-06-30", "--dossier", made)
    assert "si plus rien ne venait d’ici le 31 décembre 2026" in ran.out
    found = load(made).until(2026, date(2026, 6, 30)).net(2026)
    assert (found.figures.revenue, found.figures.year.is_partial) == (39_000, False)


def test_a_micro_enterprise_declares_the_periods_that_have_begun(tmp_path: Path) -> None:
    from reporter.tables.pockets import micro_section

    made = load(books(tmp_path, "micro"))
    section = micro_section(made.measure(2026, as_of=date(2026, 5, 20)))
    assert section is not None
    declared = section.tables[0]
    begun = ["janvier", "février", "mars", "avril", "mai"]
    assert [str(row[0]) for row in declared.rows] == begun
    assert "n’est connue qu’au 20 mai 2026" in declared.note.replace(NBSP, " ")
    assert "partielle" in declared.title


def test_two_people_of_whom_one_leaves_in_may(bilan: Bilan, tmp_path: Path) -> None:
    """Until 30 June: 120 days less 12.5 of leave for Anne; until 31 May for Bruno."""
    days = ("Date", "Client", "Jours", "TJM", "Intervenant")
    rows: list[tuple[Any, ...]] = [
        (end, "Cèdre", 15, 600, name)
        for end in ENDS
        for name in ("Anne", "Bruno")
        if end.year >= 2025 and (name == "Anne" or end <= date(2026, 5, 31))
    ]
    settings = '[intervenants."Bruno"]\ndepart = 2026-05-31\n'
    made = folder(tmp_path, {"Jours": [days, *rows]}, settings)
    asked = ("--au", "2026-06-30", "--dossier", made, "--json")
    found = json.loads(bilan("show", 2026, *asked).out)
    assert found["jours_factures"] == "165"
    assert found["precedents"][0]["jours_factures"] == "180"
    january_to_june, january_to_may = 123, 101
    assert found["jours_ouvres"] == str(january_to_june + january_to_may)
    assert found["precedents"][0]["jours_ouvres"] == str(2 * 123)
