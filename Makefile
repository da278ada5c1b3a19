# Thin calls of start.py, which does the same without make (README.md).
PYTHON ?= python3

.PHONY: run test check demo build bench attack test-next lock
run test check demo build bench attack test-next:
	@$(PYTHON) start.py $@ $(if $(filter run,$@),$(if $(PORT),--port $(PORT)))

# Needs uv. Lock the runtime first: the development lock may not differ from it.
lock:
	uv pip compile requirements.in --universal --generate-hashes --no-strip-extras --python-version 3.11 -o requirements.txt
	echo pip | uv pip compile - --universal --generate-hashes --no-annotate --no-header --python-version 3.11 -o bootstrap/pip.txt
	uv pip compile requirements-dev.in -c requirements.txt --universal --generate-hashes --no-strip-extras --python-version 3.11 -o requirements-dev.txt
