"""An amount that is far from those of its name, and a whole of which a part is counted too."""

from __future__ import annotations

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, doubted, judge, ordinary, sheets, small

FEES = "# Forfaits\nDate | Client | Prestation | Montant HT\n"
SPENT = "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
DAYS = "# Jours\nDate | Client | Jours | TJM\n"
MONTHS = range(1, 10)


def _year(header: str, name: str, label: str, usual: int, odd: int) -> str:
    """Return nine months of a name, of which the fourth is odd; it is on row 5."""
    rows = (
        f"05/0{m}/2020 | {name} | {label.format(m)} | {odd if m == 4 else usual}" for m in MONTHS
    )
    return header + "\n".join(rows)


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(f"{odd} among {usual}", _year(header, name, label, usual, odd), doubted("A5"))
            for header, name, label in (
                (FEES, "Ponant", "Infogérance"), (FEES, "Ponant", "Lot {}"), (FEES, "Ponant", ""),
                (SPENT, "Les Bureaux du Quai", "Loyer"), (SPENT, "Quai", "Loyer 0{}/2020"),
            )
            for usual, odd in ((3000, 30000), (310, 3100), (310, 31), (310, 310000))
        ),
        small(
            "two at once",
            _year(FEES, "Ponant", "Lot {}", 3000, 30000) + "\n20/10/2020 | Ponant | Lot 9 | 30000",
            doubted("A5"),
        ),
        small(
            "one of each",
            _year(FEES, "Ponant", "Lot {}", 3050, 31000) + "\n20/10/2020 | Ponant | Lot 9 | 300",
            doubted("A11"),
        ),
        small("nearly ten times", _year(FEES, "Ponant", "Lot {}", 3050, 31000), doubted("A5")),
        small(
            "other words each month",
            FEES + "\n".join(f"05/0{m}/2020 | Ponant | {word} | {amount}" for m, word, amount in (
                (1, "Site", 3000), (2, "Logo", 3000), (3, "Audit", 3000), (4, "Charte", 30000),
            )),
            doubted("A5"),
        ),
        *(
            small(
                f"commas lost, {row}",
                f"{SPENT}05/01/2020 | Orange | Mobile | 61.27\n07/01/2020 | Regus | Box | 242.61\n"
                "05/02/2020 | Orange | Mobile | 5949\n07/02/2020 | Regus | Box | 24277",
                doubted(row),
            )
            for row in ("A4", "A5")
        ),
        small("in cents", FEES + "05/01/2020 | Ponant | Site | 900000", doubted("A2")),
        small("one rate", DAYS + "31/01/2020 | Ponant | 10 | 70", doubted("A2")),
        small(
            "a rate beside another client's",
            DAYS + "31/01/2020 | Ponant | 10 | 4800\n31/01/2020 | Alizé | 5 | 480",
            doubted("A2"),
        ),
    ],
)  # fmt: skip
def test_a_zero_too_many_or_too_few_is_doubted(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        ordinary("three times", _year(FEES, "Ponant", "Infogérance", 3000, 8000), revenue=32000),
        ordinary(
            "upkeep, and a site of ten times its price",
            _year(FEES, "Ponant", "Maintenance", 300, 300) + "\n20/06/2020 | Ponant | Site | 3000",
            revenue=5700,
        ),
        ordinary(
            "a hundred times as much, of another thing, with cents, or less near",
            f"{SPENT}05/01/2020 | Apple | Musique | 9.99\n07/01/2020 | Apple | Coffret | 999\n"
            "05/02/2020 | OVH | Nom | 7.5\n07/02/2020 | OVH | Nom | 750.25\n"
            "05/03/2020 | Ikea | Rideau | 7.5\n07/03/2020 | Ikea | Rideau | 600\n"
            "05/04/2020 | Kiwi | Carte | 6\n07/04/2020 | Kiwi | Carte | 600",
            charges="2980.24",
        ),
        ordinary(
            "stamps, a sheet of them, and a registered letter",
            f"{SPENT}05/01/2020 | La Poste | Timbres | 1.43\n"
            "07/02/2020 | La Poste | Timbres | 5.36\n"
            "05/03/2020 | La Poste | Timbres | 139\n07/04/2020 | La Poste | Timbres | 11.6",
            charges="157.39",
        ),
        ordinary(
            "prices of all sorts",
            FEES + "\n".join(f"05/0{m}/2020 | Ponant | Lot | {90 * m * m * m}" for m in MONTHS),
            revenue=90 * sum(m**3 for m in MONTHS),
        ),
        ordinary(
            "rates apart",
            DAYS + "31/01/2020 | Ponant | 9 | 300\n29/02/2020 | Alizé | 5 | 900",
            revenue=7200,
        ),
    ],
)  # fmt: skip
def test_prices_that_differ_are_ordinary(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("numbers", "cells"),
    [
        ("16 32 48 64", ["A5"]),
        ("16 32 48", []),
        ("16 32 48 65", []),  # may have grown for good
        ("64 48 32 16", []),
        ("-16 0 16 32", []),
        ("100 180 310 420 500 640", ["A7"]),
        ("100 180 310 420 500", []),
        ("100 110 120 130 140 150", []),  # each month a little more
        ("100 180 310 420 410 640", []),
        ("100 800 2700 6400 12500 21600", []),
    ],
)
def test_amounts_that_only_grow_may_be_running_totals(numbers: str, cells: list[str]) -> None:
    rows = (f"05/{n:02}/2020 | Sosh | Mobile | {it}\n" for n, it in enumerate(numbers.split(), 1))
    header = "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n"
    found = outcome_of(sheets(header + "".join(rows)))
    assert [it.cell for what, it in found.doubts if "croître" in what] == cells


