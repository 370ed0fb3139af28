# Everything a fresh machine needs: Python 3.11 or newer, and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check world readme constraints clean

demo: $(READY)  ## screen the example orders
	$(BIN)/vigil screen examples/orders.jsonl --format table

test: $(READY)  ## the quick suite, one to two minutes
	$(BIN)/pytest -q -n auto -m "not slow"

check: $(READY)  ## exactly what CI runs before the slow suites
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n auto -m "not slow" --hypothesis-profile=thorough

world: $(READY)  ## compile the shipped facts (vigil/data) into the shipped world
	$(BIN)/python -m vigil.store.compile

readme: $(READY)  ## put the output of the commands that the README shows in place
	$(BIN)/python tools/readme.py

constraints:  ## look the versions up anew and pin them with their hashes
	uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q -o constraints.txt

$(READY): pyproject.toml setup.py constraints.txt vigil/names/_kernel.c
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

clean:
	rm -rf $(VENV) build *.egg-info
