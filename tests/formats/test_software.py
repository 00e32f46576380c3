"""What each software holds: nothing too long, nothing merged, always the same names."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.accounting.journal import Entry
from reporter.accounting.pack import Pack
from reporter.errors import BadData
from reporter.fec.checking import check_fec
from reporter.formats.pack import fec
from reporter.formats.pack.shortening import plainer, shortened
from reporter.formats.pack.software import refuse_strangers, suited
from reporter.model import Activity, Expense, Fee
from reporter.settings.software import SOFTWARE, Software
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, amounts, pack_all, pack_of
from tests.books.activities import accounted_books
from tests.builders import activity, expense, fee
from tests.examples import few

LONG = "Compagnie générale des grands travaux maritimes et fluviaux"


def sale(number: str = "F-1", client: str = LONG, paid: date | None = None) -> Fee:
    return fee("2020-03-31", "100", client, invoice=number, vat=Decimal(0), paid=paid)


def bill(supplier: str, receipt: str = "A-1") -> Expense:
    return expense(
        "2020-03-31", "9", supplier=supplier, receipt=receipt, vat=Decimal(0), account="613200"
    )


def rows(made: Pack) -> list[list[str]]:
    """Return the lines of the file, the header left out."""
    (data, _) = fec.render(made).values()
    encoding = made.bilan.settings.export.software.encoding
    return [line.split("\t") for line in data.decode(encoding).split("\r\n")[1:-1]]


def said(*lines: Fee | Expense, settings: str) -> list[str]:
    """Return what is refused, and what stands there."""
    with pytest.raises(BadData) as refused:
        suited(pack_of(2020, *lines, settings=settings))
    return [f"{error.what} | {error.shown}" for error in refused.value.errors]


def test_without_a_word_entries_are_handed_over_as_they_are() -> None:
    made = pack_of(2020, sale())
    assert suited(made) is made
    same = suited(pack_of(2020, sale(), settings='[export]\nlogiciel = "pennylane"\n'))
    assert same.entries == made.entries


@pytest.mark.parametrize(
    ("name", "account", "label", "piece"),
    [("quadra", 8, 30, 10), ("ebp", 15, 40, 15), ("ciel", 11, 25, 12), ("sage", 13, 35, 13)],
)
def test_what_each_software_holds(name: str, account: int, label: int, piece: int) -> None:
    limits = SOFTWARE[name]
    assert (limits.account, limits.label, limits.piece) == (account, label, piece)
    made = suited(
        pack_of(2020, sale("FACTURE-2020-00012"), settings=f'[export]\nlogiciel = "{name}"\n')
    )
    for row in rows(made):
        assert len(row[4]) <= account
        assert max(len(row[field]) for field in (5, 7, 10)) <= label
        assert len(row[8]) <= piece
        assert row[8].endswith("-00012"[-(piece - 4) :])
        assert limits.auxiliary is None or len(row[6]) <= limits.auxiliary


books_and_software = st.tuples(accounted_books, st.sampled_from(sorted(SOFTWARE)))


def columns(entries: tuple[Entry, ...]) -> list[dict[str, str]]:
    """Return what names each posting: journal, account, party, piece."""
    return [
        {
            "journal": entry.journal.code,
            "account": posting.account,
            "party": posting.party.code if posting.party else "",
            "piece": entry.reference,
        }
        for entry in entries
        for posting in entry.postings
    ]


@few(20)
@given(books_and_software)
def test_nothing_is_too_long_and_nothing_is_merged(drawn: tuple[Activity, str]) -> None:
    books, name = drawn
    made = pack_all(books, 2020, parse(f'{COMPANY}[export]\nlogiciel = "{name}"\n'))
    other = suited(made)
    assert amounts(other, "") == amounts(made, "") == 0
    assert other.totals == made.totals
    before, after = columns(made.entries), columns(other.entries)
    for kind in ("journal", "account", "party", "piece"):
        pairs = {(old[kind], new[kind]) for old, new in zip(before, after, strict=True)}
        assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    if other.entries:
        (file, data), _ = fec.render(other).items()
        assert check_fec(data, file).of("erreur") == ()


@given(st.text(min_size=1), st.integers(6, 40), st.booleans())
def test_a_text_is_always_shortened_the_same_way(text: str, limit: int, tail: bool) -> None:
    short = shortened(text, limit, tail=tail)
    assert len(short) <= limit
    assert short == shortened(text, limit, tail=tail)
    assert (short == text) == (len(text) <= limit)


def test_long_texts_that_begin_or_end_alike_differ() -> None:
    assert shortened("FACTURE-2020-1", 10, tail=True) != shortened("FACTURE-1920-1", 10, tail=True)
    assert shortened("Compagnie du Ponant", 10) != shortened("Compagnie du Levant", 10)
    assert shortened("FACTURE-2020-00012", 10, tail=True).endswith("-00012")


@given(st.text())
def test_a_plainer_text_fits_its_alphabet(text: str) -> None:
    assert plainer(text, "utf-8") == text or any("\ud800" <= c <= "\udfff" for c in text)
    plain = plainer(text, "iso-8859-15")
    assert plain is None or plain.encode("iso-8859-15") is not None


def test_what_stands_for_a_character() -> None:
    assert plainer("L’été – 1 000 € chez Šœur…", "iso-8859-15") == "L'été - 1 000 € chez Šœur..."
    assert plainer("Łódź", "iso-8859-15") is None


def test_accounts_lose_their_zeros_never_a_figure() -> None:
    plan = '[comptes.plan]\njours = "7061200000"\nforfaits = "7061200000"\n'
    limits = "[export]\ncompte = 6\n"
    made = suited(pack_of(2020, sale(), settings=plan + limits))
    assert {row[4] for row in rows(made)} == {"411000", "706120"}
    plan = plan.replace("7061200000", "7061210000")
    made = suited(pack_of(2020, sale(), settings=plan + limits))
    assert {row[4] for row in rows(made)} == {"411000", "706121"}
    longer = suited(pack_of(2020, sale(), settings="[export]\ncompte = 8\n"))
    assert {row[4] for row in rows(longer)} == {"411000", "706000"}
    plan = plan.replace("7061210000", "7061200001")
    assert said(sale(), settings=plan + limits) == [
        "comptes que le logiciel ne tient pas | 7061200001"
    ]


def test_the_accountant_s_codes_are_used_for_clients_and_suppliers() -> None:
    codes = '[tiers]\n"compagnie GENERALE des grands travaux maritimes et fluviaux" = "C0001"\n'
    codes += '[tiers.fournisseurs]\n"Quai" = "F0001"\n'
    made = suited(pack_of(2020, sale(), bill("Quai"), bill("Phare", "A-2"), settings=codes))
    assert [row[6] for row in rows(made) if row[6]] == ["C0001", "F0001", "FPHARE"]
    assert {row[7] for row in rows(made) if row[6] == "C0001"} == {LONG}


def test_two_parties_are_never_one() -> None:
    lines = (sale(), sale("F-2", "Autre"))
    codes = f'[tiers]\n"{LONG}" = "C1"\n"Autre" = "C1"\n'
    assert said(*lines, settings=codes) == [
        f"deux comptes auxiliaires se confondraient dans le logiciel | {LONG} et Autre\u00a0: C1"
    ]
    codes = '[tiers]\n"Autre" = "CNIMBUS"\n'
    assert len(said(*lines, sale("F-3", "Nimbus"), settings=codes)) == 1
    both = '[tiers]\n"Quai" = "Q1"\n'
    assert len(said(sale("F-1", "Quai"), bill("Quai"), settings=both)) == 1
    both = '[tiers.clients]\n"Quai" = "C1"\n[tiers.fournisseurs]\n"Quai" = "F1"\n'
    made = suited(pack_of(2020, sale("F-1", "Quai"), bill("Quai"), settings=both))
    assert sorted({row[6] for row in rows(made) if row[6]}) == ["C1", "F1"]


def test_a_code_too_long_is_refused() -> None:
    codes = f'[export]\nlogiciel = "quadra"\n[tiers]\n"{LONG}" = "CLIENT-0001"\n'
    assert said(sale(), settings=codes) == [
        f"comptes auxiliaires que le logiciel ne tient pas | {LONG}"
    ]


def test_a_name_that_the_books_do_not_know_is_refused() -> None:
    settings = parse(f'{COMPANY}[tiers]\n"Ponent" = "C1"\n"Quai" = "F1"\n')
    with pytest.raises(BadData) as refused:
        refuse_strangers(settings.export, activity(sale(), bill("Quai")))
    assert [error.shown for error in refused.value.errors] == ["Ponent"]
    refuse_strangers(settings.export, activity(sale(client="PONENT"), bill("Quai")))


def test_journals_bear_the_accountant_s_codes() -> None:
    codes = '[export.journaux]\nVE = "VT"\nBQ = "BNP"\n'
    made = suited(pack_of(2020, sale(paid=date(2020, 4, 1)), settings=codes))
    assert [(row[0], row[1]) for row in rows(made)] == [("VT", "Ventes")] * 2 + [
        ("BNP", "Banque")
    ] * 2
    (_, described) = fec.render(made).values()
    (said,) = re.findall("Journaux\u00a0: (.+)\r\n", described.decode())
    assert {"AC Achats", "VT Ventes", "BNP Banque"} < set(said.split(", "))
    assert not {"VE Ventes", "BQ Banque"} & set(said.split(", "))


@pytest.mark.parametrize(
    ("codes", "what"),
    [
        ('VT = "X"', "journal inconnu"),
        ('VE = "AC"', "deux journaux se confondraient dans le logiciel"),
    ],
)
def test_a_journal_that_is_not_ours_or_already_taken_is_refused(codes: str, what: str) -> None:
    (found,) = said(sale(), settings=f"[export.journaux]\n{codes}\n")
    assert found.startswith(what)


def test_a_journal_s_code_too_long_is_refused() -> None:
    codes = '[export]\nlogiciel = "quadra"\n[export.journaux]\nVE = "VTE"\n'
    assert said(sale(), settings=codes) == ["journaux que le logiciel ne tient pas | VE"]


def test_what_an_alphabet_lacks_is_written_otherwise_or_refused() -> None:
    latin = '[export]\nencodage = "iso-8859-15"\n'
    made = suited(pack_of(2020, sale("F–1", "L’Été"), settings=latin))
    (data, described) = fec.render(made).values()
    assert "Facture F-1 - L'Été".encode("iso-8859-15") in data
    assert "Jeu de caractères\u00a0: ISO-8859-15." in described.decode()
    assert check_fec(data, "812345676FEC20201231.txt").remarks == ()
    assert any("株式会社" in found for found in said(sale("F-1", "株式会社"), settings=latin))
    same = [sale("F–1", "A"), sale("F-1", "B")]
    assert said(*same, settings=latin) == [
        "deux pièces se confondraient dans le logiciel | F–1 et F-1\u00a0: F-1"
    ]


def test_letters_begin_again_for_each_party() -> None:
    paid = date(2020, 4, 2)
    lines = [sale(f"F-{name}{n}", name, paid) for name in ("N", "M") for n in (1, 2)]
    made = suited(pack_of(2020, *lines, settings="[export]\nlettres = 2\n"))
    found = {(row[6], row[8], row[13]) for row in rows(made) if row[13]}
    assert found == {
        ("CN", "F-N1", "AA"),
        ("CN", "F-N2", "AB"),
        ("CM", "F-M1", "AA"),
        ("CM", "F-M2", "AB"),
    }
    many = [sale(f"F-{n}", "N", paid) for n in range(27)]
    assert said(*many, settings="[export]\nlettres = 1\n") == [
        "plus de lettrages que de lettres | 27 lettrages sur un même compte"
    ]


@pytest.mark.parametrize(
    "line",
    [
        'logiciel = "compta"',
        "compte = 3",
        'compte = "8"',
        "libelle = true",
        "lettres = 0",
        'encodage = "utf-16"',
        'journaux = "VT"',
        'journaux = { VE = "vt" }',
        'longueur = "8"',
    ],
)
def test_a_setting_that_means_nothing_is_refused(line: str) -> None:
    with pytest.raises(BadData):
        parse(f"[export]\n{line}\n")


def test_the_owner_s_limits_come_before_those_of_the_software() -> None:
    read = parse('[export]\nlogiciel = "quadra"\nlibelle = 20\nencodage = "cp1252"\n')
    assert read.export.software == SOFTWARE["quadra"]._replace(label=20, encoding="cp1252")
    assert parse("").export.software == Software()
