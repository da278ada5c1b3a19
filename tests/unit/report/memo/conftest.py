"""A memo from the small publication, made once for all that is asked of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests import pilots
from tests.cubes import write_home
from voorkant.declare.home import Home
from voorkant.declare.memofile import ORDERS, Draft
from voorkant.report.asking import Asker
from voorkant.report.memo.description import Memo
from voorkant.report.memo.make import make
from voorkant.report.opened import asker

DRAFT = Draft(
    name="", title="Jeugdhulp in cijfers & <beeld>", kind="raadsbrief", gemeente="GM9901", period="2025", since="2024",
    measures=("ojg:contacten", "ojg:zonder_verwijzing", ":verwijzingen_sggz"), pilots=(pilots.FALL, pilots.REFUSED),
    questions=("leeftijd", "wie-verwijst"), order=(*ORDERS["raadsbrief"][:-2], "vragen", "verantwoording", "tabellen"),
).with_text("vervolg", "Het college komt hierop terug.", "")  # fmt: skip


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(Path(write_home(tmp_path_factory.mktemp("brief") / "home")))


@pytest.fixture(scope="session")
def ask(place: Home) -> Asker:
    return asker(place)


@pytest.fixture(scope="session")
def memo(ask: Asker) -> Memo:
    return make(ask, DRAFT)


@pytest.fixture
def draft() -> Draft:
    return replace(DRAFT)
