"""Fifty users who signed in and think eight seconds between changes, on one process: quiet, and beside a publication.

A user is a websocket with the cookie of a session of its own. It asks for a page with choices, waits until the script
of it has ended, thinks, and asks for another. The builder runs as its systemd unit has it, with nice 19, on a home of
its own. The memory of the app is noted every minute.
Run, for the budgets: python -m bench.bench_load [home] --quiet 120 --exports BIG
and for the memory: python -m bench.bench_load [home] --quiet 1800 --rows 0
The home is copied and has the demo published; BIG is a home of which the exports are published, else they are made.
"""

import argparse
import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.browser.server import free_port, serving
from tests.browser.signing import Visitor, provider, settled
from voorkant import ROOT
from voorkant.ui.cookies import SESSION

THINKING = 8.0
BUDGET_MS, BUDGET_RATIO = 400, 2.0
PAGES = ("", "voorkant_achterkant", "vergelijken", "pilot", "kwaliteit", "vragen")
GEMEENTEN = tuple(f"GM99{n:02}" for n in range(1, 13))
PEOPLE = ("anna", "carla")
"""Of one gemeente and of all: who they are in tests/browser/provider."""
PATIENCE = 60
MINUTE = 60
PLACES = ("published", "work", "voorkant.toml", "meetlat.toml", "doelen.toml", "begroting.toml", "geo", "pilots",
          "questions")  # fmt: skip
"""What the app reads of a home."""


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
        if kind == "auth_redirect":
            raise RuntimeError("signed out")
        if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(told.delta.new_element.exception.message)
        begun = begun or kind == "new_session"
        if kind == "script_finished" and begun and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            if told.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                raise RuntimeError(f"the script ended with {told.script_finished}")
            return


async def user(address: str, cookie: str, number: int, parts: list[Seen], stop: asyncio.Event) -> None:
    """One who comes in at a moment of one's own, and goes on until the end; `parts[-1]` is the part that runs."""
    chance = random.Random(number)  # noqa: S311 - the same users in every run
    await asyncio.sleep(chance.uniform(0, THINKING))
    url, headers = address.replace("http", "ws") + "/_stcore/stream", {"Cookie": f"{SESSION}={cookie}"}
    async with connect(url, subprotocols=["streamlit"], additional_headers=headers, max_size=None) as line:  # type: ignore[list-item]
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


@asynccontextmanager
async def noting(pid: int) -> AsyncIterator[list[float]]:
    """The megabytes of a process, noted every minute."""
    noted: list[float] = []

    async def note() -> None:
        while True:
            noted.append(megabytes(pid))
            print(f"  minute {len(noted) - 1}: {noted[-1]:.0f} MB", flush=True)
            await asyncio.sleep(MINUTE)

    task = asyncio.create_task(note())
    yield noted
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def measured(
    address: str, cookies: list[str], quiet: float, publication: Awaitable[int] | None
) -> tuple[list[Seen], list[float], int]:
    """(warming up, quiet, under a publication), megabytes per minute after warming up, the builder's exit code."""
    parts, stop, code = [Seen()], asyncio.Event(), 0
    users = [asyncio.create_task(user(address, cookie, at, parts, stop)) for at, cookie in enumerate(cookies)]
    await asyncio.sleep(3 * THINKING)
    async with noting(server_process(address)) as memory:
        parts.append(Seen())
        await asyncio.sleep(quiet)
        if publication:
            parts.append(Seen())
            code = await publication
    stop.set()
    await asyncio.gather(*users)
    return parts, memory, code


async def publish(home: Path, most: float) -> int:
    command = ("nice", "-n", "19", sys.executable, "-m", "voorkant", "build", "--home", str(home))
    builder = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    try:
        return await asyncio.wait_for(builder.wait(), most)
    except TimeoutError:
        builder.terminate()
        return await builder.wait()


@contextmanager
def signed_in(home: Path, users: int) -> Iterator[tuple[str, list[str]]]:
    """The address of an app on which people sign in, and the cookies of so many who did."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = home / "voorkant.toml"
    before = settings.read_text(encoding="utf-8")
    with provider(address) as issuer:
        settled(home, address, issuer)
        settings.write_text(before + settings.read_text(encoding="utf-8"), encoding="utf-8")
        with serving(home, port=port):
            yield address, [_cookie(address, PEOPLE[at % len(PEOPLE)]) for at in range(users)]


def _cookie(address: str, who: str) -> str:
    visitor = Visitor(address)
    visitor.sign_in(who)
    if not visitor.inside:
        raise SystemExit(f"{who} could not sign in")
    return visitor.cookie(SESSION)


def _copied(home: Path, to: Path, places: tuple[str, ...]) -> Path:
    to.mkdir()
    for place in map(home.joinpath, places):
        if place.is_dir():
            shutil.copytree(place, to / place.name)
        elif place.exists():
            shutil.copy(place, to)
    return to


def _to_publish(folder: Path, exports: Path | None, rows: int) -> Path:
    if exports:
        kept = tuple(path.name for path in exports.iterdir() if path.name not in ("published", "records", "work"))
        return _copied(exports, folder / "big", kept)
    made = folder / "big"
    command = [sys.executable, "-m", "voorkant", "demo", "--out", str(made), "--rows", str(rows)]
    subprocess.run(command, check=True, capture_output=True)
    return made


def wanted() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("home", type=Path, nargs="?", default=ROOT / "var" / "demo")
    asked.add_argument("--users", type=int, default=50)
    asked.add_argument("--quiet", type=float, default=120, help="seconds without a publication")
    asked.add_argument("--exports", type=Path, help="a home of which the exports are published")
    asked.add_argument("--rows", type=int, default=1_000_000, help="rows of exports that are made; 0: no publication")
    asked.add_argument("--most", type=float, default=3600, help="seconds after which the builder is stopped")
    return asked.parse_args()


def main() -> None:
    ask = wanted()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        big = _to_publish(folder, ask.exports, ask.rows) if ask.exports or ask.rows else None
        home = _copied(ask.home, folder / "home", PLACES)
        print(f"{ask.users} users, {THINKING:.0f} s thinking, load before {os.getloadavg()[0]:.1f}")
        with signed_in(home, ask.users) as (address, cookies):
            asked = measured(address, cookies, ask.quiet, publish(big, ask.most) if big else None)
            (_, quiet, *busy), memory, code = asyncio.run(asked)
    report(quiet, busy, memory, code)


def report(quiet: Seen, busy: list[Seen], memory: list[float], code: int) -> None:
    print(quiet.line("quiet"), f"budget of its p95: {BUDGET_MS} ms", sep="\n")
    for part in busy:
        ratio = part.share(0.95) / quiet.share(0.95)
        print(part.line(f"beside a publication (exit {code})"), f"p95 {ratio:.2f} times the quiet one", sep="\n")
        print(f"budget {BUDGET_RATIO}")
    print(f"memory: {memory[0]:.0f} MB at first, {max(memory):.0f} at most, {memory[-1]:.0f} in the end")
    print(*[error for part in (quiet, *busy) for error in part.errors][:5], sep="\n")


if __name__ == "__main__":
    main()
