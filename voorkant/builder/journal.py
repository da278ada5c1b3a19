"""What the builder puts on record, and the state in which it refuses to go on."""

import getpass
import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from voorkant.cube import reader
from voorkant.declare import clock
from voorkant.declare.atomic import write_atomically
from voorkant.declare.auditcheck import Record, check_logs, read_log, set_back
from voorkant.declare.auditlog import ACCOUNT, Action, Entry, app_log, builder_log, read_head
from voorkant.declare.home import Home
from voorkant.declare.jobs import make_shared
from voorkant.declare.settings import Settings
from voorkant.domain.job import NOBODY, Asker
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection

NAMES = {"threshold": "drempel", "base": "afronding"}
WORKER = "worker"
"""The role of a job that was asked before jobs told one."""
UNKNOWN = Asker("onbekend", "onbekend")
TOLERANCE = timedelta(minutes=10)
"""A clock that is set right goes back a little; that is only noted."""


def ready(home: Home, *, clock_is_right: bool = False) -> None:
    """See to it that what follows can be put on record. DataRefused for a log that was changed or a clock set back."""
    app, builder = check_logs(home)
    for checked, log in ((app, app_log(home)), (builder, builder_log(home))):
        if checked.faults:
            raise log.refusal(f"regel {checked.faults[0].line}: {checked.faults[0].text.rstrip('.')}")
    now = clock.now()
    if (last := set_back(builder.records, now, TOLERANCE)) and not clock_is_right:
        raise DataRefused(
            f"De klok van deze computer staat op {now:%Y-%m-%d %H:%M}, voor de laatste regel in het logboek ({last}). "
            "Er is niets gepubliceerd. Zet de klok goed. Staat hij goed en liep hij toen voor, draai dan "
            "'voorkant build --clock-is-right'."
        )
    _catch_up(home, builder.records)


def log(home: Home, action: Action, *, asker: Asker = NOBODY, publication: str = "", **about: Any) -> None:
    """Add a line to the builder's log; without who asked for a job, it is the user of this computer."""
    name, role = (asker.name, asker.role or WORKER) if asker.name else (_user(), "opdrachtregel")
    seen = read_head(app_log(home).head)
    also = {"app": {"n": seen.n, "hash": seen.hash}} if seen.n else {}
    builder_log(home).append(Entry(action, name, role, publication, about), **also)
    make_shared(home.work)
    lines = read_log(builder_log(home), "bouwer").records
    write_atomically(home.work / ACCOUNT, json.dumps(lines, ensure_ascii=False))


def published(home: Home, settings: Settings, publication: str | None, *, asker: Asker, action: Action) -> None:
    """A publication that came in force, and before it the change of its protection."""
    if publication is None:
        return
    rules = _rules(settings)
    former = _last_rules(check_logs(home)[1].records)
    if former is not None and former != rules:
        log(home, Action.RULES, asker=asker, publication=publication, van=former, naar=rules)
    log(home, action, asker=asker, publication=publication, bescherming=rules)


def _rules(settings: Settings) -> dict[str, Any]:
    """All settings that decide what figures and youths are protected by."""
    levels: dict[str, Any] = {
        protection.value: {NAMES.get(name, name): value for name, value in asdict(settings.rules[protection]).items()}
        for protection in Protection
    }
    off = [[item.source, item.rule] for item in settings.rules_off]
    detail = {slug: list(ground.roles) for slug, ground in settings.detail.items()}
    return levels | {
        "koppeling": list(settings.linked_sources),
        "regel_uit": off,
        **({"detail": detail} if detail else {}),
    }


def _last_rules(records: Sequence[Record]) -> Any:
    return next((item["filter"]["bescherming"] for item in reversed(records) if "bescherming" in item["filter"]), None)


def _catch_up(home: Home, records: Sequence[Record]) -> None:
    """Who was killed just after a publication came in force, left no line of it."""
    try:
        current = reader.current(home.published)
    except DataRefused:  # a pointer that cannot be read is for the build to mend
        return
    if current and current.name not in {item["publication"] for item in records}:
        log(home, Action.PUBLISH, asker=UNKNOWN, publication=current.name, achteraf="ja")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a user without a name
        return str(os.getuid())
