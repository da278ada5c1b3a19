"""What several tests of the builder need."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from voorkant import ROOT

Broken = Callable[..., tuple[int, str]]


@pytest.fixture(scope="session")
def broken() -> Iterator[Broken]:
    """Run a command and break it off: `broken("function", "publish.write_cube", "build", "--home", home)`.

    Returned are its exit code and the last that it said.
    """
    command = [sys.executable, "-m", "tests.unit.builder.breaking"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout

        def run(how: str, value: str | int, *arguments: object) -> tuple[int, str]:
            process.stdin.write(json.dumps([[*map(str, arguments)], how, value]) + "\n")
            process.stdin.flush()
            code, words = json.loads(process.stdout.readline())
            return code, words

        yield run
        process.stdin.close()
