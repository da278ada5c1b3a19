"""The one clock of what is logged and kept, so that a test can set it."""

from datetime import datetime


def now() -> datetime:
    """This moment, with its time zone."""
    return datetime.now().astimezone()
