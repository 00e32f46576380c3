"""The words of what stands among expenses or sales and may be none: fines, subsidies, savings.

Knows words alone, folded. Never the amounts beside them, nor what is done with their lines.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.words.periods import MONTHS, without_period

if TYPE_CHECKING:
    from collections.abc import Sequence

PAID = (
    r"(?:(?:tele)?paiements?|reglements?|prelevements?|prlv|virements?|vir|cb|carte|avis(?: de)?|"
    r"soldes?|acomptes?|mensualisations?|regularisations?|tiers|redressements?)"
)
"""What is said before the name of what is paid."""
RECEIVED = (
    r"(?:subventions?(?! (?:a|aux?|pour) )|fonds de solidarite|"
    r"primes? (?:a l |d )?(?:embauche|apprentissage|activite)\b|"
    r"aides? (?:covid|fonds|cpam|caf|msa|urssaf|etat|de l etat|region\w*|(?:a l )?embauche)|"
    r"cashback|produits? (?:exceptionnel|financier)s?|loyers? (?:\w+ )?(?:percu|recu|encaisse)s?|"
    r"interets? (?:recus?|percus?|crediteurs?|livrets?|compte)|"
    r"indemn\w* (?:de |d |du |pour )?(?:sinistres?|degats?|bris|vols?)|"
    r"indemnites? (?:d )?(?:assurances?|cpam|caf|msa|pole emploi|france travail|chomage|"
    r"rupture)|"
    r"dedommagements?|dommages (?:et |& )?interets?|indemnites? journalieres?|ijs?s?|cpam ijss|"
    r"chomage partiel|activite partielle|"
    r"allocations? (?:are|chomage|pole emploi)|(?:pole emploi|france travail) are|"
    r"bonus ecologique|indemnisations?)\b"
)
"""How the words begin of what is received, and sold by nobody."""
INCOME = pattern(
    rf"{RECEIVED}|prises? en charge (?:opco|formation)|reprises? (?:de |d )?(?:l |mon )?ancien|"
    r"plus values?\b|cessions? |dividendes? (?:recus?|percus?)|"
    r"(?:avances?|acomptes?|arrhes) (?:de |du |d un )?clients?\b|"
    r"(?:urssaf|cpam|caf|sncf|edf|mutuelle|assurance|fournisseur|impots?|banque) rembours\w+$|"
    r".* refund(?:ed)?$"
)
FINES = pattern(
    r".*\b(?:amendes?|contraventions?|condamnations?|antai|fourriere|forfait post stationnement|"
    r"pv (?:de )?(?:radar|stationnement|vitesse|police)|exces de vitesse)\b|fps\b|"
    r"(?:majorations?|penalites?|interets?) "
    r"(?:\d+ )*(?:pct )?(?:de retard )?(?:urssaf|is|ir|tva|fiscales?|impots?|tresor|dgfip)\b|"
    r"majorations?(?: de retard)?$|interets? moratoires?\b|"
    r"redressements? |csg (?:crds )?non deductible|(?:dons?|mecenat)\b"
)
"""What the tax does not take off: fines (CGI, article 39, 2), gifts (article 238 bis)."""
KIN = {
    "enfant", "enfants", "femme", "mari", "fille", "filles", "epouse", "epoux", "conjoint", "bebe",
    "conjointe", "copine", "copain", "copines", "copains", "compagne", "compagnon", "maman", "papa",
    "mamie", "papi", "famille", "familial", "familiale", "familiaux", "familiales",
}  # fmt: skip
OF_MINE = {"fils", "mere", "pere", "frere", "soeur", "parents", "appart", "appartement", "loyer"}
"""What is private once somebody calls it his: « carte mère » and « Dupont et fils » are not."""
MINE = {"ma", "mon", "mes", "notre", "nos", "cadeau", "cadeaux"}
HOME = {
    "perso", "persos", "cantine", "creche", "nounou", "periscolaire", "garderie", "scolarite",
    "vacances", "jouet", "jouets", "coiffeur", "coiffeuse", "supermarche", "netflix", "disney",
    "veterinaire", "croquettes", "anniversaire", "ifi", "courses", "poche", "danse", "piano",
    "judo", "foot", "football", "rugby", "tennis", "padel", "golf", "gym", "yoga", "pilates",
    "equitation", "poney", "natation", "karate", "ski", "camping", "croisiere", "plage", "thalasso",
    "manucure", "parfum", "bijou", "bijoux", "bague", "lingerie", "vetements", "loto", "pmu", "fdj",
    "playstation", "nintendo", "lego", "jardin", "jardinage", "piscine", "barbecue", "chien",
    "noces", "bapteme", "obseques", "couches", "poussette", "kids", "wife", "husband", "groceries",
    "birthday", "wedding", "cinema", "tinder", "meetic", "veterinaires", "chaussures", "dentiste",
    "osteopathe", "kine", "orthodontiste",
    "medecin", "lunettes", "opticien", "domicile", "residence",
}  # fmt: skip
"""What is bought for oneself, and by no company."""
WORKING = {
    "vehicule", "vehicules", "voiture", "voitures", "moto", "km", "client", "clients", "cliente",
    "mission", "cheque", "cheques", "ancv", "societe", "equipe", "salaries", "agence", "livre",
    "livres", "site", "chauffeur", "taxi", "vtc", "uber", "coursier", "entreprise", "bureau", "api",
    "domaine", "salon", "logiciel", "chez", "restaurant", "seminaire", "clientele",
    "collaborateurs", "trajet", "travail", "aide", "hotel", "teletravail",
}  # fmt: skip
"""What makes of it a charge all the same: « Chèques vacances », « Anniversaire société »."""
OWN = pattern(
    r"(?:.* )?(?:achats?|depenses?|retraits?|prelevements?|usages?|comptes?|parts?) "
    r"(?:personnel(?:le)?s?|privee?s?)\b|.*\bpour (?:la |ma |mon )?maison$|(?!.*\bfait ).+ maison$|"
    r"(?:.* )?a titre (?:prive|personnel)\b|noel$|mariage$|fils$|pension alimentaire|"
    r"loyer (?:maison|appart\w*)$|(?:abonnement )?salle de sport|.* (?:madame|monsieur)$|"
    r"(?:cotisation |abonnement )?club de (?:tennis|golf|sport|foot)|week end \w+$|"
    r"(?:private|personal|privee?s?)$"
)
PAID_BY = pattern(
    r"^(?:\w+ )?(?P<payer>[a-z]+) (?:a|has) (?:paye|regle|avance|rembourse|paid)$|"
    r"\b(?:paye|regle|finance|avance|remb|offert|(?:re)?pris|paid|covered)\w*(?: en charge)? "
    r"(?:par|by) (?:(?:la|le|les|l|un|une|mon|ma|mes|the|my) )*(?P<who>[a-z]+)"
)
MEANS = {
    "carte", "cartes", "cb", "virement", "virements", "vir", "cheque", "cheques", "chq", "sepa",
    "prelevement", "prelevements", "prlv", "especes", "esp", "liquide", "paypal", "stripe", "cesu",
    "sumup", "lydia", "wero",
}  # fmt: skip
"""By what something is paid."""
OWN_MEANS = MEANS | {
    "moi", "nous", "on", "avance", "societe", "entreprise", "compte", "mois",
    "trimestre", "an", "internet", "telephone", "visa", "mastercard", "amex", "qonto",
    "banque", "card", "transfer", "check", "cash", "me", "us", "company", "tranche", "tranches",
    "traite", "lcr", "tip", "avoir", "erreur", "mail", "sasu", "sarl", "eurl", "sas",
    "boite", "note", "ndf", "jour", "semaine", "anticipation", "mensualites",
}  # fmt: skip
"""What an owner pays by, and the names that he gives to himself and to his company."""
OTHER_TAXES = pattern(
    rf"(?:{PAID} )*(?:impots? (?:sur le )?revenus?\b|ir(?: \d{{4}})?$|contemporain ir\b|"
    r"impots gouv|(?:personal )?income tax|pas$|retenues? (?:a la )?source|"
    r"prelevements? (?:a la )?source|"
    r"prelevements? sociaux|source salaries?|taxe d habitation)|"
    r"(?:mensualisations?|tiers|soldes?|acomptes?|prelevements?|paiements?|reglements?|versements?)"
    r" (?:d |des |de l )?impots?\b|"
    r"tiers provisionnels?\b|"
    rf"(?:releve de solde )?257[12]$|pas (?:gerant|salaries?|{'|'.join(MONTHS)})\b"
)
"""Taxes of a person, or that a company withholds: they are not its own."""
NO_CHARGE = pattern(
    r"^(?:prov(?:isions?)? (?:pour |sur |de )?"
    r"(?:impots?|is|conges|cotisations|urssaf|risques?|creances|clients)\b|"
    r"dot(?:ations?)?(?:$| (?:aux? |de |du |des )?(?:amort\w*|provisions?|exercice|annuelle|"
    r"materiel|ordinateurs?|vehicules?|voitures?|\d{4})\b)|"
    r"(?:amortissements?|amorti[sz]ation|depreciations?|(?:credits?|reductions?) d impots?)\b|"
    r"previsions? (?:\w+ )?(?:urssaf|tva|is|impots?|charges|cotisations|depenses|salaires)|"
    r"fnp\b|charges a payer|charges constatees|variations? de stocks?|immobilis\w+|"
    r"(?:mensualite|echeance|remboursement)s? (?:de |du )?credit\b(?! bail)|"
    r"credits? (?:immobilier|auto|moto|velo|voiture|vehicule|conso\w*)|cautions? |"
    r"(?:souscriptions? (?:de |aux? )?|achats? (?:de )?)?parts (?:sociales|sci|scpi)|"
    r"(?:(?:achats?|souscriptions?|placements?|versements?) (?:de |d |sur |en )?)?"
    r"(?:assurance vie|cat(?= \d+ mois|$)|scpi|etf|btc|eth|crypto\w*(?!\w| formation)|"
    r"perin|pea$|per\b(?! diem))\b|pea(?: pme)?$|bitcoins?\b|hors exploitation|investissements?$|"
    r"avances? (?:(?:a|au|pour) (?!valoir|frais)\w+|fournisseurs?)$|apports? (?!d affaires))|"
    r"^(?:ajustements?|avances?|depots?|reports?|provisions?|liquides?|especes|cash)$|"
    r"^solde initial|^cautionnements?(?: (?:bail|local|locaux|bureau))?$|"
    r"^depots? (?:de |du )?(?:bail|local|locaux)\b|^divs?\b|"
    r"^transferts? (?!domaine|donnees|nom)(?:vers )?\w+$|^reprises? (?:d )?apports?\b|"
    rf"^releves?(?: (?:de |du )?(?:mois|{'|'.join(MONTHS)}|\d+))+$|"
    rf"^(?:cb|cartes?) (?:de |du )?(?:mois|{'|'.join(MONTHS)})(?: \d+)?$|"
    r"^appro(?:visionnement)? (?:de |du )?compte|"
    r"^(?:ancien|"
    r"nouveau) solde|"
    r"^soldes?(?: (?:au|du|de|le|la|banque|bancaire|compte|\d+))+$|"
    r"\bdebits? differes?\b|^releves? (?:de |du )?(?:cartes?|cb|compte|bancaire)\b|"
    r"^(?:total|depenses?|achats?|debits?) (?:de )?(?:la )?(?:carte|cb)\b|"
    r"\bavances? (?:sur |de |pour )?(?:notes? de )?frais\b|"
    r"^(?:ma|mon) (?:remuneration|salaire|pa[iy]e)\b|\bmises? (?:de cote|en reserves?)\b|"
    r"\b(?:r?achats?|cessions?) (?:de |d )?(?:parts|actions|titres)"
    r"(?: sociales?| (?:de |d |du )?(?:la |l )?(?:scp?i|societe\w*|sasu?|sarl|associe\w*)\b.*)?$|"
    r"\bavance (?:de tresorerie|remboursable|permanente)\b|"
    r"\bavance (?:au |a la |a l )?(?:gerante?|president\w*|associe\w*)\b|"
    r"^distribution(?: (?:de |des |du )?(?:benefices?|resultat|reserves?|\d+))?$|"
    r"\bpayouts?\b|\b(?:contrat|bon)s? de capitalisation\b|\balimentation (?:du |de )?compte|"
    r"^reports? (?:du |de |a )?(?:solde|nouveau|mois)|"
    r"^sie(?: (?!conseil|logiciel)\w+)?$|^(?:tresor public|finances publiques|"
    r"centre des impots|impots gouv|services? (?:des )?impots)\b|^impots?(?: \d+)*$|"
    r"^comptes? (?:joint|perso)|^(?:erreurs?|ecarts?) de (?:caisse|banque)|"
    r"\b(?:depots?|remises?|versements?|retraits?|apports?) (?:d |en |de )?especes\b|"
    r"\b(?:security|rental) deposit|^(?:bank )?loan$|"
    r"^dab\b|^achats? (?:de |d )?(?:actions|obligations) (?!de |d )|"
    r"\bloan (?:re)?payments?\b|\bloan instal?lments?\b|\bowner s? ?draw\w*|^dividends?\b|"
    r"\btransfer (?:to|from|between) (?:my |the |own )?(?:savings?|accounts?|personal|bank)\b"
)
"""What is computed, foreseen, put aside or lent; advances, profits handed out, balances."""
NET_PAY = pattern(
    r"(?:acompte|avance)s? (?:de |sur |au )?(?:salaire|remuneration|salarie)e?s?\b|"
    rf"^net (?:{'|'.join(MONTHS)})\b|net (?:a payer|paye?|verse|vire|salary|wages?)\b|"
    r"(?:sal(?:aires?)?|pa[iy]es?|primes?|remunerations?)\b.*\b(?:nets?|nettes?|vers\w+)\b|"
    r"vir(?:ement)? (?:de )?(?:salaires?|paies?)\b"
)
"""What says that pay was typed as it was transferred, its contributions left out."""
UNSOLD = pattern(
    rf"{RECEIVED}|(?:interets?|aides?|loyers?|allocations?|dotations?|indemnites?|gains?)$|"
    r"revenus? (?:locatif|foncier)s?$|plus values?$|primes? exceptionnelles?$|"
    r"cotisations?(?: (?:membre|adherent)s?)?$|soldes? de tout compte|"
    r"interets? (?:(?:de )?retard|moratoires?)\b|"
    rf"indemnites? forfaitaires?\b|"
    r"(?:frais de (?:service|plateforme)|commissions? (?:malt|plateforme|upwork|comet))\b|"
    r"credits? (?:de tva|d impot)|(?:dgfip|urssaf|sie|cpam) (?:remboursement|indemnite)|"
    r"(?:remboursements?|credits?|soldes?|retours?|reversements?|retrocessions?|reguls?|"
    r"regularisations?) (?:de )?"
    r"(?:tva|urssaf|impots?|is|dgfip)\b|"
    r"(?:versements?|remboursements?) (?:d |de l )?assurances?\b|"
    r"(?:virements?|transferts?)"
    r"(?: (?:internes?|epargne|livret|perso|compte|entre|vers|depuis)\b.*)?$|"
    r"apports?\b(?! (?:d affaires?|de )(?!capital))|capital(?: social)?$|"
    r"arce\b|prets? d honneur\b|love money|dons? (?:de )?(?:maman|papa|mes parents)$|"
    r"emprunts?(?: \w+)?$|"
    r"(?:emprunts?|prets?)(?: (?:pge|bpi|bancaires?|\d+))*$|"
    r"prets? (?:(?:de|d) (?!materiel|salle|vehicule)\w+|famille|familial|amical|parents|amis?)$|"
    r"bourses? (?!du)|gains? (?:de |du )?\w+$|"
    r"dividendes?(?: (?:sci|recus?|verses?|acompte))*$|(?:cice|cir|jei|dons?|depots?|primes?|"
    r"bourses?)$|cca\b|"
    r"avances? remboursables?\b|"
    r"(?:(?:avance|apport|remboursement)s? (?:en |de )?)?compte courant(?: d? ?associes?|$)|"
    r"(?:deblocages?|versements?) (?:de |du |d )?(?:l )?(?:emprunts?|prets?)\b|"
    r"(?:assurance )?sinistres?(?: (?:assurance|axa|gmf|maaf|macif|maif|matmut))?$|"
    r"gains? de change|(?:restitutions? (?:du |de )?)?depots? (?:de )?garantie|"
    r"(?:cheques? (?:de )?)?cautions?(?: |$)|"
    r"(?:liberation (?:de )?(?:la )?)?retenues? de garantie|provisions?$|"
    r"tva(?: (?:collectee|due|a))*$|(?:pge|are)$|loyers? (?:de )?sous location|"
    r"(?:mon |mes )?salaires?(?: (?:nets?|bruts?|mensuels?|d|de|du|mois))*$|"
    r"bulletins? de paie|"
    r"ventes? (?:de |du |d )?(?:l |mon |ma |mes )?(?:ancien\w*|vieux|vieille) \w+$|"
    r"cheques? cadeaux?|(?:primes?|bonus) (?:de )?(?:bienvenue|parrainage|energie)|parrainages?\b|"
    r"(?:(?:re)?ventes?|cessions?) (?:de |du |d |de l |de la )?(?:ancien\w* |mon |ma )?"
    r"(?:vehicules?|voitures?|ordinateurs?|pc|i?macs?|macbooks?|iphones?|scooters?|velos?|motos?|"
    r"meubles?|mobilier|clienteles?|actions|titres|parts|\w+ d ?occasion)\b|"
    r"avances? (?:de |du |d )\w+$|"
    r"sous locations?$|(?:sous )?locations? (?:de |du |d |d un )?(?:parking|garage|bureau|"
    r"appartement|logement)\b|"
    r"cessions? (?:de |du |d )?(?:materiels?|immobilisations?)|"
    r"dividendes? (?:de |de la )?(?:filiale|holding|sas|sasu|sarl|societe)\b|"
    r"(?:bank |government |state |business )?(?:grants?|loans?|subsid(?:y|ies))$|"
    r"(?:grant|loan) (?:received|from|\d)|capital (?:injection|contribution)|"
    r"owner s? ?(?:contribution|investment)|(?:tax|vat|retainer|deposit) (?:refund|credit)s?$|"
    r"interests?(?: (?:received|income)|$)|bank transfers?$|(?:opening |"
    r"closing )?balance (?:brought|carried)|opening balance|dividends?$|rent (?:received|income)|"
    r"sale of (?:\w+ )?(?:laptop|computer|car|equipment)s?$|"
    r"insurance (?:claim|payout)s?$|security deposit"
)
"""How the words of a sale begin that may be none: received, lent, kept."""


def is_private(words: Sequence[str]) -> bool:
    """Tell whether folded words are of their owner's home; « femme de ménage » is not."""
    if not WORKING.isdisjoint(words):
        return False
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    return OWN.match(" ".join(words)) is not None or any(
        word in HOME
        or (word in KIN and after not in ("de", "d"))
        or (word in OF_MINE and before in MINE)
        for before, word, after in around
    )


def is_paid_by_another(comment: str) -> bool:
    """Tell whether a comment says that somebody else than its owner paid an expense."""
    paid = PAID_BY.search(folded(comment))
    return paid is not None and (paid["who"] or paid["payer"]) not in OWN_MEANS


@lru_cache(maxsize=8192)
def says_no_sale(text: str) -> bool:
    """Tell whether the words of a sale are those of a subsidy, a loan, a deposit or a transfer."""
    return any(map(UNSOLD.match, (folded(text), without_period(text))))
