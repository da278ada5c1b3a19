"""The page of a home without a publication: what to do, and the demo at one press of a button."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from voorkant import ROOT
from voorkant.declare.home import Home, find_home
from voorkant.ui import access, cache, process
from voorkant.ui.permits import ROLE_NAMES

WORDS = ("De demo wordt gemaakt", "De demo wordt gepubliceerd")
MAY = "demo_klaarzetten"
NOTHING_NEW = 3
"""The exit code of a build that found nothing new, which is fine."""


@dataclass
class DemoJob:
    """The two commands that make the demo, one after the other, each in a process of its own."""

    home: Path
    step: int = 0
    failed: str = ""
    process: subprocess.Popen[bytes] | None = None
    log: Path = field(default_factory=lambda: process.new_log("demo"))

    def commands(self) -> list[list[str]]:
        home = str(self.home)
        return [[*process.START, "demo", "--out", home], [*process.START, "build", "--home", home]]

    def start(self) -> None:
        """Begin at the first command, also after a failure."""
        if self.process is None:
            self.step, self.failed = 0, ""
            self._launch()

    def advance(self) -> None:
        """Look how the running command is doing, and start the next one when it is done."""
        if self.process is None or (code := self.process.poll()) is None:
            return
        self.process = None
        if code not in (0, NOTHING_NEW):
            self.failed = process.last_line(self.log)
        elif self.step + 1 < len(self.commands()):
            self.step += 1
            self._launch()

    def running(self) -> bool:
        return self.process is not None

    def _launch(self) -> None:
        self.process = process.launch(self.commands()[self.step], self.log)


@st.cache_resource(max_entries=4, show_spinner=False)
def demo_job(home: str) -> DemoJob:
    """The one job of a home, whoever looks and however often the page is reloaded."""
    return DemoJob(Path(home))


def show() -> None:
    home = find_home()
    st.title("Nog geen publicatie", anchor=False)
    if not access.current_user().may(MAY):
        steward = ROLE_NAMES["gegevensbeheerder"].lower()
        st.write(f"Er zijn nog geen cijfers om te tonen. Een {steward} kan ze publiceren. Probeer het later opnieuw.")
        return
    st.write("Er zijn nog geen cijfers om te tonen. Er zijn twee manieren om te beginnen.")
    own, demo = st.columns(2, gap="large")
    with own:
        st.header("Met eigen exports", anchor=False)
        st.write("Zet de bestanden in deze map:")
        st.code(str(home.exports), language=None, wrap_lines=True)
        st.write("Publiceer ze daarna, en laad deze pagina opnieuw:")
        st.code(f"python -m voorkant build --home {home.path}", language=None, wrap_lines=True)
        _intake()
    with demo:
        st.header("Met verzonnen cijfers", anchor=False)
        st.write("De demo is een verzonnen regio met twaalf gemeenten. Klaarzetten duurt enkele minuten.")
        _demo(home)


def _intake() -> None:
    """The way to the page on which files are brought in, for who may."""
    rule = access.page("Gegevens inladen")
    if rule in access.menu():
        st.page_link(rule.file, label=f"Of kies de bestanden op de pagina {rule.title}.")


def _demo(home: Home) -> None:
    target = _target(home)
    job = demo_job(str(target))
    if not (job.running() or job.failed or _is_free(target)):
        st.info(f"In {target} staan al bestanden. De demo komt daar niet bij.")
        return
    if not job.running() and st.button("Demo klaarzetten", type="primary", key="demo_klaarzetten"):
        start(job)
        st.rerun()
    st.fragment(_progress, run_every=1 if job.running() else None)(job)


@access.requires(MAY)
def start(job: DemoJob) -> None:
    """Begin, for who may: it starts processes on the server."""
    job.start()


def _target(home: Home) -> Path:
    """The home that was named; else the demo's own place in the checkout, which is found from then on."""
    return home.path if os.environ.get("VOORKANT_HOME") else ROOT / "var" / "demo"


def _is_free(target: Path) -> bool:
    """Whether the demo may be made there: nothing stands in it, or an earlier demo that broke off."""
    return not target.is_dir() or (target / "waarheid.toml").is_file() or not any(target.iterdir())


def _progress(job: DemoJob) -> None:
    job.advance()
    if job.running():
        st.progress((job.step + 0.5) / len(WORDS), f"{WORDS[job.step]} ...")
    elif job.failed:
        st.error(f"Klaarzetten is niet gelukt: {job.failed}")
    if cache.publication() is not None:
        st.rerun()
