# The commands of this project. `make run` and `make test` need only Python 3.11 and make.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
export PORT
MODEL := https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.8.0/nl_core_news_sm-3.8.0-py3-none-any.whl

.PHONY: run test check bench format requirements clean help

help:           ## This list
	@grep -E '^[a-z]+: .*##' Makefile | sed 's/:.*##/\t/'

run: $(VENV)/.ready $(VENV)/.model  ## Start the site with demo content at http://localhost:$(PORT)
	@$(BIN)/python manage.py start

test: $(VENV)/.ready-dev  ## Run all tests (skips, with a reason, what needs a server or browser that is absent)
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.ready-dev  ## Lint, format, types, room contract, migrations, deployment settings
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy content/nlp search
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@env ENVIRONMENT=production DEBUG=0 BASE_URL=https://example.org EMAIL_URL=smtp+tls://u:p@localhost:587 \
		SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

bench: $(VENV)/.ready-dev  ## Measure; prints the tables of the README
	@$(BIN)/python -m tests.benchmarks

format: $(VENV)/.ready-dev  ## Put the code in its agreed form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

requirements: $(VENV)/.ready-dev  ## Compile the pinned requirements from the .in files
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes requirements-dev.in -o requirements-dev.txt

clean:          ## Remove the environment and all local data (database, media, index)
	@rm -rf $(VENV) .data

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is nodig: installeer het, of geef PYTHON=/pad/naar/python3.11"; exit 1; }
	@echo "Omgeving maken in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.txt
	@echo "Pakketten installeren (de eerste keer een paar minuten) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.txt
	@echo "Pakketten voor tests en controles installeren …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/.model: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 0 --timeout 15 --no-deps $(MODEL) >/dev/null 2>&1 \
		&& echo "Taalmodel nl_core_news_sm geïnstalleerd." \
		|| echo "Taalmodel nl_core_news_sm is niet te bereiken; wij gaan door zonder (labels en zoeken blijven gelijk)."
	@touch $@
