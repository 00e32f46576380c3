from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reporter import load
from reporter.formats.report import render
from reporter.writing import write
from tests import hostile
from tests.texts import read
from tests.workbooks import DAYS, folder

ROOT = Path(__file__).parents[2]
SITE = {
    "config.toml": 'baseURL = "https://exemple.fr/"\ntitle = "Essai"\n',
    "layouts/_default/single.html": (
        "<h1>{{ .Title }}</h1><p>{{ .Params.author }}</p>"
        "{{ range .Params.tags }}<p>{{ . }}</p>{{ end }}"
        '<p>{{ .Date.Format "2006-01-02" }}</p><p>{{ .Lastmod.Format "2006-01-02" }}</p>'
        "{{ .Content }}"
    ),
    "layouts/_default/list.html": (
        '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    ),
}


def site(root: Path) -> Path:
    for name, text in SITE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def built(root: Path, page: str) -> tuple[list[str], list[str], list[str]]:
    """Build a site; return the list of its pages, the texts of one and its images."""
    run = subprocess.run(["hugo"], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    folder = root / "public" / "posts" / page
    texts, tags = read((folder / "index.html").read_text(encoding="utf-8"))
    _, listed = read((root / "public" / "index.html").read_text(encoding="utf-8"))
    images = [attributes["src"] for tag, attributes in tags if tag == "img"]
    assert not [tag for tag, _ in tags if tag == "script"]
    assert all((folder / image).is_file() for image in images)
    return [attributes["href"] for tag, attributes in listed if tag == "a"], texts, images


@pytest.mark.external("hugo")
def test_hugo_builds_the_bundle_lists_it_and_finds_its_images(tmp_path: Path) -> None:
    root = site(tmp_path)
    posts = root / "content" / "posts"
    write(render(load(ROOT).measure(2020), ["hugo"]), posts)
    pages, texts, images = built(root, "bilan-2020")
    assert pages == ["/posts/bilan-2020/"]
    assert texts[:3] == ["Bilan 2020 – Lueur de Sel", "2020-12-31", "2020-12-31"]
    assert texts.count("Bilan 2020 – Lueur de Sel") == 1
    assert len(images) == len(list((posts / "bilan-2020").glob("*.svg"))) > 0
    assert "Clients" in texts


@pytest.mark.external("hugo")
def test_hugo_shows_hostile_names_as_they_are(tmp_path: Path) -> None:
    """Same text as in the books: no shortcode run, no mark eaten, no quote or dash changed."""
    root = site(tmp_path)
    write(render(hostile.report(), ["hugo"]), root / "content" / "posts")
    _, texts, _ = built(root, "bilan-2020")
    assert texts[:3] == [f"Bilan 2020 – {hostile.TITLE}", hostile.TITLE, hostile.TITLE]
    for name in hostile.NAMES:
        assert name in texts, "a category stands alone in its cell"
        assert any(f"« {name} »" in text for text in texts), "a purchase is named in a sentence"


@pytest.mark.parametrize(
    ("settings", "date", "modified"),
    [
        ("", "2020-12-31", "2020-12-31"),
        ('[exercice]\ncloture = "30/06"', "2020-06-30", "2020-06-30"),
        ("[publication]\ndate = 2021-01-15", "2021-01-15", "2021-01-15"),
        (
            "[publication]\ndate = 2021-01-15\nmodification = 2021-02-01",
            "2021-01-15",
            "2021-02-01",
        ),
        ("[publication]\ndate = 2021-01-15\nmodification = 2020-02-01", "2021-01-15", "2021-01-15"),
        (
            "[publication]\ndate = 2022-01-15\n[exercice.2020]\npublication = 2021-03-01",
            "2021-03-01",
            "2021-03-01",
        ),
    ],
)
def test_the_dates_come_from_the_settings_or_the_year_never_from_today(
    tmp_path: Path, settings: str, date: str, modified: str
) -> None:
    rows = [DAYS, ("31/03/2020", "A", 1, 500, 500)]
    files = render(load(folder(tmp_path, {"Jours": rows}, settings)).entire(2020), ["hugo"])
    text = files["bilan-2020/index.md"].decode()
    assert text.startswith(f'---\ntitle: "Bilan 2020"\ndate: {date}\nlastmod: {modified}\ntags: []')
