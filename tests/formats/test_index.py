from __future__ import annotations

import re
from datetime import date

from reporter.formats.report import index
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests import hostile
from tests.builders import activity, day, expense, history
from tests.texts import read

YEARS = history(
    activity(
        *(day(f"{year}-03-31", str(year - 1900), "600") for year in range(2015, 2021)),
        expense("2016-03-31", "90000"),
    ),
    Settings(),
)


def page(settings: Settings, *reports: str) -> str:
    return index.render(YEARS, settings, reports)["index.html"].decode()


def test_every_year_has_its_row_and_links_to_the_reports_that_exist() -> None:
    text = page(Settings(), "2020/bilan-2020.html", "2020/bilan-2020.pdf", "2018/bilan-2018.md")
    texts, tags = read(text)
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert links == ["2020/bilan-2020.html", "2020/bilan-2020.pdf", "2018/bilan-2018.md"]
    assert [text for text in texts if re.fullmatch(r"20\d\d", text)][:6] == [
        str(year) for year in range(2020, 2014, -1)
    ]
    assert texts.count("à écrire") == 4


def test_the_page_asks_the_network_for_nothing() -> None:
    text = page(Settings(), "2020/bilan-2020.html")
    assert "default-src 'none'" in text
    _, tags = read(text)
    assert not [tag for tag, _ in tags if tag in {"script", "img", "link", "iframe"}]
    assert not [name for _, attributes in tags for name in attributes if name == "style"]
    assert len(re.findall("<svg", text)) == 4
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_the_same_folder_gives_the_same_bytes_and_a_hostile_name_stands() -> None:
    settings = Settings(name=hostile.TITLE)
    assert page(settings) == page(settings)
    texts, _ = read(page(settings))
    assert f"Bilans 2015 à 2020 – {hostile.TITLE}" in texts


def test_two_years_are_both_named() -> None:
    text = index.render(YEARS[:2], Settings(name="Essai"), ())["index.html"].decode()
    assert "Bilans 2019 et 2020 – Essai" in read(text)[0]


def test_a_single_year_is_compared_with_nothing() -> None:
    text = index.render(YEARS[:1], Settings(), ())["index.html"].decode()
    texts, _ = read(text)
    assert "Un seul exercice dans les classeurs : rien à comparer d’une année à l’autre." in texts
    assert "<svg" not in text
    assert "Bilan 2020" in texts


def test_the_link_to_a_report_that_stops_before_its_year_says_the_day() -> None:
    cuts = {2020: date(2020, 12, 31), 2019: date(2019, 6, 30), 2018: date(2018, 6, 30)}
    reports = {"2020/bilan-2020.html", "2019/bilan-2019.html"}
    text = index.render(YEARS, Settings(), reports, cuts)["index.html"].decode()
    cells = re.findall(r'data-nom="Rapport"><span>(.*?)</span>', text)[:3]
    assert [re.sub("<.*?>", "", cell) for cell in cells] == [
        "page",
        "page, arrêté au 30/06/2019",
        "à écrire",
    ]


def test_results_of_two_forms_are_said_not_to_compare() -> None:
    lines = activity(*(day(f"{year}-03-31", "10", "500") for year in (2018, 2019, 2020)))
    for first, said in (("ei", True), ("sasu", False)):
        told = parse(f'societe.statut = "sasu"\n[exercice.2018]\nstatut = "{first}"\n')
        text = index.render(history(lines, told), told, ())["index.html"].decode()
        assert ("ces résultats ne se comparent pas" in text) == said
        assert ("moyen de <strong>" in text.partition("le résultat")[2]) != said
