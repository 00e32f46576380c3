"""The documentation is held by the code: what exists is documented, what is documented exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reporter
from reporter.books import load
from reporter.cli import application
from reporter.settings.software import SOFTWARE
from reporter.tables.quantities import citable
from reporter.toml.reading import parse
from tests.gallery import PAGE

ROOT = Path(reporter.__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_stands_in_the_readme() -> None:
    commands = {command.name for command in application().registered_commands}
    assert commands == set(re.findall(r"^bilan (\w+)", README, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#]+)\)", prose)
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_mark_of_a_page_stands_apart_from_its_word(page: Path) -> None:
    """Outside of code and of the gallery's books, double marks and quotes have no-break spaces."""
    code = r"^```.*?^```$|`[^`\n]*`"
    books = r"|^\|[^\n]*\|$" if page == PAGE else ""
    prose = re.sub(rf"(?ms){code}{books}", "``", page.read_text(encoding="utf-8"))
    assert re.findall(r".{0,20}\S (?:[;!?»%€]|:(?=\s))|« .{0,20}", prose) == []


def test_the_map_of_the_house_names_every_room() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    mapped = re.findall(r"^  (\w+)(?:/|\.py) ", page, re.MULTILINE)
    inside = (ROOT / "reporter").iterdir()
    rooms = {path.stem for path in inside if not path.name.startswith(("__", "py.typed"))}
    assert sorted(mapped) == sorted(rooms)


def test_every_page_is_linked_from_the_readme() -> None:
    assert [
        page.name for page in PAGES if page.parent.name == "docs" and page.name not in README
    ] == []


def test_every_figure_that_a_text_can_cite_is_documented() -> None:
    page = (ROOT / "docs" / "RAPPORT.md").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", page))
    names = set(citable(load(ROOT).measure(2020)))
    assert names - words == set()


def test_every_software_and_its_limits_stand_in_the_page_of_the_accountant() -> None:
    page = (ROOT / "docs" / "COMPTABLE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+((?:\| [^|]* )+)\|$", page, re.MULTILINE)
    documented = {
        name: [cell.strip() for cell in cells.split("|")[1:]]
        for name, cells in rows
        if name != "logiciel"
    }
    assert documented == {
        name: [
            *(
                str(limit or "–")
                for limit in (
                    limits.account,
                    limits.auxiliary,
                    limits.label,
                    limits.piece,
                    limits.letters,
                    limits.journal,
                )
            ),
            limits.encoding,
        ]
        for name, limits in SOFTWARE.items()
    }


@pytest.mark.parametrize("page", ["COMPTABLE.md", "ENCAISSEMENTS.md", "REGLAGES.md"])
def test_the_examples_of_settings_are_understood(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    examples = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        parse(example)
