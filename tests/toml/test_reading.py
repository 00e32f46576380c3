import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import BadData, BilanError
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


def test_a_day_written_as_the_french_do_is_told_in_toml() -> None:
    (found,) = mistakes("[societe]\ncreation = 1/09/2022 # le premier\n")
    assert "ligne 2" in found
    assert "sans guillemets : 2022-09-01" in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tva]\n[net]\n[tva]\n", ("ligne 3", "table ouverte deux fois", "sous [tva], ligne 1,")),
        (
            "[net]\n  [exercice.2020]\n[exercice.2020]\nconges = 3\n",
            ("ligne 3", "table ouverte deux fois", "sous [exercice.2020], ligne 2,"),
        ),
        ("[net]\nparts = 1\nparts = 2\n", ("ligne 3", "réglage écrit deux fois", "plus haut")),
        ("[tva] # ici\n[tva]\n", ("ligne 2", "TOML illisible")),
    ],
)
def test_what_is_written_twice_is_said_to_be(text: str, told: tuple[str, ...]) -> None:
    (found,) = mistakes(text)
    assert all(words in found for words in told)


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
    "line",
    [
        "objectif_tjm = 1e40",
        "objectif_tjm = 1e-40",
        "conges = 1_000_000_000_000",
        f"objectif_tjm = 0x{'f' * 5000}",
        "reference = 9998",
        "publication = 0001-01-01",
        "resultat = -1e30",
    ],
)
def test_every_number_and_date_has_bounds(line: str) -> None:
    (found,) = mistakes(f"[exercice.2020]\n{line}\n")
    assert f"exercice.2020.{line.split(maxsplit=1)[0]}" in found


@pytest.mark.parametrize("key", ["9998", "0002", "1899", "٢٠٢٠", "9" * 5000])
def test_a_year_of_no_company_s_life(key: str) -> None:
    assert "exercice inconnu" in mistakes(f'[exercice."{key}"]\nconges = 2\n')[0]


@pytest.mark.parametrize(
    "text",
    [f"x = {'9' * 5000}", f"x = {'[' * 100_000}", "x = 1e9999999999999999999", "a." * 9999 + "a=1"],
)
def test_a_text_made_to_break_its_reader(text: str) -> None:
    assert "bilan.toml" in mistakes(text)[0]


def test_known_keys_are_said_in_the_same_order_on_each_run() -> None:
    (found,) = mistakes("[lecture]\nzzzzzz = 1\n")
    known = found.split("clés connues : ")[1].rstrip(")").split(", ")
    assert known == sorted(known)
    assert len(known) > 3


TWO = "[exercice.2020]\ndebut = {}\nfin = {}\n[exercice.{}]\ndebut = {}\nfin = {}\n"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2020-01-01", "2020-06-30", 2021, "2020-09-01", "2021-12-31"), "ne se suivent pas"),
        (("2020-01-01", "2020-12-31", 2021, "2020-12-31", "2021-12-31"), "se chevauchent"),
        (("2020-01-01", "2020-12-31", 2022, "2020-12-01", "2022-06-30"), "se chevauchent"),
    ],
)
def test_two_dated_years_that_do_not_follow_each_other(dates: tuple[str, ...], said: str) -> None:
    (found,) = mistakes(TWO.format(*dates))
    assert f"les exercices 2020 et {dates[2]} {said}" in found
    assert f"clé exercice.{dates[2]}.debut" in found


def test_a_year_of_more_than_two_years() -> None:
    assert "24 mois" in mistakes("[exercice.2020]\ndebut = 2018-12-31\nfin = 2020-12-31")[0]
    parse("[exercice.2020]\ndebut = 2019-01-01\nfin = 2020-12-31")


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("2019-07-01", "2019-03-31"),  # a long year: nobody said that 2019 has six months
        ("2020-03-01", "2020-02-29"),  # a short one: two months belong to no year
        ("2019-01-01", "2018-12-31"),  # none before it: 2019 is no year at all
    ],
)
def test_a_day_before_a_dated_year(start: str, day: str) -> None:
    settings = parse(f"[exercice.2020]\ndebut = {start}\nfin = 2020-12-31")
    if day == "2018-12-31":
        assert settings.year_of(date.fromisoformat(day)).number == 2018
        return
    with pytest.raises(BilanError, match=r"2020 commence le .* \[exercice.2019\]"):
        settings.year_of(date.fromisoformat(day))
    assert settings.year_of(date.fromisoformat(start)).number == 2020


def test_the_year_before_a_long_one_can_be_told() -> None:
    """A company that closed in June, then once after eighteen months."""
    settings = parse(
        "[exercice.2019]\ndebut = 2018-07-01\nfin = 2019-06-30\n"
        "[exercice.2020]\ndebut = 2019-07-01\nfin = 2020-12-31\n"
    )
    assert settings.year_of(date(2019, 3, 31)).number == 2019
    assert settings.year_of(date(2021, 1, 1)).number == 2021


def test_settings_that_are_no_text_of_a_reasonable_size(tmp_path: Path) -> None:
    with (tmp_path / "bilan.toml").open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(BadData, match="mégaoctet"):
        load(tmp_path)
    (tmp_path / "bilan.toml").unlink()
    (tmp_path / "bilan.toml").mkdir()
    with pytest.raises(BadData, match="fichier illisible"):
        load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such file")
def test_settings_that_would_never_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bilan.toml")
    with pytest.raises(BadData, match="fichier illisible"):
        load(tmp_path)
    (tmp_path / "bilan.toml").unlink()
    (tmp_path / "bilan.toml").symlink_to("bilan.toml")
    with pytest.raises(BadData, match="fichier illisible"):
        load(tmp_path)


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


def test_a_couple_has_two_shares_at_least() -> None:
    assert parse("[net]\ncouple = true").pocket.household.shares == 2
    assert parse("[net]\ncouple = true\nparts = 2.5").pocket.household.shares == Decimal("2.5")
    (said,) = mistakes("[net]\ncouple = true\nparts = 1.5")
    assert "moins de parts que d’adultes" in said
