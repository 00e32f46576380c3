"""The people, through the commands: the terminal, JSON, reports with and without names, checks."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.formats.table.explanation import WHAT
from reporter.tables.explained.tables import STEPS
from tests.cli.conftest import Bilan
from tests.crew_books import PEOPLE, SETTINGS, books
from tests.workbooks import EXPENSES, folder


def shown(bilan: Bilan, root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bilan("show", 2020, "--json", "--dossier", root).out)
    return found


def test_json_and_the_terminal_tell_each_person(bilan: Bilan, tmp_path: Path) -> None:
    root = books(tmp_path)
    found = shown(bilan, root)
    assert [
        (one["nom"], one["debut"], one["fin"], one["temps"], one["jours_ouvres_nets"])
        for one in found["intervenants"]
    ] == [
        ("Anne", "2020-01-01", "2020-12-31", "0.800000", "182.4"),
        ("Chloé", "2020-03-02", "2020-12-31", "1.000000", "186"),
        ("Bruno", "2020-01-01", "2020-05-15", "1.000000", "84.625"),
    ]
    nets = sum(Decimal(one["jours_ouvres_nets"]) for one in found["intervenants"])
    assert abs(nets - Decimal(found["jours_ouvres_nets"])) < Decimal("0.00001")
    assert [one["nom"] for one in found["precedents"][0]["intervenants"]] == ["Bruno", "Anne"]
    out = bilan("show", 2020, "--dossier", root).out
    assert "jusqu’au" in out
    assert "Par intervenant en 2020" in out


@pytest.mark.parametrize("words", [(), ("--indices",)])
def test_an_anonymous_report_names_nobody_and_has_the_same_ratios(
    bilan: Bilan, tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = books(tmp_path, settings=SETTINGS + '[intervenants."Zoé"]\narrivee = 2020-11-02\n')
    bilan("generate", 2020, "--format", "md", "--dossier", root)
    bilan("generate", 2020, "--format", "md,html", "--anonyme", *words, "--dossier", root)
    folder = root / "reports" / "2020-anonyme"
    text = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert [name for name in (*PEOPLE, "Zoé") if name in text] == []
    own = (root / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8")
    anonymous = (folder / "bilan-2020.md").read_text(encoding="utf-8")
    for name, letter in (("Anne", "A"), ("Chloé", "B"), ("Bruno", "C"), ("Zoé", "D")):
        row = next(line for line in own.splitlines() if line.startswith(f"| {name} |"))
        kept = row.split("|")[2:6]
        assert f"| Intervenant {letter} |" + "|".join(kept) in anonymous


def test_one_person_or_none_changes_no_byte(bilan: Bilan, tmp_path: Path) -> None:
    """The same days, told as those of one person or of nobody; the manifest names the books."""
    rows = [(f"28/{month:02}/2020", "Port Franc", "Anne", 12, 700) for month in range(1, 12)]
    rent = ("02/01/2020", "Loyer", "Loyer", 300, None)
    head = ("Date", "Client", "Intervenant", "Jours", "TJM")
    written = []
    for name in ("Anne", None):
        lines = [(when, client, name, days, rate) for when, client, _, days, rate in rows]
        root = folder(tmp_path / f"{name}", {"Jours": [head, *lines], "Dépenses": [EXPENSES, rent]})
        bilan("generate", 2020, "--dossier", root)
        report = root / "reports" / "2020"
        made = [path for path in report.iterdir() if path.suffix != ".json"]
        written.append({path.name: path.read_bytes() for path in made})
        assert "intervenants" not in shown(bilan, root)
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[intervenants."Anne"]\nconge = 30\n', "écrire conges"),
        ('[intervenants."Anne"]\ntemps = "120 %"\n', "un pourcentage de 0 à 100"),
        (
            '[intervenants."Anne"]\narrivee = 2020-05-01\ndepart = 2020-04-01\n',
            "départ avant l’arrivée",
        ),
        (
            '[intervenants."Anne"]\ntemps = 1\n[intervenants."ANNE"]\ntemps = 1\n',
            "nom déjà donné",
        ),
        ('[clients."Port Franc"]\ndelai = "45"\n', "un nombre entier de jours, de 0 à 365"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(
    bilan: Bilan, tmp_path: Path, settings: str, said: str
) -> None:
    ran = bilan("check", "--dossier", books(tmp_path, settings=settings))
    assert ran.code == 1
    assert said in ran.err


def test_more_days_than_each_can_work_are_doubtful(bilan: Bilan, tmp_path: Path) -> None:
    settings = SETTINGS.replace('"80 %"', '"40 %"')
    out = bilan("check", 2020, "--dossier", books(tmp_path, settings=settings)).out
    assert "doute : plus de jours facturés par Anne en 2020 que sa capacité" in out
    assert "132 jours facturés pour 91,2 jours ouvrés nets de congés" in out
    assert "taux-depasse 2020 Anne" in out
    assert out.count("doute") == 1, "nothing of the others"


def test_the_capacity_of_people_is_explained_to_a_program(bilan: Bilan, tmp_path: Path) -> None:
    found = json.loads(
        bilan("explain", "jours_ouvres_nets", 2020, "--json", "--dossier", books(tmp_path)).out
    )
    told = {(one["quoi"], one["source"]) for one in found["regles"]}
    assert told == {
        (what, name)
        for what in ("presence", "conges_de_la_presence")
        for name in ("Anne", "Bruno", "Chloé")
    }


def test_every_step_of_a_rule_has_its_word_in_json_and_in_french() -> None:
    assert WHAT.keys() == STEPS.keys()
