"""The exports of time trackers, each as its documents say it is, in several tongues."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.books import Books, load
from reporter.errors import BadData
from reporter.model import total
from reporter.settings.reading import Rules
from reporter.sources.reading import read
from tests.books.exports import BOTH, TRACKERS, UNPRICED, Work
from tests.workbooks import folder

SETTINGS = '[lecture]\nheures_par_jour = 7\n[statuts]\ninterne = "ne compte pas"\n'
RATES = {("Compagnie du Ponant", "Flux"): Decimal(100), ("24ème Rue", "Audit"): Decimal("92.5")}
MISSIONS = "Client;Mission;TJM\n" + "".join(
    f"{client};{project};{hourly * 7}\n" for (client, project), hourly in RATES.items()
)
MONTH = [date(2020, 3, 1) + timedelta(days=n) for n in range(28)]


def work(day: date, hours: str, names: tuple[str, str], at: int = 9, **told: bool) -> Work:
    start = datetime(day.year, day.month, day.day, at)  # noqa: DTZ001  # in France
    plain = Work(start, int(Decimal(hours) * 3600), names[0], names[1], RATES[names])
    return plain._replace(**told)  # type: ignore[arg-type]  # yes or no


PONANT, RUE = RATES
WORKS = [
    *(work(day, "3.5", PONANT) for day in MONTH if day.weekday() < 3),
    *(work(day, "3.5", PONANT, 14) for day in MONTH if day.weekday() < 2),
    *(work(day, "7", RUE) for day in MONTH if day.weekday() in (3, 4)),
    *(work(day, "1", PONANT, 12, billable=False, pause=True) for day in MONTH[:3]),
    *(work(day, "2.25", RUE, 17, billable=False) for day in MONTH if day.weekday() == 3),
]
HALVES = sum(day.weekday() < 3 for day in MONTH) + sum(day.weekday() < 2 for day in MONTH)
WHOLE = sum(day.weekday() in (3, 4) for day in MONTH)
DAYS = Decimal(HALVES) / 2 + WHOLE
REVENUE = HALVES * 350 + WHOLE * Decimal("647.5")


def books(root: Path, files: dict[str, str], settings: str = SETTINGS) -> Books:
    """Write a folder of files, and read it."""
    (root / "data").mkdir()
    (root / "bilan.toml").write_text(settings, encoding="utf-8")
    for name, content in files.items():
        (root / "data" / name).write_text(content, encoding="utf-8")
    return load(root)


def export(tracker: str, tongue: str, works: list[Work] | None = None) -> dict[str, str]:
    """Return the files of an export, with the rates agreed where it says none."""
    files = {"export.csv": TRACKERS[tracker](WORKS if works is None else works, tongue)}
    return {**files, "missions.csv": MISSIONS} if tracker in UNPRICED else files


def refusals(root: Path, files: dict[str, str], settings: str = SETTINGS) -> list[str]:
    """Return what is wrong with a folder of files."""
    with pytest.raises(BadData) as caught:
        books(root, files, settings)
    return [f"{error.place.cell} {error.what}" for error in caught.value.errors]


def codes(read: Books) -> list[str]:
    """Return the rules of the doubts of reading."""
    return [doubt.code for doubt in read.seen]


@pytest.mark.parametrize("tongue", BOTH)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_an_export_is_read_to_the_cent(tracker: str, tongue: str, tmp_path: Path) -> None:
    figures = books(tmp_path, export(tracker, tongue)).measure(2020).figures
    assert (figures.days, figures.revenue) == (DAYS, REVENUE)
    assert {line.rate for line in figures.lines.days} == {Decimal(700), Decimal("647.5")}
    assert {line.client for line in figures.lines.days} == {"Compagnie du Ponant", "24ème Rue"}


@pytest.mark.parametrize("tongue", BOTH)
@pytest.mark.parametrize("tracker", TRACKERS)
def test_what_does_not_count_is_said_with_its_hours(
    tracker: str, tongue: str, tmp_path: Path
) -> None:
    read = books(tmp_path, export(tracker, tongue))
    said = [doubt for doubt in read.seen if doubt.code == "non-facturable"]
    assert [str(doubt.shown).partition(" · ")[2] for doubt in said] == ["4 saisies, 9 h"]
    pauses = [str(doubt.shown) for doubt in read.seen if doubt.code == "pause"]
    assert pauses == (["Compagnie du Ponant · 3 saisies, 3 h"] if tracker == "Clockify" else [])


HARVEST = (
    "Date,Client,Project,Task,Notes,Hours,Billable?,Invoiced?,First Name,Last Name,Billable Rate,"
    "Billable Amount,Currency\n"
)
CLOCKIFY = (
    "Project,Client,User,Billable,Start Date,Start Time,End Date,End Time,Duration (h),"
    "Billable Rate (EUR),Type\n"
)
PLAIN = "Client,Start,End,Hourly rate\n"


def one(root: Path, text: str, settings: str = SETTINGS) -> list[tuple[date, Decimal, Decimal]]:
    """Return the days that an export alone gives: their date, how many and their euros."""
    read = books(root, {"export.csv": text}, settings)
    return [(line.date, line.days * 7, line.amount) for line in read.activity.days]


def told(billable: str) -> str:
    return f"{HARVEST}2020-03-02,A,Flux,Dev,,7,{billable},No,Anne,Leroy,100,700,EUR\n"


def test_a_header_that_comes_again_is_no_entry(tmp_path: Path) -> None:
    again = told("Yes").replace("-02,", "-03,")
    assert [day for day, *_ in one(tmp_path, told("Yes") + again)] == [
        date(2020, 3, 2),
        date(2020, 3, 3),
    ]


@pytest.mark.parametrize("word", ["Yes", "yes", "Oui", "true", "TRUE", "1", "Billable"])
def test_what_is_billable_counts(word: str, tmp_path: Path) -> None:
    assert one(tmp_path, told(word)) == [(date(2020, 3, 2), 7, 700)]


@pytest.mark.parametrize("word", ["No", "Non", "false", "0", "Non-billable", "Non facturable"])
def test_what_is_not_billable_is_left_out_and_said(word: str, tmp_path: Path) -> None:
    read = books(tmp_path, {"export.csv": told(word)})
    assert read.activity.days == ()
    assert codes(read) == ["non-facturable", "rien-de-facturable"]


@pytest.mark.parametrize("word", ["", "maybe", "2"])
def test_what_nobody_says_billable_or_not_is_refused(word: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"a.csv": told(word)}) == ["G2 facturable, ou non ?"]


def test_a_column_left_aside_says_nothing_of_what_is_billable(tmp_path: Path) -> None:
    settings = f'{SETTINGS}[colonnes]\n"Billable?" = ""\n'
    assert one(tmp_path, told("No"), settings) == [(date(2020, 3, 2), 7, 700)]


@pytest.mark.parametrize("kind", ["Break", "BREAK", "Pause"])
def test_a_break_is_left_out_even_where_it_is_billable(kind: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,12:00,2020-03-02,13:00,01:00:00,100,{kind}\n"
    read = books(tmp_path, {"export.csv": text})
    assert (read.activity.days, codes(read)) == ((), ["pause"])


@pytest.mark.parametrize("kind", ["Time off", "Holiday", "Congés"])
def test_leave_is_no_work(kind: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,12:00,2020-03-02,13:00,01:00:00,100,{kind}\n"
    read = books(tmp_path, {"export.csv": text})
    assert (read.activity.days, codes(read)) == ((), ["absence"])


def test_leave_that_is_billable_and_has_no_price_is_left_out(tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Congés,A,Anne,Yes,2020-03-02,09:00,2020-03-02,16:00,07:00:00,,Regular\n"
    assert codes(books(tmp_path, {"export.csv": text})) == ["absence"]


@pytest.mark.parametrize(
    "cell", ["7:00:00", "07:00", "7", '"7,0"', "7.00", "PT7H", "PT420M", "PT25200S", "7h", "7 h 00"]
)
def test_a_length_of_time_is_read_as_it_is_written(cell: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,,2020-03-02,,{cell},100,Regular\n"
    assert one(tmp_path, text) == [(date(2020, 3, 2), 7, 700)]


@pytest.mark.parametrize("cell", ["sept", "7:75", "1.2.3", "-", "7 jours"])
def test_a_length_of_time_that_is_none_is_refused(cell: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,,2020-03-02,,{cell},100,Regular\n"
    assert refusals(tmp_path, {"a.csv": text}) == ["I2 durée illisible"]


@pytest.mark.parametrize("cell", ["25200", "420", "7"])
def test_the_unit_of_a_plain_number_is_that_of_its_start_and_end(cell: str, tmp_path: Path) -> None:
    header = (
        "User,Client,Project,Billable,Start date,Start time,End date,End time,Duration,Amount (EUR)"
    )
    text = f"{header}\nAnne,A,Flux,Yes,2020-03-02,09:00,2020-03-02,16:00,{cell},700\n"
    assert one(tmp_path, text) == [(date(2020, 3, 2), 7, 700)]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2020-03-28 23:00", "2020-03-29 04:00", 4),  # the night of 23 hours
        ("2020-10-24 23:00", "2020-10-25 04:00", 6),  # the night of 25 hours
        ("2020-03-30 23:30", "2020-03-31 00:45", "1.25"),
        ("2020-03-28T22:00:00Z", "2020-03-29T02:00:00Z", 4),
        ("2020-10-24T21:00:00Z", "2020-10-25T03:00:00Z", 6),
        ("2020-10-25T02:30:00+02:00", "2020-10-25T02:30:00+01:00", 1),
    ],
)
def test_a_night_lasts_what_it_lasts(start: str, end: str, hours: object, tmp_path: Path) -> None:
    found = one(tmp_path, f"{PLAIN}A,{start},{end},100\n")
    assert found[0][1:] == (
        pytest.approx(Decimal(str(hours)), abs=Decimal("1e-8")),
        100 * Decimal(str(hours)),
    )


@pytest.mark.parametrize("end", ["2020-10-25 02:30", "2020-03-29 02:30"])
def test_an_hour_that_exists_twice_or_never_is_refused(end: str, tmp_path: Path) -> None:
    text = f"{PLAIN}A,{end[:10]} 01:00,{end},100\n"
    assert refusals(tmp_path, {"a.csv": text}) == ["C2 heure du changement d’heure"]


def test_a_night_is_of_the_day_on_which_it_begins(tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-12-31,23:00,2021-01-01,01:00,02:00:00,100,Regular\n"
    read = books(tmp_path, {"export.csv": text})
    assert [(line.date, line.amount) for line in read.activity.days] == [(date(2020, 12, 31), 200)]
    assert codes(read) == ["a-cheval"]


def test_universal_time_is_of_the_day_that_it_is_in_france(tmp_path: Path) -> None:
    text = f"{PLAIN}A,2020-12-31T23:30:00Z,2021-01-01T00:30:00Z,100\n"
    assert [found[0] for found in one(tmp_path, text)] == [date(2021, 1, 1)]


def test_an_end_without_a_day_is_of_the_next_one(tmp_path: Path) -> None:
    text = "Date,Client,Début,Fin,Taux horaire\n2020-03-02,A,22:00,01:30,100\n"
    assert one(tmp_path, text)[0][2] == 350


def test_a_break_in_a_column_is_taken_off(tmp_path: Path) -> None:
    text = "Date,Client,Début,Fin,Pause,Taux horaire\n2020-03-02,A,9h00,17h00,1:00,100\n"
    assert one(tmp_path, text)[0][2] == 700


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("13/03/2020", [date(2020, 4, 3), date(2020, 3, 13)]),
        ("03/13/2020", [date(2020, 3, 4), date(2020, 3, 13)]),
        ("13.03.2020", None),
        ("05/06/2020", None),
    ],
)
def test_the_order_of_dates_is_decided_for_the_whole_export(
    second: str, found: list[date] | None, tmp_path: Path
) -> None:
    rows = "".join(
        f"Flux,A,Anne,Yes,{day},09:00,{day},10:00,01:00:00,100,Regular\n"
        for day in ("03/04/2020", second)
    )
    if found is None:
        assert refusals(tmp_path, {"a.csv": CLOCKIFY + rows}) == ["E2 quel jour est-ce ?"]
    else:
        assert {day for day, *_ in one(tmp_path, CLOCKIFY + rows)} == set(found)


def test_the_owner_may_say_that_the_month_is_first(tmp_path: Path) -> None:
    rows = "Flux,A,Anne,Yes,03/04/2020,9:00 AM,03/04/2020,4:00 PM,07:00:00,100,Regular\n"
    settings = SETTINGS.replace("= 7\n", '= 7\nmois_avant_jour = ["export.csv"]\n')
    assert one(tmp_path, CLOCKIFY + rows, settings) == [(date(2020, 3, 4), 7, 700)]


def test_dates_that_are_the_same_in_both_orders_are_read(tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,03/03/2020,09:00,03/03/2020,10:00,01:00:00,100,Regular\n"
    assert [day for day, *_ in one(tmp_path, text)] == [date(2020, 3, 3)]


@pytest.mark.parametrize(
    ("first", "second", "doubts"),
    [
        (("Anne", "09:00", "12:00"), ("Anne", "11:00", "13:00"), ["saisies-chevauchees"]),
        (("Anne", "09:00", "12:00"), ("Anne", "12:00", "13:00"), []),
        (("Anne", "09:00", "12:00"), ("Zoé", "11:00", "13:00"), []),
        (("Anne", "09:00", "17:00"), ("Anne", "10:00", "11:00"), ["saisies-chevauchees"]),
    ],
)
def test_a_person_does_one_thing_at_a_time(
    first: tuple[str, ...], second: tuple[str, ...], doubts: list[str], tmp_path: Path
) -> None:
    rows = "".join(
        f"Flux,{client},{who},Yes,2020-03-02,{start},2020-03-02,{end},,100,Regular\n"
        for client, (who, start, end) in zip("AB", (first, second), strict=True)
    )
    read = books(tmp_path, {"export.csv": CLOCKIFY + rows})
    assert codes(read) == doubts
    if doubts:
        (doubt,) = read.seen
        assert (doubt.place.cell, "F2" in str(doubt.shown)) == ("F3", True)


@pytest.mark.parametrize("end", [",,", "2020-03-02,,"])
def test_an_entry_that_still_runs_is_refused(end: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,09:00,{end},100,Regular\n"
    assert next(iter(refusals(tmp_path, {"a.csv": text}))).endswith("sans fin")


@pytest.mark.parametrize("currency", ["United States Dollar - USD", "CHF", "$"])
def test_another_currency_is_refused(currency: str, tmp_path: Path) -> None:
    text = told("Yes").replace(",EUR\n", f",{currency}\n")
    assert refusals(tmp_path, {"a.csv": text}) == ["M2 une autre devise que l’euro"]


@pytest.mark.parametrize(
    ("mark", "what"), [("USD", "une autre devise que l’euro"), ("", "dans quelle devise ?")]
)
def test_the_currency_of_a_header_is_heard(mark: str, what: str, tmp_path: Path) -> None:
    header = f"User,Client,Project,Billable,Start date,Start time,Duration,Amount ({mark})"
    text = f"{header}\nAnne,A,Flux,Yes,2020-03-02,09:00,07:00:00,700\n"
    assert refusals(tmp_path, {"a.csv": text}) == [f"H2 {what}"]


def test_each_month_is_rounded_once(tmp_path: Path) -> None:
    """Twenty hours at a day of 500 € and seven hours are 1 428.57 €, and not twenty times 71.43."""
    rows = "".join(f"A,2020-03-{day:02} 09:00,2020-03-{day:02} 10:00\n" for day in range(1, 21))
    files = {"export.csv": f"Client,Start,End\n{rows}", "missions.csv": "Client;TJM\nA;500\n"}
    days = books(tmp_path, files).activity.days
    assert sum(line.amount for line in days) == Decimal("1428.57")
    assert {line.amount for line in days} == {Decimal("71.43"), Decimal("71.42")}
    assert sum(line.days for line in days) == Decimal("2.8571428571")


def test_the_amount_of_the_tracker_wins_and_adds_up(tmp_path: Path) -> None:
    rows = "".join(
        f"2020-03-02,A,Flux,Dev,{n},0.33,Yes,Yes,Anne,Leroy,100,33.33,EUR\n" for n in range(3)
    )
    assert one(tmp_path, HARVEST + rows)[0][2] == Decimal("99.99")


def test_a_client_may_have_a_day_of_its_own(tmp_path: Path) -> None:
    settings = '[lecture]\nheures_par_jour = 7\n[clients."compagnie b"]\nheures_par_jour = 8\n'
    rows = "".join(
        f"2020-03-02,{client},Flux,Dev,,56,Yes,Yes,Anne,Leroy,10,560,EUR\n".replace(
            ",56,", ",8,"
        ).replace(",560,", ",80,")
        for client in ("Compagnie A", "Compagnie B")
    )
    days = books(tmp_path, {"export.csv": HARVEST + rows}, settings).activity.days
    assert [(line.days * 7).quantize(Decimal("0.001")) for line in days] == [8, 7]
    assert [line.rate for line in days] == [70, 80]


def _sheet(names: str, *rows: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return [tuple(names.split(",")), *rows]


AT, TO, SEVEN = time(9), time(16), timedelta(hours=7)
WORKBOOKS: dict[str, list[tuple[Any, ...]]] = {
    "Clockify": _sheet(
        "Project,Client,Billable,Start Date,Start Time,End Date,End Time,Duration (h),"
        "Duration (decimal),Billable Rate (EUR)",
        ("Flux", "A", "Yes", MONTH[1], AT, MONTH[1], TO, SEVEN, 7.0, 100),
        ("Flux", "A", "Yes", MONTH[2], AT, MONTH[2], TO, SEVEN, 7.0, 100),
        ("Total (01/03/2020 - 31/03/2020)", *[None] * 6, 2 * SEVEN, 14.0),
    ),
    "Kimai": _sheet(
        "Date,Début,Fin,Durée,Prix,Utilisateur,Client,Projet,Activité,Facturable",
        *(
            (
                datetime(2020, 3, day),  # noqa: DTZ001
                datetime(2020, 3, day, 9),  # noqa: DTZ001
                datetime(2020, 3, day, 16),  # noqa: DTZ001
                *(SEVEN, 700, "anne", "A", "Flux", "Dev", True),
            )
            for day in (2, 3)
        ),
        (None, None, None, "=SUM(D2:D3)", "=SUM(E2:E3)"),
    ),
    "Harvest": [
        ("Detailed time report",),
        (),
        *_sheet(
            "Date,Client,Project,Task,Hours,Billable?,Invoiced?,Billable Rate,Billable Amount",
            (MONTH[1], "A", "Flux", "Dev", 7, "Yes", "Yes", 100, 700),
            (MONTH[2], "A", "Flux", "Dev", 7, "Yes", "Yes", 100, 700),
        ),
    ],
    "solidtime": _sheet(
        "Description,Task,Project,Client,User,Start,End,Duration,Billable",
        *(
            (
                *(None, None, "Flux", "A", "Anne", datetime(2020, 3, day, 9)),  # noqa: DTZ001
                *(datetime(2020, 3, day, 16), SEVEN, "Yes"),  # noqa: DTZ001
            )
            for day in (2, 3)
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("tracker", WORKBOOKS)
def test_an_export_may_be_a_workbook(tracker: str, tmp_path: Path) -> None:
    sheets = {"Rapport": WORKBOOKS[tracker], "Missions": [("Client", "TJM"), ("A", 700)]}
    days = load(folder(tmp_path, sheets, SETTINGS)).activity.days
    assert [(line.date, line.days, line.amount) for line in days] == [
        (MONTH[1], 1, 700),
        (MONTH[2], 1, 700),
    ]


def test_a_start_at_midnight_in_a_workbook_is_an_hour(tmp_path: Path) -> None:
    midnight = datetime(2020, 3, 2)  # noqa: DTZ001
    rows = _sheet(
        "Start,End,Client,Project,Billable,Hourly rate",
        (midnight + timedelta(hours=9), midnight + timedelta(hours=10), "A", "Flux", "Yes", 100),
        (
            midnight + timedelta(days=1),
            midnight + timedelta(days=1, hours=1),
            "A",
            "Flux",
            "Yes",
            100,
        ),
    )
    days = load(folder(tmp_path, {"Temps": rows}, SETTINGS)).activity.days
    assert [(line.date, line.amount) for line in days] == [(MONTH[1], 100), (MONTH[2], 100)]


def test_a_total_that_is_not_the_sum_is_refused(tmp_path: Path) -> None:
    text = f"{told('Yes')}Total,,,,,8,,,,,,,\n"
    assert refusals(tmp_path, {"a.csv": text}) == ["F3 total différent de la somme"]
    (tmp_path / "right").mkdir()
    assert len(books(tmp_path / "right", {"a.csv": text.replace(",8,", ",7,")}).activity.days) == 1


TIMEW = """[
{"id":2,"start":"20200302T080000Z","end":"20200302T150000Z","tags":["Compagnie du Ponant","Flux"]},
{"id":1,"start":"20200303T080000Z","end":"20200303T113000Z","tags":["Flux","matin"]},
{"id":3,"start":"20200304T080000Z","end":"20200304T100000Z","tags":["interne"]}
]
"""


def test_timewarrior_is_read_as_it_exports(tmp_path: Path) -> None:
    read = books(tmp_path, {"timew.json": TIMEW, "missions.csv": MISSIONS})
    assert [(line.date, line.client, line.mission, line.amount) for line in read.activity.days] == [
        (MONTH[1], "Compagnie du Ponant", "Flux", 700),
        (MONTH[2], "Compagnie du Ponant", "Flux", 350),
    ]
    assert [doubt.place.row for doubt in read.seen] == [4]


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ('{"start":"20200305T080000Z","tags":["Flux"]}', "saisie en cours, sans fin"),
        ('{"start":"20200305T080000Z","end":"20200305T090000Z"}', "saisie sans client"),
        ('{"start":', "liste de saisies illisible"),
        ("3", "liste de saisies illisible"),
        pytest.param("[" * 99_999, "liste de saisies illisible", id="deep"),
    ],
)
def test_an_entry_of_timewarrior_that_cannot_count_is_refused(
    tail: str, said: str, tmp_path: Path
) -> None:
    text = TIMEW.replace("\n]", f",\n{tail}\n]")
    (found,) = refusals(tmp_path, {"timew.json": text, "missions.csv": MISSIONS})
    assert found.endswith(said)


def test_another_json_is_passed_over_and_said(tmp_path: Path) -> None:
    files = {"a.json": '{"start": 3}', "b.json": "[1, 2]", "export.csv": told("Yes")}
    assert sorted(codes(books(tmp_path, files)))[:2] == ["fichier", "fichier"]


def test_the_hours_that_are_billed_are_the_rounded_ones(tmp_path: Path) -> None:
    header = HARVEST.replace("Hours,", "Hours,Hours Rounded,")
    text = f"{header}2020-03-02,A,Flux,Dev,,6.9,7,Yes,Yes,Anne,Leroy,100,700,EUR\n"
    assert one(tmp_path, text) == [(date(2020, 3, 2), 7, 700)]


def test_a_part_of_an_entry_may_be_billable(tmp_path: Path) -> None:
    text = (
        "Date,Member,Client,Project,Time,Billable Time,Billable Rate\n"
        "2020-03-02,Anne,A,Flux,08:00,07:00,100\n"
    )
    read = books(tmp_path, {"export.csv": text})
    assert [line.amount for line in read.activity.days] == [700]
    assert [(doubt.code, str(doubt.shown)) for doubt in read.seen] == [
        ("non-facturable", "1 saisie, 1 h")
    ]


def test_tags_name_nobody_where_a_column_does(tmp_path: Path) -> None:
    text = "Start,End,Client,Tags\n2020-03-02 09:00,2020-03-02 16:00,24ème Rue,Flux\n"
    (line,) = books(tmp_path, {"export.csv": text, "missions.csv": MISSIONS}).activity.days
    assert (line.client, line.amount) == ("24ème Rue", Decimal("647.5"))


def test_a_table_with_hours_and_vat_is_no_export(tmp_path: Path) -> None:
    """Its VAT would be lost: it is asked about, as any table is whose dates are hours."""
    header = "Date,Client,Début,Fin,Heures,Taux horaire,Montant HT,TVA,Montant TTC"
    text = f"{header}\n02/03/2020,A,09:00,16:00,7,100,700,140,840\n"
    assert refusals(tmp_path, {"jours.csv": text}) == ["C2 date illisible", "D2 date illisible"]


def test_numbers_of_two_units_are_asked_about(tmp_path: Path) -> None:
    rows = "A,2020-03-02 09:00,2020-03-02 10:00,3600\nA,2020-03-03 09:00,2020-03-03 10:00,1\n"
    text = f"Client,Start,End,Duration\n{rows}"
    assert refusals(tmp_path, {"a.csv": text}) == ["D2 des heures, des minutes ou des secondes ?"]


@pytest.mark.parametrize(
    ("day", "end", "length", "doubts"),
    [
        ("2020-03-02", "10:00", "07:00:00", ["duree-differente"]),
        ("2020-03-02", "16:00", "07:00:00", []),
        ("2020-03-02", "16:10", "07:00:00", []),  # the tracker rounds
        ("2020-03-29", "16:00", "07:00:00", []),
    ],
)
def test_a_length_that_its_moments_contradict_is_doubted(
    day: str, end: str, length: str, doubts: list[str], tmp_path: Path
) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,{day},09:00,{day},{end},{length},100,Regular\n"
    read = books(tmp_path, {"export.csv": text})
    assert ([line.amount for line in read.activity.days], codes(read)) == ([700], doubts)


def test_a_client_whose_name_begins_as_that_of_a_sum_is_one(tmp_path: Path) -> None:
    """A day of work, whose hours are those above: found by attacking the exports."""
    (tmp_path / "data").mkdir()
    header = "Client,Project,Date,Member,Time,Billable,Rate,Billable Amount,Invoiced\n"
    rows = "".join(
        f"{client},P,2020-03-0{day},A,7:00,Yes,100,700,Yes\n"
        for day, client in ((2, "Ponant"), (3, "Total Énergies"))
    )
    (tmp_path / "data" / "everhour.csv").write_text(header + rows, encoding="utf-8")
    found = read(tmp_path, Rules(hours=Decimal(7))).activity
    assert {line.client for line in found.days} == {"Ponant", "Total Énergies"}
    assert total(found.days) == 1400


def test_more_lengths_that_their_moments_contradict_are_counted(tmp_path: Path) -> None:
    rows = "".join(
        f"Flux,A,Anne,Yes,2020-03-0{day},09:00,2020-03-0{day},10:00,07:00:00,100,Regular\n"
        for day in (2, 3, 4)
    )
    (doubt,) = books(tmp_path, {"export.csv": CLOCKIFY + rows}).seen
    assert (doubt.code, str(doubt.shown)) == (
        "duree-differente",
        "A 09:00–10:00, 7 h (et 2 autres)",
    )


def test_an_entry_that_stands_twice_in_an_export_without_hours_is_doubted(tmp_path: Path) -> None:
    again = told("Yes").removeprefix(HARVEST)
    read = books(tmp_path, {"export.csv": f"{told('Yes')}{again}"})
    assert sum(line.amount for line in read.activity.days) == 1400
    (doubt,) = [one for one in read.seen if "A3" in one.place.cell]
    assert (doubt.code, str(doubt.shown)) == ("doublon", "A, 7 h, comme A2")


@pytest.mark.parametrize(("invoiced", "doubts"), [("F-2020-12", []), ("", ["pas-encore-facture"])])
def test_the_number_of_an_invoice_says_that_time_is_invoiced(
    invoiced: str, doubts: list[str], tmp_path: Path
) -> None:
    text = told("Yes").replace("Yes,No,", f"Yes,{invoiced},")
    assert codes(books(tmp_path, {"export.csv": text})) == doubts


@pytest.mark.parametrize("hour", ["25:00", "9:75", "13:00 PM", "0:30 AM", "midi"])
def test_an_hour_that_is_none_is_refused(hour: str, tmp_path: Path) -> None:
    text = f"{CLOCKIFY}Flux,A,Anne,Yes,2020-03-02,{hour},2020-03-02,16:00,07:00:00,100,Regular\n"
    (said,) = refusals(tmp_path, {"a.csv": text})
    assert said.startswith("F2 ")


@pytest.mark.parametrize(
    "start", ["2020-02-31T09:00:00Z", "2020-02-28T25:00:00", "20200231T090000Z"]
)
def test_a_moment_that_is_none_is_refused(start: str, tmp_path: Path) -> None:
    text = f"{PLAIN}A,{start},2020-03-02T10:00:00Z,100\n"
    (said,) = refusals(tmp_path, {"a.csv": text})
    assert said.startswith("B2 ")


TIMED = (
    "Client",
    "Project",
    "User",
    "Billable",
    "Start Date",
    "Start Time",
    "End Date",
    "End Time",
)
PRICED = (*TIMED, "Duration (h)", "Billable Rate (EUR)", "Type")


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        (time(9), time(16), time(7)),
        (timedelta(hours=9), timedelta(hours=16), timedelta(hours=7)),
        (datetime(2020, 3, 2, 9), datetime(2020, 3, 2, 16), 7),  # noqa: DTZ001  # in France
        ("9:00 AM", "4:00 PM", "7:00:00"),
    ],
)
def test_true_hours_of_a_workbook_are_read(
    start: object, end: object, length: object, tmp_path: Path
) -> None:
    day = date(2020, 3, 2)
    row = ("A", "Flux", "Anne", "Yes", day, start, day, end, length, 100, "Regular")
    read = load(folder(tmp_path, {"Temps": [PRICED, row]}, SETTINGS))
    assert [(line.days, line.amount) for line in read.activity.days] == [(1, 700)]
    assert codes(read) == []


@pytest.mark.parametrize(("column", "broken"), [(8, "durée illisible"), (5, "heure illisible")])
def test_a_formula_in_error_is_refused_where_it_stands(
    column: int, broken: str, tmp_path: Path
) -> None:
    day = date(2020, 3, 2)
    row: list[Any] = ["A", "Flux", "Anne", "Yes", day, time(9), day, time(16), 7, 100, "Regular"]
    row[column] = "#REF!"
    with pytest.raises(BadData) as caught:
        load(folder(tmp_path, {"Temps": [PRICED, tuple(row)]}, SETTINGS))
    (bad,) = caught.value.errors
    assert (bad.place.cell, bad.what) == ("ABCDEFGHIJK"[column] + "2", broken)


def test_a_plain_length_beside_hours_that_are_none_has_no_unit_but_its_own(tmp_path: Path) -> None:
    header = CLOCKIFY.replace("Duration (h)", "Duration")
    row = "Flux,A,Anne,Yes,2020-03-02,{},2020-03-02,16:00,7,100,Regular\n"
    assert one(tmp_path, header + row.format("09:00")) == [(date(2020, 3, 2), 7, 700)]
    (tmp_path / "other").mkdir()
    (said,) = refusals(tmp_path / "other", {"a.csv": header + row.format("neuf")})
    assert said.startswith("F2 ")


def test_a_plain_length_that_nothing_stands_beside_is_hours_in_a_tracker(tmp_path: Path) -> None:
    header = CLOCKIFY.replace("Duration (h)", "Duration")
    row = "Flux,A,Anne,Yes,2020-03-02,,2020-03-02,,{},100,Regular\n"
    assert one(tmp_path, header + row.format("7")) == [(date(2020, 3, 2), 7, 700)]
    (tmp_path / "other").mkdir()
    assert refusals(tmp_path / "other", {"a.csv": header + row.format("420")}) == [
        "I2 des heures, des minutes ou des secondes ?"
    ]


def test_a_total_that_is_no_length_is_refused(tmp_path: Path) -> None:
    text = f"{told('Yes')}Total,,,,,sept,,,,,,,\n"
    assert refusals(tmp_path, {"a.csv": text}) == ["F3 durée illisible"]


def test_a_mistake_of_several_rows_is_said_once_with_their_number(tmp_path: Path) -> None:
    rows = told("maybe") + told("maybe").removeprefix(HARVEST) * 2
    with pytest.raises(BadData) as caught:
        books(tmp_path, {"a.csv": rows})
    (bad,) = caught.value.errors
    assert (bad.place.cell, bad.shown) == ("G2", "maybe (et 2 autres lignes)")


def test_hours_of_which_nothing_says_how_many_are_a_day_are_asked(tmp_path: Path) -> None:
    (said,) = refusals(tmp_path, {"a.csv": told("Yes")}, "")
    assert said == "F1 combien d’heures font un jour ?"


@pytest.mark.parametrize(("limit", "text"), [("lignes = 2", TIMEW), ("cellules = 9", TIMEW)])
def test_a_list_of_entries_beyond_the_limits_is_refused(
    limit: str, text: str, tmp_path: Path
) -> None:
    settings = SETTINGS.replace("= 7\n", f"= 7\n{limit}\n")
    (said,) = refusals(tmp_path, {"timew.json": text}, settings)
    assert said.endswith("fichier trop grand")
