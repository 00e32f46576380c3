"""A reader who does what the refusals say, word for word, and what became of it.

It writes the lines that are shown, never anything else. Where a line leaves a choice, its owner
answers, since nobody else can.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reporter.books import load
from reporter.errors import BadData, BilanError
from reporter.model import Activity

LINE = re.compile(r'\s*"((?:[^"\\]|\\.)*)" = "([^"]*)"((?: \(ou "[^"]*"\))*)')
INLINE = re.compile(r"\[(colonnes|statuts|lecture)\](.*)")
ORDER = re.compile(
    r"\[lecture\] (mois_avant_jour = \[[^]]*\])(?: \(ou (jour_avant_mois = \[[^]]*\])\))?"
)
HOURS = re.compile(r"sous \[lecture\] : (heures_par_jour = \d+)")
MOST_ROUNDS = 3


class End(NamedTuple):
    """How it ended: the lines read, or the last messages; and the blocks written."""

    activity: Activity | None
    said: str
    rounds: int
    settings: str


class Circle(AssertionError):
    """The same line is asked for again, or the rounds do not end."""


def lines_of(fix: str, truth: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return what a remedy says to write, by section; a choice is answered by the truth."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in fix.split("\n"):
        rest = line
        if inline := INLINE.search(line):
            section, rest = inline.groups()
        if section and (match := LINE.match(rest)):
            title, first, others = match.groups()
            choices = [first, *re.findall(r'"([^"]*)"', others)]
            chosen = truth.get(title, first)
            found.setdefault(section, {})[title] = chosen if chosen in choices else first
    if order := ORDER.search(fix):
        chosen = order[2] if order[2] and truth.get("jour") == "premier" else order[1]
        found.setdefault("lecture", {})[chosen] = ""
    if hours := HOURS.search(fix):
        found.setdefault("lecture", {})[hours[1]] = ""
    return found


def obey(folder: Path, truth: dict[str, str] | None = None, settings: str = "") -> End:
    """Do what the refusals of a folder say, round after round, until they say nothing to write.

    Raises:
        Circle: where a line is asked for twice, or after `MOST_ROUNDS` rounds.
    """
    written: dict[str, dict[str, str]] = {}
    for rounds in range(MOST_ROUNDS + 1):
        (folder / "bilan.toml").write_text(settings + toml(written), encoding="utf-8")
        try:
            return End(load(folder).activity, "", rounds, toml(written))
        except BadData as bad:
            errors = bad.errors
        except BilanError as bad:
            return End(None, str(bad), rounds, toml(written))
        asked = [lines_of(str(error.fix), truth or {}) for error in errors]
        if not any(asked):
            said = "\n".join(f"{error.what} : {error.fix}" for error in errors)
            return End(None, said, rounds, toml(written))
        for one in asked:
            for section, lines in one.items():
                known = written.setdefault(section, {})
                if again := known.keys() & lines.keys():
                    again_said = "\n".join(f"{error.what} : {error.fix}" for error in errors)
                    raise Circle(f"{again} asked again: {again_said}")
        for one in asked:
            for section, lines in one.items():
                written[section] |= lines
    raise Circle(f"{MOST_ROUNDS} rounds were not enough: {toml(written)}")


def toml(written: dict[str, dict[str, str]]) -> str:
    """Return the sections as bilan.toml has them."""
    out = ""
    for section, lines in written.items():
        out += f"[{section}]\n"
        for title, meaning in lines.items():
            out += f"{title}\n" if section == "lecture" else f'"{title}" = "{meaning}"\n'
    return out
