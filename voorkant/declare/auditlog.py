"""The audit log: JSON lines that are only added, each with the hash of the line before it.

Beside it `audit.head.json` says how many lines there are and what the last one hashes to, so that an end that was cut
off is seen too. The app keeps one in `work/`, the builder one in `records/`; a line of the builder also names the last
line of the app. Neither holds a figure, a reason that someone wrote, or anything about a youth.
"""

import errno
import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from filelock import FileLock

from voorkant.declare import clock
from voorkant.declare.atomic import write_atomically
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused

NOTHING_BEFORE = "0" * 64
ACCOUNT = "audit-bouwer.json"
"""The lines of the builder's log in `work/`, as the builder last checked them: for who may read them on a page."""
_TAIL = 1 << 16
"""Bytes from the end in which the last line stands; a longer line is refused when it is added."""
server_log = logging.getLogger("voorkant.audit")


class Action(StrEnum):
    """What is put on record."""

    PUBLISH = "publiceren"
    UNDO = "ongedaan_maken"
    PURGE = "opschonen"
    ROTATE = "sleutel_vernieuwen"
    RULES = "bescherming_gewijzigd"
    ASK_PUBLISH = "publiceren_gevraagd"
    ASK_UNDO = "ongedaan_maken_gevraagd"
    RULE_OFF = "regel_uitgezet"
    RULE_ON = "regel_aangezet"
    CONSENT = "verkorten_toegestaan"
    DOWNLOAD = "interne_versie_gedownload"
    DETAIL = "detail_bekeken"
    ASSESS = "pilots_beoordeeld"
    PILOT_DRAFT = "pilot_opgesteld"
    PILOT_LOCK = "pilot_vastgelegd"
    PILOT_AMEND = "pilot_gewijzigd"
    DECIDE = "besluit_vastgelegd"
    COSTS_KEPT = "kosten_bewaard"
    EVENT_KEPT = "gebeurtenis_bewaard"
    EVENT_REMOVED = "gebeurtenis_verwijderd"
    GROUP_KEPT = "groep_bewaard"
    GROUP_REMOVED = "groep_verwijderd"
    STORY_KEPT = "verhaal_bewaard"
    STORY_REMOVED = "verhaal_verwijderd"
    QUESTION_KEPT = "vraag_bewaard"
    QUESTION_REMOVED = "vraag_verwijderd"
    ANSWER_CHECKED = "antwoord_nagekeken"
    MEMO_BEGUN = "brief_begonnen"
    MEMO_REMOVED = "brief_verwijderd"
    MEMO_FROZEN = "brief_bevroren"
    VIEW_FROZEN = "beeld_bevroren"
    SIGN_IN = "ingelogd"
    SIGN_IN_FAILED = "inloggen_mislukt"
    SIGN_OUT = "uitgelogd"
    SIGN_OUT_ALL = "overal_uitgelogd"
    SESSION_ENDED = "sessie_beeindigd"
    DENIED = "toegang_geweigerd"


@dataclass(frozen=True)
class Entry:
    """Who did what. `about`: the selection or the settings that it was done with; codes and counts of files only."""

    action: Action
    who: str
    role: str
    publication: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """A line by its number, its hash and its time; of an empty log number 0."""

    n: int = 0
    hash: str = NOTHING_BEFORE
    at: str = ""


class AuditLog:
    """One log and what stands beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.head = path.with_name("audit.head.json")

    def append(self, entry: Entry, **also: Any) -> None:
        """Add a line and have it on disk. DataRefused when the end of the log is not what it was."""
        with self._alone():
            last = self.last()
            now = clock.now().isoformat(timespec="seconds")
            did = {"who": entry.who, "role": entry.role, "action": entry.action, "filter": dict(entry.about)}
            told = {"n": last.n + 1, "at": now, **did, "publication": entry.publication, **also, "prev": last.hash}
            line = json.dumps(told, ensure_ascii=False).encode()
            if len(line) >= _TAIL:
                raise ValueError("a line of the audit log is too long")
            self._write(line + b"\n")
            write_atomically(self.head, json.dumps({"n": last.n + 1, "hash": hashed(line)}))
        server_log.info(line.decode())

    def look(self) -> None:
        """DataRefused when no line could be added now. It locks nothing: a page asks it, and may run on a full disk."""
        while True:
            head = read_head(self.head)
            try:
                self.last()
            except DataRefused:
                if read_head(self.head) == head:  # else someone added a line meanwhile
                    raise
            else:
                return

    def last(self) -> Mark:
        """The last line. DataRefused when it is broken off, or not the one that was added last.

        Someone who adds a line meanwhile makes it look changed.
        """
        tail, head = self._tail(), read_head(self.head)
        if not tail:
            if head.n:
                raise self.refusal(f"er horen {head.n} regels in te staan en het is leeg of weg")
            return Mark()
        if not tail.endswith(b"\n"):
            raise self.refusal("de laatste regel is afgebroken")
        line = tail[:-1].rpartition(b"\n")[2]
        try:
            told = json.loads(line)
            found, prev = Mark(told["n"], hashed(line), told["at"]), told["prev"]
        except (ValueError, TypeError, KeyError) as error:
            raise self.refusal("de laatste regel is geen regel van een logboek") from error
        # killed between the line and its head: then the head is one behind
        if (head.n, head.hash) not in ((found.n, found.hash), (found.n - 1, prev)):
            raise self.refusal(f"regel {head.n} was de laatste en is veranderd of weg")
        return found

    def refusal(self, why: str) -> DataRefused:
        return DataRefused(
            f"Het logboek {self.path} klopt niet: {why}. Draai 'voorkant audit' om te zien waar. Er is niets "
            "gepubliceerd, en ook geen interne versie gegeven. Zet een reservekopie terug, of leg het logboek en "
            f"{self.head.name} samen opzij: dan begint er een nieuw."
        )

    def _tail(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - _TAIL))
                return file.read()
        except FileNotFoundError:
            return b""

    def _write(self, line: bytes) -> None:
        """All of it or nothing, also where the disk is full."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        handle = os.open(self.path, flags, 0o640)  # the builder may be another user of the same group
        try:
            size = os.fstat(handle).st_size
            try:
                _write_whole(handle, line)
            except OSError:
                os.ftruncate(handle, size)
                raise
        finally:
            os.close(handle)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time, of every thread and process."""
        with FileLock(self.path.with_name("audit.lock"), mode=0o600):
            yield


def _write_whole(handle: int, line: bytes) -> None:
    if os.write(handle, line) < len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(handle)


def hashed(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def read_head(path: Path) -> Mark:
    """What the head says; that of an empty log when it is not there or cannot be read."""
    try:
        told = json.loads(path.read_bytes())
        return Mark(told["n"], told["hash"])
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Mark()


def app_log(home: Home) -> AuditLog:
    return AuditLog(home.work / "audit.jsonl")


def builder_log(home: Home) -> AuditLog:
    return AuditLog(home.records / "audit.jsonl")


def to_server_log() -> None:
    """Have every line in the log of this process too: for what runs as a service."""
    if not server_log.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("audit %(message)s"))
        server_log.addHandler(handler)
    server_log.setLevel(logging.INFO)
    server_log.propagate = False
