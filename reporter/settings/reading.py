"""How the owner wants the books read, as values.

Knows the defaults. Never the keys of bilan.toml, nor the books.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.opening import MEGA

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.law.mileage import Kind


class Limits(NamedTuple):
    """What a file may hold, so that none can fill the memory or take all day.

    Attributes:
        size: bytes of a file.
        content: bytes of all that a zipped workbook holds, once decompressed.
        rows: rows of a sheet.
        cells: cells of a sheet, blank ones between them included.
    """

    size: int = 50 * MEGA
    content: int = 200 * MEGA
    rows: int = 500_000
    cells: int = 5 * MEGA


class Vehicle(NamedTuple):
    """The private vehicle that drives for the business.

    Attributes:
        kind: a car, a motorcycle or a moped.
        power: its fiscal horsepower (puissance administrative); None where the owner has not said.
        electric: whether it is electric.
    """

    kind: Kind = "car"
    power: int | None = None
    electric: bool = False


class Rules(NamedTuple):
    """How the books are read.

    Attributes:
        hours: the hours that make a day; None where the owner has not said.
        own_hours: the same for some clients, by the name that the owner writes.
        words: the owner's words and what they mean; an empty meaning leaves the column alone.
        statuses: whether a line of that status counts, for those that we do not know.
        month_first: the files whose written dates have their month before their day.
        day_first: the files and statements of which the owner says that they have the day first.
        vehicle: what gives kilometres their amount.
        untaxed: whether there is no VAT at all.
        received: whether sales count on the day they are paid, in every year.
    """

    untaxed: bool = False
    received: bool = False
    month_first: tuple[str, ...] = ()
    day_first: tuple[str, ...] = ()
    hours: Decimal | None = None
    own_hours: Mapping[str, Decimal] = {}
    words: Mapping[str, str] = {}
    statuses: Mapping[str, bool] = {}
    limits: Limits = Limits()
    vehicle: Vehicle = Vehicle()


USUAL = Rules()
"""How the books are read where the owner says nothing."""
