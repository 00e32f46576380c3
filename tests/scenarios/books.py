"""Random books and assumptions, as a consultant could have them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from reporter.assumptions import Assumptions, Change, to
from reporter.model import Activity, Day, Expense, Fee
from reporter.settings import Settings, YearSettings
from tests.builders import NOWHERE

CLIENTS = st.sampled_from(["Aval", "Brume", "Cèdre", "CEDRE"])
CATEGORIES = st.sampled_from(["Loyer", "Rémunération", ""])
dates = st.dates(date(2019, 1, 1), date(2020, 12, 31))
money = st.decimals("0.01", "20000", places=2)
quarters = st.integers(1, 40).map(lambda n: Decimal(n) / 4)

day_lines = st.builds(
    lambda when, client, days, rate: Day(
        date=when, client=client, days=days, rate=rate, amount=days * rate, place=NOWHERE
    ),
    dates,
    CLIENTS,
    quarters,
    st.integers(300, 1500).map(Decimal),
)
fee_lines = st.builds(
    lambda when, client, amount, days: Fee(
        date=when, client=client, amount=amount, equivalent_days=days, place=NOWHERE
    ),
    dates,
    CLIENTS,
    money,
    st.none() | quarters,
)
expense_lines = st.builds(
    lambda when, category, amount, life: Expense(
        date=when, category=category, amount=amount, lifetime=life, place=NOWHERE
    ),
    dates,
    CATEGORIES,
    money,
    st.none() | st.integers(1, 5).map(Decimal),
)
billed = st.builds(
    lambda amount: Day(
        date=date(2020, 6, 30), client="Aval", days=Decimal(20), amount=amount, place=NOWHERE
    ),
    st.decimals("9000", "30000", places=2),
)
random_books = st.builds(
    lambda sure, days, fees, expenses: Activity(
        days=(sure, *days), fees=tuple(fees), expenses=tuple(expenses)
    ),
    billed,
    st.lists(day_lines, max_size=12),
    st.lists(fee_lines, max_size=5),
    st.lists(expense_lines, max_size=10),
)
"""Books of 2019 and 2020, with at least one line of days in 2020."""

random_settings = st.builds(
    lambda method, taxed, leave, final: Settings(
        method=method,
        taxed=taxed,
        default=YearSettings(leave=leave),
        of_year={2020: YearSettings(leave=leave, final_result=final)},
    ),
    st.sampled_from(["ca_total", "regie", "equivalent_jours"]),
    st.booleans(),
    st.integers(0, 60).map(Decimal),
    st.none() | money,
)
changes = (
    st.integers(1, 2000).map(lambda n: to(Decimal(n)))
    | st.integers(-20, 50).map(lambda n: Change(1 + Decimal(n) / 100))
    | st.integers(0, 500).map(lambda n: Change(added=Decimal(n)))
)
random_assumptions = st.builds(
    lambda rate, share, leave, fees, charges, lost: Assumptions(
        rate=rate, ratio=share, leave=leave, fees=fees, charges=charges, lost=lost
    ),
    st.none() | changes,
    st.none() | st.integers(1, 100).map(lambda n: Decimal(n) / 100),
    st.none() | st.integers(0, 100).map(Decimal),
    st.none() | changes,
    st.none() | changes,
    st.just(()) | st.just(("Brume",)),
)
