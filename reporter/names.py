"""When two names are the same: one answer for each need, from the strictest to the loosest.

- `spelling`: the same name, joined without a word: « 24ème », « 24EME ».
- `characters.folded`: the name that a person types, whatever its marks: see `scenarios.names`.
- `code`: the same third party of the accounts, whatever its marks and blanks.
- `words`: what tells a client from others; two that share them are asked about, never joined: as
  `within` says of two that may be one.
- `party`: the same, joined: what may be told twice is looked for under it.

Knows names as texts. Never whose they are.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from reporter.characters import folded

LEGAL_FORMS = "sa sas sasu sarl eurl snc scop ste societe groupe"
ARTICLES = "le la les l de du des d et"
FORMS = frozenset(LEGAL_FORMS.split())
SILENT = FORMS | frozenset(ARTICLES.split())
"""Words that two spellings of one name may have or not: legal forms and articles; none ends one."""


@cache
def spelling(name: str) -> str:
    """Return a name without case, accents and blanks; all the rest tells names apart."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def code(name: str) -> str:
    """Return the letters and figures of a name, in capitals: « Café-Crème » → CAFECREME."""
    plain = name if name.isalnum() and name.isascii() else folded(name).replace(" ", "")
    return plain.upper()


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words that tell a client from others, without case, accents and legal forms."""
    every = folded(name.replace(".", "")).split()
    told = [word for word in every[:-1] if word not in SILENT]
    return (*told, *(word for word in every[-1:] if word not in FORMS)) or (name,)


def within(one: str, other: str) -> bool:
    """Tell whether two names may be those of one client: one has all the words of the other."""
    its, others = set(words(one)), set(words(other))
    return spelling(one) == spelling(other) or its <= others or others <= its


@cache
def party(name: str) -> str:
    """Return what tells a client from others: « PONANT SAS » and « Ponant » are told alike."""
    return "".join(words(name)) if name else ""
