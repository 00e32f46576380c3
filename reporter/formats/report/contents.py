"""The contents of a page, made of the headings that it has once it is written.

Knows headings. Never which sections there are: the owner's templates and text decide it.
"""

from __future__ import annotations

from markupsafe import Markup

from reporter.patterns import pattern

PLACE = Markup("<!--sommaire-->")
"""What a template writes where the contents go."""
HEADING = pattern(r'<section id="([\w-]+)"[^>]*>\s*<h2>(.*?)</h2>|<h2 id="([\w-]+)">(.*?)</h2>')
TAG = pattern(r"<[^>]*>")
LEAST = 3
"""A page of fewer headings needs no contents."""


def with_contents(page: str) -> str:
    """Return a page whose contents link to each of its headings, in their order.

    They follow the reader of a wide page, and fold at the top of a narrow one: style shows one.
    """
    found = [(a or c, TAG.sub("", b or d)) for a, b, c, d in HEADING.findall(page)]
    items = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in found)
    wide = f'<nav class="sommaire" aria-label="Sommaire"><ol>{items}</ol></nav>'
    small = f"<details><summary>Sommaire</summary><ol>{items}</ol></details>"
    nav = f'{wide}\n<nav class="pli" aria-label="Sommaire, replié">{small}</nav>'
    return page.replace(str(PLACE), nav if len(found) >= LEAST else "")
