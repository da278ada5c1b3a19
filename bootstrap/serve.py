"""The app's process: its port, its start and its end."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bootstrap.step import ROOT, Stop, utf8

HOST = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100
OWN_GROUP: Any = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {"process_group": 0}
"""Ctrl-C reaches this program alone, which then ends the app; Streamlit would print an English complaint."""


def port_to_use(asked: str | None) -> int:
    """The port that was asked for, which must be free; else 8501 or the next free one."""
    if asked is None:
        return next_free()
    if not asked.isdecimal() or not 0 < int(asked) < 2**16:
        raise Stop(f"'{asked}' is geen poort. Geef een getal van 1 tot en met 65535.")
    if taken(int(asked)):
        raise Stop(f"Poort {asked} is al in gebruik. Sluit wat daar draait of kies een andere met --port.")
    return int(asked)


def next_free() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if not taken(port):
            return port
    raise Stop(f"Geen vrije poort gevonden vanaf {FIRST_PORT}. Kies er zelf een met --port.")


def taken(port: int) -> bool:
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


def serve(python: str, home: Path, port: int, *, then: Callable[[], None]) -> None:
    """Run the app until it is stopped, and say when it answers; `then` is done beside it."""
    options = {"server.address": HOST, "server.port": str(port), "logger.hideWelcomeMessage": "true",
               "logger.level": "error"}  # fmt: skip
    command = [python, "-m", "streamlit", "run", "app.py", *(f"--{name}={value}" for name, value in options.items())]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=utf8(VOORKANT_HOME=str(home)),
        **OWN_GROUP,
    )
    for name in {"SIGTERM", "SIGHUP"} & set(dir(signal)):
        signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        while process.poll() is None and not answers(port):
            time.sleep(0.1)
        if process.poll() is None:
            print(f"\nVoorkant staat klaar op http://{HOST}:{port}\nStoppen: Ctrl-C", flush=True)
            then()
        if process.wait():
            raise Stop("De app is onverwacht gestopt; de reden staat hierboven.")
    except KeyboardInterrupt:
        print("\nVoorkant is gestopt.", flush=True)
    finally:
        process.terminate()
        process.wait()
