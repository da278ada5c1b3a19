"""What the settings say of access, read anew once the file changes: whose home this is, and grounds for true counts."""

import logging
from collections.abc import Mapping
from pathlib import Path

from voorkant.cube.reader import REGIO, current
from voorkant.declare.detail import Ground
from voorkant.declare.home import find_home
from voorkant.declare.settings import Settings, read_settings
from voorkant.declare.unchanged import while_same
from voorkant.domain.problem import DataRefused

log = logging.getLogger(__name__)


def detail() -> Mapping[str, Ground]:
    """The ground of each programme; none where the settings cannot be read: then nobody has one."""
    found = _settings()
    return found.detail if found else {}


def region() -> frozenset[str]:
    """The gemeenten that share this home: as declared, else those that were published or that people sign in for."""
    found = _settings()
    if found and found.gemeenten:
        return frozenset(found.gemeenten)
    published = current(find_home().published)
    signing_in = found.login.gemeenten if found and found.login else ()
    return frozenset([*(published.scopes() if published else ()), *signing_in]) - {REGIO}


def _settings() -> Settings | None:
    try:
        return _read(find_home().settings)
    except OSError:
        return Settings()


@while_same
def _read(path: Path) -> Settings | None:
    try:
        return read_settings(path)
    except DataRefused:
        log.exception("the settings cannot be read, so nobody sees true counts")
        return None
