"""One pilot of the demo is laid down in its register, on the day on which the demo was really made."""

from pathlib import Path

from voorkant.builder.demo.declarations import ONE_PLAN
from voorkant.declare import clock
from voorkant.declare.home import Home
from voorkant.declare.pilot import read_pilots
from voorkant.declare.register import Register

WHO = "demo"


def lock_demo(out: Path) -> None:
    """Not part of `write_demo`: that gives the same bytes on any day. A lock that is there stays."""
    home = Home(out)
    register = Register(home)
    if not register.entries(ONE_PLAN):
        register.lock(read_pilots(home)[ONE_PLAN], who=WHO, at=clock.now().isoformat(timespec="seconds"))
