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

CLIENT_STAMP := client/node_modules/.installed
NPM := npm --prefix client --no-update-notifier

$(CLIENT_STAMP): client/package-lock.json client/package.json $(RUN_STAMP)
	@# Settings of the machine's own npm may be unknown to this one: its warnings say nothing here.
	@$(NPM) ci --loglevel=error
	@touch $@

.PHONY: test-wasm
test-wasm: $(DEV_STAMP) $(CLIENT_STAMP) ## Test the portable code in WebAssembly
	$(BIN)/pytest tests/wasm
