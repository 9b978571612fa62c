# The one door. `make help` lists the targets; `make demo` and `make test` do all their own set-up.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT := out

# Workers for the tests: both cores of a small machine.
JOBS ?= 2

.PHONY: help setup demo test quick lint types imports office samples memory manual benchmark fmt clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: $(STAMP) ## make .venv with Undraft and all it needs, at .venv/bin/undraft

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 setup" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing. Install it (Debian: apt install python3-venv)." >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: setup ## the main job on the samples: memory, drafts in both languages, checks
	@.ci/demo $(BIN)/undraft $(OUT)

office: ## install LibreOffice, poppler and fonts for Chinese, which the rendering tests drive
	@.ci/install-office

test: setup office lint types imports ## everything CI runs
	$(BIN)/python -m pytest -n $(JOBS)

quick: setup lint types imports ## the developer's loop: no LibreOffice, no slow corpora
	$(BIN)/python -m pytest -n $(JOBS) -m 'not slow and not office'

lint: setup ## style and docstrings
	$(BIN)/ruff check toolkit tests
	$(BIN)/ruff format --check toolkit tests

fmt: setup ## put the code into its format
	$(BIN)/ruff check --fix toolkit tests
	$(BIN)/ruff format toolkit tests

types: setup ## mypy, strict
	$(BIN)/mypy

imports: setup ## the layers of ARCHITECTURE.md
	$(BIN)/lint-imports --no-cache

samples: setup ## make the sample DOCX again from their Markdown
	@for file in samples/*.md samples/faulty/*.md; do \
	  case "$$file" in *README.md) ;; \
	  *) $(BIN)/undraft convert "$$file" -o "$${file%.md}.docx" --force || exit 1 ;; esac; done

memory: setup ## make tm/sample.tmx again from the sample reports
	$(BIN)/undraft align samples/CSIW_COP_WG.3_2025_6.en.docx samples/CSIW_COP_WG.3_2025_6.zh.docx \
	  -o tm/sample.tmx --force

manual: setup ## make docs/commands.md and docs/rules.md again from the code
	$(BIN)/python -m toolkit.cli.manual docs

benchmark: setup ## measure speed and size, and write docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks

clean: ## remove what the targets made, the environment too
	rm -rf $(VENV) $(OUT) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
