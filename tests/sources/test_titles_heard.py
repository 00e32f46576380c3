"""Titles that people write, heard without a setting: each gives the figures of its usual name."""

from __future__ import annotations

from itertools import chain

import pytest

from reporter.sources.advice.hints import hinted, units_of
from reporter.sources.tables.titles import key_of, words_of
from reporter.words import columns, labels, sheets, unsure
from tests.books.small import Small, judge, ordinary, right, small

ROWS = "31/01/2020 | Ponant | 10 | 700 | 7000 | {}"
TITLES = "# Jours\n{date} | Client | Jours | {rate} | Montant HT | {last}\n"
SPENT = "\n# Dépenses\nDate | Fournisseur | {} | Montant HT\n02/03/2020 | Quai | Loyer | 310"
USUAL = {"date": "Date", "rate": "TJM", "last": "Facture"}


def heard(cell: str = "F-1", /, category: str = "Catégorie", **titles: str) -> object:
    name = " ".join([*titles.values(), category])
    text = TITLES.format(**{**USUAL, **titles}) + ROWS.format(cell) + SPENT.format(category)
    return ordinary(name, text, revenue=7000, days=10, charges=310)


@pytest.mark.parametrize(
    "book",
    [
        *(heard(date=title) for title in ("Émise le", "Émis le")),
        *(heard(rate=title) for title in ("Tarif jour", "Prix / jour", "Taux jour", "Prix/j")),
        *(heard(rate=title) for title in ("€/jour", "€ / j", "Euros par jour", "HT/jour")),
        *(heard(last=title) for title in ("N° fact.", "Facture n°", "Numéro de fact.", "Fact.")),
        heard(date="DateFacture", rate="PrixJour", last="NuméroFacture"),
        heard(date="InvoiceDate", rate="DailyRate", last="*InvoiceNumber"),
        heard("Anne", last="Consultante"),
        heard("relancé", last="Obs."),
        heard("Accompagnement", last="Objet"),
        heard("Virement", last="Moyen"),
        *(heard("Suisse", last=title) for title in ("Pays", "Country", "Customer country")),
        *(heard("DE136695976", last=title) for title in ("N° TVA", "VAT number", "VAT no.")),
        *(
            heard(category=t)
            for t in ("Poste", "Rubrique", "Type de frais", "Nature de la dépense")
        ),
    ],
)
def test_a_title_that_people_write_is_heard(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        ordinary(titles, f"# Jours\n{titles}\n{ROWS.format('20 %')}", revenue=7000, days=10)
        for titles in (
            "DateFacture | NomClient | NbJours | TjmHT | MontantHT | TauxTVA",
            "date_facture | nom_client | nb_jours | tjm_ht | montant_ht | taux_tva",
            "DATE FACTURE | NOM CLIENT | JOURS FACTURÉS | TJM HT | MONTANT H.T. | TAUX TVA",
        )
    ],
)
def test_titles_whose_words_run_on_are_heard(book: Small) -> None:
    judge(book)


LASTING = "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n# Dépenses\n"
LASTING += "Date | Fournisseur | Montant HT | {}\n01/01/2020 | LDLC | 1200 | 3"


SPREAD = {2020: 400, 2021: 400}


@pytest.mark.parametrize(
    "title",
    [
        "Amort. (ans)",
        "Amort",
        "Durée amort. (ans)",
        "Amort. (années)",
        "Amorti sur",
        "Durée amort. (années)",
    ],
)
def test_a_lifetime_is_heard(title: str) -> None:
    judge(Small(text=LASTING.format(title), accepted=(right(depreciation=SPREAD),), clean=True))


TOTALLED = "# Jours\nDate | Client | Jours | TJM | Montant HT\n"
TOTALLED += "31/01/2020 | Ponant | 10 | 700 | 7000\n31/01/2020 | Alizé | 2 | 700 | 1400\n"
TOTALLED += "{} | {} | 12 | | 8400\n29/02/2020 | Ponant | 3 | 700 | 2100\n"


@pytest.mark.parametrize(
    "book",
    [
        small(name, TOTALLED.format("", name), right(revenue=10500, days=15))
        for name in ("S/total 01", "S/Total janvier", "Ss-total", "Sous-total")
    ],
)
def test_a_total_in_short_is_one(book: Small) -> None:
    judge(book)


NOTE = "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n | {}\n"
NOTE += "# Dépenses\nDate | Libellé | Montant HT\n02/03/2020 | Loyer | 310"


def test_a_sentence_about_vat_is_no_total() -> None:
    said = "TVA autoliquidée pour la Belgique (art. 283-2 du CGI)"
    judge(Small(text=NOTE.format(said), accepted=(right(revenue=7000),), clean=True))


SHOP = "# Dépenses\nDate | Fournisseur | Montant HT | Payé avec\n02/03/2020 | Quai | 310 | CB\n"
SHOP += "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n"


def test_a_means_of_payment_is_heard() -> None:
    judge(Small(text=SHOP, accepted=(right(charges=310),), clean=True))


TAXED = f"# Forfaits\nDate | Client | {{}}\n31/01/2020 | Ponant | {{}}{SPENT.format('Catégorie')}"
HEARD: list[object] = [
    *(
        ordinary(title, TAXED.format(f"{title} | TVA", "1000 | 20 %"), revenue=1000)
        for title in (
            *("Hors TVA", "Hors taxe", "Total hors taxes", "Prix hors taxes", "HTVA"),
            *("Excl. VAT", "Amount (ex VAT)", "Pre-tax amount", "Amount before tax"),
        )
    ),
    *(
        ordinary(title, TAXED.format(f"% TVA | {title}", "20 % | 1200"), revenue=1000)
        for title in (
            *("Toutes taxes comprises", "Total toutes taxes", "Montant TVA comprise"),
            *("Prix TVA incluse", "Incl. VAT", "Amount including tax"),
        )
    ),
    ordinary(
        "€/h",
        f"# Jours\nDate | Client | Heures | €/h\n31/01/2020 | A | 70 | 100{SPENT.format('Objet')}",
        "[lecture]\nheures_par_jour = 7",
        revenue=7000,
        days=10,
    ),
]


@pytest.mark.parametrize("book", HEARD)
def test_what_says_ht_or_ttc_in_more_words_is_heard(book: Small) -> None:
    judge(book)


def test_the_words_of_our_lists_are_written_as_titles_are_understood() -> None:
    """Folded, « ht » for « hors taxes »: so none of them has to be understood at each start."""
    lists = [
        *chain.from_iterable(fields.values() for fields in columns.WORDS.values()),
        *(unsure.MATTERS, unsure.NAMED, unsure.BARE_RATES, unsure.BARE_TIMES),
        *(labels.HARMLESS, labels.UNTAXED, labels.PRICED_ALONE, labels.RECEIVED),
        *(*sheets.SHEETS.values(), sheets.ANY_SHEET, sheets.LEFT_ALONE, sheets.INCOME),
    ]
    for groups in lists:
        words = groups.replace(";", ",").split(",")
        assert words_of(groups) == {key_of(word) for word in words}


def test_what_is_looked_for_in_a_title_is_so_where_its_words_run_on() -> None:
    assert hinted("MontantDeLaMission", "amount")
    assert not hinted("MontantAcompte", "amount")
    assert units_of("DuréeJours") == ["days"]
