"""Six years that strain a page, looked at again each time it changes: the pictures of the docs.

`python -m tests.showcase` (or `make galerie`) writes `docs/images` with Chromium: the gallery, and
the page of the example books.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from reporter.formats.report import render
from tests.browser import Browser, browser
from tests.builders import bilan, day, expense, fee

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.figures import Bilan
    from reporter.model import Day, Expense, Fee

    Line = Day | Fee | Expense

IMAGES = Path(__file__).parents[1] / "docs" / "images"
OBJECTIVE = '[societe]\nnom = "{name}"\n[exercice]\nobjectif_tjm = 700\nobjectif_taux = "80 %"\n'
SPREAD = (17, 16, 19, 15, 14, 18, 12, 5, 18, 20, 17, 12)
"""Days of each month of a common year."""


def year(
    number: int, rate: int, share: float = 1, client: str = "Port Franc", worker: str = ""
) -> list[Line]:
    """Return the days of a year, a part of those of a common one, and its pay."""
    days: list[Line] = [
        day(f"{number}-{month:02}-20", f"{count * share:.1f}", str(rate), client, worker=worker)
        for month, count in enumerate(SPREAD, 1)
    ]
    return [*days, expense(f"{number}-06-30", str(int(90_000 * share)), "Rémunération")]


def twelve_years() -> Bilan:
    """Twelve years side by side, one of which is bad."""
    lines = [
        line
        for rank in range(12)
        for line in year(2009 + rank, 430 + 27 * rank, 0.45 if rank == 6 else 0.8 + rank % 4 / 20)
    ]
    return replace(bilan(2020, *lines, settings=OBJECTIVE.format(name="Atelier Nord")), span=12)


def thirty_clients() -> Bilan:
    """Thirty clients, whose names are as long as those of the French administration."""
    towns = ("Port-Loin", "Saint-Malo-sur-Mer", "Villeneuve-lès-Dunes", "Le Croisic", "Étretat")
    kinds = ("Communauté d’agglomération de", "Syndicat mixte des eaux de", "Office du tourisme de")
    names = [f"{kinds[n % 3]} {towns[n % 5]}, service {n + 1}" for n in range(30)]
    lines: list[Line] = [
        day(f"2020-{n % 12 + 1:02}-15", str(9 - n // 5), str(780 - 9 * n), name)
        for n, name in enumerate(names)
    ]
    before: list[Line] = [
        day(f"2019-{n % 12 + 1:02}-15", "5", "690", name) for n, name in enumerate(names[::2])
    ]
    cost = expense("2020-06-30", "61000", "Rémunération")
    return bilan(2020, *lines, *before, cost, settings=OBJECTIVE.format(name="Lignes de Crête"))


def loss() -> Bilan:
    """From a profit of forty thousand euros to a loss four times as large."""
    lines = [*year(2019, 740), expense("2020-09-10", "96000", "Sous-traitance")]
    lines += [*year(2020, 690, 0.4), expense("2020-03-03", "131000", "Rémunération des associés")]
    return bilan(2020, *lines, settings=OBJECTIVE.format(name="Hautes Eaux"))


def one_month() -> Bilan:
    """A company that opened in December and has billed four days."""
    lines = (
        day("2020-12-18", "4", "650", "Mairie de Port-Loin"),
        expense("2020-12-05", "1890", "", lifetime=Decimal(3), label="Ordinateur portable"),
        expense("2020-12-22", "310", "Honoraires"),
    )
    settings = '[societe]\nnom = "Première Marée"\ncreation = 2020-12-01\n'
    return bilan(2020, *lines, settings=settings)


def two_people() -> Bilan:
    """Two people under one roof, one of whom works half of the time."""
    lines: list[Line] = []
    for number, rate in ((2018, 640), (2019, 660), (2020, 690)):
        lines += year(number, rate, 0.9, "Mutuelle des Trois Rives", "Anne")
        lines += year(number, rate + 80, 0.5, "Compagnie du Ponant", "Bruno")
        lines.append(fee(f"{number}-11-30", str(rate * 15), "Atelier Ligérien du Grain"))
    return bilan(2020, *lines, settings=OBJECTIVE.format(name="Deux Rames"))


def millions() -> Bilan:
    """A group of hundreds of people: amounts of eight digits."""
    lines: list[Line] = []
    for number, share in ((2018, 130), (2019, 160), (2020, 210)):
        lines += year(number, 910, share, "Consortium du Détroit")
        lines += year(number, 870, share / 3, "Arsenal de la Baie")
        lines.append(fee(f"{number}-11-30", "9876543.21", "Arsenal de la Baie"))
    return bilan(2020, *lines, settings=OBJECTIVE.format(name="Flotte Commune"))


CASES: dict[str, Callable[[], Bilan]] = {
    "douze-ans": twelve_years,
    "trente-clients": thirty_clients,
    "perte": loss,
    "un-mois": one_month,
    "deux-personnes": two_people,
    "millions": millions,
}
LOOKS = {
    "douze-ans": ("#annees", 1100, False),
    "trente-clients": ("#clients", 320, False),
    "perte": ("#resultat", 1100, True),
    "un-mois": ("header", 320, True),
    "deux-personnes": ("header", 1100, False),
    "millions": ("#passage", 1100, False),
}
"""Where each picture is taken on its page, in a window of which width, and whether in the dark."""


EXAMPLE = {
    "claire": ("header", 1280, False),
    "sombre": ("#resultat", 1100, True),
    "etroite": ("#activite", 320, False),
}
"""The same, for the page of the example books."""


def written(folder: Path) -> dict[str, Path]:
    """Return the page of each case, written in a folder."""
    pages = {name: folder / f"{name}.html" for name in CASES}
    for name, path in pages.items():
        path.write_bytes(render(CASES[name](), ["html"])["bilan-2020.html"])
    return pages


def picture(opened: Browser, path: Path, where: str, width: int, *, dark: bool) -> bytes:
    """Return a part of a page as a browser shows it."""
    opened.open(path, width=width, dark=dark)
    opened.run("for (const fold of document.querySelectorAll('details')) fold.open = false")
    box = opened.run(
        f"(b => ({{x: 0, y: Math.max(b.y + scrollY - 12, 0), width: {width}, height: b.height + 36,"
        f" scale: 1}}))(document.querySelector('{where}').getBoundingClientRect())"
    )
    taken = opened.send(
        "Page.captureScreenshot", format="png", clip=box, captureBeyondViewport=True
    )
    return b64decode(taken["data"])


def keep(data: bytes, name: str) -> None:
    """Write a picture of the docs, in few colours so that it stays small."""
    from io import BytesIO

    from PIL import Image

    few = Image.open(BytesIO(data)).convert("RGB").quantize(48)
    few.save(IMAGES / f"{name}.png", optimize=True)


def main() -> None:
    """Write the pictures of the docs."""
    import reporter

    with TemporaryDirectory() as name, browser(Path(name) / "profil") as opened:
        folder = Path(name)
        for case, path in written(folder).items():
            where, width, dark = LOOKS[case]
            keep(picture(opened, path, where, width, dark=dark), f"galerie-{case}")
        example = folder / "exemple.html"
        books = reporter.load(IMAGES.parents[1])
        example.write_bytes(render(books.measure(2020), ["html"])["bilan-2020.html"])
        for look, (where, width, dark) in EXAMPLE.items():
            keep(picture(opened, example, where, width, dark=dark), f"page-{look}")


if __name__ == "__main__":
    main()
