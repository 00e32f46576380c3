"""What an export of a tracker says beside its values, or says twice: refused, asked or doubted."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from reporter.books import load
from reporter.errors import BadData
from tests.sources.test_trackers import (
    CLOCKIFY,
    HARVEST,
    PLAIN,
    PRICED,
    SETTINGS,
    books,
    codes,
    one,
    refusals,
    told,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2020, 3, 2)
ROW = ("A", "Flux", "Anne", "Yes", DAY, time(9), DAY, time(16), 7, 100, "Regular")


def sheet(root: Path, *, formats: dict[str, str] | None = None, struck: str = "") -> list[str]:
    """Return what is wrong with one entry in a workbook, some of its cells formatted or struck."""
    book = Workbook()
    tab: Any = book.active
    for row in (PRICED, ROW):
        tab.append(row)
    for cell, code in (formats or {}).items():
        tab[cell].number_format = code
    if struck:
        tab[struck].font = Font(strike=True)
    (root / "data").mkdir(exist_ok=True)
    (root / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    book.save(root / "data" / "temps.xlsx")
    try:
        days = load(root).activity.days
    except BadData as bad:
        return [f"{error.place.cell} {error.what}" for error in bad.errors]
    return [f"{line.days} {line.amount}" for line in days]


FOREIGN, THOUSANDS = "J2 une autre devise que l’euro", "J2 montant en milliers d’euros"
OTHER = "une autre unité que celle de la colonne"
ASKED = "durée illisible"


@pytest.mark.parametrize(
    ("formats", "found"),
    [
        ({"J2": '"$"0'}, FOREIGN),
        ({"J2": "[$£-809]0.00"}, FOREIGN),
        ({"J2": "[$CHF] 0.00"}, FOREIGN),
        ({"J2": '0.00 "€"'}, "1 700.00"),
        ({"J2": "0.00 [$€-40C]"}, "1 700.00"),
        ({"J2": '0 "k€"'}, THOUSANDS),
        ({"J2": '0 "€/j"'}, f"J2 {OTHER}"),
        ({"J2": '0 "€/h"'}, "1 700.00"),
        ({"I2": '0 "j"'}, f"I2 {OTHER}"),
        ({"I2": '0 "min"'}, f"I2 {OTHER}"),
        ({"I2": '0 "h"'}, "1 700.00"),
        ({"I2": "hh:mm"}, f"I2 {ASKED}"),
        ({"I2": "dd/mm/yyyy"}, f"I2 {ASKED}"),
    ],
)
def test_what_a_workbook_shows_is_heard(
    formats: dict[str, str], found: str, tmp_path: Path
) -> None:
    assert sheet(tmp_path, formats=formats) == [found]


@pytest.mark.parametrize("cell", ["A2", "E2", "I2", "J2"])
def test_a_struck_row_is_refused(cell: str, tmp_path: Path) -> None:
    assert sheet(tmp_path, struck=cell) == [f"{cell} ligne barrée"]


def timed(*columns: tuple[str, str]) -> str:
    """Return an entry from nine to five, with more columns."""
    titles, cells = ",".join(title for title, _ in columns), ",".join(cell for _, cell in columns)
    return f"Date,Client,Début,Fin,{titles}\n2020-03-02,A,09:00,17:00,{cells}\n"


RATE = ("Taux horaire", "100")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("Pause (min)", "60"),
        ("Pause (en minutes)", "60"),
        ("Pause (h)", "1"),
        ("Pause", "1:00"),
        ("Pause", "60"),
        ("Pause", "1"),
        ("Pause déjeuner", "1h"),
        ("Temps de pause", "60 min"),
        ("Break", "01:00:00"),
        ("Break time", "1:00"),
        ("Break duration (minutes)", "60"),
        ("Lunch (min)", "60"),
        ("Repas", "1:00"),
        ("Coupure", "1h00"),
    ],
)
def test_a_break_of_any_name_is_taken_off(title: str, cell: str, tmp_path: Path) -> None:
    assert one(tmp_path, timed((title, cell), RATE)) == [(DAY, 7, 700)]


def test_several_breaks_are_taken_off_together(tmp_path: Path) -> None:
    text = timed(("Pause matin (min)", "15"), ("Pause midi (min)", "45"), RATE)
    assert one(tmp_path, text) == [(DAY, 7, 700)]


def test_a_column_of_breaks_left_aside_takes_nothing_off(tmp_path: Path) -> None:
    settings = f'{SETTINGS}[colonnes]\n"Pause" = ""\n'
    assert [it for *_, it in one(tmp_path, timed(("Pause", "60"), RATE), settings)] == [800]


@pytest.mark.parametrize(("title", "cell"), [("Repas", "45"), ("Pause", "3"), ("Lunch", "1")])
def test_a_break_of_no_unit_is_asked_about(title: str, cell: str, tmp_path: Path) -> None:
    text = timed((title, cell), RATE)
    assert refusals(tmp_path, {"a.csv": text}) == ["E2 une pause en heures ou en minutes ?"]


@pytest.mark.parametrize("cell", ["oui", "12:00-13:00"])
def test_a_break_that_cannot_be_read_is_refused(cell: str, tmp_path: Path) -> None:
    text = timed(("Pause", cell), RATE)
    assert refusals(tmp_path, {"a.csv": text}) == [f"E2 {ASKED}"]


@pytest.mark.parametrize(
    ("length", "found"),
    [("7:00", 700), ("7:10", Decimal("716.67")), ("8:00", None), ("6:00", None)],
)
def test_a_length_beside_a_break_is_less_it_or_is_asked(
    length: str, found: Decimal | None, tmp_path: Path
) -> None:
    text = timed(("Pause (min)", "60"), ("Durée", length), RATE)
    if found is None:
        assert refusals(tmp_path, {"a.csv": text}) == ["F2 la durée compte-t-elle la pause ?"]
    else:
        assert [amount for *_, amount in one(tmp_path, text)] == [found]


def test_a_length_beside_a_break_without_its_hours_is_asked(tmp_path: Path) -> None:
    text = timed(("Pause (min)", "60"), ("Durée", "7:00"), RATE)
    other = text.splitlines()[1].replace("09:00,17:00", ",")
    assert refusals(tmp_path, {"a.csv": text + other}) == ["F3 la durée compte-t-elle la pause ?"]


@pytest.mark.parametrize(
    ("amount", "found"), [("701.01", 1), ("698.99", 1), ("701.02", 0), ("698.98", 0)]
)
def test_an_amount_is_its_hours_at_their_rate_within_a_hundredth_of_both(
    amount: str, found: int, tmp_path: Path
) -> None:
    text = told("Yes").replace("100,700", f"100,{amount}")
    if found:
        assert [it for *_, it in one(tmp_path, text)] == [Decimal(amount)]
    else:
        said = ["L2 heures, taux et montant ne s’accordent pas"]
        assert refusals(tmp_path, {"a.csv": text}) == said


def test_half_a_cent_is_rounded_up(tmp_path: Path) -> None:
    text = timed(("Taux horaire", "100.01")).replace("17:00", "09:30")
    assert [it for *_, it in one(tmp_path, text)] == [Decimal("50.01")]


@pytest.mark.parametrize(
    "word",
    [
        "Yes", "Oui", "Facturé", "Facturée", "Invoiced", "billed", "Paid", "Payée", "F-2020-12",
        "facture n° 3", "2020-03-31", "31/03/2020", "12", "exported", "1",
    ],
)  # fmt: skip
def test_what_is_invoiced_is_known(word: str, tmp_path: Path) -> None:
    assert codes(books(tmp_path, {"a.csv": told("Yes").replace("Yes,No,", f"Yes,{word},")})) == []


@pytest.mark.parametrize(
    "word",
    [
        "No", "Non", "", "-", "0", "En attente", "Pending", "à facturer", "Non facturé",
        "Uninvoiced", "Partiel", "Partiellement facturé", "50 %", "Yes (partial)", "?",
    ],
)  # fmt: skip
def test_what_is_not_wholly_invoiced_counts_and_is_doubted(word: str, tmp_path: Path) -> None:
    text = told("Yes").replace("Yes,No,", f"Yes,{word},")
    assert codes(books(tmp_path, {"a.csv": text})) == ["pas-encore-facture"]


@pytest.mark.parametrize(("says", "found"), [("compte", [700]), ("ne compte pas", [])])
def test_the_owner_says_what_a_word_of_invoices_is(
    says: str, found: list[int], tmp_path: Path
) -> None:
    settings = f'{SETTINGS}"Partiel" = "{says}"\n'
    text = told("Yes").replace("Yes,No,", "Yes,Partiel,")
    assert [amount for *_, amount in one(tmp_path, text, settings)] == found


def test_a_blank_tag_is_no_status(tmp_path: Path) -> None:
    """A status that is but signs has no words, and those of a blank cell neither."""
    settings = f'{SETTINGS}"???" = "ne compte pas"\n'
    text = told("Yes").replace(",Dev,", ",,")
    assert [amount for *_, amount in one(tmp_path, text, settings)] == [700]


AT, DAILY = "Date,Client,Début,Fin", "Client;TJM\nA;700\n"
SPLIT = "taux horaire et TJM ne s’accordent pas"
APART = "heures, taux et montant ne s’accordent pas"


@pytest.mark.parametrize(
    ("titles", "cells", "found"),
    [
        ("TJM,Montant HT", "700,700", 700),
        ("TJM,Montant HT", "700,900", f"F2 {APART}"),
        ("Taux horaire,Montant HT", "100,900", f"F2 {APART}"),
        ("Taux horaire,TJM", "100,700", 700),
        ("Taux horaire,TJM", "100,800", f"F2 {SPLIT}"),
        ("Taux horaire,TJM", "92.86,650", Decimal("650.02")),
        ("Taux horaire,TJM,Montant HT", "100,700,800", f"G2 {APART}"),
    ],
)
def test_the_prices_of_a_row_agree_or_are_refused(
    titles: str, cells: str, found: object, tmp_path: Path
) -> None:
    text = f"{AT},{titles}\n2020-03-02,A,09:00,16:00,{cells}\n"
    if isinstance(found, str):
        assert refusals(tmp_path, {"a.csv": text}) == [found]
    else:
        assert [amount for *_, amount in one(tmp_path, text)] == [found]


@pytest.mark.parametrize(
    ("titles", "cells", "said"),
    [
        ("Taux horaire", "100", []),
        ("TJM", "700", []),
        ("Montant HT", "700", []),
        ("Taux horaire", "110", ["tarif-et-mission"]),
        ("TJM", "650", ["tarif-et-mission"]),
        ("TJM", "100", ["tarif-et-mission"]),
        ("Montant HT", "650", ["tarif-et-mission"]),
    ],
)
def test_a_price_that_is_not_that_of_the_missions_is_doubted(
    titles: str, cells: str, said: list[str], tmp_path: Path
) -> None:
    text = f"{AT},{titles}\n2020-03-02,A,09:00,16:00,{cells}\n"
    assert codes(books(tmp_path, {"a.csv": text, "missions.csv": DAILY})) == said


def test_the_price_of_a_day_is_not_that_of_an_hour(tmp_path: Path) -> None:
    """What the refusal says to write is heard."""
    files = {
        "a.csv": f"{AT},Taux horaire\n2020-03-02,A,09:00,16:00,700\n",
        "missions.csv": DAILY,
    }
    said = "E2 un taux horaire égal au TJM de la feuille Missions"
    assert refusals(tmp_path, files) == [said]
    (tmp_path / "right").mkdir()
    settings = f'{SETTINGS}[colonnes]\n"Taux horaire" = "TJM"\n'
    (line,) = books(tmp_path / "right", files, settings).activity.days
    assert line.amount == 700


TWICE = "saisie en double : son temps compterait deux fois"
SHARED = "saisies déjà dans un autre export : leur temps compterait deux fois"


def entry(start: str, end: str, project: str = "Flux", who: str = "Anne") -> str:
    return f"{project},A,{who},Yes,2020-03-02,{start},2020-03-02,{end},,100,Regular\n"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (entry("09:00:00", "12:00:00"), TWICE),
        (entry("09:00:01", "12:00:01"), TWICE),
        (entry("09:00:59", "11:59:30"), TWICE),
        (entry("09:02:00", "12:02:00"), "saisies-chevauchees"),
        (entry("09:00:01", "10:00:00"), "saisies-chevauchees"),
        (entry("09:00:00", "12:00:00", project="Audit"), "saisies-chevauchees"),
        (entry("09:00:00", "12:00:00", who="Zoé"), ""),
        (entry("12:00:00", "12:00:40"), ""),
    ],
)
def test_an_entry_exported_twice_is_refused(other: str, found: str, tmp_path: Path) -> None:
    text = CLOCKIFY + entry("09:00:00", "12:00:00") + other
    if found == TWICE:
        assert refusals(tmp_path, {"a.csv": text}) == [f"F3 {TWICE}"]
    else:
        assert codes(books(tmp_path, {"a.csv": text})) == ([found] if found else [])


def test_an_entry_exported_twice_around_a_longer_one_is_refused(tmp_path: Path) -> None:
    longer = entry("09:00:00", "17:00:00")
    text = CLOCKIFY + entry("09:00:00", "12:00:00") + longer + entry("09:00:00", "12:00:00")
    assert refusals(tmp_path, {"a.csv": text}) == [f"F4 {TWICE}"]


def test_short_entries_may_follow_each_other(tmp_path: Path) -> None:
    text = CLOCKIFY + entry("09:00:00", "09:00:30") + entry("09:00:40", "09:01:00")
    assert len(books(tmp_path, {"a.csv": text}).activity.days) == 1


@pytest.mark.parametrize(
    ("start", "is_shared"), [("08:59:59", True), ("09:00:30", True), ("09:02:00", False)]
)
def test_an_entry_of_two_exports_is_one_within_a_minute(
    start: str, is_shared: bool, tmp_path: Path
) -> None:
    files = {
        "a.csv": CLOCKIFY + entry("09:00:00", "12:00:00"),
        "b.csv": CLOCKIFY + entry(start, "12:00:00"),
    }
    if is_shared:
        assert refusals(tmp_path, files) == [f"E2 {SHARED}"]
    else:
        assert len(books(tmp_path, files).activity.days) == 2


TRACKED = f"{PLAIN}Ponant,2020-03-02 09:00,2020-03-02 16:00,100\n"
BESIDE = "jours-a-cote"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("04/03/2020;Ponant;1;800", True),
        ("02/04/2020;Ponant;18;700", True),
        ("02/04/2020;Ponant;1;700", False),
        ("02/05/2020;Ponant;18;700", False),
        ("02/03/2020;Compagnie du Ponant;1;700", True),
        ("31/03/2020;PONANT SARL;18;650", True),
        ("04/03/2020;Alizé;1;700", False),
    ],
)
def test_days_typed_beside_a_tracker_are_doubted(row: str, said: bool, tmp_path: Path) -> None:
    files = {"suivi.csv": TRACKED, "jours.csv": f"Date;Client;Jours;TJM\n{row}\n"}
    read = books(tmp_path, files)
    assert codes(read).count(BESIDE) == said
    if said and "Compagnie" in row:
        (doubt,) = [one for one in read.seen if one.code == BESIDE]
        assert "Compagnie du Ponant" in str(doubt.shown)
        assert "« Ponant »" in str(doubt.shown)


@pytest.mark.parametrize(
    ("service", "said"), [("Régie mars", True), ("18 jours", True), ("Formation", False)]
)
def test_an_invoice_of_time_beside_a_tracker_is_doubted(
    service: str, said: bool, tmp_path: Path
) -> None:
    fees = f"Date;Client;Prestation;Montant HT\n31/03/2020;Ponant;{service};800\n"
    read = books(tmp_path, {"suivi.csv": TRACKED, "forfaits.csv": fees})
    assert codes(read).count(BESIDE) == said


def test_months_typed_beside_a_tracker_are_counted(tmp_path: Path) -> None:
    tracked = TRACKED + TRACKED.removeprefix(PLAIN).replace("-03-", "-04-")
    rows = "04/03/2020;Ponant;1;800\n06/03/2020;Ponant;1;800\n06/04/2020;Ponant;1;800\n"
    files = {"suivi.csv": tracked, "jours.csv": f"Date;Client;Jours;TJM\n{rows}"}
    (doubt,) = [one for one in books(tmp_path, files).seen if one.code == BESIDE]
    assert str(doubt.shown).startswith("Ponant, mars 2020 (et 1 autre mois)")


def test_figures_are_written_without_a_power_of_ten(tmp_path: Path) -> None:
    (line,) = books(tmp_path, {"a.csv": HARVEST + told("Yes").removeprefix(HARVEST)}).activity.days
    assert (str(line.rate), str(line.days)) == ("700", "1")


def test_a_length_that_a_workbook_keeps_is_read(tmp_path: Path) -> None:
    row = (*ROW[:8], timedelta(hours=7), *ROW[9:])
    book = Workbook()
    tab: Any = book.active
    tab.append(PRICED)
    tab.append(row)
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    book.save(tmp_path / "data" / "temps.xlsx")
    assert [line.amount for line in load(tmp_path).activity.days] == [700]


@pytest.mark.parametrize(
    ("title", "cell", "settings", "said"),
    [
        ("Remise", "10", "", ["colonne"]),
        ("Acompte", "oui", "", ["colonne"]),
        ("Remise", "10", '[colonnes]\n"Remise" = ""\n', []),
        ("Lieu", "12", "", []),
        ("Ressenti", "longue journée, bonne ambiance", "", []),
        ("Ressenti", "longue, mais ils n’en veulent plus", "", ["remarque"]),
    ],
)
def test_a_column_that_might_change_a_figure_is_doubted(
    title: str, cell: str, settings: str, said: list[str], tmp_path: Path
) -> None:
    text = timed((title, f'"{cell}"'), RATE)
    assert codes(books(tmp_path, {"a.csv": text}, SETTINGS + settings)) == said


EVERHOUR = """Weekly report,,,,,,,
2 - 3 Mar 2020,,,,,,,
Day,Member,Client,Project,Task,Hours,Billable Time,Rate,Invoiced
2020-03-02,Anne,A,P,Dev,7.00,07:00,100,{0}
2020-03-03,Anne,A,P,Dev,7.00,00:00,100,00:00
Total,,,,,14.00,07:00,,
"""


@pytest.mark.parametrize(
    ("invoiced", "found"),
    [("07:00", []), ("00:00", ["pas-encore-facture"]), ("03:30", ["pas-encore-facture"])],
)
def test_a_report_of_everhour_has_titles_and_a_total(
    invoiced: str, found: list[str], tmp_path: Path
) -> None:
    """As public importers read it: two rows of titles, « Day » and « Hours », a last total."""
    read = books(tmp_path, {"a.csv": EVERHOUR.format(invoiced)})
    assert [line.amount for line in read.activity.days] == [700]
    assert sorted(codes(read)) == ["non-facturable", *found]


def test_entries_above_the_header_are_refused_and_its_titles_are_not(tmp_path: Path) -> None:
    """A sort that takes the header with it puts it anywhere."""
    header = "Client,Project,Start date,Start time,End date,End time,Duration,Hourly rate\n"
    entry = "A,P,2020-03-{0:02},09:00:00,2020-03-{0:02},16:00:00,07:00:00,100\n"
    title = "Report,,2020-03-01,,,,,\nTotal,,,,,,14:00:00,\n"
    own = tmp_path / "titles"
    own.mkdir()
    assert len(books(own, {"a.csv": title + header + entry.format(2)}).activity.days) == 1
    above = entry.format(3) + entry.format(4)
    assert refusals(tmp_path, {"a.csv": above + header + entry.format(2)}) == [
        "C1 rangée de chiffres hors de tout tableau"
    ]


def test_an_export_of_kimai_may_say_who_and_how_long_twice(tmp_path: Path) -> None:
    """Its template is the user's: « Identifiant » is a login and a number, durations are two."""
    text = (
        "Date,De,À,Durée,Durée,Pause,Taux,Identifiant,Identifiant,Client,Projet,Activité,"
        "Facturable,Exporté\n"
        "2020-03-02,09:00,17:00,07:00,7.00,01:00,700,anne,12,A,Flux,Dev,Oui,Oui\n"
    )
    assert one(tmp_path, text) == [(DAY, 7, 700)]


