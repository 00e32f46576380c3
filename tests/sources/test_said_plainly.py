"""Words of honest books that looked like others, and those like them that are still asked about."""

from __future__ import annotations

import pytest

from tests.books.small import Small, asked, judge, ordinary, refused, right, small

RENT = "# Dépenses\nDate | Fournisseur | Libellé | Montant HT\n02/03/2020 | Quai | Loyer | 310\n"
LINES = "Date | Client | Désignation | Montant HT\n"
LINES += "31/01/2020 | Ponant | Site | 1200\n29/02/2020 | Alizé | Logo | 800\n"
STATUS = RENT + "# Forfaits\nDate | Client | Montant HT | Statut\n"
STATUS += "31/01/2020 | Ponant | 1200 | {}\n29/02/2020 | Alizé | 800 | {}\n"
UNTAXED = "# Forfaits\nDate | Client | {}\n31/01/2020 | Ponant | 1200\n29/02/2020 | Alizé | 800\n"
SPENT = f"{RENT}05/03/2020 | Rue | {{}} | 120\n# Forfaits\n{LINES}"
AT = RENT + "# Séances\nDate | Heure | Client | Montant HT\n"
AT += "02/03/2020 | '{} | Ponant | 1200\n03/03/2020 | '{} | Alizé | 800\n"
DONE = RENT + "# Contrats\nClient | {} | TJM\nPonant | 10 | 700\n# Forfaits\n" + LINES
INSURED = "# {}\nDate | {} | Contrat | Montant HT\n12/03/2020 | Axa | RC | 420\n# Forfaits\n"
TAUGHT = RENT + "# {}\nDate | Bénéficiaire | Montant HT\n31/01/2020 | Ponant | 1200\n"
FRANCHISE = '[tva]\nregime = "franchise"\n'
BOOKED = RENT + "# Ventes\nDate | Facture | Client | Compte | Montant HT\n"
BOOKED += "31/01/2020 | F-1 | Ponant | 706000 | 1200\n29/02/2020 | F-2 | Alizé | {} | 800\n"
HONEST = [
    *(ordinary(it, BOOKED.format(it), revenue=2000) for it in ("706000", "'706100", "70850")),
    ordinary("delivered, by the sheet", f"{RENT}# Commandes livrées\n{LINES}", revenue=2000),
    ordinary("delivered", f"{RENT}# Forfaits\nCommandes livrées\n{LINES}", revenue=2000),
    *(
        ordinary(f"{one}, {other}", STATUS.format(one, other), revenue=2000)
        for one, other in (
            ("Payée", "En attente"), ("En attente", "Réglée"), ("Impayée", "En attente"),
        )
    ),
    ordinary("a fee by month", RENT + UNTAXED.format("Forfait mensuel HT"), revenue=2000),
    *(
        ordinary(title, UNTAXED.format(title), FRANCHISE, revenue=2000)
        for title in (
            "Montant (art. 293 B)", "Montant (TVA non applicable, art. 293 B du CGI)",
            "Montant - article 293B", "€ net", "Montant net",
        )
    ),
    *(
        ordinary(label, SPENT.format(label), revenue=2000, charges=430)
        for label in (
            "Prêt de salle", "Prêt salle", "Prêt de matériel", "Livret imprimé",
            "Crypto : formation",
        )
    ),
    ordinary("K.", f"{RENT}# Forfaits\nEva K. – conseil\n\n{LINES}", revenue=2000),
    *(
        ordinary(name, INSURED.format(name, title) + LINES, revenue=2000, charges=420)
        for name, title in (
            ("Assurances 2020", "Assureur"), ("Assurances", "Fournisseur"),
            ("Frais fixes", "Assureur"), ("Charges fixes", "Fournisseur"),
        )
    ),
    ordinary("mornings", AT.format("09:00", "10:30"), revenue=2000, days=0),
]  # fmt: skip
ASKED = [
    small("no account", BOOKED.replace("Compte", "Points").format("706000"), *asked("D1")),
    *(small(f"{it} booked", BOOKED.format(it), *asked("D1", "D3")) for it in ("445710", "411000")),
    *(
        small(f"{one}, {other}", STATUS.format(one, other), *asked("D2", "D3"))
        for one, other in (("En attente", "En attente"), ("Envoyée", "En attente"))
    ),
    small("of a bill", RENT + UNTAXED.format("Montant (art. 293 B)"), refused("Forfaits!")),
    *(
        small(label, SPENT.format(label), *asked("C3"))
        for label in ("Prêt bancaire", "Livret A", "Crypto", "Caution de salle")
    ),
    *(
        small(title, f"{RENT}# Forfaits\n{title}\n\n{LINES}", *asked("A1"))
        for title in (
            "Montant K.", "Ventes K.", "Affaires classées", "Dossiers classés", "Remboursés",
            "Périmés", "Commandes",
        )
    ),
    small("a length of time", AT.format("07:00", "08:30"), refused("B1")),
    *(
        small(title, DONE.format(title), *asked("Contrats!"))
        for title in ("Jours faits", "Jours réalisés", "Jours")
    ),
    *(small(it, TAUGHT.format(it), refused(f"{it}!")) for it in ("Séances", "Forfaits")),
    small("a pay slip", "# Paie\nDate | Salarié | Brut | Cotisations patronales | Net\n"
          "31/01/2020 | Anne | 3000 | 1200 | 2340\n" + UNTAXED.format("Net"),
          right(revenue=2000, charges=4200), settings=FRANCHISE),
]  # fmt: skip


@pytest.mark.parametrize("book", HONEST)
def test_what_is_plain_is_read_without_a_question(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("book", ASKED)
def test_what_is_like_it_and_is_not_plain_is_asked_about(book: Small) -> None:
    judge(book)