def test_an_amount_whose_comma_was_lost_is_said_once() -> None:
    amounts = ("61.27", "60.87", "60.1", "61.3", "5949")
    rows = "\n".join(f"05/0{n}/2020 | Orange | Mobile | {it}" for n, it in enumerate(amounts, 1))
    assert [it.cell for _, it in outcome_of(sheets(SPENT + rows)).doubts] == ["A6"]


def _part(part: str, share: int, whole: str, amount: int) -> str:
    return (
        f"{FEES}02/01/2020 | Alizé | Conseil | 1800\n15/02/2020 | Ponant | {part} | {share}\n"
        f"20/04/2020 | Ponant | {whole} | {amount}"
    )


@pytest.mark.parametrize(
    ("part", "share"),
    [
        ("Site (30 %)", 900), ("Site 30%", 900), ("Site – 30 % à la commande", 900),
        ("Acompte 30 % Site", 900), ("Acompte sur site", 900), ("Site, 1re tranche", 900),
        ("Site – premier versement", 1000), ("Site (1/3)", 1000), ("Site, situation n° 1", 800),
        ("Site – échéance 2", 800), ("Site (moitié)", 1500), ("Solde du site", 2100),
    ],
)  # fmt: skip
def test_a_whole_beside_its_part_is_doubted(part: str, share: int) -> None:
    judge(Small(text=_part(part, share, "Site", 3000), accepted=(doubted("A4"),)))


@pytest.mark.parametrize(
    "book",
    [
        ordinary("parts alone", _part("Site (30 %)", 900, "Site (70 %)", 2100), revenue=4800),
        ordinary("thirds", _part("Site 1/3", 1000, "Site 2/3", 1000), revenue=3800),
        ordinary("the rest", _part("Site (30 %)", 900, "Site", 2100), revenue=4800),
        Small(text=_part("Logo (30 %)", 900, "Site", 3000), accepted=(doubted("C3"),)),
        ordinary("two prices", _part("Site", 900, "Site", 3000), revenue=5700),
        ordinary("shares that make it", _part("Site 40 %", 1200, "Site 60 %", 1800), revenue=4800),
        ordinary("phases", _part("Site phase 1", 900, "Site phase 2", 3000), revenue=5700),
    ],
)
def test_parts_that_make_a_whole_are_ordinary(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        small(
            "expenses",
            f"{SPENT}15/02/2020 | Forge | Serveur (30 %) | 900\n"
            "20/04/2020 | Forge | Serveur | 3000",
            doubted("A3"),
        ),
        small(
            "a cent above its share",
            f"{FEES}15/02/2020 | Ponant | Site (30 %) | 300.01\n"
            "20/04/2020 | Ponant | Site | 1000.01",
            doubted("A3"),
        ),
        ordinary(
            "two cents above it",
            f"{FEES}15/02/2020 | Ponant | Site (30 %) | 300.02\n"
            "20/04/2020 | Ponant | Site | 1000.01",
            revenue=1300.03,
        ),
        small(
            "two parts",
            f"{FEES}15/02/2020 | Ponant | Site (30 %) | 900\n"
            "15/03/2020 | PONANT | Site (30 %) | 900\n20/04/2020 | Ponant | Site | 3000",
            doubted("A4"),
        ),
        small(
            "over a closing",
            f"{FEES}15/12/2019 | Ponant | Site 30 % | 900\n20/04/2020 | Ponant | Site | 3000",
            doubted("A3"),
        ),
    ],
)  # fmt: skip
def test_a_part_is_heard_of_any_line(book: Small) -> None:
    judge(book)


