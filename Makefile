# `make` alone prints what there is. Every target sets up what it needs by itself.
.DEFAULT_GOAL := help
.PHONY: help run tour test try-bench coverage gate lint fix docs snapshots tables locale promises screenshots lock bench clean

BIN := .venv/bin
# What reads and writes most; the other pages ask nothing of a database that these do not.
ON_POSTGRESQL := $(addprefix tests/web/,agreeing audit backup drafting editions handbook insights mail mydata organisation people reading retention setup supplementing worker test_queries.py)
PYTHON_FILES := src tests tools benchmarks examples

help: ## print this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/ready ## open a bakery in the browser, on http://localhost:8000
	@AFSPRAAK_DATA=$${AFSPRAAK_DATA:-demo} $(BIN)/afspraak serve --demo

tour: .venv/ready ## the same bakery in the terminal: its protocol, a dozen posts, the handbook
	@$(BIN)/afspraak tour tour

test: lint .venv/spark ## everything that must hold: style, types, layers, docs, tests
	@$(BIN)/pytest -n 2 --dist loadgroup --ignore tests/benchmarks
	@tools/on_postgresql $(BIN)/pytest -n 2 --dist loadgroup $(ON_POSTGRESQL)

try-bench: .venv/spark ## the benchmarks with tiny numbers: nothing is timed, but all of it must run
	@$(BIN)/pytest tests/benchmarks

coverage: .venv/spark ## the tests once more, much slower, with the lines they never reach
	@$(BIN)/pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered

gate: .venv/ready ## every executor against the reference, on a hundred thousand posts
	@AFSPRAAK_GATE_TEXTS=$${AFSPRAAK_GATE_TEXTS:-100000} $(BIN)/pytest -n 2 tests/gate/test_gate.py

lint: .venv/ready ## style, types, layers, and made files that must be up to date
	@$(BIN)/ruff format --check $(PYTHON_FILES)
	@$(BIN)/ruff check $(PYTHON_FILES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/make_docs.py --check
	@$(BIN)/python tools/make_messages.py --check

fix: .venv/ready ## mend what can be mended by itself
	@$(BIN)/ruff format $(PYTHON_FILES)
	@$(BIN)/ruff check --fix $(PYTHON_FILES)

docs: .venv/ready ## make the reference pages from the code
	@$(BIN)/python tools/make_docs.py

snapshots: .venv/ready ## write the expected texts of messages anew; read the difference before you commit
	@UPDATE_SNAPSHOTS=1 $(BIN)/pytest -q -p no:randomly tests/diagnostics tests/protocol tests/cli tests/docs

tables: .venv/ready ## make the frozen Unicode tables (Python 3.11 only)
	@$(BIN)/python tools/make_fold_table.py
	@$(BIN)/python tools/make_case_table.py

locale: .venv/ready ## gather the texts of the web application, and make the Dutch ones and click's (needs gettext)
	@$(BIN)/python tools/make_locale.py
	@$(BIN)/python tools/make_messages.py

promises: .venv/ready ## run the tests of the eight promises, for the page Transparency
	@$(BIN)/python tools/make_promises.py

screenshots: .venv/ready ## picture the screens for the READMEs
	@$(BIN)/python tools/make_screenshots.py

bench: .venv/ready .venv/spark .venv/bench/ready ## measure, as ratios in one run (ROUNDS=5, TWEETS=file)
	@$(BIN)/python -m benchmarks.run $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(TWEETS),--tweets $(TWEETS))

lock: ## write both lock files anew from pyproject.toml (needs uv)
	@uv lock --upgrade --quiet
	@uv export --quiet --format requirements-txt --no-emit-project --all-extras --no-extra spark --all-groups --no-header -o requirements.lock
	@uv export --quiet --format requirements-txt --no-emit-project --extra spark --no-default-groups --no-header -o requirements-spark.lock
	@touch pyproject.toml

clean: ## remove what was made
	@rm -rf .venv build dist tour demo .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*

.venv/ready: pyproject.toml requirements.lock tools/setup
	@sh tools/setup

.venv/spark: .venv/ready requirements-spark.lock tools/add_spark
	@sh tools/add_spark

.venv/bench/ready: .venv/ready benchmarks/requirements.txt benchmarks/add_peers
	@sh benchmarks/add_peers
