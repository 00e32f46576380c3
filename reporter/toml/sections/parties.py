"""The settings of each client and of each person; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings.parties import Client
from reporter.toml import kinds
from reporter.toml.section import OWN, Key, Section

CLIENTS = Section(path="clients", tables=(OWN,))
CLIENT = Section(
    path="clients.*",
    note="Ce qui est convenu avec un client, sous son nom.",
    shown={'"Client A"': ()},
    keys=(
        Key(
            "delai",
            Client,
            "delay",
            kinds.DELAY,
            "jours après la facture, au plus, pour la payer",
            more=" : 30 jours sans accord, 60 au plus par contrat "
            "(article L441-10 du code de commerce)",
        ),
        Key(
            "heures_par_jour",
            Client,
            "hours",
            kinds.HOURS,
            "les heures d’un jour facturé à ce client",
            "8",
            ", tapées ou d’un suivi du temps",
            without="celles de `[lecture]`",
        ),
    ),
)
