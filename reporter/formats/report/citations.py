"""The owner's own text, in which any figure of the report can be cited; runs it in a sandbox.

Knows how a text cites a figure or places a section, and what can go wrong. Never what they mean.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateAssertionError, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from reporter.errors import BadCell, BadData, Place
from reporter.formats.report.page import FILTERS, MISTAKES, remedy
from reporter.formats.report.sandbox import Sandbox
from reporter.formats.report.sections import MARK, Placing, apart
from reporter.formats.table.markdown import escaped_markdown
from reporter.french import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reporter.sources.texts import Text
    from reporter.tables.quantities import Quantities

SECTION = "section"
"""The function of a text that places a section."""
REFERENCES = (nodes.Name, nodes.Getattr, nodes.Getitem)


def fill(text: Text, quantities: Quantities, show: Callable[[Any], Any] = escaped_markdown) -> str:
    """Return the owner's text with its figures, in Markdown, and the marks of its sections.

    `show` turns each value into Markdown.

    Raises:
        BadData: with the line of every name that is unknown, of every section placed wrongly, or
            of what cannot be understood.
    """
    sandbox = Sandbox(finalize=partial(_shown, show=show), keep_trailing_newline=True)
    sandbox.filters.update(FILTERS)
    try:
        content = text.content.replace(MARK, "")
        # Who looks for names computes what it can in the tree that it is given.
        errors = [_bad(text, *one) for one in _mistakes(sandbox.parse(content), quantities)]
        if not errors:
            return _placed(text, sandbox, sandbox.parse(content), quantities)
    except TemplateAssertionError as error:
        errors = [_bad(text, error.lineno, "", remedy(error))]
    except TemplateSyntaxError as error:
        errors = [_bad(text, error.lineno, "", "vérifier les accolades {{ … }}")]
    except MISTAKES as error:
        errors = [_bad(text, _line(error), "", remedy(error))]
    raise BadData(errors)


def _placed(text: Text, sandbox: Sandbox, tree: nodes.Template, quantities: Quantities) -> str:
    """Return the filled text, in which each section that it places is a mark.

    Raises:
        BadData: with the line of each section that is unknown, placed twice, or inside a sentence.
    """
    for call in _placings(tree):
        call.args.insert(0, nodes.Const(call.lineno, lineno=call.lineno))
    placing = Placing()
    filled = sandbox.from_string(tree).render({**quantities, SECTION: placing})
    placing.check(filled)
    if placing.mistakes:
        raise BadData(
            [_wrong(text, line, what, fix) for line, what, fix in sorted(placing.mistakes)]
        )
    return apart(filled.replace(f"{MISSING}.", MISSING))  # the dot of « n. d. » ends a sentence too


def _placings(tree: nodes.Template) -> list[nodes.Call]:
    """Return each `section(…)` of a text."""
    return [
        call
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == SECTION
    ]


def _shown(value: Any, *, show: Callable[[Any], Any]) -> Any:
    words = {True: "oui", False: "non"}
    return show(words[value] if isinstance(value, bool) else value)


def _bad(text: Text, line: int, name: str, fix: str) -> BadCell:
    what = f"chiffre inconnu : {name}" if name else "expression illisible"
    return _wrong(text, line, what, fix)


def _wrong(text: Text, line: int, what: str, fix: str) -> BadCell:
    lines = text.content.splitlines()
    shown = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return BadCell(what, Place(text.place.file, row=line), shown=shown, fix=fix)


def _mistakes(tree: nodes.Template, quantities: Quantities) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the name and the remedy of each name that stands for no figure."""
    free = find_undeclared_variables(tree)
    placing = [call.node for call in _placings(tree)]
    for node in tree.find_all(REFERENCES):
        if any(node is name for name in placing):
            continue
        if isinstance(node, nodes.Name):
            holder: Any = quantities if node.name in free else None
        elif isinstance(node, nodes.Getattr | nodes.Getitem):
            holder = _value(node.node, quantities)
        key = _key(node)
        if isinstance(holder, dict) and key is not None and key not in holder:
            yield node.lineno, str(key), _remedy(str(key), holder)
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            found = _value(node, quantities)
            if isinstance(found, dict):
                yield node.lineno, str(_key(node)), f"en citer une seule, parmi {_names(found)}"


def _value(node: nodes.Node, quantities: Quantities) -> Any:
    """Return what a reference stands for, None where it cannot be known before running."""
    if isinstance(node, nodes.Name):
        return quantities.get(node.name)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        holder = _value(node.node, quantities)
        return holder.get(_key(node)) if isinstance(holder, dict) else None
    return None


def _key(node: nodes.Node) -> Any:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return node.attr
        case nodes.Getitem(arg=nodes.Const() as constant):
            return constant.value
        case _:
            return None


def _remedy(name: str, known: Quantities) -> str:
    near = get_close_matches(name, [str(key) for key in known], 1)
    return f"écrire {near[0]}" if near else f"chiffres connus : {_names(known)}"


def _names(known: Quantities) -> str:
    return ", ".join(str(key) for key in known)


def _line(error: Exception) -> int:
    """Return the line of the text where an error rose while it ran."""
    frame, line = error.__traceback__, 0
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
