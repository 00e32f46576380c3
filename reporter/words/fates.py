"""What a remark says became of a line: a verb, a denial, what is to be done, the names of its fate.

Or of none: it is about a part of the work or a thing around it, cites a document, tells what waits.
Knows words alone, folded or as they are heard. Never which remarks are harmless, nor the amounts
beside them.
"""

from __future__ import annotations

from itertools import pairwise

from reporter.characters import folded
from reporter.patterns import pattern

SPEAKS = {
    "je", "j", "me", "m", "moi", "mon", "ma", "mes", "tu", "te", "toi", "ton", "on", "nous",
    "notre", "nos", "vous", "vos", "il", "elle", "ils", "elles", "lui", "leur", "leurs", "se",
    "ca", "c", "ce", "cela", "cette", "qui", "qu", "si", "mais", "ne", "pas", "jamais",
    "peut", "est", "sont", "etait", "sera", "seront", "serait", "ai", "as", "ont", "avait", "aura",
    "va", "vont", "font", "dit", "doit", "i", "you", "he", "she", "it", "we", "they", "my", "your",
    "his", "her", "our", "their", "is", "are", "was", "were", "be", "been", "not", "no", "never",
    "if", "will", "would", "should", "may", "might", "did", "does", "has", "have", "t",
}  # fmt: skip
"""Pronouns, denials and verbs, by which words are a sentence."""
NO_IF = pattern(r"(?<![A-Z] )\bSI\b")
"""A system of information, « Refonte SI finance », where capitals are rare."""
TELLS = SPEAKS | {
    "son", "sa", "ses", "ces", "que", "dont", "ou", "quand", "sauf", "car", "donc", "ni", "plus",
    "rien", "aucun", "aucune", "sans", "non", "deja", "encore", "pour", "puis", "trop", "peu",
    "moitie", "demi", "double", "deux", "fois", "meme", "autre", "autres", "hors", "contre",
    "jour", "jours", "heure", "heures", "h", "cause", "mal", "perte", "facture", "factures",
    "ligne", "montant", "prix", "tarif", "saisie", "devis", "date", "somme", "invoice", "line",
    "amount", "aussi", "plutot", "environ", "presque", "total", "cumul", "only",
    "maybe", "none", "nothing", "moins", "seul", "seule", "until", "till", "yet", "still", "again",
    "instead",
    "for", "out", "up", "written", "given", "goodwill", "nicht", "suivant", "suivante", "prochain",
    "prochaine", "precedent", "precedente", "nature", "via", "days", "weeks", "hours", "months",
}  # fmt: skip
"""Words that say something of some work, or how much, or which line."""
SAID_OF = pattern(
    r"\w+(?:(?<!it)é|(?<!it)és|ée|ées|ee|ees|[dghlnrstv]i|[dcnvtlpr](?:us?|ues?)|ert|erte|erts|ertes|"
    r"(?:m|pr|qu)is(?:es?)?|aite?s?|uites?|uits?|ed)|invités?"
)
"""How a word ends that may be a participle, and say what became of the work: « offerte »."""
ARTICLES = {"le", "la", "les", "l", "un", "une", "au", "aux", "du", "des"}
"""What stands before a noun, which may end as a participle does: « au lycée »."""
WHERE = {"avec", "chez", "en"}
"""What stands behind the participle that begins a remark, and says where and how it was done."""
OF = WHERE | {"de", "du", "des", "d"}
NOUNS = pattern(r"\w+(?:ée|ie|[iu]te|[iu]se|erte)")
"""How a noun ends as a participle does, of something: « reprise du code »."""
AROUND = {
    "livrable", "support", "rapport", "ticket", "justificatif", "cra", "pv", "attestation",
    "bordereau", "bureau", "agence", "locaux", "hotel", "binome", "equipe", "salle",
}  # fmt: skip
"""What is made of some work, where, and with whom."""
THINGS = {
    "planning", "horaire", "adresse", "interlocuteur", "interlocutrice", "contact",
    "salle", "hotel", "lieu", "badge", "document", "clef", "visio",
    "materiel", "theme", "sujet", "public", "transport",
    "format", "outil",
}  # fmt: skip
"""Of what is arranged around some work: what is said of it is said of no line."""
TO_DO = pattern(
    r"(?!dejeuner|diner|noir|cuir|super)[a-z]+(?:(?<!i)er|fier|blier|ir|dre|uire)\b|"
    r".*\ba \w+(?:er|ir|re)\b|.*\ben cours\b"
)
"""How words begin that tell what to do: « attendre leur accord », « formation à refaire »."""
LEFT = pattern(r"(?i:à|^a) [a-zé]+(?:er|ir|re)$")
"""How words end that leave something to do: « montant à revoir »."""
FATE = pattern(
    r"an+ul|resili|compens|provis|previs?(?!on)|retroced|simul|liquid|contest|reclam|negoci|estim|hypothes|doute|"
    r"rembours|deplac(?!ement)|restitu(?!tion)|dedommag|rectif|regular|ajust|decal|suspen|attente|pause|demeure|"
    r"cote$|retract|"
    r"desist|renonc|abandon|refus|rejet|echec|erreur|mauvais|fau(?:x|sse)|doubl|copie|test$|essai|"
    r"brouillon|memo|factur|propos|option|presta|commission|remuner|verse|partag|parts?$|"
    r"tiers|quart|avoir|remise|ristourn|rabais|reduc|credit|dette|creance|avance(?!ment)|acompte|"
    r"arrhes|solde|cauti|pret|cadeau|dons?$|geste|faveur|amis?$|troc|echang|benevol|mecen|"
    r"grat(?:ui|os)|"
    r"litig|avocat|huissier|contentieu|proced|penal|amende|impaye|faillite|redress|sauvegarde|mort|opposition|arret|"
    r"gels?$|fin$|retour|sav$|vols?$|absen|malad|conges?$|vacanc|perso(?!nnes$|nas?$)|prive|famill|maison|enfant|"
    r"soeur|frere|mere|pere|fil(?:le|s)|femme|mari$|anniv|budget|objectif|report(?!age)|frais|debours|"
    r"declin(?!ai)|debit|tva|ttc|dollar|francs?$|devise|taux|tjm|remplac|accord|sign|"
    r"free|void|lost|sick|leave|wrong|waiv|refund|cancel|draft|deal|pend|tbc|pro$|hold|kid|gift|"
    r"fake|old|dummy|sample|approxim|incompl|partiel|reserves?$|"
    r"offert|perdu|rate(?!lier)|oubli|ecourt|interromp|supprim|coupe|redui|dedui|cede|zapp|raccourc|"
    r"diminu|amput|divis|exclu|retir|enlev|efface|raye|barre|biffe|detrui|renvoy|traitan|"
    r"absorb|libere|depubli|deprogramm|decommand|ajourn|repouss|differe|bascul|transfere|imput|"
    r"deduct|recuper|retranch|soustra|defalqu|englob|fusionn|regroup|decompt|stop|bloqu|avort|"
    r"abreg|tronqu|rompu|manqu|saute|loupe|jete|rendu|vendu|revend|rachet|confie|attribu|reverse|"
    r"refactur|vole(?:es?|s)?$|prospect|opportunit|nego$|immobilis|amorti|contraven|refai|degress|plafon|palier|expir|omis|ecarte|inachev|inabouti|"
    r"(?:\w+(?:al|ell|iv|bl|qu|ul|eus|uit)ement|i[mnrl]\w+[ai]bles?|"
    r"(?:pend|a?wait|miss|hold|bill|remain|ow|cancel|los|return|paus|postpon|expect|charg)ing)$"
)
"""How the words begin of what may become of a sale, and the adverbs that tell how."""
BEGUN = pattern(
    r"non (?!soumis|assujetti|concern|urgent|regression|conformite|presenti)|moins (?!d|\w+ que )|"
    r"a (?!(?:(?:re)?voir|partir|titre|[nv]otre demande)\b)[a-z]+(?:er|ir|re)\b|"
    r"hors (?:marche|contrat|forfait|budget|perimetre|devis)\b|a?waiting\b|"
    r"(?:la )?moitie (?:pour|avec|chez)\b|"
    r".*(?:\b(?:ristournes?|rabais|cadeaux?|contentieux)\b(?!.*\d)| perso$)"
)
"""How folded words begin that tell what a line lacks, or what to do of it: « moins la prime »."""
TOWN = pattern(r"[àÀA] (?=[A-Z])\w+")
"""A place that ends as what is to be done: « À Montpellier »."""
COUNTED = pattern(r"pay|compt")
"""How participles begin that say where a line is counted, or how paid: « compté plus haut »."""
OBJECT = pattern(
    r"\w+ (?:les?|la|l|une?|des|mes|ses) "
    r"(?!moitie|tiers|quart|reste|f\d*\b|fac|inv|lign|jour|devis|montant|prix|prime|remise|tva|total|"
    r"missions?\b|prest|atelier|somme|seance|session|formation|contrat|commande|vente|creance|paiement)"
)
"""How folded words begin where a participle is of what follows: « récupéré les maquettes »."""
IN_FATE = pattern(rf".*\ben (?:{FATE.pattern})\w*")
"""How folded words end that say in what state some work is: « client en faillite »."""
BEHIND = {"en", "au", "a", "le", "par", "pour", "faute", "face", "jusqu", "avant", "apres", "sine"}
"""What stands behind a participle that tells what became of some work: when, or why."""
NO_FATE = pattern(
    r"partag|differ|avance|impaye|(?:re)?factur|conge|sign|negoci|redui|remis|sold|rendu|dedui|"
    r"estim|simul|prev|perso|prive|copie|rembours|liber|reserv|amis$|mari$|doubl|regroup|fusionn|"
    r"recuper|free|rachet|cede|vend|confi|cote|coupe|divis|amend|amorti|immobilis|vole|suspend"
)
"""The participles that may as well be said of what is sold: « Jardin partagé »."""
WORDS = pattern(r"(?:\b(?:des?|les|aux|du|une?|la|l|d)[ ’'])?[^\W_]+")
"""The words of a name, a noun with its article: « Insertion des exclus » says no fate."""
UNDOES = pattern(
    r"^(?:interne|(?:avant|pre) ?vente|prospects?|leads?|pistes?|pipe(?:line)?|lost|sav|n 1|prev|"
    r"anciennes? versions?|(?:sous )?garantie|"
    r"inter ?contrat|inclus(?:es?)?|comprise?s?|"
    r"(?:en |une )?(?:erreurs?(?: de (?:saisie|ligne|client))?|litige)|"
    r"troc|doublons?|double|duplicata|ko|mort|stop|tbd|"
    r"wip|suspendue?|exemple|ann|p ?m|off|n a|no ?go|malade(?: .*)?|greve|absente?|"
    r"(?:condition|option)nel\w*|ignor\w+|obsolet\w*|bidon|ficti\w+|anulad\w+|gratis|cxl|wrong|dummy|fake|error|mistake|"
    r"extournee?s?|reversed|nf|hs|fae|pca|reportee?s?|"
    r"ttc|internal|no charge|on hold|(?:under )?warranty|duplicate|"
    r"tentative|formations? (?:internes?|suivies?)|pont|remboursee?s?|"
    r"remove|delete|(?:en )?conges?(?: \w+)?|rtt|vacances|arret(?: maladie)?|"
    r"(?:(?:depense|usage|achat) )?(?:perso|prive\w?|private|familial|mixte)|"
    r"a titre (?:prive|personnel))$|^(?:rendue?$|rendue? au|retourn|renvoy|revendu|recredit)|"
    r"\b(?:lost|twice|void|disputed|cadeau|refusee?s?|en pertes?|written off|a tort|"
    r"(?<!ticket )(?<!justificatif )(?<!ex )perdue?s?)$|"
    r"\b(?:insolvab|irrecouvr|liquidation|redressement|canular|coup de (?:main|pouce)|"
    r"sous conditions?\b|bons? d achat|depots? de garantie|"
    r"en interne\b|contest(?:ee?s?$|\w+ par)|commande non |"
    r"non (?:valid|sign|command|confirm|accept)|"
    r"deja (?:dans|en|sur|factur|compt|saisi|declar)|(?:voir|cf|par) avoir|sous trait\w+ a |"
    r"(?:cf|see) (?:row|line)|(?:voir|cf) (?:la )?f(?:ac?|acture)? ?\d|"
    r"(?:compt|factur|sais)\w+ (?:deux|2) fois|a (?:valider|confirmer|signer) |"
    r"(?:report|decal|repouss)\w+ (?:en|a) \d{4}|remplac\w+ par |"
    r"factur\w+ (?:via|chez|par|avec) "
    r"(?!avance|mois|trimestre|an\b|jour|lot|mail|chorus|courrier|poste)|"
    r"comptee?s? (?:dans|en|sur|avec) (?!banque|ligne)|"
    r"corrigee?s? (?:dans|par|sur) (?:l |la |le )?(?:avoir|facture|[a-z]{0,3} ?\d)|"
    r"(?:compris|inclus)\w* (?:dans|in) (?:[a-z]{1,3} )?"
    r"(?:\d|f(?:ac?)?\b|facture|inv|forfait|abonn|maint|contrat|lign|line|lot\b|pack))"
)
"""What undoes some work, or what another line counts, where nothing else of it is said; folded."""
PARTY = pattern(
    r"client|projet|mission|affaire|contrat|commande|offre|vente|achat|societe|paiement|cheque|"
    r"prelevement|virement|budget"
)
"""How the nouns begin of a sale and of its parties: what is said of them is asked about."""
SETTLED = pattern(
    r"\b(?:remplace\w? par (?:un|une|du|la|le|visio)\b"
    r"(?! (?:ligne|facture|suivante|(?:[a-z]{1,3} ?)?\d))|"
    r"maintenue?s?|rattrapee?s?|"
    r"corrigee?s?(?! (?:par|sur|dans) )|en plus|initialement|fait\w? (?:le|quand meme)|"
    r"travail (?:au|a|en)\b|"
    r"(?<!non )(?<!pas )travaillee?s?)\b"
)
"""What says that the work was done all the same, or besides."""
PART = pattern(
    r"(?:(?:le|la|les|l|mon|mes) )?(?:deplacements?|trajets?|livraisons?|preparations?|frais|"
    r"repas|hotels?|dejeuners?|diners?|trains?|temps de trajet)\b"
)
"""How a comment begins that is about a part of the work alone: « déplacement offert »."""
CITED = pattern(
    r"(?:(?:bons? de )?commandes?|bdc|bc|(?:purchase )?orders?|po|contrats?|devis|avenants?)"
    r" (?:n |no |numero )?(?:[a-z]{1,4} ?)?\d[\d ]*"
)
"""A document that a comment cites by its number: « bon de commande 12 », « devis D-2020-3 »."""
WAITING = pattern(
    r"en attente d(?:es|u|e l|e)? (?:acces|materiel|retours?|infos?|reponses?|documents?|donnees)\b"
)
WORKED = {"week end", "ferie", "feries", "jour ferie", "jours feries", "recuperation"}
"""Days off that may be worked: a comment says when, and not that nobody worked."""


