"""What is received beside what is invoiced: sums by hand, and the difference to the cent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reporter.doubts.invoices import undated_sheets
from reporter.errors import BadData, Place
from reporter.figures import Bilan
from reporter.metrics import by_year, every_year
from reporter.model import Activity, Day, Expense, Fee
from reporter.receipts import refuse_undated, usable
from reporter.received.received import received
from reporter.received.values import Received, Statements
from reporter.tables import received as tables
from reporter.tables import unpaid as owed
from reporter.tables.received import sentences, sides
from reporter.toml.reading import parse
from tests.builders import activity, bilan, day, fee
from tests.examples import few

JULY = '[exercice]\ncloture = "30/06"\n'
THIRTEEN = "[exercice.2020]\ndebut = 2019-12-01\nfin = 2020-12-31\n"
BEFORE = "[exercice.2019]\ndebut = 2018-12-01\nfin = 2019-11-30\n"
TERM = '[clients."client a"]\ndelai = 45\n'


def paid(when: str, on: str | None, amount: str = "1000", **fields: str) -> Fee:
    """Return a fee, invoiced on a day and paid on another."""
    return fee(when, amount, paid=date.fromisoformat(on) if on else None, **fields)


def seen(
    *lines: Day | Fee | Expense, settings: str = "", year: int = 2020, on: str | None = None
) -> Received | None:
    chosen = parse(settings)
    years = [chosen.year(year), chosen.year(year - 1)]
    return received(activity(*lines), chosen, years, date.fromisoformat(on) if on else None)


def one(*lines: Day | Fee | Expense, settings: str = "", on: str | None = None) -> Received:
    found = seen(*lines, settings=settings, on=on)
    assert found is not None
    return found


def reasons(found: Received) -> dict[str, Decimal]:
    return {
        why: sum((gap.amount for gap in gaps), Decimal(0))
        for why, gaps in groupby(found.gaps, key=lambda gap: gap.why)
    }


@pytest.mark.parametrize(
    ("lines", "settings", "sums", "expected"),
    [
        pytest.param(
            (paid("2020-03-31", "2020-04-30"),), "", ("1000", "1000"), {}, id="paid in the year"
        ),
        pytest.param(
            (paid("2020-01-15", "2020-02-01", "100"), paid("2020-12-31", "2021-01-30")),
            "",
            ("1100", "100"),
            {"owed": "-1000"},
            id="paid after the year",
        ),
        pytest.param(
            (paid("2020-01-15", "2020-02-01", "100"), paid("2020-11-30", None)),
            "",
            ("1100", "100"),
            {"owed": "-1000"},
            id="never paid",
        ),
        pytest.param(
            (paid("2019-12-20", "2020-01-20"), paid("2020-03-01", "2020-03-31", "200")),
            "",
            ("200", "1200"),
            {"earlier": "1000"},
            id="of the year before",
        ),
        pytest.param(
            (paid("2021-02-01", "2020-12-15"), paid("2020-03-01", "2020-03-31", "200")),
            "",
            ("200", "1200"),
            {"deposit": "1000"},
            id="a deposit for the year after",
        ),
        pytest.param(
            (
                paid("2019-06-01", "2019-07-01", "1"),
                paid("2020-02-01", "2019-12-15"),
                paid("2020-03-01", "2020-03-31", "200"),
            ),
            "",
            ("1200", "200"),
            {"advance": "-1000"},
            id="a deposit of the year before",
        ),
        pytest.param(
            (
                paid("2020-03-31", "2020-04-30"),
                paid("2020-12-01", "2020-12-20", "-300"),
                paid("2020-12-10", None, "-50"),
            ),
            "",
            ("650", "700"),
            {"owed": "50"},
            id="credit notes",
        ),
        pytest.param(
            (
                paid("2019-06-30", "2019-08-01"),
                paid("2019-07-01", "2019-09-01", "10"),
                paid("2020-06-30", "2020-07-01", "200"),
                paid("2020-07-01", "2020-06-30", "3"),
            ),
            JULY,
            ("210", "1013"),
            {"owed": "-200", "earlier": "1000", "deposit": "3"},
            id="July to June",
        ),
        pytest.param(
            (
                paid("2019-12-01", "2019-12-31"),
                paid("2020-12-31", "2021-01-01", "200"),
                paid("2019-12-31", "2020-12-31", "30"),
            ),
            THIRTEEN,
            ("1230", "1030"),
            {"owed": "-200"},
            id="a first year of thirteen months",
        ),
        pytest.param(
            (paid("2020-02-29", "2020-02-29"), paid("2020-02-29", "2002-02-28", "7")),
            "",
            ("1007", "1000"),
            {"owed": "-7"},
            id="a payment older than the books is not believed",
        ),
    ],
)
def test_what_makes_the_difference(
    lines: tuple[Fee, ...], settings: str, sums: tuple[str, str], expected: dict[str, str]
) -> None:
    found = one(*lines, settings=settings)
    side = found.sides[0]
    assert (side.invoiced, side.received) == tuple(map(Decimal, sums))
    assert reasons(found) == {why: Decimal(amount) for why, amount in expected.items()}


def test_on_a_day_what_is_paid_later_is_not_paid_and_what_comes_later_is_not_counted() -> None:
    lines = (
        paid("2020-01-31", "2020-02-29"),
        paid("2020-05-31", "2020-07-15", "200"),
        paid("2020-09-30", "2020-10-15", "30"),
        paid("2020-08-31", "2020-06-01", "4"),
    )
    found = one(*lines, on="2020-06-30")
    assert (found.sides[0].invoiced, found.sides[0].received) == (1200, 1004)
    assert reasons(found) == {"owed": -200, "deposit": 4}
    assert [(x.amount, x.late_on(found.day)) for x in found.unpaid] == [(200, 0)]


@pytest.mark.parametrize(
    ("on", "age", "late"),
    [
        ("2020-03-31", 0, 0),
        ("2020-04-30", 0, 0),
        ("2020-05-01", 1, 1),
        ("2020-05-30", 1, 30),
        ("2020-05-31", 2, 31),
        ("2020-06-29", 2, 60),
        ("2020-06-30", 3, 61),
        ("2020-07-29", 3, 90),
        ("2020-07-30", 4, 91),
    ],
)
def test_the_age_of_an_unpaid_invoice_counts_from_its_due_date(
    on: str, age: int, late: int
) -> None:
    found = one(paid("2020-03-31", None), paid("2020-01-01", "2020-01-02"), on=on)
    (unpaid,) = found.unpaid
    assert (unpaid.due, unpaid.age(found.day), unpaid.late_on(found.day)) == (
        date(2020, 4, 30),
        age,
        late,
    )


def test_a_term_is_that_of_the_settings_whatever_the_case_of_the_name() -> None:
    lines = (paid("2020-11-15", None), paid("2020-11-15", None, client="Client B"))
    found = one(*lines, paid("2020-01-01", "2020-01-31"), settings=TERM)
    assert [(x.client, x.due) for x in found.unpaid] == [
        ("Client A", date(2020, 12, 30)),
        ("Client B", date(2020, 12, 15)),
    ]
    assert [(x.client, x.term, x.overdue) for x in found.delays] == [
        ("Client A", 45, 1000),
        ("Client B", 30, 1000),
    ]


def test_the_invoice_s_own_date_starts_its_delay() -> None:
    late = fee("2020-10-31", "10", invoiced=date(2020, 12, 15), client="Client A")
    found = one(late, paid("2020-01-01", "2020-01-31"))
    assert [x.due for x in found.unpaid] == [date(2021, 1, 14)]


@pytest.mark.parametrize(
    ("invoiced", "said"),
    [("2019-12-31", "Facturé avant l’exercice"), ("2020-01-02", "Compté avant l’exercice")],
)
def test_what_is_invoiced_in_a_year_is_not_said_to_be_before(invoiced: str, said: str) -> None:
    """The work was done in December, and its own date places it."""
    line = replace(paid("2019-12-12", "2020-02-08"), invoiced=date.fromisoformat(invoiced))
    (row, _) = tables.gaps(one(line)).rows
    assert row[3].value == said


def test_delays_are_means_by_invoice_deposits_apart() -> None:
    found = one(
        day("2020-01-31", "2", "500", invoice="F-1", paid=date(2020, 3, 1)),
        day("2020-01-31", "3", "500", "Client A", invoice="F-1", paid=date(2020, 3, 1)),
        paid("2020-03-31", "2020-04-20", invoice="F-2"),
        paid("2020-06-01", "2020-05-01", invoice="F-3"),
        paid("2020-05-31", "2020-06-30", invoice="F-4", client="Client B"),
    )
    assert [(x.client, x.days, x.paid, x.late) for x in found.delays] == [
        ("Client A", Decimal(25), 2, 0),
        ("Client B", Decimal(30), 1, 0),
    ]
    late = one(paid("2020-03-01", "2020-04-01"), paid("2020-03-01", "2020-03-31"))
    assert [(x.days, x.late) for x in late.delays] == [(Decimal("30.5"), 1)]


def test_what_is_paid_on_the_first_day_of_the_year_tells_how_its_client_pays() -> None:
    found = one(paid("2019-12-02", "2020-01-01"), paid("2020-03-01", "2020-03-11"))
    assert [(x.days, x.paid) for x in found.delays] == [(Decimal(20), 2)]


def test_of_clients_on_time_the_one_that_owes_most_comes_first() -> None:
    owing = (("A", "10"), ("B", "1000"), ("C", "100"))
    lines = [paid("2020-12-31", None, amount, client=name) for name, amount in owing]
    found = one(*lines, paid("2020-01-01", "2020-01-31", client="D"))
    assert [x.client for x in found.delays] == ["B", "C", "A", "D"]


def test_an_invoice_due_on_the_day_is_not_late_yet() -> None:
    lines = (paid("2020-12-01", None), paid("2020-11-30", None, "7"))
    found = one(*lines, paid("2020-01-01", "2020-01-31"))
    assert [(x.owed, x.overdue) for x in found.delays] == [(1007, 7)]


def test_a_credit_note_undoes_the_one_invoice_of_its_amount() -> None:
    lines = (
        paid("2020-03-01", None, "500", invoice="F-1"),
        paid("2020-04-01", None, "-500", invoice="A-1"),
        paid("2020-04-01", None, "700", invoice="F-2"),
        paid("2020-01-01", "2020-01-31"),
    )
    assert [x.number for x in one(*lines).unpaid] == ["F-2"]
    other = paid("2020-03-02", None, "500", invoice="F-4", client="Tamaris")
    assert [x.number for x in one(*lines, other).unpaid] == ["F-4", "F-2"]
    later = paid("2020-05-02", None, "500", invoice="F-5")
    assert [x.number for x in one(*lines, later).unpaid] == ["F-2", "F-5"]
    twin = paid("2020-03-02", None, "500", invoice="F-3")
    assert [x.number for x in one(*lines, twin).unpaid] == ["F-1", "F-3", "A-1", "F-2"]


def test_a_credit_note_that_is_not_paid_back_is_never_late() -> None:
    """Its client waits for it: it is no invoice in delay, and takes nothing off those that are."""
    lines = (
        paid("2020-03-01", None, "500", invoice="F-1"),
        paid("2020-03-01", None, "-120", invoice="A-1"),
        paid("2020-01-01", "2020-01-31"),
    )
    found = one(*lines)
    ages = owed.ages(found)
    assert [str(row[1].value) for row in ages.rows] == ["-120", "0", "0", "0", "500"]
    assert "En retard : 1 facture, 500 €." in str(ages.note).replace("\u00a0", " ")
    assert "À imputer ou à rembourser : 1 avoir, 120 €." in str(ages.note).replace("\u00a0", " ")
    assert [(x.owed, x.overdue) for x in found.delays] == [(380, 500)]
    assert [str(row[3]) for row in owed.unpaid(found).rows] == ["–", "275", ""]


@pytest.mark.parametrize(("count", "rows"), [(3, 4), (4, 5), (9, 5)])
def test_a_table_names_so_many_invoices_and_sums_the_others(
    count: int, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of a hundred thousand invoices is no page."""
    monkeypatch.setattr(owed, "MOST_NAMED", 3)
    late = [
        paid("2020-11-30", None, str(number + 1), invoice=f"F-{number}") for number in range(count)
    ]
    found = one(paid("2020-01-31", "2020-02-28"), *late)
    for table in (tables.gaps(found), owed.unpaid(found)):
        *named, total = table.rows
        assert len(table.rows) == rows
        amounts = [Decimal(str(row[-1].value)) for row in named]
        assert sum(amounts) == total[-1].value
    others = str(owed.unpaid(found).rows[-2][0])
    assert others == {3: "Client A, F-2", 4: "1 autre facture", 9: "6 autres factures"}[count]


