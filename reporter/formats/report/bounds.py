"""How much a template would make, known before it makes it.

Knows the operators and filters that can make a text of any size out of a number. Never who pays.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from jinja2 import pass_environment, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as USUAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from jinja2.nodes import EvalContext

LONGEST = 5_000_000
"""Characters of a template, or of a value with all that is in it."""
MOST = 100_000
"""Numbers of a range, items of a value with those of its items."""
LARGEST = Decimal(10) ** 100
"""Beyond, numbers are no longer multiplied."""
HIGHEST = 1000
"""Beyond, numbers are no longer raised to a power, nor powers themselves."""
MOST_DECIMALS = 10
HOLDERS = (list, tuple, set, frozenset)


class TooMuch(SecurityError):
    """A template that would make too much of something; `filename` where it is known."""

    filename = ""
    lineno = 0


def weight_of(value: Any) -> int:
    """Return how many characters and items a value holds, those inside it included.

    Raises:
        TooMuch: where it is more than any template can need; lists of lists grow fast.
    """
    count, letters, left = 0, 0, [value]
    while left:
        item = left.pop()
        count += 1
        if isinstance(item, str):
            letters += len(item)
        elif isinstance(item, HOLDERS):
            left += item
        elif isinstance(item, dict):
            left += chain(item, item.values())
        if count + len(left) > MOST or letters > LONGEST:
            raise TooMuch("une liste ou un texte y est trop grand")
    return count + letters


def size_of(operator: str, left: Any, right: Any) -> int:
    """Return the size of what an operator makes.

    Raises:
        TooMuch: where it is beyond any use.
    """
    figures: list[Any] = [side for side in (left, right) if isinstance(side, int | float | Decimal)]
    if operator == "%" and isinstance(left, str):
        raise TooMuch("le signe % n’y met pas un texte en forme")
    if operator == "**" and any(abs(number) > HIGHEST for number in figures):
        raise TooMuch("une puissance y est trop grande")
    if any(abs(number) > LARGEST for number in figures):
        raise TooMuch("un nombre y est trop grand")
    times = int(figures[0]) if operator == "*" and len(figures) == 1 else 1
    return (weight_of(left) + weight_of(right)) * max(times, 1)


def series(*bounds: int) -> range:
    """Return whole numbers that follow each other, `range` of a template."""
    numbers = range(*bounds)
    if abs(numbers.stop - numbers.start) > MOST:
        raise TooMuch("une suite de nombres y est trop longue")
    return numbers


@pass_eval_context
def join(context: EvalContext, items: Iterable[Any], between: str = "") -> str:
    """Join texts: the filter of that name, and `~`."""
    kept = list(items)
    _refuse_beyond(weight_of(kept) + len(kept) * weight_of(between))
    joined: str = USUAL["join"](context, kept, between)
    return joined


@pass_eval_context
def replace(context: EvalContext, text: Any, old: str, new: str, count: int | None = None) -> str:
    """Replace a text in another: the filter of that name."""
    whole = str(text)
    _refuse_beyond(len(whole) + (1 + whole.count(str(old))) * weight_of(new))
    replaced: str = USUAL["replace"](context, text, old, new, count)
    return replaced


@pass_environment
def total(environment: Environment, items: Iterable[Any], attribute: str | None = None) -> Any:
    """Add numbers: lists added one by one would take for ever."""
    return USUAL["sum"](environment, items, attribute)


def rounded(number: float, decimals: int = 0, method: Any = "common") -> float:
    """Round a number, to a few decimals."""
    if abs(decimals) > MOST_DECIMALS:
        raise TooMuch(f"un arrondi y a plus de {MOST_DECIMALS} décimales")
    result: float = USUAL["round"](number, decimals, method)
    return result


def _refuse_beyond(size: int) -> None:
    if size > LONGEST:
        raise TooMuch("un texte y est trop grand")