def is_fate(text: str) -> bool:
    """Tell whether a whole text is a word that undoes its line, under a title that is not known."""
    words = folded(text)
    return UNDOES.search(words) is not None or words.startswith(("non ", "pas ", "no "))


def is_stopped(text: str) -> bool:
    """Tell whether a text ends by what became of some work: « Atelier raté », « Audit reporté »."""
    heard = [(word, folded(word)) for word in WORDS.findall(text.casefold())]
    return ("ex", "ex") not in heard and any(
        after in BEHIND and SAID_OF.fullmatch(raw) and FATE.match(word) and not NO_FATE.match(word)
        for (raw, word), (_, after) in pairwise((*heard, ("", "en")))
    )


def tells_fate(text: str) -> bool:
    """Tell whether words say what became of some work, rather than name it: « client en faillite ».

    « Suivi du budget » names it, and « remise de 10 % accordée » has its own rules.
    """
    words = folded(text)
    left = LEFT.search(text) or IN_FATE.fullmatch(words) or BEGUN.match(folded(TOWN.sub("", text)))
    first = text.casefold().partition(" ")[0]
    fate = not OBJECT.match(words) and (FATE.match(words) or COUNTED.match(words))
    done = fate and SAID_OF.fullmatch(first) and not NOUNS.fullmatch(first)
    told = PARTY.match(words) and SAID_OF.fullmatch("".join(text.casefold().split()[1:2]))
    return "%" not in text and (is_stopped(text) or (done or left or told) is not None)


def is_aside(comment: str) -> bool:
    """Tell whether a comment bears on no line: a document cited, a part of the work, what waits."""
    words = folded(comment)
    work = PART.match(words) or SETTLED.search(words) or WAITING.search(words)
    return (work or CITED.fullmatch(words)) is not None