def test_a_year_without_any_payment_is_unknown_and_owes_nothing() -> None:
    lines = (paid("2018-03-01", None), paid("2019-03-01", None), paid("2020-03-01", "2020-04-01"))
    found = one(*lines)
    assert (found.unknown, found.unpaid, found.gaps) == ((2018, 2019), (), ())
    assert [(side.year.number, side.received) for side in found.sides] == [
        (2020, 1000),
        (2019, None),
    ]
    assert "pour 2018 et 2019 : leurs ventes ne" in sides(bilan(2020, *lines), found).note.replace(
        "\u00a0", " "
    )
    alone = sides(bilan(2020, *lines[1:]), one(*lines[1:])).note.replace("\u00a0", " ")
    assert "pour 2019 : ses ventes ne" in alone
    assert seen(*lines, year=2019) is None
    assert seen(paid("2020-03-01", None)) is None
    assert seen(year=2020) is None


def test_a_year_just_begun_is_not_unknown() -> None:
    """Invoiced after the last payment that the books know: it is not paid yet."""
    lines = (paid("2020-11-30", "2021-01-05"), paid("2021-01-31", None, "200"))
    found = seen(*lines, year=2021)
    assert found is not None
    assert (found.sides[0].invoiced, found.sides[0].received) == (200, 1000)


