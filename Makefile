# Matters Arising: `make demo` and `make test` need nothing but Python 3.11 or later.
# README.md gives the same commands for a machine without make.

PYTHON ?= python3
VENV   ?= .venv
# A package index that holds PyTorch's CPU build, so that no gigabytes of CUDA arrive (README.md names it). Empty: pip's own index.
TORCH_INDEX ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo test check bench corpus clean
.DELETE_ON_ERROR:

demo: $(VENV)/.package
	$(BIN)/matters demo

test: $(VENV)/.test
	$(BIN)/python -m pytest

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

bench: $(VENV)/.test
	$(BIN)/python -m bench

corpus: $(VENV)/.test
	$(BIN)/python corpus/build.py

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip

$(VENV)/.torch: $(VENV)/pyvenv.cfg constraints.txt
	$(PIP) $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) torch
	touch $@

$(VENV)/.package: $(VENV)/.torch pyproject.toml
	$(PIP) --editable .
	touch $@

$(VENV)/.test: $(VENV)/.package pyproject.toml
	$(PIP) --group test --group lint --group corpus --group bench
	$(BIN)/python -m tests.web.browsers
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
