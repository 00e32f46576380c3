from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import BadData
from reporter.settings import YearSettings
from reporter.toml.reading import load, parse


def mistakes(text: str) -> list[str]:
    with pytest.raises(BadData) as caught:
        parse(text)
    return [str(error) for error in caught.value.errors]


def test_nothing_written_means_the_defaults() -> None:
    settings = parse("")
    assert settings.default == YearSettings()
    assert settings.default.leave == 25
    assert settings.method == "ca_total"
    assert settings.year(2020).start == date(2020, 1, 1)


def test_numbers_stay_exact() -> None:
    assert parse("[exercice]\nobjectif_tjm = 712.10").default.target_rate == Decimal("712.10")


@pytest.mark.parametrize("written", ['"80 %"', '"80%"', "0.8", '"80,0 %"'])
def test_a_ratio_can_be_written_as_percents(written: str) -> None:
    assert parse(f"[exercice]\nobjectif_taux = {written}").default.target_ratio == Decimal("0.8")


def test_a_year_changes_only_what_it_says() -> None:
    settings = parse("[exercice]\nconges = 30\nobjectif_tjm = 700\n[exercice.2020]\nconges = 20")
    assert settings.of(settings.year(2020)).leave == 20
    assert settings.of(settings.year(2020)).target_rate == 700
    assert settings.of(settings.year(2021)).leave == 30


def test_a_closing_day_at_the_end_of_february() -> None:
    settings = parse('[exercice]\ncloture = "28/02"')
    assert settings.year(2020).end == date(2020, 2, 29)
    assert settings.year(2021).start == date(2020, 3, 1)
    assert settings.year_of(date(2020, 3, 1)).number == 2021


def test_all_mistakes_are_found_at_once() -> None:
    found = mistakes(
        '[societe]\nnomm = "X"\n[calcul]\nmethode_tjm = "autre"\n'
        '[exercice]\nconges = "25"\nobjectif_taux = 80\ncloture = "31/02"\n'
        "[exercice.2020]\ndebut = 2021-01-01\nfin = 2020-12-31\n[exercice.vingt]\n"
    )
    assert len(found) == 7
    assert any("clé societe.nomm" in line and "écrire nom" in line for line in found)
    assert any("exercice.conges" in line for line in found)
    assert any("objectif_taux" in line and "80 %" in line for line in found)
    assert any("exercice.2020.fin" in line for line in found)
    assert any("exercice.vingt" in line for line in found)


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "true", '"1"'])
def test_leave_is_a_number_of_days(value: str) -> None:
    assert len(mistakes(f"[exercice]\nconges = {value}")) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [("[societe\n", "ligne 1"), ('[societe]\nnom = "x', "ligne 2"), ("x = [\n1,\n", "ligne 2")],
)
def test_toml_that_cannot_be_read(text: str, line: str) -> None:
    (found,) = mistakes(text)
    assert "TOML illisible" in found
    assert line in found


def test_a_folder_without_settings(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="bilan init"):
        load(tmp_path)


def test_settings_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "bilan.toml").write_bytes('[societe]\nnom = "é"'.encode("cp1252"))
    with pytest.raises(BadData, match="UTF-8"):
        load(tmp_path)


def test_how_the_books_are_read() -> None:
    rules = parse(
        "[lecture]\nheures_par_jour = 7.5\ntaille_mo = 3\nlignes = 12\n"
        '[colonnes]\n"Net" = "Montant HT"\n"Humeur du jour" = ""\n'
    ).reading
    assert rules.hours == Decimal("7.5")
    assert (rules.limits.size, rules.limits.rows, rules.limits.cells) == (3_000_000, 12, 5_000_000)
    assert rules.words == {"Net": "Montant HT", "Humeur du jour": ""}


@pytest.mark.parametrize("line", ["heures_par_jour = 0", "heures_par_jour = 25", "lignes = 1.5"])
def test_what_no_one_reads_with(line: str) -> None:
    assert len(mistakes(f"[lecture]\n{line}\n")) == 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("debut = 2020-03-01", "2020-03-01", "2020-12-31"),
        ("fin = 2020-09-30", "2020-01-01", "2020-09-30"),
        ("debut = 2019-07-01\nfin = 2020-12-31", "2019-07-01", "2020-12-31"),
    ],
)
def test_one_end_of_a_year_is_enough(text: str, start: str, end: str) -> None:
    year = parse(f"[exercice.2020]\n{text}\n").year(2020)
    assert (f"{year.start}", f"{year.end}") == (start, end)


def test_one_end_follows_the_closing_day() -> None:
    year = parse('[exercice]\ncloture = "30/06"\n[exercice.2020]\ndebut = 2019-11-15\n').year(2020)
    assert f"{year.end}" == "2020-06-30"
