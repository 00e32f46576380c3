"""The facts of a year computed a second time, from the lines alone and in fractions.

Each reads the numbers of a sentence back, and says whether they are those of the lines. It shares
nothing with the room that wrote the sentence, but the law: calendar years, euros, no index.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.law.depreciation import plan
from reporter.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.insights.insight import Insight
    from reporter.model import Activity, Day, Expense, Fee

NAMES = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = {name: number for number, name in enumerate(NAMES.split(), 1)}
COUNTS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
RANKS = {"troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7}
N = r"(−?[\d\u202f]+(?:,\d+)?)"
ZERO = Fraction(0)
LOW = Fraction(15, 100)
BANDS = {
    2019: ((38_120, LOW), (500_000, Fraction(28, 100)), (10**12, Fraction(31, 100))),
    2020: ((38_120, LOW), (10**12, Fraction(28, 100))),
    2021: ((38_120, LOW), (10**12, Fraction(265, 1000))),
    2022: ((42_500, LOW), (10**12, Fraction(25, 100))),
    2023: ((42_500, LOW), (10**12, Fraction(25, 100))),
}
"""The ends and the rates of the corporate tax of each calendar year: CGI, art. 219, I."""


def fraction(text: str) -> Fraction:
    return Fraction(text.replace("\u202f", "").replace(",", ".").replace("−", "-"))


def near(shown: str, exact: Fraction, step: Fraction) -> bool:
    """Tell whether a printed number is an exact one rounded to a step."""
    return abs(fraction(shown) - exact) <= step / 2


@dataclass(frozen=True)
class Year:
    """A calendar year of some lines, summed by hand."""

    lines: Activity
    number: int
    aim: Fraction

    def at(self, back: int) -> Year:
        """Return a year before this one."""
        return Year(self.lines, self.number - back, self.aim)

    @property
    def days(self) -> Fraction:
        """Return the days billed."""
        return sum(self.by_month.values(), ZERO)

    @property
    def by_month(self) -> dict[int, Fraction]:
        """Return the days of each month."""
        sums: dict[int, Fraction] = defaultdict(Fraction)
        for line in self.lines.days:
            if line.date.year == self.number:
                sums[line.date.month] += Fraction(line.days)
        return sums

    @property
    def by_client(self) -> dict[str, Fraction]:
        """Return the euros of each client."""
        sums: dict[str, Fraction] = defaultdict(Fraction)
        sold: list[Day | Fee] = [*self.lines.days, *self.lines.fees]
        for line in sold:
            if line.date.year == self.number:
                sums[line.client] += Fraction(line.amount)
        return sums

    @property
    def revenue(self) -> Fraction:
        """Return the revenue."""
        return sum(self.by_client.values(), ZERO)

    @property
    def regie(self) -> Fraction:
        """Return the day revenue over the days."""
        lines = (line for line in self.lines.days if line.date.year == self.number)
        return sum((Fraction(line.amount) for line in lines), ZERO) / self.days

    @property
    def tjm(self) -> Fraction:
        """Return the revenue over the days."""
        return self.revenue / self.days

    @property
    def expenses(self) -> list[Expense]:
        """Return the lines of expenses."""
        return [line for line in self.lines.expenses if line.date.year == self.number]

    @property
    def by_category(self) -> dict[str, Fraction]:
        """Return the charges of each category."""
        sums: dict[str, Fraction] = defaultdict(Fraction)
        for line in self.expenses:
            if not line.lifetime:
                sums[line.category or "Sans catégorie"] += Fraction(line.amount)
        return sums

    def result(self, *, bought: bool = True) -> Fraction:
        """Return the result after tax, with or without the annuities of what the year bought."""
        left = self.revenue - sum(self.by_category.values(), ZERO)
        for line in self.lines.expenses:
            if line.lifetime and (bought or line.date.year != self.number):
                left -= annuity(line, self.number)
        start, tax = ZERO, ZERO
        for end, rate in BANDS[self.number]:
            tax += max(min(left, Fraction(end)) - start, ZERO) * rate
            start = Fraction(end)
        return left - tax

    @property
    def books(self) -> list[int]:
        """Return the years that the lines have, up to this one."""
        every = (*self.lines.days, *self.lines.fees, *self.lines.expenses)
        return sorted({line.date.year for line in every if line.date.year <= self.number})


def annuity(line: Expense, number: int) -> Fraction:
    years = (Settings().year(year) for year in range(line.date.year, number + 1))
    assert line.lifetime
    found = dict(plan(line.amount, line.lifetime, line.date, years, Settings().basis))
    return Fraction(found.get(number, 0))


def check(fact: Insight, year: Year) -> None:
    """Fail unless a sentence is true of its year."""
    assert fact.weight > 0
    assert CHECKS[fact.fact](fact.text.replace("\u00a0", " "), year), (fact, year.number)


def months(text: str, year: Year) -> bool:
    names, days, was, before, rest = found(
        rf"(.*), {N} jours?(?: à eux \w+)? contre {N} en (\d+), (.*)", text
    )
    few = [MONTHS[name] for name in re.split(", | et ", names.lower())]
    now, then = year.by_month, year.at(1).by_month
    moved = sum((now[m] - then[m] for m in few), ZERO)
    change = year.days - year.at(1).days
    rise = change > 0
    assert int(before) == year.number - 1
    assert fraction(days) == sum(now[m] for m in few)
    assert fraction(was) == sum(then[m] for m in few)
    assert (moved > 0) == rise
    assert abs(moved) * 3 >= abs(change) * 2
    assert sorted(few) == few
    least = min((now[m] - then[m]) * (1 if rise else -1) for m in few)
    assert all(
        (now[m] - then[m]) * (1 if rise else -1) <= least for m in range(1, 13) if m not in few
    )
    whole = "toute la hausse" if rise else "tout le recul"
    if "plus que" in rest:
        verb = ("gagne" if rise else "perd") + ("" if len(few) == 1 else "nt" if rise else "ent")
        pattern = rf"{verb} {N} jours?, plus que {whole[-9:].strip()} de l’année \({N}\)\."
        shown, total = found(
            pattern.replace(whole[-9:].strip(), "la hausse" if rise else "le recul"), rest
        )
        return fraction(shown) == abs(moved) > fraction(total) == abs(change)
    assert rest.startswith("fait " if len(few) == 1 else "font ")
    if whole in rest:
        return moved == change or ("presque" in rest and abs(moved) < abs(change))
    share, word = found(rf"\w+ {N} % (.*) des jours facturés\.", rest)
    return word == ("de la hausse" if rise else "du recul") and near(
        share, 100 * moved / change, Fraction(1)
    )


def best_month(text: str, year: Year) -> bool:
    name, count = found(r"(\w+) est le mois le plus rempli des (\S+) exercices\.", text)
    month = MONTHS[name.lower()]
    others = [
        days
        for number in year.books
        for m, days in Year(year.lines, number, year.aim).by_month.items()
        if (number, m) != (year.number, month)
    ]
    return year.by_month[month] > max(others, default=0) and number_of(count) == len(year.books)


def dependence(text: str, year: Year) -> bool:
    verb = found(r".* : la dépendance (augmente|recule)\.", text)[0]
    now, before = ({n: a / y.revenue for n, a in y.by_client.items()} for y in (year, year.at(1)))
    if "est le premier client" in text:
        one, share, other, was, number = found(
            rf"(.*) est le premier client, avec {N} % du chiffre d’affaires ; "
            rf"(.*) en faisait {N} % en (\d+) : .*",
            text,
        )
        assert one != other
    else:
        one, share, was, number = found(
            rf"(.*) fait {N} % du chiffre d’affaires, contre {N} % en (\d+) : .*", text
        )
        other = one
    assert int(number) == year.number - 1
    assert now[one] == max(now.values()) <= 1
    assert before[other] == max(before.values()) <= 1
    assert near(share, 100 * now[one], Fraction(1))
    assert near(was, 100 * before[other], Fraction(1))
    assert max(now[one], before[other]) * 10 >= 3
    return (verb == "augmente") == (now[one] > before[other])


def mover(text: str, year: Year) -> bool:
    now, before = year.by_client, year.at(1).by_client
    change = year.revenue - year.at(1).revenue
    moved = {name: now.get(name, ZERO) - before.get(name, ZERO) for name in {*now, *before}}
    if new := re.fullmatch(rf"(.*) est un nouveau client, de {N} €\.", text):
        name, shown, number, said = new[1], new[2], year.number - 1, moved[new[1]]
        assert name not in before
    elif gone := re.fullmatch(rf"(.*) n’a plus rien acheté, après {N} € en (\d+)\.", text):
        name, shown, number, said = gone[1], gone[2], int(gone[3]), -moved[gone[1]]
        assert name not in now
    else:
        name, shown, side, year_before = found(
            rf"(.*) a acheté {N} € de (plus|moins) qu’en (\d+)\.", text
        )
        number, said = int(year_before), moved[name] * (1 if side == "plus" else -1)
        assert name in now
        assert name in before
    assert number == year.number - 1
    assert moved[name] * change > 0
    assert abs(moved[name]) * 2 >= abs(change)
    assert abs(moved[name]) == max(abs(m) for m in moved.values() if m * change > 0)
    return near(shown, said, Fraction(1))


def purchases(text: str, year: Year) -> bool:
    loss, tilde, shown = found(
        rf"Sans .*, le résultat après impôts serait (?:de|(une perte de)) (~?){N} K€\.", text
    )
    other, now = year.result(bought=False), year.result()
    bought = [line for line in year.expenses if line.lifetime and annuity(line, year.number) > 0]
    if len(bought) == 1:
        assert "l’achat" in text
    else:
        assert f"les {COUNTS[len(bought)] if len(bought) < 11 else len(bought)} achats" in text
    assert other > now
    step = 1000 if abs(other) >= 100_000 else 100
    exact = fraction(shown) * 1000 == abs(other)
    assert bool(tilde) != exact
    return bool(loss) == (other < 0) and near(shown, abs(other) / 1000, Fraction(step + 4, 1000))


def charge(text: str, year: Year) -> bool:
    name, old, new = found(rf"Le poste « (.*) » passe de {N} € à {N} €\.", text)
    now, before = year.by_category, year.at(1).by_category
    gain, change = before[name] - now[name], year.result() - year.at(1).result()
    assert gain * change > 0
    assert abs(gain) * 2 >= abs(change) - 2
    return near(old, before[name], Fraction(1)) and near(new, now[name], Fraction(1))


def missed(text: str, year: Year) -> bool:
    missing = year.aim - year.revenue
    assert missing > 0
    if more := re.search(rf"{N} jours? de plus au TJM régie", text):
        days = fraction(more[1])
        assert days * year.regie >= missing > (days - Fraction(1, 2)) * year.regie
    if dearer := re.search(rf"{N} € de plus par jour", text):
        price = fraction(dearer[1])
        assert price * year.days >= missing > (price - 1) * year.days
    ways = [fraction(way[1]) for way in (more, dearer) if way]
    assert ways
    verb = "auraient" if max(ways) >= 2 else "aurait"
    return f" {verb} atteint l’objectif" in text


def reached(text: str, year: Year) -> bool:
    month = MONTHS[found(r"L’objectif de chiffre d’affaires est atteint dès (\w+)\.", text)[0]]
    lines = [line for line in (*year.lines.days, *year.lines.fees) if line.date.year == year.number]

    def until(m: int) -> Fraction:
        return sum((Fraction(line.amount) for line in lines if line.date.month <= m), ZERO)

    assert month == 1 or until(month - 1) < year.aim
    return month < 12 and all(until(m) >= year.aim for m in range(month, 13))


def record(value: Callable[[Year], Fraction], subject: str) -> Callable[[str, Year], bool]:
    """Return the check of the records of one figure, which its subject names."""

    def true(text: str, year: Year) -> bool:
        values = [value(Year(year.lines, number, year.aim)) for number in year.books]
        *earlier, now = values
        high = not re.search("bas|moins|baisse", text)
        better = [now > other if high else now < other for other in earlier]
        assert text.startswith(subject)
        if streak := re.search(r"pour la (\S+) année de suite", text):
            count = RANKS[streak[1]]
            last = values[-count - 1 :]
            assert year.books[-count - 1 :] == list(range(year.number - count, year.number + 1))
            steps = list(pairwise(last))
            assert len(steps) == count
            assert all((b > a) if high else (b < a) for a, b in steps)
        if every := re.search(r"des (\S+) exercices\.", text):
            assert number_of(every[1]) == len(values)
            assert all(better)
        if since := re.search(r"depuis (\d+)\.", text):
            index = year.books.index(int(since[1]))
            assert year.books[index:] == list(range(int(since[1]), year.number + 1))
            assert not better[index]
            assert all(better[index + 1 :])
            assert len(better[index + 1 :]) >= 3
        return bool(streak or every or since)

    return true


CHECKS: dict[str, Callable[[str, Year], bool]] = {
    "mois": months,
    "meilleur mois": best_month,
    "dépendance": dependence,
    "client": mover,
    "achats": purchases,
    "charge": charge,
    "objectif manqué": missed,
    "objectif atteint": reached,
    "revenue": record(lambda year: year.revenue, "Le chiffre d’affaires "),
    "days": record(lambda year: year.days, "Les jours facturés "),
    "tjm": record(lambda year: year.tjm, "Le TJM "),
    "result": record(lambda year: year.result(), "Le résultat après impôts "),
}


def found(pattern: str, text: str) -> tuple[str, ...]:
    match = re.fullmatch(pattern, text)
    assert match, (pattern, text)
    return tuple(group or "" for group in match.groups())


def number_of(word: str) -> int:
    return (
        COUNTS.index(word) if word in COUNTS else {"onze": 11, "douze": 12}.get(word) or int(word)
    )