DATES = st.dates(date(2019, 1, 1), date(2021, 12, 31))
SALES = st.builds(
    lambda made, got, amount, number: fee(
        made.isoformat(), str(amount), paid=got, invoice=f"F-{number}" if number else ""
    ),
    DATES,
    st.none() | DATES,
    st.decimals(-900, 900, places=2),
    st.integers(0, 6),
)


@example(  # paid before the books begin: not believed
    [
        fee("2019-07-01", "1", paid=date(2019, 1, 1)),
        fee("2020-01-01", "2", paid=date(2019, 7, 1)),
    ],
    date(2019, 7, 1),
    JULY,
)
@given(st.lists(SALES, max_size=12), DATES, st.sampled_from(["", JULY, BEFORE + THIRTEEN]))
def test_the_difference_adds_up_on_any_day(sales: list[Fee], on: date, settings: str) -> None:
    chosen = parse(settings)
    found = received(activity(*sales), chosen, [chosen.year(2020)], on)
    assume(found is not None)
    assume(on >= chosen.year(2020).start)
    assert found is not None
    side = found.sides[0]
    assert side.received is not None
    assert side.received - side.invoiced == sum(gap.amount for gap in found.gaps)
    first = min(chosen.year_of(x.date).start for x in sales if x.amount)  # of the books
    expected = [
        x.amount for x in sales if x.date <= found.day and (x.paid is None or x.paid < first)
    ]
    if not found.unknown and all(x.paid is None or x.paid <= found.day for x in sales):
        assert sum(x.amount for x in found.unpaid) == sum(expected)


