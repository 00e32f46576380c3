"""The words of what stands among expenses or sales and may be none: fines, subsidies, savings.

Knows words alone, folded. Never the amounts beside them, nor what is done with their lines.
"""

from __future__ import annotations

from functools import lru_cache

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.periods import MONTHS

PAID = (
    r"(?:(?:tele)?paiements?|reglements?|prelevements?|prlv|virements?|vir|cb|carte|avis(?: de)?|"
    r"soldes?|acomptes?|mensualisations?|regularisations?|tiers|redressements?)"
)
"""What is said before the name of what is paid."""
RECEIVED = (
    r"(?:subventions?(?! (?:a|aux?|pour) )|fonds de solidarite|"
    r"primes? (?:a l |d )?(?:embauche|apprentissage)|"
    r"aides? (?:covid|fonds|etat|de l etat|region\w*|(?:a l )?embauche)|"
    r"cashback|produits? (?:exceptionnel|financier)s?|loyers? percus?|"
    r"interets? (?:recus?|percus?|crediteurs?|livrets?|compte)|"
    r"indemnites? (?:d )?(?:assurances?|pole emploi|france travail|chomage|rupture)|"
    r"indemnites? journalieres?|ijss|cpam ijss|chomage partiel|activite partielle|"
    r"allocations? (?:are|chomage|pole emploi)|pole emploi are|bonus ecologique|indemnisations?)\b"
)
"""How the words begin of what is received, and sold by nobody."""
INCOME = pattern(
    rf"{RECEIVED}|plus values?\b|cessions? |dividendes? (?:recus?|percus?)|"
    r"(?:avances?|acomptes?|arrhes) (?:de |du |d un )?clients?\b|"
    r"(?:urssaf|cpam|caf|sncf|edf|mutuelle|assurance|fournisseur|impots?|banque) rembours\w+$|"
    r".* refund(?:ed)?$"
)
FINES = pattern(
    r".*\b(?:amendes?|contraventions?|antai|fourriere|forfait post stationnement|"
    r"pv (?:de )?(?:radar|stationnement|vitesse|police)|exces de vitesse)\b|fps\b|"
    r"(?:majorations?|penalites?|interets?) "
    r"(?:\d+ )*(?:pct )?(?:de retard )?(?:urssaf|is|ir|tva|fiscales?|impots?)\b|"
    r"majorations?(?: de retard)?$|interets? moratoires?\b|"
    r"redressements? |csg (?:crds )?non deductible|(?:dons?|mecenat)\b"
)
"""What the tax does not take off: fines (CGI, article 39, 2), gifts (article 238 bis)."""
PERSONAL = pattern(
    r"(?!.*\b(?:vehicules?|voitures?|moto|km)\b)(?:.*\bperso\b|"
    r"(?:.* )?(?:achats?|depenses?|retraits?|"
    r"prelevements?|usages?|comptes?|courses|parts?) personnel(?:le)?s?\b|"
    r".*\b(?:en famille(?! d)|familiale?s?|pour (?:ma |mon |mes |la )?"
    r"(?:femme|mari|fils|fille|enfants|famille|maison)$)|voyages? famille|"
    r"vacances(?: (?:d |en |a |au |aux )?(?:ete|ski|noel|mer|montagne|\d+))?$|"
    r"courses (?:maison|familiales?|alimentaires?|de la semaine)|"
    r"(?:ma |mon |mes |supermarche )?(?:femme|mari|fils|fille|enfants|famille)$|mariage$|coiffeur$|"
    r"(?:ecole|creche|cantine|nounou|garde) (?:des |d )?enfants?$|creche$|nounou$|jouets?$|"
    r"pension alimentaire|loyer (?:maison|appartement)$|netflix$|disney|salle de sport|"
    r"supermarche$|"
    r"(?:cotisation |abonnement )?club de (?:tennis|golf|sport|foot)|week end \w+$|ifi$|"
    r"cadeaux? .*\b(?:fils|fille|femme|mari|enfants?|maman|papa|conjointe?)$|"
    r"(?:private|personal|privee?s?)$)"
)
OWN_USE = pattern(
    r"(?!.*\b(?:paye\w?|avance\w?|avances|cb|carte|regle\w?|compte|virement|rembours\w*|non|pas|"
    r"vehicules?|voitures?|moto|km) )"
    r"(?:.*\b(?:perso|a titre (?:prive|personnel)|usage prive|\d+ pro|depense personnelle|"
    r"usage personnel|personal use|usage mixte|moitie (?:perso|prive)|"
    r"(?:pour |a )?(?:ma|mon|mes) (?:femme|mari|fils|fille|enfants?|mere|pere|maman|parents|"
    r"famille|"
    r"conjoint\w*|copine|compagne))\b|(?:.*\bpour la )?maison$|home$|prive$|personal$|private$|"
    r"personnel$)"
)
"""What a comment says of an expense that is in part its owner's, and not that he advanced it."""
OTHER_TAXES = pattern(
    rf"(?:{PAID} )*(?:impots? (?:sur le )?revenus?\b|ir(?: \d{{4}})?$|contemporain ir\b|"
    r"impots gouv|(?:personal )?income tax|pas$|prelevements? (?:a la )?source|"
    r"prelevements? sociaux|"
    r"source salaries?|taxe d habitation)|(?:mensualisations?|tiers|soldes?|acomptes?) impots?\b|"
    rf"(?:releve de solde )?257[12]$|pas (?:gerant|salaries?|{'|'.join(MONTHS)})\b"
)
"""Taxes of a person, or that a company withholds: they are not its own."""
NO_EXPENSE = pattern(
    r"provisions? (?:pour |sur |de )?"
    r"(?:impots?|is|conges|cotisations|urssaf|risques?|creances|clients)\b|"
    r"(?:dotations?|amortissements?|depreciations?)(?: (?:aux? |de |du |des )?(?:amort\w*|"
    r"provisions?|exercice|annuelle|materiel|ordinateurs?|vehicules?|voitures?|\d{4}))*$|"
    r"previsions? (?:\w+ )?(?:urssaf|tva|is|impots?|charges|cotisations|depenses|salaires)|"
    r"fnp\b|charges a payer|charges constatees|variations? de stocks?|immobilis\w+|"
    r"(?:mensualite|echeance|remboursement)s? (?:de |du )?credit\b(?! bail)|"
    r"credits? (?:immobilier|auto|voiture|vehicule|conso\w*)|cautions? |"
    r"(?:souscriptions? (?:de |aux? )?|achats? (?:de )?)?parts (?:sociales|sci|scpi)|"
    r"(?:(?:achats?|souscriptions?|placements?|versements?) (?:de |d |sur |en )?)?"
    r"(?:assurance vie|scpi|etf|crypto\w*|perin|per\b(?! diem))\b|achats? (?:d )?actions$|"
    r"pea(?: pme)?$|bitcoins?\b|hors exploitation|investissements?$|"
    r"avances? (?:a|au) (?!valoir)\w+$|apports? (?!d affaires)"
)
"""What is computed, foreseen, put aside or lent."""
UNSOLD = pattern(
    rf"{RECEIVED}|interets?$|interets? (?:de retard|moratoires?)\b|indemnites? forfaitaires?\b|"
    r"(?:frais de (?:service|plateforme)|commissions? (?:malt|plateforme|upwork|comet))\b|"
    r"credits? (?:de tva|d impot)|(?:dgfip|urssaf|sie|cpam) (?:remboursement|indemnite)|"
    r"(?:remboursements?|credits?) (?:de )?(?:tva|urssaf|impots?|is|dgfip)\b|"
    r"(?:virements?|transferts?)"
    r"(?: (?:internes?|epargne|livret|perso|compte|entre|vers|depuis)\b.*)?$|"
    r"apports?(?: (?:en capital|personnels?|associes?|en compte).*)?$|capital(?: social)?$|"
    r"(?:emprunts?|prets?)(?: (?:pge|bpi|bancaires?|d honneur|\d+))*$|"
    r"dividendes?(?: (?:\d{4}|sci|recus?|verses?|acompte))*$|(?:cice|cir|dons?|cca)(?: \d{4})?$|"
    r"compte courant d? ?associes?|(?:assurance )?sinistres?$|gains? de change|"
    r"cessions? (?:de |du |d )?(?:vehicules?|voitures?|materiels?|ordinateurs?|immobilisations?)|"
    r"ventes? (?:de |du |d )?(?:ancien\w* )?(?:vehicules?|voitures?|\w+ d ?occasion)|"
    r"(?:restitutions? (?:du |de )?)?depots? de garantie|cautions?(?: |$)|"
    r"(?:liberation (?:de )?(?:la )?)?retenues? de garantie|provisions?$|"
    r"(?:pge|are)$|loyers? (?:de )?sous location|salaires?(?: net| brut)?(?: mensuel)?$|"
    r"bulletins? de paie|"
    r"ventes? (?:de |du |d |de l |de la )?(?:ancien\w* |mon |ma )?"
    r"(?:vehicules?|voitures?|ordinateurs?|pc|macbooks?|iphones?|scooters?|velos?|motos?)\b|"
    r"dividendes? (?:de |de la )?(?:filiale|holding|sas|sasu|sarl|societe)\b|"
    r"(?:bank |government |state |business )?(?:grants?|loans?|subsid(?:y|ies))$|"
    r"(?:grant|loan) (?:received|from|\d)|capital (?:injection|contribution)|"
    r"owner s? ?(?:contribution|investment)|tax (?:refund|credit)s?$|interest (?:received|income)|"
    r"insurance (?:claim|payout)s?(?: \d+)?$|security deposit"
)
"""How the words of a sale begin that may be none: received, lent, kept."""


@lru_cache(maxsize=4096)
def says_own_use(comment: str) -> bool:
    """Tell whether a comment says that an expense is its owner's own, in whole or in part."""
    return OWN_USE.match(folded(comment)) is not None


@lru_cache(maxsize=8192)
def says_no_sale(text: str) -> bool:
    """Tell whether the words of a sale are those of a subsidy, a loan, a deposit or a transfer."""
    return UNSOLD.match(folded(text)) is not None