@pytest.mark.parametrize(
    "header",
    [
        (
            "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,"
            "First Name,Last Name,Department,Employee?"
        ),
        (
            "Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,"
            "Approved?,First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,"
            "Cost Rate,Cost Amount,Currency,External Reference URL"
        ),
        (
            "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,First Name,"
            "Last Name,Email,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency"
        ),
    ],
)
def test_harvest_has_had_several_headers(header: str, tmp_path: Path) -> None:
    said = {
        "Date": "2020-03-02", "Client": "A", "Project": "P", "Task": "Dev", "Hours": "7",
        "Hours Rounded": "7", "Billable?": "Yes", "Invoiced?": "Yes", "First Name": "Anne",
        "Last Name": "Leroy", "Billable Rate": "100", "Billable Amount": "700",
        "Currency": "Euro - EUR",
    }  # fmt: skip
    row = ",".join(said.get(title, "") for title in header.split(","))
    files = {"a.csv": f"{header}\n{row}\n", "missions.csv": "Client;TJM\nA;700\n"}
    assert [line.amount for line in books(tmp_path, files).activity.days] == [700]


@pytest.mark.parametrize(("title", "cell"), [("Taux horaire", "-100"), ("Montant HT", "-700")])
def test_a_price_below_zero_is_refused(title: str, cell: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"a.csv": timed((title, cell))}) == ["E2 un prix négatif"]


