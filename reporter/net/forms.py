"""What is left of a case in its own legal form, and in others.

Knows which form goes where, and what an imagined form takes over. Never a rate.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.errors import BilanError
from reporter.french import euros
from reporter.law import micro as micro_law
from reporter.law.dated import UnknownLaw
from reporter.model import ZERO
from reporter.net.company import company
from reporter.net.micro import micro
from reporter.net.owner import own
from reporter.net.personal import personal
from reporter.settings.status import AT_CORPORATE_TAX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.net.net import Net
    from reporter.scenarios.case import Case
    from reporter.settings import Settings
    from reporter.settings.status import Pocket, Status


@dataclass(frozen=True, slots=True)
class Refused:
    """A legal form that the year cannot have, or that the law does not let us compute."""

    status: Status
    reason: str


def net(case: Case, pocket: Pocket, *, estimated: bool = False) -> Net:
    """Return what is left of a case in its own legal form.

    Args:
        case: the year, real or imagined.
        pocket: what stands between the business and its owner.
        estimated: whether the contributions in the books are those of another year.

    Raises:
        BilanError: where the form is not said, or where something is missing or not known.
    """
    status = case.settings.status_of(case.year)
    if status is None:
        raise BilanError(
            "statut juridique non donné : écrire sous [societe] de bilan.toml statut = "
            '"sasu", "eurl-is", "eurl-ir", "ei" ou "micro"'
        )
    if status == "micro":
        return micro(case, pocket, estimated=estimated)
    if status in AT_CORPORATE_TAX:
        return company(case, status, pocket)
    return personal(case, status, pocket, estimated=estimated)


def compared(
    case: Case, statuses: Sequence[Status], pocket: Pocket, *, estimated: bool = False
) -> tuple[Net | Refused, ...]:
    """Return what each legal form leaves of the same clients and charges.

    The case's own form is as it is. The others take over all but the owner's pay and
    contributions: a company spends on them what the real one does, or all it can where the real
    business is no company; a sole trader keeps what is left.
    """
    return tuple(_each(case, statuses, pocket, estimated=estimated))


def _each(
    case: Case, statuses: Sequence[Status], pocket: Pocket, *, estimated: bool
) -> Iterator[Net | Refused]:
    own_status = case.settings.status_of(case.year)
    for status in statuses:
        try:
            if status == own_status:
                yield net(case, pocket, estimated=estimated)
            else:
                yield _other(case, status, pocket)
        except BilanError as error:
            yield Refused(status, str(error))


def _other(case: Case, status: Status, pocket: Pocket) -> Net:
    figures = case.figures
    found = own(figures, case.settings.bookkeeping)
    at_corporate_tax = case.settings.status_of(case.year) in {*AT_CORPORATE_TAX, None}
    available = figures.result_before_tax + found.cost
    spent = pocket.spent
    if spent is None:
        spent = found.cost if at_corporate_tax else max(available, ZERO)
    imagined = in_form(case, status)
    if status in AT_CORPORATE_TAX:
        return company(imagined, status, pocket._replace(spent=spent))
    if status == "micro":
        _refuse_above_the_ceiling(imagined)
        return micro(imagined, pocket, estimated=True)
    return personal(imagined, status, pocket, estimated=True)


def in_form(case: Case, status: Status) -> Case:
    """Return a case in another legal form, its figures estimated."""
    case = case.estimated
    of_year = case.settings.of(case.year)._replace(status=status)
    others = {**case.settings.of_year, case.year.number: of_year}
    return replace(case, settings=case.settings._replace(of_year=others))


def passed_ceiling(figures: Figures, settings: Settings) -> Decimal | None:
    """Return the ceiling of a micro-enterprise that a year received more than, else None.

    Raises:
        UnknownLaw: where that of the year is not known.
    """
    number = figures.year.end.year
    yearly = micro_law.ceiling(settings.micro.trade, number)
    limit = micro_law.prorated_ceiling(yearly, settings.founded, number)
    return limit if figures.revenue > limit else None


def regime_ends(years: Iterable[Figures], settings: Settings, number: int) -> int | None:
    """Return the year, this one or the next, from which a micro-enterprise is one no more.

    The two years before it were above the ceiling. Source: CGI art. 50-0 and 102 ter.
    """
    above = {year.year.number for year in years if _is_above(year, settings)}
    return next((end for end in (number, number + 1) if {end - 2, end - 1} <= above), None)


def _is_above(figures: Figures, settings: Settings) -> bool:
    with suppress(UnknownLaw):
        return figures.status == "micro" and passed_ceiling(figures, settings) is not None
    return False


def _refuse_above_the_ceiling(case: Case) -> None:
    """Refuse a micro-enterprise that would receive more than the regime allows.

    Raises:
        BilanError: with both amounts.
    """
    limit = passed_ceiling(case.figures, case.settings)
    if limit is not None:
        raise BilanError(
            f"{euros(case.figures.revenue)} de recettes, au-dessus du plafond "
            f"de {euros(limit)} en {case.year.end.year}"
        )
