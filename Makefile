# Everything is set up on first use, in .venv, from the locked versions in requirements/.

PYTHON ?= python3
ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" $(ARGS)

.PHONY: help bench deck test test-slow check dist docs fuzz gallery matrix yields messages format lock clean

help:
	@echo "make deck       build the Anki deck from the notes"
	@echo "make test       run the tests"
	@echo "make test-slow  run the tests that take minutes, the fuzzer, the yields, and the matrix"
	@echo "make check      formatting, lint, types, import rules"
	@echo "make docs       write docs/codes anew: a page for each code of deckbuilder check"
	@echo "make dist       the package, to install without a clone: wheel and sdist of the last commit, in build/dist"
	@echo "make fuzz       try notes that nobody wrote for ten minutes; finds go to build/fuzz"
	@echo "make bench      how much computing the command takes, as ratios; ARGS=--quick for a minute or two"
	@echo "make gallery    pictures of all that cards can show, in build/gallery"
	@echo "make matrix     import the deck into old and new releases of Anki, in build/matrix"
	@echo "make yields     how much of what each rule finds is worth a card, measured on the corpus"
	@echo "make messages   bring the Korean catalogue of messages up to date; says what it lacks"
	@echo "make format     format the code and mend what the linter can"
	@echo "make lock       write requirements/*.lock anew after a change of dependencies"
	@echo "make clean      remove .venv and the caches"
	@echo
	@echo "PYTHON=...    the Python to set up with (3.11 or newer)"
	@echo "ARGS=...      more arguments for bench, deck, test, fuzz, gallery, matrix, yields or lock, as in: make lock ARGS=--upgrade"

deck: .venv/.run
	$(BIN)/deckbuilder build $(ARGS)

test: .venv/.dev
	$(BIN)/python -m pytest $(ARGS)

test-slow: .venv/.dev
	$(BIN)/python -m pytest -m slow $(ARGS)
	$(BIN)/python -m tests.fuzz --minutes=1 --seed=1 --slack=4 # on a busy machine, the same notes
	$(if $(wildcard ../shared/corpus/score.py),$(BIN)/python -m tests.yields --check)
	$(if $(WITHOUT_MATRIX),,$(BIN)/python -m tests.matrix)

check: .venv/.dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: .venv/.dev
	$(BIN)/python -m tests.codes docs/codes

dist: .venv/.dev
	@sh scripts/make-dist $(BIN)/python build/dist

fuzz: .venv/.dev
	$(BIN)/python -m tests.fuzz $(ARGS)

bench: .venv/.dev
	$(BIN)/python -m benchmarks $(ARGS)

gallery: .venv/.dev
	$(BIN)/python -m tests.gallery build/gallery $(ARGS)

matrix: .venv/.dev
	$(BIN)/python -m tests.matrix $(ARGS)

yields: .venv/.dev
	$(BIN)/python -m tests.yields $(ARGS)

messages: .venv/.dev
	$(BIN)/python -m tests.messages

format: .venv/.dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

# dev.lock comes on top of run.lock and keeps to its versions.
lock: .venv/.dev
	$(LOCK) pyproject.toml --group build --output-file requirements/run.lock
	$(LOCK) --group dev --constraint requirements/run.lock --output-file requirements/dev.lock

clean:
	rm -rf .venv build *.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find benchmarks deckbuilder tests -name __pycache__ -prune -exec rm -rf {} +

# The stamps lie in .venv and go with it: a changed lock makes the environment anew.
.venv/.made: requirements/run.lock requirements/dev.lock scripts/make-venv
	@sh scripts/make-venv "$(PYTHON)" .venv
	@touch $@

.venv/.run: .venv/.made pyproject.toml
	@echo "Installing deckbuilder and the packages it needs ..."
	@$(PIP) install --require-hashes --requirement requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation --check-build-dependencies --editable .
	@touch $@

.venv/.dev: .venv/.run
	@echo "Installing the developers' tools ..."
	@$(PIP) install --no-deps --require-hashes --requirement requirements/dev.lock
	@touch $@
