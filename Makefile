# Two commands do everything on a fresh machine: make run, make test.
# PORT=8051 STORE=other.duckdb make run   changes where the page answers and what it shows.

PYTHON ?= python3
PORT ?= 8050
HOST ?= 127.0.0.1
STORE ?= events.duckdb

BIN := .venv/bin
# A store of one's own that is there already is shown as it is, without the seeds.
SEEDS := $(if $(filter-out events.duckdb,$(wildcard $(STORE:duckdb:///%=%))),,--add seeds)

.PHONY: run test check format pins screenshots bench clean

run: .venv/ready
	$(BIN)/python -m dashboard --store $(STORE) --host $(HOST) --port $(PORT) $(SEEDS)

test: .venv/ready-dev
	$(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: .venv/ready-dev
	$(BIN)/python -m tests.browser.screenshots build/screenshots

bench: .venv/ready-dev
	for one in dates places extraction events filters; do $(BIN)/python -m benchmarks.$$one || exit 1; done

# Writes requirements.txt and requirements-dev.txt anew from the .in files.
pins: .venv/ready-dev
	$(BIN)/pip-compile -q --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements.txt requirements.in
	$(BIN)/pip-compile -q --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements-dev.txt requirements-dev.in

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing. On Debian: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache
