"""Builds that break off, each in a process of its own: killed at a step or a function, or with files kept small.

Run as a program: a home, then points as JSON. Printed per point: the exit code, what the build said, and the pointer.
"""

import importlib
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import voorkant.builder.build  # noqa: F401 - so that every function of it can be found
from voorkant.__main__ import main
from voorkant.builder import database
from voorkant.commands import exports


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_step(number: int) -> None:
    """Killed when this step is told; 1 is the first."""
    seen: list[str] = []

    def message(step: str) -> None:
        seen.append(step)
        if len(seen) == number:
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


def broken(home: str, how: str, value: Any) -> tuple[int, str]:
    """(exit code, last line on stderr) of one build."""
    reading, writing = os.pipe()  # which has room, also where no file has
    with os.fdopen(reading, encoding="utf-8") as told:
        child = os.fork()
        if not child:
            os.dup2(writing, 2)
            BREAK[how](value)
            try:
                main(["build", "--home", home])
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
    database.THREADS = 1  # as for every build of a test: tests run beside each other
    pointer = Path(sys.argv[1], "published", "current.json")
    for kind, at in json.loads(sys.argv[2]):
        sys.stdout.write(json.dumps([*broken(sys.argv[1], kind, at), pointer.read_text(encoding="utf-8")]) + "\n")
