# juesuan: `make help` lists the targets.
SHELL := /bin/bash
PREFIX ?= /usr/local
SHARED ?= ../shared
BUILD  := swift build -c release --static-swift-stdlib --product juesuan
BINARY := .build/release/juesuan

.PHONY: help run build test lint install clean bench variations passes corpus golden setup samples picture ocr install-ocr \
	man completions catalogue spark cluster-test bench-spark bench-found fuzz fuzz-tap sanitize perturb \
	python-setup python-test python-lint notebook \
	wheel deb tarball image release packaging package-check package-test
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

run: ## from nothing to tables: install what is missing, build, extract samples/*.pdf into output/
	@scripts/setup.sh run
	@$(MAKE) --no-print-directory build
	@$(BINARY) extract samples/*.pdf --output output

build: ## the release binary, .build/release/juesuan
	@$(BUILD)

test: ## everything that the tests need, then the tests
	@scripts/setup.sh run test
	@scripts/python.sh .build/python Tests/requirements.txt
	@$(MAKE) --no-print-directory ocr
	swift test
	@$(MAKE) --no-print-directory python-test PROGRAM=.build/debug/juesuan

lint: ## format, imports and conversions, strict
	swift format lint --strict --recursive Sources Tests Package.swift
	scripts/check-imports.sh
	scripts/check-conversions.sh

install: ## the binary into PREFIX/bin (PREFIX=/usr/local)
	@test -x $(BINARY) || $(MAKE) --no-print-directory build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/juesuan"

ocr: ## the OCR helper for scanned pages, in .build/ocr, where the program looks for it
	@scripts/setup.sh ocr
	@scripts/python.sh .build/ocr integrations/ocr/requirements.txt integrations/ocr

install-ocr: ## the same below PREFIX, for the installed program
	@scripts/setup.sh ocr
	python3 -m venv --clear "$(DESTDIR)$(PREFIX)/lib/juesuan/ocr"
	"$(DESTDIR)$(PREFIX)/lib/juesuan/ocr/bin/pip" install --quiet --requirement integrations/ocr/requirements.txt ./integrations/ocr

spark: build ## the job for Apache Spark with PySpark, in .build/spark
	@scripts/setup.sh spark
	@scripts/python.sh .build/spark integrations/spark/requirements.txt integrations/spark

python-setup:
	@scripts/python.sh .build/python-package python/tests/requirements.txt python

PROGRAM ?= $(BINARY)
python-test: python-setup ## the tests of the Python package (PROGRAM=.build/release/juesuan)
	@test -x $(PROGRAM) || $(MAKE) --no-print-directory build
	@cd python && JUESUAN_PROGRAM="$(abspath $(PROGRAM))" ../.build/python-package/bin/python -W error::ResourceWarning \
		-m unittest discover --top-level-directory . --start-directory tests

python-lint: python-setup ## ruff and mypy --strict over the Python package
	@cd python && ../.build/python-package/bin/ruff format --check . && ../.build/python-package/bin/ruff check . \
		&& ../.build/python-package/bin/mypy

notebook: build python-setup ## run docs/notebook.ipynb anew and make its picture
	@.build/python-package/bin/python python/remake_notebook.py

# what a cluster runs on: the samples, and the corpus where it is at hand
REPORTS = samples $(wildcard $(SHARED)/corpus)
REPEAT ?= 50
cluster-test: spark ## a Spark cluster beside one machine: the same rows, also when a worker is killed (REPEAT=50)
	@$(if $(wildcard $(SHARED)/corpus),,echo "cluster-test: $(SHARED)/corpus is not there: samples only" >&2)
	@.build/spark/bin/python -m unittest discover integrations/spark/tests
	@.build/spark/bin/python integrations/spark/tests/cluster_test.py $(BINARY) $(REPEAT) $(REPORTS)

COUNT ?= 2000
ROUNDS ?= 1
bench-spark: spark ## what Spark costs over a plain batch (COUNT=2000 documents, ROUNDS=1)
	@.build/spark/bin/python bench/spark.py $(BINARY) $(COUNT) $(ROUNDS) $(REPORTS)

man: build ## the manual page, .build/man/juesuan.1
	@mkdir -p .build/man
	@scripts/manual.py $(BINARY) > .build/man/juesuan.1

completions: build ## what bash, zsh and fish complete, .build/completions/{juesuan.bash,_juesuan,juesuan.fish}
	@mkdir -p .build/completions
	@$(BINARY) --generate-completion-script bash > .build/completions/juesuan.bash
	@$(BINARY) --generate-completion-script zsh > .build/completions/_juesuan
	@$(BINARY) --generate-completion-script fish > .build/completions/juesuan.fish

clean: ## removes what was built; output/ is yours and stays
	rm -rf .build

bench: ## CPU time and memory against pdftotext -layout; paragraphs; reprints; checks; growth; a batch of 2,000
	@scripts/setup.sh run test bench
	@$(MAKE) --no-print-directory build
	@bench/run.py $(BINARY) samples "$(SHARED)/corpus"
	@bench/paragraphs.py $(BINARY) samples/truth samples
	@bench/paragraphs.py $(BINARY) "$(SHARED)/corpus/generated" "$(SHARED)/corpus/generated" \
		hard-500-002 scanned-501-000
	@bench/reprinted.py $(BINARY) samples "$(SHARED)/corpus"
	@swift build -c release --static-swift-stdlib --product planted-errors
	@bench/checking.sh $(BINARY) .build/release/planted-errors samples/ministry-2024.pdf samples/shanghai-2024.pdf
	@bench/growth.py $(BINARY)
	@bench/batch.py $(BINARY) 2000 samples "$(SHARED)/corpus"
	@bench/review.py $(BINARY) 10000 samples/shanghai-2024.pdf
	@$(MAKE) --no-print-directory ocr
	@.build/ocr/bin/python bench/scans.py $(BINARY) samples/ministry-2024.pdf:6-11 samples/shanghai-2024.pdf:5-10 \
		"$(SHARED)/corpus/real" "$(SHARED)/corpus/budget" --twin samples/ministry-2024.pdf samples/ministry-2024-scanned.pdf

SHUFFLES ?= 200
bench-found: ## what relations without a catalogue prove of the reports, and how many they find in shuffled tables (SHUFFLES=200)
	@swift build -c release --product found-relations
	@nice .build/release/found-relations samples/*.pdf --shuffles $(SHUFFLES)
	@[ ! -d "$(SHARED)/corpus" ] || nice .build/release/found-relations "$(SHARED)"/corpus/{real,budget}/*.pdf --shuffles $(SHUFFLES)
	@[ ! -d "$(SHARED)/corpus" ] || nice .build/release/found-relations "$(SHARED)"/corpus/general/*.pdf --shuffles $(SHUFFLES)

SECONDS ?= 600
SEED ?= $(shell date +%Y%m%d)
fuzz: build ## inputs changed at random, each also alone; what fails is kept in .build/fuzz (SECONDS=600, SEED=the date)
	@bench/fuzz/run.py $(BINARY) $(SEED) $(SECONDS) samples Tests/PDFSourceTests/Fixtures $(wildcard $(SHARED)/corpus)

TAP := .build/sanitize/tap
# Swift's own clang, which has the sanitizers and libFuzzer beside it
TAP_CC := $(dir $(realpath $(shell command -v swift)))clang
$(TAP): bench/tap/listen.c $(wildcard Sources/CDrawingTap/*.[ch] Sources/CDrawingTap/include/*.h)
	@mkdir -p $(dir $(TAP))corpus
	@$(TAP_CC) -g -O1 -Wall -Werror -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
		-fno-omit-frame-pointer -ISources/CDrawingTap/include bench/tap/listen.c Sources/CDrawingTap/*.c \
		$$(pkg-config --cflags --libs poppler-glib) -lm -ldl -o $(TAP) 2>&1 | { grep -v 'Cannot export local' || true; }
	@test -x $(TAP)

# leaks: fontconfig and Poppler keep what they have for the process
sanitize: $(TAP) ## what hears Poppler draw, under address and undefined-behaviour sanitizers, over each PDF at hand
	@find samples Tests/PDFSourceTests/Fixtures $(wildcard $(addprefix $(SHARED)/corpus/,real budget general generated generated-odd)) \
		-name '*.pdf' -print0 | ASAN_OPTIONS=detect_leaks=0 xargs -0 nice $(TAP) > .build/sanitize/log 2>&1 \
		&& echo "sanitize: $$(grep -c ^Executed .build/sanitize/log) documents, nothing found" \
		|| { grep -E 'ERROR|runtime error|SUMMARY|Running:' .build/sanitize/log | tail -5; exit 1; }

fuzz-tap: $(TAP) ## the same, with PDFs that libFuzzer makes (SECONDS=600)
	@ASAN_OPTIONS=detect_leaks=0 nice $(TAP) -max_total_time=$(SECONDS) -timeout=60 -rss_limit_mb=4096 -max_len=200000 \
		-artifact_prefix=.build/sanitize/ .build/sanitize/corpus Tests/PDFSourceTests/Fixtures 2> .build/sanitize/log \
		&& tail -1 .build/sanitize/log || { tail -20 .build/sanitize/log; exit 1; }

variations: build ## extract a few hundred made-up layouts and compare, see bench/variations
	@scripts/python.sh .build/variations bench/variations/requirements.txt
	@.build/variations/bin/python bench/variations/run.py $(BINARY)

perturb: build ## change one thing of each report and compare what is said of it (SEED=1, COUNT=2000 changes)
	@nice bench/perturb/run.py $(BINARY) samples $(wildcard $(addprefix $(SHARED)/corpus/,real budget generated generated-odd)) \
		--seed $(or $(SEED),1) --count $(COUNT)

passes: ## CPU time of reading text, painting and listening, for docs/decisions.md
	@mkdir -p .build
	@cc -O2 -Wall -ISources/CDrawingTap/include bench/passes.c Sources/CDrawingTap/*.c \
		$$(pkg-config --cflags --libs poppler-glib) -lm -ldl -o .build/passes
	@find samples "$(SHARED)/corpus" -name '*.pdf' -print0 2>/dev/null | sort -z \
		| xargs -0 .build/passes 2>/dev/null

corpus: build ## extract the corpus beside the repository and score it
	@scripts/corpus.sh $(BINARY) "$(SHARED)"

golden: ## record the golden files anew; look at the difference before you commit it
	JUESUAN_RECORD=1 swift test
	git status --short Tests

setup: ## install the Debian packages of scripts/packages.txt that are missing
	@scripts/setup.sh run test bench

samples: ## make samples/*.pdf anew (needs samples/requirements.txt)
	python3 samples/make_samples.py

catalogue: build ## embed Sources/FinalAccounts/Catalogue/*.yaml in the program; build again afterwards
	@$(BINARY) catalogue Sources/FinalAccounts/Catalogue --swift > .build/StandardCatalogue.swift
	@cp .build/StandardCatalogue.swift Sources/FinalAccounts/Generated/StandardCatalogue.swift

# what is handed out, in dist/: docs/install.md says what is in it
PACK = .build/packaging/bin/python packaging/pack.py $(BINARY)

packaging: build
	@scripts/setup.sh run package
	@scripts/python.sh .build/packaging packaging/requirements.txt

tarball: packaging ## a folder that runs anywhere, packed: dist/juesuan-VERSION-linux-MACHINE.tar.gz
	@$(PACK) tarball

wheel: packaging ## the Python package with the program in it, and the OCR helper's, in dist/
	@$(PACK) wheel

deb: packaging ## a Debian package for the release that this machine has, in dist/
	@$(PACK) deb

image: packaging ## a container image from the tarball, with podman or docker (ENGINE=)
	@$(PACK) image

release: packaging ## tarball, wheels, Debian package, list of contents (SPDX), checksums: all into an empty dist/
	@rm -rf dist
	@$(PACK) tarball wheel deb sbom sums

package-check: wheel ## the wheel in an environment of its own: what it is, one sample; under a minute
	@.build/packaging/bin/python -m unittest discover --start-directory Tests/packages --pattern 'check_*.py'

package-test: release ## the packages on bare Debian 12 and 13, which have nothing of what they need (as root)
	@scripts/setup.sh package-test
	@.build/packaging/bin/python -m unittest discover --verbose --start-directory Tests/packages --pattern '*_*.py'

picture: build ## make the pictures of README.md anew (needs samples/requirements.txt)
	python3 docs/images/make.py $(BINARY)
