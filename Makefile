# make run: install, build the index, serve the chat on http://127.0.0.1:8000
# make test: install what the tests need (browser included), check and test
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: run install install-test browser check test gate benchmark lock clean

run: install
	$(BIN)/wegwijs serve --port $(PORT)

install: .venv/installed

install-test: .venv/installed-test

.venv/installed: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/installed-test: requirements/test.txt .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	touch $@

browser:
	@sh tests/browser/install-chromium.sh

check: install-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: install-test browser check
	$(BIN)/pytest -n auto

# Holds the answers to the development questions over the fiches against the committed baseline.
gate: install
	WEGWIJS_ENGINE=extractive $(BIN)/wegwijs eval run --data data/gate --suite evals/suites/fiches-development --out data/gate/run --anew
	$(BIN)/wegwijs eval gate --baseline evals/baselines/fiches-development --run data/gate/run

benchmark: install-test
	$(BIN)/python -m benchmarks

lock:
	uv pip compile --upgrade --python-version 3.11 --generate-hashes --no-annotate --no-header requirements/run.in -o requirements/run.txt
	uv pip compile --upgrade --python-version 3.11 --generate-hashes --no-annotate --no-header -c requirements/run.txt requirements/test.in -o requirements/test.txt

clean:
	rm -rf .venv data build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
