# `make` builds the session of this folder into dist/; `make test` checks the engine. Both install what is missing first.
#
# Libraries go into .venv/, at the versions of requirements.lock. What only the system can give (Pango for the PDFs;
# Chromium for the tests) comes through apt-get where that may be used; else you are told what to type.

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= $(firstword $(foreach each,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(each) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(each))))

PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
PANGO_IS_HERE := python3 -c 'import ctypes; [ctypes.CDLL(f"lib{name}.so.0") for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]'

# $(call apt,packages): installs them where this user may; else says what to type, and fails.
apt = if ! command -v apt-get >/dev/null; then \
		echo "Please install what these packages of Debian hold, then try again: $(1)" >&2; exit 3; fi; \
	if [ "$$(id -u)" = 0 ]; then may=; \
	elif sudo -n true 2>/dev/null; then may="sudo -n"; \
	else echo "Please type this, then try again: sudo apt-get install $(1)" >&2; exit 3; fi; \
	echo "Installing $(1)"; \
	$$may apt-get update -qq </dev/null && \
	$$may env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $(1) </dev/null >/dev/null

.PHONY: all test lint serve bench pictures fonts assets lock clean
.DELETE_ON_ERROR:

all: $(VENV)/.installed
	$(BIN)/daysheet all

serve: $(VENV)/.installed
	$(BIN)/daysheet serve

test: $(VENV)/.browser node_modules lint
	PATH="$(CURDIR)/$(BIN):$$PATH" CHROMIUM="$$(PATH="$(CURDIR)/$(BIN):$$PATH" command -v chromium)" \
		$(BIN)/python -m pytest -n 2 </dev/null

lint: $(VENV)/.installed-tests
	$(BIN)/ruff check .
	$(BIN)/mypy --strict

bench: $(VENV)/.installed-tests
	$(BIN)/python bench/run.py

clean:
	rm -rf dist $(VENV)

# What is installed, once each: a stamp is older than its reasons only when these have changed.

$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "Daysheet needs Python 3.11 or later, and found none. Install it, or type: make PYTHON=<its name>" >&2; exit 3; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then $(call apt,python3-venv); fi
	$(PYTHON) -m venv $(VENV)

$(VENV)/.pango: $(VENV)/bin/python
	@if [ "$$(uname)" = Linux ] && ! $(subst python3,$(BIN)/python,$(PANGO_IS_HERE)) 2>/dev/null; then $(call apt,$(PANGO)); fi
	@touch $@

$(VENV)/.installed: $(VENV)/.pango pyproject.toml requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check -c requirements.lock hatchling editables
	$(BIN)/python -m pip install -q --disable-pip-version-check -c requirements.lock --no-build-isolation -e .
	@$(BIN)/python -c 'import daysheet.pdf.engine' || { \
		echo "Pango was not found, which draws the PDFs. README.md tells how to install it here." >&2; exit 3; }
	@touch $@

$(VENV)/.installed-tests: $(VENV)/.installed
	$(BIN)/python -m pip install -q --disable-pip-version-check -c requirements.lock --no-build-isolation -e '.[test,fonts]'
	@touch $@

# Chromium of the system where there is one; else, where the system has none to give, the one that Playwright brings.
$(VENV)/.browser: $(VENV)/.installed-tests
	@if ! command -v chromium >/dev/null && [ -n "$$(apt-cache depends chromium 2>/dev/null | grep chromium-common)" ]; then \
		$(call apt,chromium); fi
	@command -v chromium >/dev/null || { $(BIN)/python -m playwright install --with-deps chromium && ln -sf "$$($(BIN)/python -c \
		'from playwright.sync_api import sync_playwright as play; print(play().start().chromium.executable_path)')" $(BIN)/chromium; }
	@touch $@

# What checks the scripts, and what is made now and then and committed.

node_modules: $(VENV)/.installed-tests package.json package-lock.json
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	@touch $@

fonts: $(VENV)/.installed-tests node_modules
	$(BIN)/python templates/fonts/merge.py node_modules/@fontsource

assets: node_modules
	$(BIN)/node templates/scripts/bundle.mjs

pictures: $(VENV)/.browser
	PATH="$(CURDIR)/$(BIN):$$PATH" CHROMIUM="$$(PATH="$(CURDIR)/$(BIN):$$PATH" command -v chromium)" \
		$(BIN)/python docs/catalogue/pictures.py

lock:
	rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install -q --disable-pip-version-check hatchling editables '.[test,fonts]'
	{ sed -n 1p requirements.lock; \
		$(VENV)/lock/bin/python -m pip freeze --exclude daysheet | sort -f; } > requirements.lock.new
	mv requirements.lock.new requirements.lock
	rm -rf $(VENV)/lock
