"""A command that a page starts lives on its own, and says what it had to say."""

import os
import sys

from voorkant.ui import process


def test_it_is_a_process_of_its_own():
    log = process.new_log("proef")
    started = process.launch([sys.executable, "-c", "import os; print(os.getsid(0) == os.getpid())"], log)
    assert started.wait(timeout=20) == 0
    assert process.last_line(log) == str(os.name == "posix")
    log.unlink()


def test_silence_is_said():
    log = process.new_log("proef")
    assert process.last_line(log) == "Er kwam geen uitleg bij."
    log.unlink()
