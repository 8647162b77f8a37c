# fauxpas: `make demo` to see it work, `make test` to prove it. Everything lands in .venv/ and var/.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-long bench lint format lock serve clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.run ## a working .venv/bin/fauxpas

demo: setup ## judge the sample listings through the REST API and keep serving
	@$(BIN)/python -m examples.demo

test: $(VENV)/.dev ## lint, types, house rules and every test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@mkdir -p var && $(BIN)/lint-imports --no-logo > var/imports.log || { cat var/imports.log; exit 1; }
	@$(BIN)/python -m pytest

test-long: $(VENV)/.dev ## the same tests with many more generated examples
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest

bench: $(VENV)/.bench ## time the engine beside its peers, ratios in one run
	@$(BIN)/python -m benchmarks.engine
	@$(BIN)/python -m benchmarks.markets

format: $(VENV)/.dev ## put the code into house format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

serve: setup ## serve the REST API on 127.0.0.1:8000
	@$(BIN)/fauxpas db upgrade && $(BIN)/fauxpas serve

lock: ## resolve the dependencies anew and lock them by hash
	@$(PYTHON) -m venv var/lock && var/lock/bin/python -m pip --quiet install uv
	@for group in build dev bench; do \
	  var/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	    --no-emit-find-links --python-version 3.11 pyproject.toml --group $$group -o requirements/$$group.txt || exit 1; done

clean: ## remove the environment, caches and the demo's data
	@rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "fauxpas needs Python 3.11 or newer; say which: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3 lacks venv: on Debian, apt-get install python3-venv"; exit 1; }

$(VENV)/.run: $(BIN)/python requirements/build.txt pyproject.toml
	@echo "Setting up $(VENV) (half a minute, once) ..."
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.run requirements/bench.txt
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@
