"""Run every benchmark of this folder, in the order of their names."""

from importlib import import_module
from pathlib import Path

for module in sorted(Path(__file__).parent.glob("[a-z]*.py")):
    import_module(f"tests.bench.{module.stem}").run()
