"""Commands that break off, each in a process of its own: killed at a step or a function, or with files kept small.

Run as a program: a line of JSON in, with the arguments of a command and the point where it breaks; one out, with its
exit code and the last that it said. To import all that a build needs takes more than a second, so it is done once.
"""

import importlib
import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import voorkant.builder.worker  # noqa: F401 - so that every function of it can be found
from voorkant.__main__ import main
from voorkant.commands import exports


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_step(begin: str) -> None:
    """Killed when a step is told that begins like this."""

    def message(step: str) -> None:
        if step.startswith(begin):
            die()

    exports.message = message


def at_function(path: str) -> None:
    """Killed when this function of the builder is called; `a.b#2`: when it is called for the second time."""
    path, _, call = path.partition("#")
    module, *owners, name = path.split(".")
    owner = importlib.import_module(f"voorkant.builder.{module}")
    for part in owners:
        owner = getattr(owner, part)
    real, calls = getattr(owner, name), []

    def called(*args: Any, **kwargs: Any) -> Any:
        calls.append(name)
        return die() if len(calls) == int(call or 1) else real(*args, **kwargs)

    setattr(owner, name, called)


def without_room(size: int) -> None:
    """No file may grow beyond so many bytes: what writes more gets an error, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


BREAK = {"step": at_step, "function": at_function, "room": without_room}


def broken(arguments: Sequence[str], how: str, value: Any) -> tuple[int, str]:
    """(exit code, last line on stderr) of one command."""
    reading, writing = os.pipe()  # which has room, also where no file has
    with os.fdopen(reading, encoding="utf-8") as told:
        child = os.fork()
        if not child:
            os.dup2(writing, 1)
            os.dup2(writing, 2)
            BREAK[how](value)
            try:
                main(arguments)
            except SystemExit as left:
                # without clearing up: the threads that libraries started on import did not come along with the fork
                os._exit(int(left.code or 0))
            except BaseException:  # noqa: BLE001 - a traceback is what a test looks for
                traceback.print_exc()
                sys.stderr.flush()
                os._exit(70)
        os.close(writing)
        lines = told.read().splitlines()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, lines[-1] if lines else ""


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(broken(*json.loads(line))) + "\n")
        sys.stdout.flush()
