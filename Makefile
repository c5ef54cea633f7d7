# Everything a person or CI runs here. `make` alone lists it.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE ?=

.PHONY: help
help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Firsthand needs Python 3.11 or newer; set PYTHON=/path/to/python3.11 and try again." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python could not make a virtual environment; on Debian: apt-get install python3-venv, then try again." >&2; exit 1; }
	@touch $@

.venv/.installed: .venv/.python requirements.lock pyproject.toml
	@echo "Installing Firsthand in .venv (a minute or two, the first time)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@echo "Compiling what reads many posts at a time (a minute or two, once)…"
	@$(BIN)/python -m firsthand.listen.ready
	@touch $@

.venv/.dev: .venv/.installed requirements-dev.lock
	@echo "Installing what the tests need…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.spark: .venv/.dev requirements-spark.lock
	@echo "Installing Spark…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	@touch $@

.PHONY: install run dev test test-all check bench lock format messages
install: .venv/.installed ## the environment in .venv, with .venv/bin/firsthand

run: install ## the desk at http://localhost:8000
	@$(BIN)/firsthand serve

dev: .venv/.dev ## what tests and checks need, in .venv

test: dev ## the quick tests
	@$(BIN)/python -m pytest -q -n auto -m "not browser and not postgres and not spark"

test-all: .venv/.spark ## every test, with PostgreSQL, the real browser and a Spark cluster
	@sh tools/install-peers
	@$(BIN)/python -m pytest -q -n auto -m "not browser and not spark"
	@$(BIN)/python -m pytest -q -m "browser"
	@sh tools/with-postgres $(BIN)/python -m pytest -q -n auto -m "not browser and not spark" tests/people tests/library tests/plan tests/desk tests/web
	@$(BIN)/python -m pytest -q -m "spark"

check: dev ## format, lint, types, arrows, templates
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint --check --lint src/firsthand --quiet

format: dev ## rewrite the code in the house format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/djlint --reformat src/firsthand --quiet || true

bench: dev ## figures, as ratios against the least possible work
	@$(BIN)/firsthand bench

messages: dev ## gather and compile the French of the pages
	@sh tools/messages

lock: dev ## bring the lock files up to date with pyproject.toml
	@sh tools/lock
