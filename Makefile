# Two commands for a newcomer: `make demo` and `make test`. Each sets up .venv by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCHES := start parse query chart forecast chat
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint bench format lock clean
.DEFAULT_GOAL := help

.PHONY: help
help:
	@echo "make demo   cơ sở dữ liệu minh hoạ và hỏi đáp ngay trên màn hình"
	@echo "make test   toàn bộ kiểm thử"
	@echo "make lint   định dạng, kiểu, ranh giới giữa các gói, từ điển"
	@echo "make bench  đo tốc độ và độ chính xác; make bench forecast: chỉ một phần"

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cần Python 3.11 trở lên; đặt PYTHON=/đường/dẫn/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The locked packages, checked by hash; then the project itself, without asking for anything more.
$(VENV)/.run: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.run
	@$(BIN)/iocbot demo

test: $(VENV)/.dev
	$(BIN)/pytest -n 2 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/iocbot lexicon check

# All of them, or those named behind it: make bench forecast
bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks $(filter $(BENCHES),$(MAKECMDGOALS))

.PHONY: $(BENCHES)
$(BENCHES):
	@:

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Pins with hashes for every platform; no address of an index is written.
lock: $(VENV)/.dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 \
		--constraint requirements.lock --generate-hashes --no-emit-index-url --no-header --quiet \
		-o requirements-dev.lock

clean:
	rm -rf $(VENV) var build dist .mypy_cache .ruff_cache .pytest_cache