def _copied(days: str, dates: str, header: str = "Jours | TJM", price: str = " | 700") -> str:
    rows = (f"{date}/2020 | Ponant | {days}{price}" for date in dates.split())
    return f"# Jours\nDate | Client | {header}\n" + "\n".join(rows)


WORTH = "Jours | Montant HT"


@pytest.mark.parametrize(
    "book",
    [
        small(
            "a month's amount on each day, and another day",
            _copied("1", "06/01 07/01 08/01", WORTH, " | 2100") + "\n03/02/2020 | Ponant | 1 | 700",
            doubted("A2"),
        ),
        small(
            "two months' amounts",
            _copied("1", "06/01 07/01 08/01", WORTH, " | 2100")
            + "\n03/02/2020 | Ponant | 1 | 1400\n04/02/2020 | Ponant | 1 | 1400",
            doubted("A2"),
        ),
        ordinary("five each Friday", _copied("5", "10/01 17/01 24/01 31/01"), revenue=14000),
        ordinary("five each Monday", _copied("5", "06/01 13/01 20/01 27/01"), revenue=14000),
        ordinary("twice alike", _copied("10", "15/01 31/01"), revenue=14000),
        ordinary("each month", _copied("20", "31/01 28/02 31/03 30/04"), revenue=56000),
        ordinary(
            "a day at its price", _copied("1", "06/01 07/01 03/02", WORTH, " | 700"), revenue=2100
        ),
    ],
)
def test_a_number_that_was_copied_down_is_doubted(book: Small) -> None:
    judge(book)


def test_a_month_s_amount_is_told_from_a_rate_that_is_far() -> None:
    days = _copied("1", "06/01 07/01 08/01", WORTH, " | 2100") + "\n03/02/2020 | Ponant | 1 | 700"
    said = [place.cell for what, place in outcome_of(sheets(days)).doubts if "recopié" in what]
    assert said == ["A2", "A3", "A4"]


def test_expenses_of_all_prices_tell_nothing_of_an_odd_one() -> None:
    """Train tickets: one is eight times cheaper than most, and the others differ among them."""
    prices = ("22.26", "490.04", "439.93", "171.37", "380")
    rows = (f"05/0{m}/2020 | SNCF | Billet de train | {price}" for m, price in enumerate(prices, 1))
    found = outcome_of(sheets(SPENT + "\n".join(rows)))
    assert not [what for what, _ in found.doubts if what.startswith("montant-eloigne")]


def test_lines_that_say_their_rate_do_not_bear_the_amount_of_a_month() -> None:
    days = _copied("10", "06/01 20/01") + "\n03/02/2020 | Ponant | 9 | 350"
    assert not any("recopié" in what for what, _ in outcome_of(sheets(days)).doubts)


@pytest.mark.parametrize(("amount", "asked"), [("41.37", True), ("41", False)])
def test_an_odd_amount_of_several_names_in_a_row_was_drawn_down(
    amount: str, *, asked: bool
) -> None:
    """A round price is that of many things."""
    amounts = ("12.5", *[amount] * 4, "99", "87.2")
    rows = (f"{'2459'[n % 4]}/{3 + n}/2020 | {name} | {it}" for n, (name, it) in
            enumerate(zip("ABCDEFG", amounts, strict=True)))  # fmt: skip
    book = "# Dépenses\nDate | Fournisseur | Montant HT\n" + "\n".join(rows)
    said = [what for what, _ in outcome_of(sheets(book)).doubts]
    assert any(it.startswith("serie") for it in said) is asked
