"""The annex of a page: each figure shown opens what explains it, down to the cells of the books."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reporter.books import load
from reporter.elapsed import Cut
from reporter.figures import Bilan as Year
from reporter.formats.report import render
from reporter.formats.report.proofs import Proofs
from reporter.to_date import to_date
from tests.builders import bilan, day, expense, fee
from tests.cli.conftest import Bilan
from tests.cli.conftest import bilan as command
from tests.net_books import books
from tests.showcase import CASES
from tests.workbooks import DAYS, folder

ROOT = Path(__file__).parents[2]
PAGE, ANNEX = "bilan-2020.html", "bilan-2020-preuves.html"
asked = command
"""The fixture that runs `bilan`."""


class Read(HTMLParser):
    """The links of a page, with their text, and the ids that stand on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: dict[str, set[str]] = {}
        self.ids: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an id, and the address of a link."""
        known = dict(attrs)
        self.ids += [known["id"] or ""] if "id" in known else []
        if tag == "a":
            self.inside = known["href"] or ""
            self.links.setdefault(self.inside, set())

    def handle_endtag(self, tag: str) -> None:
        """Leave a link."""
        self.inside = "" if tag == "a" else self.inside

    def handle_data(self, data: str) -> None:
        """Keep the text of a link."""
        if self.inside:
            self.links[self.inside].add(data)


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    found = render(load(ROOT).measure(2020), ["md", "html"])
    return {name: data.decode() for name, data in found.items()}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    found = render(load(ROOT).measure(2020), ["md", "html"], proofs=True)
    return {name: data.decode() for name, data in found.items()}


def test_each_link_of_the_page_leads_to_a_section_of_the_annex(pages: dict[str, str]) -> None:
    page, annex = Read(pages[PAGE]), Read(pages[ANNEX])
    targets = {link.partition("#")[2] for link in page.links if link.startswith(f"{ANNEX}#")}
    assert len(targets) > 60
    assert targets <= set(annex.ids)
    assert len(annex.ids) == len(set(annex.ids))
    assert {link[1:] for link in annex.links if link.startswith("#")} <= set(annex.ids)


def test_the_annex_begins_with_the_year_of_the_page(pages: dict[str, str]) -> None:
    ids = re.findall(r'<section id="(\d{4})', pages[ANNEX])
    assert list(dict.fromkeys(ids)) == ["2020", "2021", "2019", "2018", "2017"]


def test_the_figures_that_a_reader_sees_first_open_their_proofs(pages: dict[str, str]) -> None:
    links = {link: text for link, text in Read(pages[PAGE]).links.items() if "#" in link}
    shown = {name: links[f"{ANNEX}#2020.{name}"] for name in (
        "chiffre_affaires", "resultat_apres_impots", "jours_factures", "tjm", "variations.tjm",
        "objectif.tjm", "effets.volume", "charges", "taux_jours_factures",
    )}  # fmt: skip
    assert "~138\u00a0K€" in shown["chiffre_affaires"]
    assert "8\u00a0%" in links[f"{ANNEX}#2020.variations.chiffre_affaires"], "said without sign"
    assert "761\u00a0€" in links[f"{ANNEX}#2019.tjm"], "in the owner's text too"


def test_each_figure_of_the_tables_of_the_years_is_a_link(pages: dict[str, str]) -> None:
    """But those that do not exist, which print as n. d."""
    tables = re.findall(r"<table[^>]*>.*?</table>", pages[PAGE], re.DOTALL)
    years = [table for table in tables if "Chiffres clés" in table or "Détail des ch" in table]
    assert len(years) == 2
    for table in years:
        cells = re.findall(r'<td[^>]*class="n"[^>]*>(.*?)</td>', table)
        assert len(cells) >= 20
        assert all(cell.startswith("<a href=") for cell in cells)


EXCEPTIONS = (
    # a year, on an axis or as the name of a row; the legend of a drawing; how many others there are
    ("text", "", r"\d{4}|(?:jours facturés|objectif = 100) ?.*|Autres.*\(\d+\)"),
    ("text", "atterrissage", r"(?:Connu au|Atterrissage|Année) [\d/]+"),
    # the date of a title, and the year that it compares with
    ("h3", "", r"Au \d.*|\D*\b(?:à|en|de) \d{4}"),
    # words that cite a year, a law, a share
    ("td", "", r"[^\d−+~●○].*|.* (?:du|des) .*"),
    # the year that is compared with
    ("dd", "", r"(?:par rapport|contre|en|à|au) .*"),
    # the days on which an invoice was made, due, paid
    ("td", "encaissements", r"\d\d/\d\d/\d{4}"),
    # how many days and invoices: the tables of delays count what the books say, and sum nothing
    ("td", "encaissements", r"\d+(?:,\d+)?"),
    # years that are imagined: « bilan explain --scenario » explains them, the page holds none
    ("td|output", "perspectives|et-si", r".*"),
    # what the law sets for a micro-enterprise, and its declarations, each with its own period
    ("td", "micro", r".*"),
)
"""The numbers of a page that lead nowhere: which element, in which section, written how."""


class Bare(HTMLParser):
    """The numbers of a page that are inside no link: their element, their section, their text."""

    SHOWN = ("strong", "b", "td", "dd", "text", "output", "h3")
    VOID = ("meta", "link", "br", "input", "path", "rect", "circle", "line")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.section = ""
        self.found: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self.section = dict(attrs).get("id") or "" if tag == "section" else self.section
        self.open += [tag] if tag not in self.VOID else []

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep a number that stands by itself."""
        inside = [tag for tag in self.open if tag in self.SHOWN]
        words = data.strip().replace("\u00a0", " ").replace("\u202f", " ")
        if inside and "a" not in self.open and re.search(r"\d", words):
            self.found.append((inside[-1], self.section, words))