def revenue(lines: Activity, settings: str) -> dict[int, Decimal]:
    chosen, _ = usable(lines, parse(settings))
    years = every_year(by_year(lines, chosen), lines.expenses, chosen)
    return {number: figures.revenue for number, figures in years.items()}


def test_on_the_base_of_receipts_the_revenue_is_what_is_received() -> None:
    lines = activity(
        paid("2019-12-20", "2020-01-20"),
        paid("2020-03-01", "2020-03-31", "200"),
        paid("2020-12-31", "2021-01-30", "30"),
        paid("2020-12-31", None, "4"),
    )
    base = '[societe]\nbase = "encaissement"\n'
    assert revenue(lines, "") == {2019: 1000, 2020: 234}
    assert revenue(lines, base) == {2020: 1200, 2021: 30}
    micro = '[societe]\nstatut = "micro"\nbase = "encaissement"\n[micro]\ndates = "facture"\n'
    assert revenue(lines, micro) == revenue(lines, "")


def test_without_any_payment_the_base_changes_nothing_and_is_doubtful() -> None:
    lines = activity(paid("2020-03-01", None))
    base = '[societe]\nbase = "encaissement"\n'
    assert revenue(lines, base) == {2020: 1000}
    assert [doubt.code for doubt in usable(lines, parse(base))[1]] == ["base-sans-paiement"]
    assert usable(lines, parse(""))[1] == ()