@pytest.mark.parametrize(("decimal", "good"), [("7.00", True), ("6.99", True), ("3.50", False)])
def test_two_lengths_of_a_row_agree_or_are_refused(
    decimal: str, good: bool, tmp_path: Path
) -> None:
    header = CLOCKIFY.replace("Duration (h),", "Duration (h),Duration (decimal),")
    text = f"{header}F,A,Anne,Yes,2020-03-02,,2020-03-02,,07:00:00,{decimal},100,Regular\n"
    if good:
        assert [amount for *_, amount in one(tmp_path, text)] == [700]
    else:
        assert refusals(tmp_path, {"a.csv": text}) == ["J2 deux durées différentes"]


@pytest.mark.parametrize("title", ["Projet", "Tâche", "Description", "Tags"])
@pytest.mark.parametrize("word", ["Pause", "Pause déjeuner", "Lunch"])
def test_a_row_that_is_called_a_break_is_no_work(title: str, word: str, tmp_path: Path) -> None:
    text = timed((title, word), RATE)
    assert refusals(tmp_path, {"a.csv": text}) == ["E2 une pause, avec un prix"]
    (tmp_path / "free").mkdir()
    files = {"a.csv": timed((title, word)), "missions.csv": DAILY}
    assert codes(books(tmp_path / "free", files)) == ["pause"]


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("Pause", 0),
        ("Congés", 0),
        ("Repos", 0),
        ("Non facturable", 0),
        ("Régie", 1),
        ("Développement", 1),
    ],
)
def test_the_type_of_a_row_of_any_tracker_may_be_a_break(
    kind: str, days: int, tmp_path: Path
) -> None:
    read = books(tmp_path, {"a.csv": timed(("Type", kind), RATE)})
    assert len(read.activity.days) == days


