"""The wheel carries all that it needs, and runs far from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from reporter.schemas import NAMES, schema

ROOT = Path(__file__).parents[1]


def run(*command: object, cwd: Path) -> str:
    words = [str(word) for word in command]
    apart = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        words, cwd=cwd, env=apart, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_wheel_reports_on_books_from_another_folder(tmp_path: Path) -> None:
    """An environment with the libraries of this one, and of ours the wheel of the sdist."""
    source = tmp_path / "source"
    shutil.copytree(ROOT / "reporter", source / "reporter")
    shutil.copytree(ROOT / "templates", source / "templates")
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "docs/bilan.1"):
        (source / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path, cwd=source)
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "env", cwd=tmp_path)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = tmp_path / "env" / scripts / "python"
    where = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path
    )
    packages = Path(where.strip())
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    shutil.unpack_archive(next(tmp_path.glob("*.whl")), packages, "zip")
    shutil.rmtree(source)

    books = tmp_path / "livres"
    shutil.copytree(ROOT / "data", books / "data")
    shutil.copy(ROOT / "bilan.toml", books)
    run(python, "-m", "reporter", "init", tmp_path / "neuf", cwd=tmp_path)
    run(python, "-m", "reporter", "generate", "2020", cwd=books)
    for path in (ROOT / "reports" / "2020").iterdir():
        assert (books / "reports" / "2020" / path.name).read_bytes() == path.read_bytes()
    manual = next(packages.glob("bilan-*.data")) / "data" / "share" / "man" / "man1" / "bilan.1"
    assert manual.read_bytes() == (ROOT / "docs" / "bilan.1").read_bytes()
    (told,) = packages.glob("bilan-*.dist-info")
    assert (told / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert (packages / "reporter" / "py.typed").exists()
    code = f"from reporter.schemas import schema; print([schema(name) for name in {NAMES!r}])"
    said = run(python, "-c", code, cwd=tmp_path)
    assert said.strip() == str([schema(name) for name in NAMES])
    assert run(python, "-c", "import reporter; print(reporter.__file__)", cwd=books).startswith(
        str(packages)
    )
