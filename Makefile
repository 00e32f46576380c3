# Two commands on a fresh machine: `make bilan` (the main job) and `make test` (all the tests).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: bilan golden galerie test outils bench compat dist sbom maj format clean
.DELETE_ON_ERROR:
# What Python compiles is kept, whatever the shell says: tests start it two hundred times.
unexport PYTHONDONTWRITEBYTECODE

bilan: .venv/ready  ## set up, then write the 2020 report of the example books
	$(BIN)/bilan generate 2020

golden: .venv/ready bilan  ## renew the reports and the answers that tests compare byte for byte
	$(BIN)/bilan generate 2021 --dossier tests/golden/premiere-annee \
		--sortie tests/golden/premiere-annee/reports/2021
	$(BIN)/python -m tests.gallery
	$(BIN)/python -m tests.declared
	$(BIN)/python -m tests.manual

galerie: .venv/ready  ## renew the pictures of the docs (chromium)
	$(BIN)/python -m tests.showcase

# COUVERTURE=1 measures the branches that the tests of Python alone take, which has a floor, in twice the time.
test: .venv/ready  ## set up, then check format, lint, types and run the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist worksteal $(if $(COUVERTURE),-m "not external" --cov --cov-report=term)

outils:  ## the checkers of pages, for the tests that need them (npm and java)
	npm ci --ignore-scripts --no-audit --no-fund --prefix tests/checkers

bench: .venv/ready  ## timings, printed as ratios
	$(BIN)/python -m tests.bench

compat: .venv/ready  ## the wheel on the lowest versions it allows, then the newest, on each Python found
	$(BIN)/python -m tests.compat

dist: .venv/ready  ## the files to publish: the wheel, the sdist, and the list of what they need
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .
	$(MAKE) sbom

sbom: .venv/ready  ## the list of what the wheel needs, in CycloneDX
	$(BIN)/python -m tests.sbom

format: .venv/ready  ## format the code and mend what the linter can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

maj: .venv/ready  ## renew the locked dependencies and run the tests on them
	UV_NO_CONFIG=1 $(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate \
		--python-version 3.11 --group dev --output-file requirements.lock pyproject.toml
	UV_NO_CONFIG=1 $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate --constraint requirements.lock \
		--python-version 3.11 --output-file requirements.run.lock pyproject.toml
	$(MAKE) test

# The dependencies come from the lock alone, hashes checked; the project itself brings none.
.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
		--requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf .venv .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
