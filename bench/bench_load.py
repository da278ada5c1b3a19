"""Fifty users who think eight seconds between changes, on one process: quiet, and while a publication runs beside them.

A user is a websocket that asks for a page with choices, waits until the script of it has ended, thinks, and asks for
another. The builder runs as its systemd unit has it, with nice 10, on a home of its own with a million contact rows.
Run: python bench/bench_load.py HOME [users] [seconds of quiet] [rows] [at most so many seconds of publishing]
"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.browser.server import serving

HOME = Path(sys.argv[1]).resolve()
USUAL = ("50", "60", "1000000", "3600")
USERS, QUIET, ROWS, MOST = (int(text) for text in (*sys.argv[2:], *USUAL[len(sys.argv) - 2 :]))
THINKING = 8.0
BUDGET_MS, BUDGET_RATIO = 400, 2.0
PAGES = ("", "voorkant_achterkant", "vergelijken", "pilot", "kwaliteit", "vragen")
GEMEENTEN = tuple(f"GM99{n:02}" for n in range(1, 13))
PATIENCE = 60


@dataclass
class Seen:
    """What the users saw in one part of the run: seconds per change, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def share(self, part: float) -> float:
        """Milliseconds within which this part of the changes was answered."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(int(part * len(ordered)), len(ordered) - 1)]

    def line(self, name: str) -> str:
        return (f"{name}: {len(self.seconds)} changes, p50 {self.share(0.5):.0f} ms, p95 {self.share(0.95):.0f} ms, "
                f"slowest {self.share(1):.0f} ms, {len(self.errors)} errors")  # fmt: skip


async def change(line: ClientConnection, chance: random.Random) -> None:
    """Ask for a page with choices, and read until its script has ended."""
    asked = BackMsg()
    asked.rerun_script.page_name = chance.choice(PAGES)
    asked.rerun_script.query_string = f"gemeente={chance.choice(GEMEENTEN)}"
    await line.send(asked.SerializeToString())
    begun = False
    while True:
        told = ForwardMsg.FromString(await asyncio.wait_for(line.recv(), PATIENCE))
        kind = told.WhichOneof("type")
        if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(told.delta.new_element.exception.message)
        begun = begun or kind == "new_session"
        if kind == "script_finished" and begun and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                raise RuntimeError(f"the script ended with {told.script_finished}")
            return


async def user(address: str, number: int, parts: list[Seen], stop: asyncio.Event) -> None:
    """One who comes in at a moment of one's own, and goes on until the end; `parts[-1]` is the part that runs."""
    chance = random.Random(number)  # noqa: S311 - the same users in every run
    await asyncio.sleep(chance.uniform(0, THINKING))
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None) as line:  # type: ignore[list-item]
        while not stop.is_set():
            began, seen = time.monotonic(), parts[-1]
            try:
                await change(line, chance)
                seen.seconds.append(time.monotonic() - began)
            except (OSError, RuntimeError, TimeoutError) as error:
                seen.errors.append(str(error))
            await asyncio.sleep(chance.uniform(0.5, 1.5) * THINKING)


def megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def server_process(address: str) -> int:
    port = address.rpartition(":")[2].encode()
    return next(int(line.parent.name) for line in Path("/proc").glob("[0-9]*/cmdline")
                if {b"streamlit", port} <= set(line.read_bytes().split(b"\0")))  # fmt: skip


async def measured(address: str, publication: Awaitable[int]) -> tuple[list[Seen], list[float], int]:
    """(warming up, quiet, under a publication), megabytes at the three borders, the builder's exit code."""
    parts, stop, pid = [Seen()], asyncio.Event(), server_process(address)
    users = [asyncio.create_task(user(address, number, parts, stop)) for number in range(USERS)]
    await asyncio.sleep(3 * THINKING)
    memory = [megabytes(pid)]
    parts.append(Seen())
    await asyncio.sleep(QUIET)
    memory.append(megabytes(pid))
    parts.append(Seen())
    code = await publication
    memory.append(megabytes(pid))
    stop.set()
    await asyncio.gather(*users)
    return parts, memory, code


async def publish(home: Path) -> int:
    command = ("nice", "-n", "10", sys.executable, "-m", "voorkant", "build", "--home", str(home))
    builder = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    try:
        return await asyncio.wait_for(builder.wait(), MOST)
    except TimeoutError:
        builder.terminate()
        return await builder.wait()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "million"
        command = [sys.executable, "-m", "voorkant", "demo", "--out", str(made), "--rows", str(ROWS)]
        subprocess.run(command, check=True, capture_output=True)
        print(f"{USERS} users, {THINKING:.0f} s thinking, load before {os.getloadavg()[0]:.1f}")
        with serving(HOME) as address:
            (_, quiet, busy), memory, code = asyncio.run(measured(address, publish(made)))
        print(quiet.line("quiet"), busy.line(f"while {ROWS} rows are published (exit {code})"), sep="\n")
        print("memory: " + ", ".join(f"{size:.0f} MB" for size in memory))
        ratio = busy.share(0.95) / quiet.share(0.95)
        print(f"p95 {ratio:.2f} times the quiet one (budget {BUDGET_RATIO}); quiet p95 budget {BUDGET_MS} ms")
        print(*(quiet.errors + busy.errors)[:5], sep="\n")


if __name__ == "__main__":
    main()
