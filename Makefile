PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: help demo test check format clean

help:  ## Say what can be made.
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

demo: .venv/installed  ## Train the next-word model on the bundled fable and let it continue a text.
	$(BIN)/elman demo fable --out build/fable --force

test: check  ## Run all checks and all tests.
	$(BIN)/pytest -n 2 --dist worksteal

check: .venv/installed  ## Style, types and the order of the folders.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed  ## Bring the code into its style.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt torch
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:  ## Remove what was built here.
	rm -rf .venv build
