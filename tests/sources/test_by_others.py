"""Sheets known by those beside them: invoices parted by client, that no title nor column names."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reporter.errors import BadData
from reporter.sources.reading import read
from tests.books.sheets import write
from tests.books.small import sheets
from tests.sources.test_common_layouts import refusals

HEADER = "Date | N° facture | Objet | Montant HT | TVA | TTC"
PONANT = (
    "31/01/2020 | P-01 | Audit | 1000 | 200 | 1200\n28/02/2020 | P-02 | Suite | 500 | 100 | 600"
)
ALIZE = "31/01/2020 | A-01 | Audit | 800 | 160 | 960\n28/02/2020 | A-02 | Suite | 450 | 90 | 540"
TWO = f"# Ponant\n{HEADER}\n{PONANT}\n# Alizé\n{HEADER}\n{ALIZE}"


def clients(root: Path, text: str) -> set[tuple[str, Decimal]] | None:
    """Return the client and the amount of each line of some sheets, None where one is refused."""
    write(root, sheets(text))
    try:
        found = read(root)
    except BadData:
        return None
    return {(line.client, line.amount) for line in found.activity.fees}


def test_sheets_of_invoices_of_one_series_are_each_that_of_a_client(tmp_path: Path) -> None:
    found = clients(tmp_path, TWO)
    assert found == {("Ponant", 1000), ("Ponant", 500), ("Alizé", 800), ("Alizé", 450)}


THIRD = "31/03/2020 | P-03 | Fin | 70 | 14 | 84"


def test_the_last_invoice_may_come_first_and_one_may_have_two_rows(tmp_path: Path) -> None:
    two = TWO.replace(PONANT, "\n".join((THIRD, *reversed(PONANT.split("\n")))))
    found = clients(tmp_path, two.replace("A-02 | Suite", "A-01 | Suite"))
    amounts = {("Ponant", 70), ("Ponant", 1000), ("Ponant", 500), ("Alizé", 800), ("Alizé", 450)}
    assert found == amounts


@pytest.mark.parametrize(
    "text",
    [
        f"# Ponant\n{HEADER}\n{PONANT}",
        TWO.replace("N° facture", "Bon"),
        TWO.replace("P-02", "2020/88"),
        TWO.replace("P-02", "P-00"),
        TWO.replace(PONANT, f"{PONANT}\n{THIRD}".replace("P-02", "P-09")),
        TWO.replace("P-01", "1/P").replace("A-01", "1/A"),
        TWO.replace("A-01", "INV/1").replace("A-02", "INV/2"),
        TWO.replace("# Alizé", "# Logiciels").replace("TTC", "TTC | Lieu", 1),
        TWO.replace("# Alizé", "# Copie"),
        f"{TWO}\n# Factures\nDate | Client | Montant HT\n31/03/2020 | Tilleul | 77",
        TWO.replace("P-02 |", " |"),
        f"{TWO}\n{TWO.replace('Objet', 'Sujet').replace('# Ponant', '# Io').replace('# A', '# B')}",
    ],
    ids=[
        "alone", "no number", "another shape", "not in order", "three not in order",
        "two shapes alike", "received",
        "other titles", "another word", "beside sales", "one number alone", "two lists",
    ],
)  # fmt: skip
def test_others_are_asked_about(text: str, tmp_path: Path) -> None:
    assert clients(tmp_path, text) is None


@pytest.mark.parametrize(
    ("files", "doubted"),
    [
        (["modele-suivi-facturation"], False),
        (["modele-suivi-facturation", "2020"], True),
        (["Modèle vierge"], True),
        (["modele exemple"], True),
        (["brouillon"], True),
    ],
)
def test_a_model_that_was_filled_is_the_book(
    files: list[str], doubted: bool, tmp_path: Path
) -> None:
    for number, name in enumerate(files, 1):
        (tmp_path / "data" / name).mkdir(parents=True)
        text = f"Date;Client;Jours;TJM\n2{number}/0{number}/2020;Ponant;{number};700\n"
        (tmp_path / "data" / name / "Jours.csv").write_text(text, "utf-8")
    found = read(tmp_path).doubts
    assert ("titre-inconnu" in [it.code for it in found]) is doubted


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("offerts 2020", ["un nom dit que les lignes ne comptent pas : elles sont comptées"]),
        ("suivi bénévolat", ["un nom dit que les lignes ne comptent pas : elles sont comptées"]),
        (
            "Suivi USD",
            ["un nom parle d’une autre devise que l’euro : les lignes sont comptées en euros"],
        ),
        ("Suivi 2020", []),
    ],
)
def test_the_name_of_a_file_is_heard_as_a_title(name: str, said: list[str], tmp_path: Path) -> None:
    write(tmp_path, sheets("# Jours\nDate | Client | Jours | TJM\n02/03/2020 | Ponant | 1 | 700"))
    (tmp_path / "data" / "livres.xlsx").rename(tmp_path / "data" / f"{name}.xlsx")
    assert [it.what for it in read(tmp_path).doubts if it.code == "titre-inconnu"] == said


def test_so_are_the_missions_of_a_filled_model(tmp_path: Path) -> None:
    text = "# Jours\nDate | Client | Jours\n02/03/2020 | Ponant | 1\n"
    write(tmp_path, sheets(f"{text}# Missions\nClient | TJM\nPonant | 700"))
    (tmp_path / "data" / "livres.xlsx").rename(tmp_path / "data" / "Modele_suivi.xlsx")
    assert "titre-inconnu" not in [it.code for it in read(tmp_path).doubts]


@pytest.mark.parametrize(
    ("name", "code"), [("Budget", "feuille-a-part"), ("Budget (hidden)", "feuille-invendue")]
)
def test_what_is_not_sold_is_asked_about_where_nobody_sees_it(
    name: str, code: str, tmp_path: Path
) -> None:
    sold = "# Factures\nDate | Client | Montant HT\n31/03/2020 | Tilleul | 77"
    write(tmp_path, sheets(f"{sold}\n# {name}\nPoste | Janvier | Février\nLoyer | 9 | 9"))
    assert [it.code for it in read(tmp_path).doubts if it.place.sheet == "Budget"] == [code]


@pytest.mark.parametrize(
    ("name", "old", "new", "asked"),
    [
        ("2020", "", "", True),
        ("Feuil1", "P-0", "2020-0", True),
        ("Dépenses", "", "", False),
        ("2020", "Objet", "Fournisseur", False),
        ("2020", "P-02", "FR/88", False),  # received, of many hands
        ("2020", "P-02", "P-00", False),
        ("2020", "P-02", "P-01", False),  # one number alone
        ("2020", "P-0", "", False),  # ranks of anything
    ],
)
def test_numbers_of_one_series_are_of_no_expenses(
    name: str, old: str, new: str, tmp_path: Path, *, asked: bool
) -> None:
    text = f"# {name}\n{HEADER}\n{PONANT}".replace(old or name, new or name)
    write(tmp_path, sheets(text))
    if asked:
        with pytest.raises(BadData, match="Client"):
            read(tmp_path)
    else:
        assert len(read(tmp_path).activity.expenses) == 2


def test_a_client_whose_sheet_lost_its_name_is_asked_about(tmp_path: Path) -> None:
    """Its invoices were read as expenses beside those of the others."""
    third = ALIZE.replace("A-", "B-").replace("800 ", "810 ")
    write(tmp_path, sheets(f"{TWO}\n# 2020\n{HEADER}\n{third}"))
    with pytest.raises(BadData) as caught:
        read(tmp_path)
    assert "2020" in {it.place.sheet for it in caught.value.errors}


SOLD = "Date;Client;Montant HT\n08/03/2024;Ponant;1000\n"
PAID = "Date;Libellé;Montant HT\n08/03/2024;Train;30\n"
CASH = "Mois | Solde début | Encaissements | Décaissements | Solde fin\nMars | 100 | 9 | 5 | 104"
ACCOUNT = (
    "Date | Libellé | Débit | Crédit\n12/03/2024 | VIR PONANT | | 1200\n14/03/2024 | OVH | 36 |"
)
BOUGHT = "Date | Fournisseur | Montant HT\n08/03/2024 | OVH | 30"
SALES = "# Factures\nDate | Client | Montant HT\n08/03/2024 | Ponant | 1000\n# "


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("Trésorerie", CASH, {"feuille-a-part"}),
        ("Trésorerie 2024", CASH, {"feuille-a-part"}),
        ("Suivi de trésorerie", CASH, {"feuille-a-part"}),
        ("Suivi tréso", CASH, {"feuille-a-part"}),
        *(
            (name, "Nom | Contact | Montant estimé\nRivage | M. Z | 500", {"feuille-a-part"})
            for name in ("Suivi commercial", "Prospection", "Opportunités", "Leads")
        ),
        ("Banque", ACCOUNT, {"feuille-invendue"}),
    ],
)
def test_what_follows_the_cash_stands_beside_all_the_lines(
    name: str, text: str, codes: set[str], tmp_path: Path
) -> None:
    write(tmp_path, sheets(f"{SALES}Dépenses\n{BOUGHT}\n# {name}\n{text}"))
    found = read(tmp_path)
    both = found.activity.fees, found.activity.expenses
    assert [sum(it.amount for it in its) for its in both] == [1000, 30]
    assert {it.code for it in found.doubts.alone} == codes


def test_a_file_that_is_an_account_is_refused_beside_all_the_lines(tmp_path: Path) -> None:
    account = "Date;Libellé;Débit;Crédit\n12/03/2024;VIR PONANT;;1200\n14/03/2024;OVH;36;\n"
    (bad,) = refusals(tmp_path, {"Factures": SOLD, "Dépenses": PAID, "Banque": account})
    assert "data/banque/" in bad.fix


@pytest.mark.parametrize(
    "text",
    [
        f"{SALES}Trésorerie\n{CASH}",
        f"{SALES}Banque\n{ACCOUNT}",
        f"# Dépenses\n{BOUGHT}\n# Banque\n{ACCOUNT}",
        f"{SALES}Dépenses\n{BOUGHT}\n# Caisse\n{CASH}",
        f"{SALES}Dépenses\n{BOUGHT}\n# Achats\n{ACCOUNT}",
        f"{SALES}Dépenses\n{BOUGHT}\n# Trésorerie\n{BOUGHT}",
    ],
)
def test_what_may_hold_lines_that_no_other_sheet_has_is_refused(text: str, tmp_path: Path) -> None:
    assert clients(tmp_path, text) is None
