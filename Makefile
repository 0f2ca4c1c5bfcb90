# `make help` lists the commands. Needed on the machine: Python 3.11 (or newer) and make.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# PYTHON is only used to make the virtual environment.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
VENV := .venv
BIN := $(VENV)/bin
# Node comes with the virtual environment; the machine's own, if there is one, is not used.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PYTHONUNBUFFERED := 1

RUN_STAMP := $(VENV)/.requirements
DEV_STAMP := $(VENV)/.requirements-dev

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python was not found: install Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is too old: run make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) has no ensurepip: install your system's python3-venv package"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements-dev.txt $(RUN_STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.PHONY: venv
venv: $(DEV_STAMP) ## Make the virtual environment with everything for running and testing

# -- the browser client -----------------------------------------------------------------------

NPM := npm --prefix client --no-update-notifier --loglevel=error
NODE_STAMP := client/node_modules/.installed
CLIENT_STAMP := client/dist/.built
# The list itself is compared too: a removed file leaves no time stamp behind.
CLIENT_LIST := client/.cache/sources
CLIENT_SOURCES := $(shell find client/src client/public client/tools games/engine games/ledger \
	games/bots -type f \
	! -name '*.pyc' ! -name '*.test.ts' | sort) client/vite.config.ts client/package-lock.json

$(NODE_STAMP): client/package-lock.json client/package.json $(RUN_STAMP)
	@$(NPM) ci
	@touch $@

.PHONY: list-client-sources
list-client-sources:
	@mkdir -p $(dir $(CLIENT_LIST))
	@echo '$(CLIENT_SOURCES)' | cmp -s - $(CLIENT_LIST) || echo '$(CLIENT_SOURCES)' > $(CLIENT_LIST)
$(CLIENT_LIST): list-client-sources ;

$(CLIENT_STAMP): $(NODE_STAMP) $(CLIENT_LIST) $(CLIENT_SOURCES)
	@echo "Building the client"
	@$(NPM) run --silent build -- --logLevel warn
	@$(BIN)/python -m whitenoise.compress --quiet --no-brotli client/dist/assets
	@touch $@

.PHONY: client
client: $(CLIENT_STAMP) ## Build the browser client (only if something changed)

# -- running ----------------------------------------------------------------------------------

.PHONY: play
play: $(RUN_STAMP) $(CLIENT_STAMP) ## Play: start everything on this machine (PORT=8000, DATA_DIR=var)
	@exec $(BIN)/python -m citybuilder.supervise

.PHONY: dev
dev: $(NODE_STAMP) ## Serve the client while working on it (beside CLIENT_DEV_SERVER=true make play)
	@cd client && exec ../$(BIN)/node node_modules/vite/bin/vite.js

# -- testing ----------------------------------------------------------------------------------

.PHONY: test
test: ## Run every check and test (the parts below, one after the other)
	@$(MAKE) lint
	@$(MAKE) test-client
	@$(MAKE) test-browser
	@$(MAKE) test-wasm
	@$(MAKE) test-python
	@$(MAKE) test-services

.PHONY: test-python
test-python: $(DEV_STAMP) $(CLIENT_STAMP) ## Test the Python code
	$(BIN)/pytest -n 2 --ignore tests/browser --ignore tests/wasm $(ARGS)

# What is written and told at once is where databases differ; `make test-services SERVICES=tests/api` runs others.
SERVICES ?= $(addprefix tests/realtime/test_,play.py resume.py trouble.py two_processes.py) \
	$(addprefix tests/matches/test_,turns.py writer.py desk.py at_once.py)

.PHONY: test-services
test-services: $(DEV_STAMP) $(CLIENT_STAMP) ## Run tests of the live match once more on PostgreSQL and Redis
	$(BIN)/python -m tests.services $(BIN)/pytest -n 2 $(SERVICES) $(ARGS)

.PHONY: test-wasm
test-wasm: $(DEV_STAMP) $(NODE_STAMP) ## Test the portable code in WebAssembly
	$(BIN)/pytest -n 2 --dist loadfile tests/wasm $(ARGS)

.PHONY: test-client
test-client: $(NODE_STAMP) ## Test the browser client's own code
	@$(NPM) run --silent test

.PHONY: test-browser
test-browser: $(DEV_STAMP) $(CLIENT_STAMP) ## Test the running platform in Chromium
	CHROMIUM=$$(tests/browser/ensure-chromium) $(BIN)/pytest -n 2 --dist loadfile tests/browser $(ARGS)

.PHONY: lint
lint: $(DEV_STAMP) $(NODE_STAMP) ## Check style, types and who imports whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@$(NPM) run --silent typecheck
	@$(NPM) run --silent lint

.PHONY: format
format: $(DEV_STAMP) $(NODE_STAMP) ## Put the code into its format and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	@$(NPM) run --silent lint -- --fix

.PHONY: load
load: $(DEV_STAMP) ## Measure 1,000 players on sockets: latency, CPU, memory (4 minutes on 2 free cores)
	$(BIN)/python -m bench.load $(LOAD)

.PHONY: bench
bench: $(DEV_STAMP) $(NODE_STAMP) ## Measure rules, bots, log, transactions, maps, city (10 minutes on 2 free cores)
	@export CHROMIUM=$$(tests/browser/ensure-chromium); \
	for name in $$(grep -l __main__ bench/*.py | xargs -n 1 basename -s .py) transaction; do \
		echo "== python -m bench.$$name"; $(BIN)/python -m bench.$$name; echo; \
	done

.PHONY: clean
clean: ## Remove everything that was made, but not the data of the instance (var/)
	rm -rf $(VENV) client/node_modules client/dist client/.cache
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: sheet
sheet: $(NODE_STAMP) ## Serve the page of pictures of the city, http://127.0.0.1:5190/sheet/?city
	@cd client && exec ../$(BIN)/node node_modules/vite/bin/vite.js --config vite.sheet.config.ts