@pytest.mark.parametrize(
    ("title", "word", "said"),
    [
        ("Tags", "annulé", True),
        ("Description", "OFFERT", True),
        ("Description", "Congés", True),
        ("Projet", "Prévisionnel", True),
        ("User", "Lou Martin (annulé)", True),
        ("User", "Lou Martin", False),
        ("Description", "Relecture du code", False),
    ],
)
def test_words_that_may_undo_an_entry_are_doubted_once(
    title: str, word: str, said: bool, tmp_path: Path
) -> None:
    again = timed((title, word), RATE).splitlines()[1].replace("-02,", "-03,")
    read = books(tmp_path, {"a.csv": timed((title, word), RATE) + again})
    assert codes(read).count("peut-etre-annule") == said


@pytest.mark.parametrize(
    ("title", "word", "said"),
    [
        ("Projet", "Remise", ["avoir-possible"]), ("Projet", "Acompte", ["acompte"]),
        ("Description", "Remise", []), ("Description", "Acompte", []), ("Tags", "Débours", []),
    ],
)  # fmt: skip
def test_what_was_done_says_no_discount_nor_deposit_and_its_project_may(
    title: str, word: str, said: list[str], tmp_path: Path
) -> None:
    found = codes(books(tmp_path, {"a.csv": timed((title, word), RATE)}))
    assert [it for it in found if it in {"avoir-possible", "acompte", "debours"}] == said


def test_one_client_under_two_names_in_two_trackers_is_doubted(tmp_path: Path) -> None:
    toggl = (
        "User,Client,Project,Billable,Start date,Start time,End date,End time,Duration,Amount (EUR)"
        "\nAnne,Compagnie du Ponant,F,Yes,2020-03-04,09:00,2020-03-04,16:00,07:00:00,700\n"
    )
    files = {"a.csv": CLOCKIFY + entry("09:00", "16:00").replace(",A,", ",Ponant,"), "b.csv": toggl}
    assert codes(books(tmp_path, files)) == [BESIDE]
