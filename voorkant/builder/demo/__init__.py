"""The demo: a fictional region whose exports hold effects that we planted ourselves, so that results can be checked."""

from voorkant.builder.demo.home import write_demo
from voorkant.builder.demo.kept import keep_demo
from voorkant.builder.demo.locking import lock_demo

__all__ = ["keep_demo", "lock_demo", "write_demo"]
