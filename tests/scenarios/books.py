"""Random settings and assumptions, as a consultant could have them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reporter.assumptions import Assumptions, Change, to
from reporter.scenarios.case import real_case, start
from reporter.scenarios.scenario import imagined
from reporter.settings import Settings, YearSettings

if TYPE_CHECKING:
    from reporter.model import Activity
    from reporter.scenarios.scenario import Scenario

money = st.decimals("0.01", "20000", places=2)
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


def scenario(
    activity: Activity, settings: Settings, number: int, asked: Assumptions, name: str = ""
) -> Scenario:
    """Return a scenario of a year of the books, or of a year after them."""
    real = real_case(activity, settings, number)
    return imagined(real, start(real, number), asked, name)