def excepted(number: tuple[str, str, str]) -> bool:
    tag, section, text = number
    return any(
        re.fullmatch(tags, tag) and (not sections or re.fullmatch(sections, section))
        and re.fullmatch(written, text)
        for tags, sections, written in EXCEPTIONS
    )  # fmt: skip


def published(form: str, tmp_path: Path) -> Year:
    """Return the last year of the books of a legal form, which shows what reaches the pocket."""
    made = books(tmp_path, form)
    settings = (made / "bilan.toml").read_text(encoding="utf-8")
    (made / "bilan.toml").write_text(f"{settings}[publication]\nnet = true\n", encoding="utf-8")
    opened = load(made)
    return opened.measure(max(opened.figures))


@pytest.mark.parametrize(
    "name",
    ["example", "cut", "sasu", "micro", "deux-personnes"],
)
def test_every_number_of_a_page_opens_what_explains_it(
    name: str, tmp_path: Path, pages: dict[str, str]
) -> None:
    """In a sentence, a table, a drawing: all but those that no figure is, each kind with why."""
    match name:
        case "example":
            return opened(pages[PAGE], pages[ANNEX])
        case "cut":
            year = load(ROOT).measure(2020, as_of=date(2020, 9, 15))
        case "sasu" | "micro":
            year = published(name, tmp_path)
        case _:
            year = CASES[name]()
    files = render(year, ["html"], proofs=True)
    return opened(*(data.decode() for data in files.values()))


def opened(page: str, annex: str) -> None:
    assert [one for one in Bare(page).found if not excepted(one)] == []
    targets = {link.partition("#")[2] for link in Read(page).links if "preuves.html#" in link}
    assert targets
    assert targets <= set(Read(annex).ids)


def test_the_numbers_of_a_drawing_can_be_reached(
    pages: dict[str, str], plain: dict[str, str]
) -> None:
    """Nothing inside an image can: where it holds links, a drawing is a group."""
    drawings = re.findall(r"<svg[^>]*role=\"(\w+)\"[^>]*>(.*?)</svg>", pages[PAGE], re.DOTALL)
    assert len(drawings) >= 12
    assert {role for role, inside in drawings if "<a " in inside} == {"group"}
    assert all("<title>" in inside and "<desc>" in inside for _, inside in drawings)
    assert 'role="group"' not in "".join(re.findall(r"<svg[^>]*>", plain[PAGE]))


def test_the_figures_of_the_title_of_a_drawing_are_links(pages: dict[str, str]) -> None:
    titles = re.findall(r"<h3>(.*?)</h3>", pages[PAGE].replace("\u00a0", " "))
    told = [re.findall(r'#([\w.]+)"[^>]*>(.*?)</a>', title) for title in titles]
    assert [links for links in told if links] == [
        [("2020.jours_factures", "20"), ("2020.jours_factures", "5")],
        [("2020.chiffre_affaires", "94 %")],
        [("2020.resultat_apres_impots", "5,8 %")],
        [("2020.variations.chiffre_affaires", "8 %"), ("2020.variations.tjm", "3,6 %")],
    ]


def test_a_date_in_the_title_of_a_drawing_is_no_figure() -> None:
    """« Au 15 mars » stands before the fifteen days of a month."""
    year = bilan(2020, day("2020-01-31", "15", "700"), day("2020-02-28", "4", "700"))
    cut = to_date(year, (), Cut(date(2020, 3, 15), "asked"))
    page = render(cut, ["html"], proofs=True)[PAGE].decode()
    assert "<h3>Au 15 mars, janvier culmine à <a " in page.replace("\u00a0", " ")


