"""The settings of each client and of each person; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings.parties import Client, Worker
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
WORKERS = Section(path="intervenants", tables=(OWN,))
WORKER = Section(
    path="intervenants.*",
    note="Une personne qui travaille pour la société, sous son nom.",
    shown={"Anne": ()},
    keys=(
        Key(
            "arrivee",
            Worker,
            "arrival",
            kinds.DAY,
            "son premier jour",
            "{annee}-03-01",
            " ; elle compte alors même sans ligne",
            without="avant l’exercice",
        ),
        Key(
            "depart",
            Worker,
            "departure",
            kinds.DAY,
            "son dernier jour",
            "{annee}-05-15",
            without="après l’exercice",
        ),
        Key("temps", Worker, "part", kinds.RATIO, "son temps de travail", more=' : `"80 %"`'),
        Key(
            "conges",
            Worker,
            "leave",
            kinds.POSITIVE_NUMBER,
            "ses jours ouvrés de congés pour douze mois, comptés à temps plein",
            "30",
            without="ceux de l’exercice",
        ),
    ),
)