def test_on_the_base_of_receipts_a_year_without_payments_is_refused() -> None:
    lines = activity(paid("2019-03-01", None), paid("2020-03-01", "2020-04-01"))
    with pytest.raises(BadData) as refused:
        refuse_undated(lines, parse('[societe]\nbase = "encaissement"\n'))
    assert "retirer base de [societe]" in refused.value.errors[0].fix
    refuse_undated(lines, parse(""))


MONTHS = st.integers(0, 23)
INVOICES = st.lists(
    st.tuples(MONTHS, st.none() | st.integers(0, 5), st.integers(1, 9_999)), min_size=2, max_size=8
)
NUMBER = r"([\d\u202f]+)\u00a0€"


@given(INVOICES)
@few(30)
def test_the_sentences_say_what_the_payments_are(made: list[tuple[int, int | None, int]]) -> None:
    """Counted a second time, month by month: invoiced in 2020, received in 2020, owed at its end.

    A month is told by how many it is after January 2019; 12 to 23 are those of 2020.
    """
    lines = [
        paid(_day(month), None if later is None else _day(month + later, 20), str(euros))
        for month, later, euros in [*made, (12, 0, 50), (0, 0, 50)]
    ]
    every = [*made, (12, 0, 50), (0, 0, 50)]
    told = sentences(_with_payments(lines))
    assume(told)
    billed = sum(euros for month, _, euros in every if month >= 12)
    cash = sum(x for month, later, x in every if later is not None and 12 <= month + later < 24)
    due = [one for one in every if one[1] is None or one[0] + one[1] >= 24]
    owed, late = sum(x for *_, x in due), sum(x for month, _, x in due if month < 23)
    numbers = [int(x.replace("\u202f", "")) for said in told for x in re.findall(NUMBER, said)]
    gap = [abs(cash - billed)] if cash != billed else []
    owing = [owed, *([late] if 0 < late < owed else [])] if owed else []
    assert ("tous en retard" in told[-1]) == (late == owed > 0)
    assert numbers == [cash, billed, *gap, *owing]
    assert ("de plus" in told[0]) == (cash > billed)
    assert ("de moins" in told[0]) == (cash < billed)
    assert [cell.of.partition(".")[2] for cell in told[0].cells][:2] == [
        "encaissements.encaisse",
        "encaissements.facture",
    ]


def _day(month: int, day: int = 10) -> str:
    """Return a day of a month after January 2019."""
    return f"{2019 + month // 12}-{month % 12 + 1:02}-{day:02}"


def _with_payments(lines: list[Fee]) -> Bilan:
    year = bilan(2020, *lines)
    return replace(year, received=one(*lines))


