"""What a template may do, ours or somebody else's: cite, choose and repeat, within bounds.

Knows what jinja2 forbids and adds what it lacks. Never what a template says.

Each loop, call, text, list and other template that a template asks for is paid from one purse, by
the clock: its memory, its output and its time have an end.
"""

from __future__ import annotations

from functools import wraps
from itertools import chain
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, nodes
from jinja2.environment import TemplateModule
from jinja2.filters import FILTERS as USUAL
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from reporter.formats.report.bounds import (
    LONGEST,
    TooMuch,
    join,
    replace,
    rounded,
    series,
    size_of,
    total,
    weight_of,
)
from reporter.formats.report.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2.runtime import Context

PURSE = 20_000_000
"""Characters, items and turns that the templates of a report may spend together."""
CALL = 500
"""What a call costs, so that macros that call each other end."""
MOST_TAGS = 10_000
INFINITE = (float("inf"), float("-inf"))
LOOP, LIST, JOIN = "une boucle", "une liste", "un collage"
"""Names of filters that no template can write: they have a blank."""
KEPT = (
    "abs capitalize count d default dictsort e escape first float groupby int items join last "
    "length list lower map max min reject rejectattr replace reverse round safe select selectattr "
    "sort string sum title trim truncate unique upper wordcount"
)
"""The filters of jinja2 that stay; the others can make a text of any size out of a number."""
METHODS = (
    "capitalize count endswith find get index isalpha isdecimal isdigit isoformat items "
    "keys lower lstrip removeprefix removesuffix role rstrip split splitlines startswith strip "
    "title upper values weekday"
)
"""The methods of texts, lists, dates and tables that may be called."""
CALLED = (BlockReference, LoopContext, Macro, Namespace, TemplateModule, TemplateReference)
"""What jinja2 itself hands to a template, and may be called."""


class Names(Namespace):
    """`namespace()`, which never shows what it holds."""

    def __repr__(self) -> str:
        """Return always the same word."""
        return "namespace"


class Sandbox(ImmutableSandboxedEnvironment):
    """The templates of a report, which read what they are given and nothing else."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self, **options: Any) -> None:
        # What is computed beforehand is written in the code: an infinite number has no name there.
        super().__init__(autoescape=True, undefined=StrictUndefined, optimized=False, **options)
        self.purse, self.clock = PURSE, Clock()
        ours = {"join": join, "replace": replace, "round": rounded, "sum": total}
        self.filters = {name: self._paid(ours.get(name, USUAL[name])) for name in KEPT.split()}
        self.filters |= {LOOP: self._turns, LIST: self._paid(_same), JOIN: self._paid(join)}
        self.globals = {"range": series, "namespace": Names}

    def spend(self, cost: int) -> None:
        """Take from the purse, and look at the clock.

        Raises:
            TooMuch: where the purse is empty.
            TooLong: where it is time.
        """
        self.clock.look()
        self.purse -= cost
        if self.purse < 0:
            raise TooMuch("il fait trop de texte, de tours de boucle ou d’appels")

    def concat(self, pieces: Iterable[str]) -> str:
        """Return the pieces of a page, a macro or a block as one text."""
        kept = []
        for piece in pieces:
            self.spend(1 + len(piece))
            kept.append(piece)
        return "".join(kept)

    def _load_template(self, *args: Any, **options: Any) -> Any:
        """Return another template, to include, import or extend."""
        self.spend(CALL)
        return super()._load_template(*args, **options)

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """Return the code of a template; one that is nested too deep is no bug of ours."""
        try:
            return super().compile(source, *args, **options)
        except (RecursionError, SyntaxError, MemoryError, ValueError, TooMuch) as error:
            shown = {TooMuch: str(error), ValueError: "un nombre y a des milliers de chiffres"}.get(
                type(error), "il est imbriqué trop profondément"
            )
            much = TooMuch(shown)
            much.filename = (args[1] if len(args) > 1 else options.get("filename")) or ""
            raise much from error

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether an attribute may be read: a value, or a method that makes nothing large."""
        called = callable(value) and attr not in METHODS.split() and not isinstance(obj, CALLED)
        return not called and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing: `format` is a method like others, and none that may be called."""

    def call(self, context: Context, callee: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls, once what it is given was weighed."""
        self.spend(CALL + sum(map(weight_of, chain(args, kwargs.values()))))
        answer = super().call(context, callee, *args, **kwargs)
        self.spend(weight_of(answer))
        return answer

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes, once its size is known."""
        self.spend(size_of(operator, left, right))
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Read a template; its loops, lists and joined texts are made to pay."""
        if len(source) > LONGEST or source.count("{%") + source.count("{{") > MOST_TAGS:
            raise TooMuch("il est trop long")
        tree = super()._parse(source, name, filename)
        every = (tree, *tree.find_all(nodes.Node))
        if any(isinstance(one, nodes.Const) and one.value in INFINITE for one in every):
            raise TooMuch("un nombre est trop grand")
        turns = [(one, _turn(one)) for one in every if isinstance(one, nodes.For)]
        for node in every:
            for field, value in node.iter_fields():
                if isinstance(value, list):
                    value[:] = [_paying(part) for part in value]
                else:
                    setattr(node, field, _paying(value))
        for loop, turn in turns:
            loop.iter = _filtered(loop.iter, LOOP, nodes.Const(turn))
        tree.set_environment(self)
        return tree

    def _turns(self, items: Iterable[Any], cost: int) -> Iterator[Any]:
        for item in items:
            self.spend(cost)
            yield item

    def _paid(self, filter_: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that pays for what it takes and for what it makes."""

        @wraps(filter_)
        def paid(*args: Any, **kwargs: Any) -> Any:
            self.spend(sum(map(weight_of, chain(args, kwargs.values()))))
            made = filter_(*args, **kwargs)
            self.spend(weight_of(made))
            return made

        return paid


def _turn(loop: nodes.For) -> int:
    """Return what each turn of a loop costs: more where it does more."""
    return 10 + sum(1 for part in loop.body for _ in part.find_all(nodes.Node))


def _paying(part: Any) -> Any:
    """Return a list, a slice or a joined text that pays; anything else as it is."""
    match part:
        case nodes.Concat():
            return _filtered(nodes.List(part.nodes, lineno=part.lineno), JOIN)
        case (
            nodes.List() | nodes.Dict() | nodes.Tuple(ctx="load") | nodes.Getitem(arg=nodes.Slice())
        ):
            return _filtered(part, LIST)
        case _:
            return part


def _filtered(node: Any, name: str, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(args), [], None, None, lineno=node.lineno)


def _same(items: Any) -> Any:
    return items
