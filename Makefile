# Every task a person runs. `make` alone lists them.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
BROWSER ?= 1
RESET ?=
STATE ?= demo-state
PYTEST ?= -n 2
SEEDS ?= 200
FIRST_SEED ?= 1
BENCHMARKS ?= updates joins precheckout startup imports memory search

.DEFAULT_GOAL := help
.PHONY: help demo test soak check fix run web work migrate seed doctor bench docs schema lock clean python

help:  ## list the tasks
	@echo "Tuan: a shop that lives inside group chats."; echo
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' $(MAKEFILE_LIST) | expand -t 18
	@echo; echo "  make demo PORT=8000 BROWSER=0 RESET=1   another port, no browser, start over"

demo: $(VENV)/runtime  ## a whole town with a shop in it, on this computer: no keys, no account
	@$(BIN)/python -m bot demo --port $(PORT) --state $(STATE) $(if $(filter 0,$(BROWSER)),--no-browser) $(if $(RESET),--reset)

test: $(VENV)/dev  ## all tests: on SQLite, and on PostgreSQL and Redis where they can be started
	@$(BIN)/python -m pytest $(PYTEST)

soak: $(VENV)/dev  ## random days of group-buys, with crashes and faults: make soak SEEDS=200 FIRST_SEED=1
	@$(BIN)/python -m pytest $(PYTEST) -q tests/simulation --seeds $(SEEDS) --first-seed $(FIRST_SEED)

check: $(VENV)/dev  ## what CI checks besides the tests: style, types, the shape of the house
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check -q . || { echo "Some files are not formatted: make fix"; exit 1; }
	@$(BIN)/mypy bot config sandbox tests benchmarks
	@$(BIN)/lint-imports

fix: $(VENV)/dev  ## mend style where a tool can
	@$(BIN)/ruff check --fix -q . || true
	@$(BIN)/ruff format -q .

run: $(VENV)/runtime  ## open the shop: bot, worker and web door in one process (settings: config/.env.example)
	@$(BIN)/python -m bot run

web: $(VENV)/runtime  ## the web door alone
	@$(BIN)/python -m bot web

work: $(VENV)/runtime  ## the worker alone
	@$(BIN)/python -m bot work

migrate: $(VENV)/runtime  ## bring the database to this version
	@$(BIN)/python -m bot migrate

seed: $(VENV)/runtime  ## put the demo's merchants and products into the database
	@$(BIN)/python -m bot seed

doctor: $(VENV)/runtime  ## check every setting and say what to do
	@$(BIN)/python -m bot doctor

bench: $(VENV)/dev  ## print every figure the README quotes
	@for name in $(BENCHMARKS); do echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

docs: $(VENV)/dev  ## take the README's picture again, by the project's own run in a browser
	@$(BIN)/python -m pytest -q tests/sandbox/shop --take-pictures docs/pictures

schema: $(VENV)/dev  ## make the sandbox's schema again from aiogram's source: make schema SOURCE=path
	@$(BIN)/python -m sandbox.botapi.regenerate_schema $(SOURCE)

lock: $(VENV)/dev  ## write the lists of dependencies again: versions and hashes
	@for list in requirements.lock "requirements-dev.lock --group dev"; do set -- $$list; file=$$1; shift; \
		$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header -q $$* -o $$file; done

clean:  ## remove what was built, and the demo's state
	@rm -rf $(VENV) $(STATE) build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

python:
	@test -n "$(PYTHON)" || { echo "Tuan needs Python 3.11 or newer, and none was found. Install it, or name it: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Tuan needs Python 3.11 or newer, and $(PYTHON) is older, or not there."; exit 1; }

$(VENV)/runtime: requirements.lock | python
	@echo "Making an environment in $(VENV) (once, about a minute) ..."
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { echo "Could not make $(VENV): is this folder writable, and is Python's venv module installed (Debian: python3-venv)?"; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/runtime
	@echo "Adding what tests and checks need ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
