"""A name that may undo its line is heard in every shape of sheet, and an honest one in none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.errors import BadData
from tests.sources.test_trackers import SETTINGS, books

UNDONE = [
    "Ponant (à valider)",
    "Ponant – option",
    "Ponant (en litige)",
    "Ponant (déjà facturé)",
    "Interne",
    "Prospect B",
    "Alizé prévision",
    "Clients potentiels",
    "Ponant (-50 %)",
    "Ponant (½ tarif)",
    "Hypothèse haute",
    "Formation suivie",
    "(Ponant)",
]
HONEST = [
    "Ponant",
    "Ponant (Lyon)",
    "Ponant - SAV",
    "Perdu SARL",
    "Mairie de Tours (44)",
    "Groupe Offert Déco",
    "ville de Non-le-Roi",
]
PRICES = "Client;Mission;TJM\n{};Flux;700\nTamaris;Flux;700\n"
DAYS = ";".join(map(str, range(1, 32)))
SHAPES = {
    "jours": "Date;Client;Jours;TJM\n31/03/2020;{};2;700\n31/03/2020;Tamaris;1;700\n",
    "ca": "Client;Janvier 2020;Février 2020\n{};1400;700\nTamaris;700;2100\n",
    "cra": f"Mars 2020\nClient;{DAYS}\n{{}};;1;1\nTamaris;;;;1\n",
    "suivi": (
        "Client,Project,Description,Start date,Start time,Duration\n"
        "{},Flux,x,2020-03-02,09:00:00,14:00:00\nTamaris,Flux,x,2020-03-04,09:00:00,07:00:00\n"
    ),
}


def named(shape: str, name: str) -> dict[str, str]:
    """Return the files of a client in a shape of sheet, and of its price where it needs one."""
    files = {f"{shape}.csv": SHAPES[shape].format(name)}
    return files | ({"missions.csv": PRICES.format(name)} if shape in ("cra", "suivi") else {})


def said(folder: Path, files: dict[str, str]) -> list[str]:
    """Return the cells at which a name is refused or doubted."""
    codes = ("peut-etre-annule", "deja-compte")
    try:
        read = books(folder, files, SETTINGS)
    except BadData as error:
        return [str(it.place.cell) for it in error.errors]
    return [str(it.place.cell) for it in read.seen if it.code in codes]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", UNDONE)
def test_a_name_that_may_undo_its_line_is_heard(shape: str, name: str, tmp_path: Path) -> None:
    assert said(tmp_path, named(shape, name))[:1] in (["A2"], ["A3"], ["B2"])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", HONEST)
def test_an_honest_name_is_heard_in_no_shape(shape: str, name: str, tmp_path: Path) -> None:
    assert said(tmp_path, named(shape, name)) == []


@pytest.mark.parametrize(
    ("mission", "asked"),
    [
        ("Flux (copie de FA-01)", ["A3"]),
        ("Flux – rétractation", ["A3"]),
        ("Flux (lot 2)", []),
        ("Flux – site de Lyon", []),
    ],
)
def test_what_a_mission_adds_in_a_grid_is_heard(
    mission: str, asked: list[str], tmp_path: Path
) -> None:
    grid = f"Mars 2020\nClient;Mission;{DAYS}\nPonant;{mission};;1;1\nTamaris;Flux;;;;1\n"
    files = {"cra.csv": grid, "missions.csv": "Client;TJM\nPonant;700\nTamaris;700\n"}
    assert said(tmp_path, files) == asked


def test_what_a_project_of_a_tracker_adds_is_heard(tmp_path: Path) -> None:
    rows = (
        f"Ponant,{project},x,2020-03-0{n},09:00:00,14:00:00\n"
        for n, project in enumerate(("Flux", "Flux – demi-tarif", "Flux – site de Lyon"), 2)
    )
    text = "Client,Project,Description,Start date,Start time,Duration\n" + "".join(rows)
    files = {"suivi.csv": text, "missions.csv": "Client;TJM\nPonant;700\n"}
    assert said(tmp_path, files) == ["B3"]


MISSIONS = {
    "jours": "Date;Client;Mission;Jours;TJM\n31/03/2020;Ponant;{};2;700\n",
    "ca": "Client;Mission;Janvier 2020;Février 2020\nPonant;{};1400;700\nIode;Flux;700;2100\n",
    "cra": f"Mars 2020\nClient;Mission;TJM;{DAYS}\nPonant;{{}};700;;1;1\nIode;Flux;700;;;;1\n",
    "suivi": (
        "Client,Project,Description,Start date,Start time,Duration,Hourly rate\n"
        "Ponant,{},x,2020-03-02,09:00:00,14:00:00,100\n"
        "Iode,Flux,x,2020-03-04,09:00:00,07:00:00,100\n"
    ),
}


@pytest.mark.parametrize("shape", MISSIONS)
@pytest.mark.parametrize(
    ("name", "is_heard"), [("Flux (à valider)", True), ("Flux (lot 2)", False)]
)
def test_a_mission_is_heard_as_a_name_is(
    shape: str, name: str, tmp_path: Path, *, is_heard: bool
) -> None:
    text = MISSIONS[shape].format(name)
    assert bool(said(tmp_path, {f"{shape}.csv": text})) is is_heard


@pytest.mark.parametrize("shape", MISSIONS)
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Frais avancés", "debours"),
        ("Remise fidélité", "avoir-possible"),
        ("Flux -10 %", "avoir-possible"),
        ("Flux (USD)", "devise"),
    ],
)
def test_what_a_mission_says_of_a_line_it_says_of_cells(
    shape: str, name: str, code: str, tmp_path: Path
) -> None:
    read = books(tmp_path, {f"{shape}.csv": MISSIONS[shape].format(name)}, SETTINGS)
    assert code in [it.code for it in read.seen]


@pytest.mark.parametrize("shape", ["jours", "ca", "cra"])
def test_a_mission_that_is_an_aim_is_refused_in_cells_as_in_lines(
    shape: str, tmp_path: Path
) -> None:
    with pytest.raises(BadData) as raised:
        books(tmp_path, {f"{shape}.csv": MISSIONS[shape].format("Objectif mars")}, SETTINGS)
    assert len(raised.value.errors) == 1


@pytest.mark.parametrize("shape", MISSIONS)
@pytest.mark.parametrize(("agreed", "heard"), [("700", 0), ("750", 1)])
def test_a_price_that_is_not_the_one_agreed_is_doubted_in_every_shape(
    shape: str, agreed: str, heard: int, tmp_path: Path
) -> None:
    row = "Ponant;Flux;700;5;6\nIode;Flux;700;1;1\n"
    text = MISSIONS[shape].format("Flux")
    if shape == "ca":
        shape, text = "jours par mois", f"Client;Mission;TJM;Janvier 2020;Février 2020\n{row}"
    missions = f"Client;TJM\nPonant;{agreed}\nIode;700\n"
    read = books(tmp_path, {f"{shape}.csv": text, "missions.csv": missions}, SETTINGS)
    codes = [(it.code, it.about) for it in read.seen]
    assert codes.count(("tarif-et-mission", "Ponant")) == heard
    assert ("tarif-et-mission", "Iode") not in codes


TRACKED = (
    "Client,Project,Description,Billable,Start date,Start time,Duration\n"
    "Ponant,Flux,Entretiens,Yes,2020-03-02,09:00:00,07:00:00\n"
    "Ponant,Flux,{},Yes,2020-03-03,09:00:00,07:00:00\n"
    "Ponant,Flux,Rapport,{},2020-03-04,09:00:00,07:00:00\n"
)


@pytest.mark.parametrize(
    ("text", "billable", "asked"),
    [
        ("Admin", "Yes", True),
        ("administratif", "Yes", True),
        ("Prospection", "Yes", True),
        ("compta", "Yes", True),
        *((text, "Yes", True) for text in ("Mes factures à envoyer", "RDV prospect", "Prospects")),
        *((text, "Yes", True) for text in ("Relance prospect", "Appel prospect", "Excel (moi)")),
        *((text, "Yes", True) for text in ("Offre Iode", "Propale", "Chiffrage", "Réponse à AO")),
        ("Offre Iode", "No", False),
        ("Admin", "No", False),
        ("Correctif (garantie)", "No", True),
        ("interne", "No", True),
        ("Formation perso", "No", True),
        ("doublon", "No", True),
        ("NF", "No", True),
        ("en négo", "Yes", True),
        ("client absent", "Yes", True),
        ("Relecture (hors contrat)", "Yes", True),
        ("Relecture – en négo", "Yes", True),
        ("relecture du plan", "Yes", False),
        ("Relecture (lot 2)", "Yes", False),
        ("Relecture", "Yes", False),
    ],
)
def test_what_an_entry_of_a_tracker_says_of_itself(
    text: str, billable: str, asked: bool, tmp_path: Path
) -> None:
    files = {"suivi.csv": TRACKED.format(text, billable), "missions.csv": PRICES.format("Ponant")}
    assert said(tmp_path, files) == (["C3"] if asked else [])
