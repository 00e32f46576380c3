"""A report to be shared: not one name in any byte of it."""

from __future__ import annotations

import dataclasses
import subprocess
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reporter import load
from reporter.anonymity import OTHER, anonymous, names
from reporter.assumptions import Assumptions
from reporter.books import Books
from reporter.errors import BadData, Place
from reporter.formats import Files
from reporter.formats.report import FORMATS, render
from reporter.model import Activity, Day, Expense, Fee, FinancialYear, Signed
from reporter.settings import Settings
from reporter.sources.texts import Text
from tests.builders import activity, bilan, day, expense, fee

ROOT = Path(__file__).parents[1]
YEAR = Settings().year(2020)
MARK = "Zorglub"
"""A word in every name of the books below."""


def marked(line: Day | Fee | Expense, numbers: Any) -> Any:
    """Return a line whose every text holds the mark, whatever fields the model has."""
    texts = [field.name for field in dataclasses.fields(line) if field.type == "str"]
    assert texts
    marks: dict[str, Any] = {name: f"{MARK} {next(numbers)}" for name in texts}
    return dataclasses.replace(line, **marks)


def marked_books(folder: Path, text: str = "") -> Books:
    """Return two years of books in which every text holds the mark, settings included."""
    numbers = count()
    lines: list[Any] = []
    for year in (2019, 2020):
        for _ in range(3):
            lines.append(day(f"{year}-03-31", "10", "700"))
            lines.append(fee(f"{year}-03-31", "900"))
            lines.append(expense(f"{year}-03-31", "90"))
            lines.append(expense(f"{year}-03-31", "900", lifetime=Decimal(3)))
    settings = Settings(
        name=f"{MARK} SARL",
        siren=MARK,
        author=MARK,
        tags=(MARK,),
        scenarios={MARK: Assumptions(lost=(MARK,))},
        templates=folder / "templates",
    )
    (folder / "templates").mkdir()
    (folder / "templates" / "phrase.md.j2").write_text(MARK, encoding="utf-8")
    return Books(
        folder=folder,
        settings=settings,
        activity=activity(*(marked(line, numbers) for line in lines)),
        texts={2020: Text(content=text or MARK, place=Place("data/2020.md"))},
        seen=(),
    )


def leaks(files: Files, *names: str) -> list[tuple[str, str]]:
    return [
        (file, name)
        for file, data in files.items()
        for name in names
        if name.casefold().encode() in data.lower() or name.casefold() in file.casefold()
    ]


def test_no_text_of_the_books_is_left_in_any_byte(tmp_path: Path) -> None:
    books = marked_books(tmp_path)
    formats = [name for name in FORMATS if name != "pdf"]
    assert leaks(render(books.measure(2020), formats), MARK), "it stands in the report with names"
    assert leaks(render(books.anonymous(2020).measure(2020), formats), MARK) == []


def test_no_text_of_the_books_is_left_even_where_no_report_shows_it(tmp_path: Path) -> None:
    """Comments, invoices, accounts: a table made tomorrow cannot show them."""
    shared = marked_books(tmp_path).anonymous(2020)
    assert MARK not in repr((shared.activity, shared.settings, shared.texts))


def test_days_signed_bear_the_letters_of_the_lines() -> None:
    """A client of whom nothing is billed comes after the others; its name is one to hide."""
    named = [("Ponant", "Flux"), ("Alizé", "Audit")]
    signed = tuple(
        Signed(
            client=client,
            mission=mission,
            days=Decimal(3),
            rate=Decimal(700),
            start=YEAR.start,
            end=YEAR.end,
            place=Place("data/livres.xlsx", MARK),
        )
        for client, mission in named
    )
    lines = day("2020-03-31", "10", "700", client="Alizé", mission="Audit")
    found = dataclasses.replace(activity(lines), signed=signed)
    shared = anonymous(found, Settings(), YEAR)
    letters = [(line.client, line.mission) for line in shared.signed]
    assert letters == [("Client B", "Mission B"), ("Client A", "Mission A")]
    assert [(line.days, line.rate) for line in shared.signed] == [(3, 700)] * 2
    assert MARK not in repr(shared)
    assert "Ponant" in names(found, Settings())


@pytest.mark.external("chromium")
@pytest.mark.external("pdftotext")
def test_no_text_of_the_books_is_left_in_the_pdf(tmp_path: Path) -> None:
    files = render(marked_books(tmp_path).anonymous(2020).measure(2020), ["pdf"])
    assert leaks(files, MARK) == []
    path = tmp_path / "bilan.pdf"
    path.write_bytes(files["bilan-2020.pdf"])
    for asked in (["pdftotext", path, "-"], ["pdfinfo", path], ["pdfinfo", "-struct", path]):
        said = subprocess.run([str(word) for word in asked], capture_output=True, check=True).stdout
        assert said
        assert leaks({"": said}, MARK) == []