@pytest.mark.parametrize(
    ("since", "unpaid", "lost"),
    [("2020-04-29", 1, 0), ("2020-04-30", 1, 0), ("2020-05-01", 0, 1), ("2020-12-31", 0, 1)],
)
def test_what_was_due_before_the_statements_begin_is_not_unpaid(
    since: str, unpaid: int, lost: int
) -> None:
    """An invoice of 31 March is due on 30 April; on the first day told it is known."""
    chosen, told = parse(""), Statements(date.fromisoformat(since), date(2020, 12, 31))
    lines = activity(paid("2020-03-31", None), paid("2020-06-30", "2020-07-15"))
    found = received(lines, chosen, [chosen.year(2020), chosen.year(2019)], told=told)
    assert found is not None
    assert (len(found.unpaid), len(found.lost)) == (unpaid, lost)


@pytest.mark.parametrize(
    ("last", "known", "unpaid", "untold"),
    [
        ("2020-03-31", "2020-03-31", [], ["F-1"]),  # its last line is not told of yet
        ("2020-04-30", "2020-04-30", ["F-1"], []),
        ("2020-06-29", "2020-06-29", ["F-1"], []),
        ("2020-06-30", None, ["F-1"], []),
        ("2020-07-31", None, ["F-1"], []),
    ],
)
def test_what_statements_tell_ends_with_them_or_with_the_day(
    last: str, known: str | None, unpaid: list[str], untold: list[str]
) -> None:
    chosen, on = parse(""), date(2020, 6, 30)
    lines = activity(
        paid("2020-01-15", "2020-02-15"),
        paid("2020-03-20", None, invoice="F-1"),
        paid("2020-04-10", None, invoice="F-1"),
    )
    told = Statements(date(2020, 1, 1), date.fromisoformat(last))
    found = received(lines, chosen, [chosen.year(2020), chosen.year(2019)], on, told)
    assert found is not None
    assert found.known == (None if known is None else date.fromisoformat(known))
    assert found.told == (found.known or on)
    assert [it.number for it in found.unpaid] == unpaid
    assert [it.number for it in found.untold] == untold


def test_a_year_before_the_statements_is_not_compared_with() -> None:
    lines = activity(paid("2019-03-31", "2019-04-30"), paid("2020-03-31", "2020-04-30"))
    chosen = parse("")
    for since, years in (("2019-12-31", 2), ("2020-01-01", 1)):
        told = Statements(date.fromisoformat(since), date(2020, 12, 31))
        found = received(lines, chosen, [chosen.year(2020), chosen.year(2019)], told=told)
        assert found is not None
        assert len([side for side in found.sides if side.received is not None]) == years
    assert (
        received(
            lines, chosen, [chosen.year(2019)], told=Statements(date(2020, 1, 1), date(2020, 2, 1))
        )
        is None
    )


def test_a_sheet_that_cannot_tell_what_is_paid_is_refused_beside_one_that_can() -> None:
    base = parse('[societe]\nbase = "encaissement"\n')
    lines = activity(
        replace(fee("2020-03-01", "1000"), place=Place("jours.csv")),
        replace(fee("2020-06-01", "500"), place=Place("jours.csv")),
        replace(paid("2020-03-01", "2020-04-01"), place=Place("forfaits.csv")),
    )
    with pytest.raises(BadData) as refused:
        refuse_undated(lines, base, {("forfaits.csv", "")})
    assert [bad.shown for bad in refused.value.errors] == ["1 vente, 1\u202f000,00\u00a0€"]
    refuse_undated(lines, base, {("forfaits.csv", ""), ("jours.csv", "")})
    refuse_undated(lines, base)
    doubts = undated_sheets({2020: lines}, {("forfaits.csv", "")})
    assert [it.key for it in doubts] == ["feuille-sans-paiement jours.csv"]
    assert not list(undated_sheets({2020: lines}, {("forfaits.csv", ""), ("jours.csv", "")}))
    unpaid = replace(lines, fees=lines.fees[:2])
    assert not list(undated_sheets({2020: unpaid}, ()))