def test_long_lists_are_folded_and_no_link_leads_inside_a_fold(pages: dict[str, str]) -> None:
    """A browser may open no fold for a link: its target stands outside."""
    annex = pages[ANNEX]
    folds = re.findall(r"<details>.*?</details>", annex, re.DOTALL)
    assert len(folds) > 20
    assert not any(" id=" in fold or "open" in fold[:20] for fold in folds)
    shown = re.sub(r"<details>.*?</details>", "", annex, flags=re.DOTALL)
    assert (
        max(table.count("<tr") for table in re.findall(r"<table.*?</table>", shown, re.DOTALL)) <= 8
    )


def test_the_annex_shows_each_line_with_its_cell(pages: dict[str, str]) -> None:
    section = pages[ANNEX].partition('id="2020.dotations_amortissements"')[2]
    section = section.partition("</section>")[0]
    assert "Baie de serveurs pour l’infogérance" in section
    assert "cellule\u00a0A26" in section.replace(" A26", "\u00a0A26")
    assert "3\u202f662,65\u00a0€" in section
    assert "CGI, art. 219" in pages[ANNEX]


def test_no_script_and_no_request_stand_in_the_annex(pages: dict[str, str]) -> None:
    assert "<script" not in pages[ANNEX]
    assert "default-src 'none'" in pages[ANNEX]
    assert not re.search(r'(?:src|href)="(?:https?:|//)', pages[ANNEX])


def test_without_it_a_page_has_no_link_and_its_markdown_never_has(
    pages: dict[str, str], plain: dict[str, str]
) -> None:
    assert "preuves" not in plain[PAGE]
    assert plain["bilan-2020.md"] == pages["bilan-2020.md"]
    assert ANNEX not in plain


def test_the_same_books_give_the_same_bytes() -> None:
    year = bilan(2020, day("2020-03-31", "10", "700"), fee("2020-04-30", "100"))
    assert render(year, ["html"], proofs=True) == render(year, ["html"], proofs=True)


@pytest.mark.parametrize(
    "settings",
    [
        '[societe]\nstatut = "micro"\n[micro]\ndates = "facture"',
        '[societe]\nstatut = "ei"',
        '[exercice]\ncloture = "30/06"',
        "[exercice.2020]\nresultat = 100",
        '[calcul]\nmethode_tjm = "equivalent_jours"',
    ],
)
def test_other_years_have_their_proofs(settings: str) -> None:
    """Other forms, closings, methods; names that a page could not hold as they are."""
    lines = (
        day("2020-03-31", "10", "700", client='<b>&"'),
        day("2019-03-31", "9", "650", client="A"),
        fee("2020-04-30", "100"),
        expense("2019-05-01", "900", lifetime=None),
    )
    year = bilan(2020, *lines, settings=settings)
    found = {name: data.decode() for name, data in render(year, ["html"], proofs=True).items()}
    page, annex = Read(found[PAGE]), Read(found[ANNEX])
    targets = {link.partition("#")[2] for link in page.links if link.startswith(f"{ANNEX}#")}
    assert targets
    assert targets <= set(annex.ids)
    assert "<b>&" not in found[ANNEX]


def test_a_figure_that_is_none_is_no_proof() -> None:
    proofs = Proofs(bilan(2020, day("2020-03-31", "10", "700")))
    assert proofs.has("2020.tjm")
    assert not proofs.has("2020.nothing")
    assert not proofs.has("2017.tjm")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--anonyme"], "jamais avec --anonyme"),
        (["--anonyme", "--indices"], "jamais avec --anonyme"),
        (["--format", "md,pdf"], "ajouter html à --format"),
        (["--mois", 3], "l’option --preuves ne va pas avec --mois"),
    ],
)
def test_where_it_would_tell_too_much_or_nothing_it_is_refused(
    asked: Bilan, tmp_path: Path, words: list[object], said: str
) -> None:
    out = tmp_path / "sortie"
    ran = asked("generate", 2020, "--preuves", *words, "--dossier", ROOT, "--sortie", out)
    assert (ran.code, out.exists()) == (2, False)
    assert said in ran.err


def test_the_command_writes_it_beside_the_page(asked: Bilan, tmp_path: Path) -> None:
    out = tmp_path / "sortie"
    folder(tmp_path, {"Jours": [DAYS, (date(2020, 3, 31), "Aval", 10, 700, 7000)]})
    words = ("--format", "html", "--dossier", tmp_path, "--sortie", out)
    assert asked("generate", 2020, "--preuves", *words).code == 0
    assert {path.name for path in out.iterdir()} == {PAGE, ANNEX, "bilan-2020.json"}