def test_no_real_name_of_the_example_is_left() -> None:
    books = load(ROOT)
    names = {line.client for line in books.activity.days}
    names |= {line.client for line in books.activity.fees}
    names |= {line.supplier for line in books.activity.expenses} | {books.settings.name, "Hélène"}
    files = render(books.anonymous(2020).measure(2020), ["md", "html", "hugo"])
    assert leaks(files, *names) == []
    assert leaks(render(books.measure(2020), ["md", "html", "hugo"]), books.settings.name)


def test_letters_follow_the_amounts_of_the_year() -> None:
    lines = activity(
        day("2019-03-29", "100", "900", "Ancien"),
        day("2020-03-31", "1", "900", "Petit"),
        day("2020-03-31", "2", "900", "Grand"),
        fee("2020-03-31", "2000", "Petit", service="Audit"),
        expense("2020-03-31", "10", supplier="Papetier"),
        expense("2020-03-31", "20", supplier="Bailleur"),
        expense("2020-03-31", "5"),
    )
    found = anonymous(lines, Settings(), YEAR)
    assert [line.client for line in found.days] == ["Client C", "Client A", "Client B"]
    assert [(line.client, line.service) for line in found.fees] == [("Client A", "Prestation A")]
    suppliers = [line.supplier for line in found.expenses]
    assert suppliers == ["Fournisseur B", "Fournisseur A", ""]
    assert [line.amount for line in found.lines] == [line.amount for line in lines.lines]


def test_after_z_comes_aa() -> None:
    lines = [day("2020-03-31", "1", str(900 - rank), f"Nom {rank}") for rank in range(28)]
    found = anonymous(activity(*lines), Settings(), YEAR)
    assert [line.client for line in found.days][-3:] == ["Client Z", "Client AA", "Client AB"]


def test_a_category_stays_unless_it_names_somebody() -> None:
    lines = activity(
        day("2020-03-31", "1", "900", "Phare"),
        expense("2020-03-31", "10", "Loyer", supplier="Bailleur"),
        expense("2020-03-31", "10", "Repas avec phare", supplier="Auberge"),
        expense("2020-03-31", "10", "Phares et aérophare", supplier="Auberge"),
    )
    found = anonymous(lines, Settings(), YEAR)
    categories = [line.category for line in found.expenses]
    assert categories == ["Loyer", OTHER, "Phares et aérophare"]


def test_the_same_name_is_the_same_letter_and_the_figures_do_not_move() -> None:
    books = load(ROOT)
    real, shared = books.measure(2020), books.anonymous(2020).measure(2020)
    for before, after in zip(real.years, shared.years, strict=True):
        assert (after.revenue, after.result, after.days) == (
            before.revenue,
            before.result,
            before.days,
        )
        clients = {line.client for line in before.lines.days}
        assert len({line.client for line in after.lines.days}) == len(clients)


def test_the_owner_s_text_comes_only_if_asked_and_names_nobody(tmp_path: Path) -> None:
    books = marked_books(
        tmp_path, "Une belle année à {{ tjm }}.\n\nMerci à zorglub 1, et à tous.\n"
    )
    assert books.anonymous(2020).texts == {}
    with pytest.raises(BadData) as refused:
        books.anonymous(2020, with_text=True)
    (mistake,) = refused.value.errors
    assert str(mistake.place) == "data/2020.md, ligne 3"
    assert "zorglub 1" in mistake.what
    calm = dataclasses.replace(
        books, texts={2020: Text(content="Une belle année.", place=Place("data/2020.md"))}
    )
    files = render(calm.anonymous(2020, with_text=True).measure(2020), ["md"])
    assert "Une belle année." in files["bilan-2020.md"].decode()


def test_a_year_is_that_of_the_settings() -> None:
    year = FinancialYear(number=2020, start=YEAR.start.replace(year=2019, month=7), end=YEAR.end)
    lines = Activity(
        days=(day("2019-08-30", "9", "900", "Été"), day("2020-03-31", "1", "900", "Hiver"))
    )
    assert [line.client for line in anonymous(lines, Settings(), year).days] == [
        "Client A",
        "Client B",
    ]
    assert bilan(2020, *lines.days).figures.revenue == 900
