from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import Bilan

FILES = [".bilan/reglages.schema.json", "bilan.toml", "data/2026.md", "data/livres.xlsx"]


def contents(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_new_folder_works_once_a_line_is_typed(bilan: Bilan, tmp_path: Path) -> None:
    books = tmp_path / "livres"
    assert bilan("init", books, "--annee", 2026).code == 0
    assert sorted(contents(books)) == FILES
    ran = bilan("check", "--dossier", books)
    assert (ran.code, ran.out.count("note : ligne d’exemple")) == (0, 1)
    assert "cellule A2 ; et 3 autres feuilles" in ran.out.replace("\u00a0", " ")
    assert "rien n’est douteux" in ran.out
    path = books / "data" / "livres.xlsx"
    workbook = load_workbook(path)
    workbook["Jours"].append((date(2026, 2, 13), "Atelier du Port", "", 2, 650, 0.2))
    workbook.save(path)
    assert bilan("check", 2026, "--dossier", books).code == 0
    assert bilan("generate", 2026, "--dossier", books).code == 0
    figures = json.loads(bilan("show", 2026, "--json", "--dossier", books).out)
    assert figures["chiffre_affaires"] == "1300.00"
    assert figures["charges"] == "0.00"
    report = (books / "reports" / "2026" / "bilan-2026.md").read_text(encoding="utf-8")
    assert "Jours facturés\u00a0: 2. Tarif journalier moyen\u00a0: 650\u00a0€." in report
    assert "{#" not in report


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten_and_nothing_is_written_beside(
    bilan: Bilan, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    ran = bilan("init", tmp_path, "--annee", 2026)
    assert ran.code == 1
    said = f"erreur : déjà dans {tmp_path}, donc rien n’a été écrit : {name}"
    if name == "data/livres.xlsx":
        said += (
            f" ; pour n’écrire que bilan.toml : bilan init {tmp_path} --depuis {tmp_path / name}"
        )
    assert ran.err.splitlines() == [said]
    assert contents(tmp_path) == {name: b"mine"}


def test_a_link_that_leads_nowhere_is_a_file_too(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "bilan.toml").symlink_to(tmp_path / "parti.toml")
    assert bilan("init", tmp_path).code == 1
    assert not (tmp_path / "data").exists()


def test_a_folder_that_holds_other_things_is_completed(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2019.xlsx").write_bytes(b"mine")
    assert bilan("init", tmp_path, "--annee", 2026).code == 0
    assert (tmp_path / "data" / "2019.xlsx").read_bytes() == b"mine"


def test_a_file_in_the_place_of_the_folder(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "livres").write_bytes(b"mine")
    ran = bilan("init", tmp_path / "livres")
    assert ran.code == 1
    assert "écriture impossible" in ran.err
    assert contents(tmp_path) == {"livres": b"mine"}


def test_without_a_folder_the_current_one_and_this_year(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = bilan("init")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[0] == "écrit : bilan.toml"
    assert any(path.stem.isdecimal() for path in (tmp_path / "data").glob("*.md"))
    assert "bilan check" in ran.err.splitlines()[-1]


# a strange file


STRANGE = (
    "Quand;Pour qui;Durée;Tarif;Total;Lien\n"
    "31/03/2020;A;10;700;7000;un\n30/04/2020;B;12;650;7800;deux\n"
)
GUESSES = [
    '# "temps" = "Jours"',
    '# "Quand" = "Date"                # 31/03/2020 · 30/04/2020',
    '# "Pour qui" = "Client"           # A · B',
    '# "Durée" = "Jours"               # 10 · 12',
    '# "Tarif" = "TJM"                 # 700 · 650',
]


def strange(folder: Path, name: str = "suivi.csv", text: str = STRANGE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def columns(toml: Path) -> list[str]:
    text = toml.read_text(encoding="utf-8")
    return text.partition("[colonnes]\n")[2].partition("\n\n[")[0].splitlines()


def test_a_strange_file_gives_settings_whose_guesses_are_off(bilan: Bilan, tmp_path: Path) -> None:
    path = strange(tmp_path)
    ran = bilan("init", tmp_path, "--depuis", path)
    assert ran.code == 0
    assert sorted(contents(tmp_path)) == [
        ".bilan/reglages.schema.json",
        "bilan.toml",
        "suivi.csv",
    ]
    lines = columns(tmp_path / "bilan.toml")
    assert all(line.startswith("#") for line in lines)
    assert [line for line in lines if ' = "' in line][:-1] == GUESSES[1:]


def test_a_guess_changes_nothing_until_its_mark_is_gone(bilan: Bilan, tmp_path: Path) -> None:
    path = strange(tmp_path)
    bilan("init", tmp_path, "--depuis", path)
    (tmp_path / "data").mkdir()
    path.rename(tmp_path / "data" / "suivi.csv")
    toml = tmp_path / "bilan.toml"
    guessed = bilan("check", "--dossier", tmp_path)
    text = toml.read_text(encoding="utf-8")
    toml.write_text("", encoding="utf-8")
    assert bilan("check", "--dossier", tmp_path).err == guessed.err
    confirmed = text.replace('# "', '"')
    toml.write_text(confirmed, encoding="utf-8")
    figures = json.loads(bilan("show", 2020, "--json", "--dossier", tmp_path).out)
    assert (figures["chiffre_affaires"], figures["jours_factures"]) == ("14800.00", "22")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Date;Client;Jours;TJM\n31/03/2020;A;1;700\n", "se lit tel quel"),
        (
            "Date;Compte;Libellé;Débit;Crédit\n31/03/2020;706;A;;1\n",
            "écritures comptables, en partie double",
        ),
        ("Bonjour;vous\nun;deux\n", "rien de sûr"),
        ("Date;Client;Durée;TJM\n31/03/2020;A;2;700\n", "à vous de dire"),
    ],
)
def test_what_a_file_seems_to_be_is_said(
    text: str, said: str, bilan: Bilan, tmp_path: Path
) -> None:
    path = strange(tmp_path, "Feuil1.csv", text)
    assert bilan("init", tmp_path, "--depuis", path).code == 0
    assert said in "\n".join(columns(tmp_path / "bilan.toml"))


def test_a_title_that_would_end_its_line_stays_in_it(bilan: Bilan, tmp_path: Path) -> None:
    """A title of two lines must not write a setting of its own."""
    text = 'Date;"Qui\n[societe]\nimpot";Jours;TJM\n31/03/2020;A;1;700\n'
    assert bilan("init", tmp_path, "--depuis", strange(tmp_path, "Jours.csv", text)).code == 0
    assert all(line.startswith("#") for line in columns(tmp_path / "bilan.toml"))


def test_a_file_that_is_not_there_or_cannot_be_read(bilan: Bilan, tmp_path: Path) -> None:
    assert bilan("init", tmp_path, "--depuis", tmp_path / "parti.csv").err.startswith(
        "erreur : aucun fichier"
    )
    assert "est un dossier" in bilan("init", tmp_path, "--depuis", tmp_path).err
    (tmp_path / "vide.csv").touch()
    ran = bilan("init", tmp_path, "--depuis", tmp_path / "vide.csv")
    assert (ran.code, "fichier vide" in ran.err) == (1, True)
    assert not (tmp_path / "bilan.toml").exists()
    (tmp_path / "bilan.toml").write_text("", encoding="utf-8")
    ran = bilan("init", tmp_path, "--depuis", strange(tmp_path))
    assert "déjà dans" in ran.err


def test_books_that_have_the_name_of_ours_have_their_settings_by_the_way_that_is_said(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`bilan check` says to run `bilan init`, which refuses: the way out must lead somewhere."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Jours"
    sheet.append(["Date", "Client", "Jours", "TJM"])
    sheet.append([date(2020, 3, 31), "Ponant", 2, 650])
    (tmp_path / "data").mkdir(exist_ok=True)
    book.save(tmp_path / "data" / "livres.xlsx")
    monkeypatch.chdir(tmp_path)
    command = bilan("init").err.strip().partition(" : bilan ")[2]
    assert command == "init --depuis data/livres.xlsx"
    ran = bilan(*command.split())
    assert (ran.code, "ranger" in ran.err) == (0, False)
    assert bilan("check").code == 0
