# `make run` reads, `make test` tests. Both use uv where it is installed, else python3's own venv and pip.
# The stamps make a second call free; they follow pyproject.toml.

VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: run test hostile lint fresh readme lock clean

run: $(VENV)/.ready
	@$(BIN)/hexapla $(or $(ARGS),open us-japan-2plus2-2024)

# Two runners a core: the tests of the reader wait a third of their time for a screen to stand.
test: $(VENV)/.ready-to-test
	@PYTEST_XDIST_AUTO_NUM_WORKERS=$$(( 2 * $$(getconf _NPROCESSORS_ONLN) )) $(BIN)/pytest -n auto --dist worksteal $(ARGS)

# Every promise on hostile input and faults, at length, and the table of the figures reached; up to ten minutes.
hostile: $(VENV)/.ready-to-test
	@$(BIN)/pytest -n 4 --dist worksteal -m 'not fresh' -q $(ARGS) tests/terminal tests/server tests/unit/test_library_kills.py tests/unit/test_library_damage.py

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Builds the wheel and installs it, and the checkout, in new environments: takes the network.
fresh: $(VENV)/.ready-to-test
	@$(BIN)/pytest -m fresh $(ARGS)

# Runs the commands in README.md and writes what they print, and the table of keys.
readme: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.unit.readme_blocks

# Settings of this machine must not name another index in the lock.
lock:
	env -u UV_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_DEFAULT_INDEX -u UV_FIND_LINKS uv lock --no-config

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find tui tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.ready: pyproject.toml
	@if uv --version >/dev/null 2>&1; then uv sync --quiet --frozen --inexact --no-dev; else $(call with_pip,.); fi
	@touch $@

$(VENV)/.ready-to-test: pyproject.toml
	@if uv --version >/dev/null 2>&1; then uv sync --quiet --frozen --inexact; else $(call with_pip,.[test]); fi
	@touch $(VENV)/.ready $@

# The first Python from 3.11 on that is at hand makes the environment.
define with_pip
	for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	done; \
	test -n "$$python" || { echo "Hexapla needs Python 3.11 or later, with venv." >&2; exit 1; }; \
	test -x $(BIN)/python || $$python -m venv $(VENV); \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '$(1)'
endef
