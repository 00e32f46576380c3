"""To the cent: when HT, TVA and TTC agree, and when a column « TVA » holds rates or amounts."""

from __future__ import annotations

import pytest

from tests.books.small import Small, doubted, judge, ordinary, refused, right, small

WITH_RATE = "# Factures\nDate | Client | Montant HT | Taux TVA | Montant TTC\n31/01/2020 | Ponant | 10.03 | 20 % | {}"
GROSS = [
    small("as rounded", WITH_RATE.format("12.04"), right(revenue=10.03)),
    small("a cent less", WITH_RATE.format("12.03"), right(revenue=10.03)),
    small("a cent more", WITH_RATE.format("12.05"), right(revenue=10.03)),
    small("two cents less", WITH_RATE.format("12.02"), refused("E2")),
    small("two cents more", WITH_RATE.format("12.06"), refused("E2")),
]
WITH_VAT = "# Factures\nDate | Client | Montant HT | Montant TVA | Montant TTC\n31/01/2020 | Ponant | 10.03 | 2.01 | {}"
SUMS = [
    small("the sum", WITH_VAT.format("12.04"), right(revenue=10.03)),
    small("a cent more than the sum", WITH_VAT.format("12.05"), refused("E2")),
    small("a cent less than the sum", WITH_VAT.format("12.03"), refused("E2")),
]
ALONE = "# Factures\nDate | Client | Montant HT | TVA\n31/01/2020 | Ponant | {} | {}"
EITHER = [
    small("10 may be 20 % of 50", ALONE.format("50", "10"), refused("D2")),
    small("two cents from it", ALONE.format("50.10", "10"), refused("D2")),
    small("more than two cents: a rate", ALONE.format("50.11", "10"), right(revenue=50.11)),
    small("two cents below", ALONE.format("49.90", "10"), refused("D2")),
    small("more than two below", ALONE.format("49.89", "10"), right(revenue=49.89)),
    small("a cent apart, both say the same", ALONE.format("100.05", "20"), right(revenue=100.05)),
    small("two cents apart they do not", ALONE.format("100.10", "20"), refused("D2")),
    small("20 may be 10 % of 200", ALONE.format("200", "20"), refused("D2")),
    small("two cents from 10 %", ALONE.format("200.20", "20"), refused("D2")),
    small("more than two from 10 %", ALONE.format("200.30", "20"), right(revenue=200.3)),
]
BESIDE = (
    "# Factures\nDate | Client | Montant HT | TVA | Montant TTC\n31/01/2020 | Ponant | 50 | 10 | {}"
)
OF_BOTH = BESIDE.partition("50")[0] + "100.10"
DECIDED = [
    small("the gross says a rate", BESIDE.format("55"), right(revenue=50)),
    small("the gross says an amount", BESIDE.format("60"), right(revenue=50)),
    small("a cent from the rate", BESIDE.format("55.01"), right(revenue=50)),
    small("two cents from it", BESIDE.format("55.02"), refused("E2", "D2")),
    small("a cent from the amount", BESIDE.format("60.01"), refused("E2", "D2")),
    small("a cent from both, which do not say the same", f"{OF_BOTH} | 20 | 120.11", refused("D2")),
    small("a VAT as high as its HT", ALONE.format("77", "77"), right(revenue=77)),
]
OF_GROSS = "# Factures\nDate | Client | TVA | Montant TTC\n31/01/2020 | Ponant | {} | {}"
WITHOUT_EITHER = [
    small("both say the same of a TTC", OF_GROSS.format("20", "120"), right(revenue=100)),
    small(
        "a VAT alone", f"{OF_GROSS.format('20', '120')}\n29/02/2020 | Alizé | 20 |", refused("D3")
    ),
    small("they do not: 20 % of 50, or 10 %", OF_GROSS.format("10", "60"), refused("C2")),
]

BARE = "# Factures\nDate | Client | {} | TVA | Taux\n31/01/2020 | Ponant | {} | 20 | {}"
RATED = [
    small("« Taux » is one of VAT", BARE.format("Montant HT", "100", "19"), doubted("A2")),
    small(
        "the price of a quantity",
        BARE.format("Qté | Montant HT", "2 | 100", "50"),
        right(revenue=100),
    ),
    small(
        "beside its price",
        BARE.format("Qté | PU | Montant HT", "2 | 50 | 100", "19"),
        doubted("A2"),
    ),
]


WITHOUT_HT = "# Factures\nDate | Client | Taux TVA | Montant TVA | Montant TTC\n31/01/2020 | Ponant | 20 % | {} | 120"
ALL_BUT = [
    small("the VAT of the rate", WITHOUT_HT.format("20"), right(revenue=100)),
    small("a cent from it", WITHOUT_HT.format("20.01"), right(revenue=99.99)),
    small("two cents above it", WITHOUT_HT.format("20.02"), refused("D2")),
    small("two cents below it", WITHOUT_HT.format("19.98"), refused("D2")),
]


PER_RATE = (
    "# Forfaits\nDate | Client | Montant HT | TVA 20 % | Montant TTC\n"
    "31/01/2020 | Ponant | 100 | 20 | 120\n29/02/2020 | Alizé | 50 | 10 | 60\n"
)
TOTALS = [
    small("a total without its VAT", f"{PER_RATE} | Total | 150", right(revenue=150)),
    small("nor its HT", f"{PER_RATE} | Total | | | 180", right(revenue=150)),
    small("a total of all", f"{PER_RATE} | Total | 150 | 30 | 180", right(revenue=150)),
    small("a VAT that is not the sum", f"{PER_RATE} | Total | 150 | 31", refused("D4")),
    small("nor a zero", f"{PER_RATE} | Total | 150 | 0", refused("D4")),
    ordinary(
        "the VAT alone, where there is no HT",
        "# Forfaits\nDate | Client | Montant TVA | Montant TTC\n31/01/2020 | Ponant | 20 | 120\n"
        "29/02/2020 | Alizé | 10 | 60\n | Total | 30 |",
        revenue=150,
    ),
    small(
        "a line without VAT",
        f"{PER_RATE}31/03/2020 | Ponant | 70 | | 70\n | Total | 220 | 30 | 250",
        right(revenue=220),
    ),
]


@pytest.mark.parametrize(
    "book", [*TOTALS, *GROSS, *SUMS, *EITHER, *DECIDED, *ALL_BUT, *WITHOUT_EITHER, *RATED]
)
def test_the_cent_that_decides(book: Small) -> None:
    judge(book)
