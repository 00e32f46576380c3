"""Run the benchmarks named, or all of this folder in the order of their names."""

import sys
from importlib import import_module
from pathlib import Path

for name in sys.argv[1:] or sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py")):
    import_module(f"tests.bench.{name}").run()
