"""Reading and measuring many lines, against what calamine alone takes for the same file."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.timing import ratio
from tests.sources import hostile

ROOT = Path(__file__).parents[2]
RUNS = 5
GIBIBYTE = 1 << 30
FIRST = date(1899, 12, 30)
SETTINGS = (
    "[lecture]\ncontenu_mo = 1000\ntaille_mo = 200\nlignes = 1_100_000\ncellules = 12_000_000\n"
)
HEADER = (
    "Date", "Facture", "Client", "Mission", "Jours", "TJM", "Montant HT", "TVA", "Montant TTC",
    "Date de paiement",
)  # fmt: skip
STYLES = (
    f'<styleSheet xmlns="{hostile.MAIN}"><fonts><font/></fonts><fills><fill/></fills>'
    '<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
CLOCK = "from time import process_time as now; start = now(); {}; print(now() - start)"
ALONE = "import sys; from python_calamine import load_workbook; " + CLOCK.format(
    "load_workbook(sys.argv[1]).get_sheet_by_index(0).to_python()"
)
OURS = (
    "import sys; from pathlib import Path; from reporter import load; "
    "load(Path('.')).measure(2020); "
    + CLOCK.format("load(Path(sys.argv[1]).parents[1]).measure(2019)")
    + "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)"
)


def run() -> None:
    """Print how long 100 000 lines take, then a million, and the memory of the latter."""
    with TemporaryDirectory() as folder:
        few, many = (_books(Path(folder), count) for count in (100_000, 1_000_000))
        alone = min(_run(ALONE, few)[0] for _ in range(RUNS))
        ours = min(_run(OURS, few)[0] for _ in range(RUNS))
        ratio("lire et mesurer 100 000 lignes / calamine", ours, alone, "2,5 au plus")
        whole, memory = _run(OURS, many)
        ratio("1 000 000 de lignes / 100 000", whole, ours, "11 au plus")
        print(f"{'mémoire pour 1 000 000 de lignes':<46} {memory / GIBIBYTE:.2f} Gio   (cible : 2)")


def _run(code: str, path: Path) -> list[float]:
    command = [sys.executable, "-c", code, str(path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    return [float(word) for word in done.stdout.split()]


def _books(folder: Path, count: int) -> Path:
    """Write a folder of books with that many lines of billed days; return its workbook."""
    path = folder / str(count) / "data" / "livres.xlsx"
    path.parent.mkdir(parents=True)
    (path.parents[1] / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in hostile.members("").items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, data)
        archive.writestr("xl/styles.xml", STYLES)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            start, end = hostile.sheet(HEADER).split("</sheetData>")
            sheet.write(start.encode())
            for number in range(count):
                sheet.write(_row(number, count).encode())
            sheet.write(f"</sheetData>{end}".encode())
    return path


def _row(number: int, count: int) -> str:
    day = (date(2017, 1, 2) - FIRST + timedelta(days=number * 1400 // count)).days
    days, rate = (1 + number % 7) / 2, 600 + (number * 37) % 400
    amount = days * rate
    values: tuple[str | float, ...] = (
        day, f"F{number // 3:06d}", f"Client {number % 40}", f"Mission {number % 90}", days, rate,
        amount, 0.2, round(amount * 1.2, 2), day + 30,
    )  # fmt: skip
    cells = "".join(hostile.cell(number + 2, column, value) for column, value in enumerate(values))
    styled = cells.replace(f'r="A{number + 2}"', f'r="A{number + 2}" s="1"', 1)
    styled = styled.replace(f'r="J{number + 2}"', f'r="J{number + 2}" s="1"', 1)
    return f'<row r="{number + 2}">{styled}</row>'
