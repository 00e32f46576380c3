"""Random books: days, fees and expenses of three years, credit notes and purchases among them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from reporter.model import Activity, Day, Expense, Fee
from tests.builders import NOWHERE

dates = st.dates(date(2018, 1, 1), date(2020, 12, 31))
money = st.decimals("-5000", "50000", places=2)
clients = st.sampled_from(["A", "B", "C", "Société à mission du littoral", "", "=1+1"])
quarters = st.integers(1, 90).map(lambda n: Decimal(n) / 4)
day_lines = st.builds(
    lambda when, client, days, amount: Day(
        date=when, client=client, days=days, amount=amount, place=NOWHERE
    ),
    dates,
    clients,
    quarters,
    money,
)
fee_lines = st.builds(
    lambda when, client, amount: Fee(date=when, client=client, amount=amount, place=NOWHERE),
    dates,
    clients,
    money,
)
expense_lines = st.builds(
    lambda when, category, amount, life: Expense(
        date=when, category=category, amount=amount, lifetime=life, place=NOWHERE
    ),
    dates,
    st.sampled_from(["", "Loyer", "Total", "Rémunération", "Cotisations", "Logiciels", "Repas"]),
    money,
    st.none() | st.integers(1, 5).map(Decimal),
)
random_books = st.builds(
    Activity,
    days=st.lists(day_lines, max_size=20).map(tuple),
    fees=st.lists(fee_lines, max_size=8).map(tuple),
    expenses=st.lists(expense_lines, max_size=20).map(tuple),
)
