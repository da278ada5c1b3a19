"""The lock files: everything by hash, nothing from a place of our own, one version everywhere."""

import json
import re
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bootstrap.venv import PIP
from tests.repo.tree import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[([\w,-]+)\])?==(\S+)", re.IGNORECASE)


def entries(lock: str) -> list[str]:
    """The lock, one text per package."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.split(r"\n(?=\S)", text.strip())


def versions(lock: str) -> set[tuple[str, str]]:
    return {(name, version) for name, _, version in (PINNED.match(entry).groups() for entry in entries(lock))}


def pinned_extras(lock: str) -> dict[str, set[str]]:
    found = (PINNED.match(entry).groups() for entry in entries(lock))
    return {canonicalize_name(name): set((extras or "").split(",")) for name, extras, _ in found}


def wanted_extras(package: str, own: set[str]) -> list[Requirement]:
    """What an installed package asks of others with an extra, here and now; none when it is not for this machine."""
    try:
        asked = [Requirement(text) for text in requires(package) or []]
    except PackageNotFoundError:
        return []
    extras = own or {""}
    here = (item for item in asked if not item.marker or any(item.marker.evaluate({"extra": name}) for name in extras))
    return [item for item in here if item.extras]


@pytest.mark.parametrize("lock", [*LOCKS, PIP])
def test_every_package_is_pinned_with_hashes(lock):
    assert [entry for entry in entries(lock) if not PINNED.match(entry) or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", [*LOCKS, PIP])
def test_no_package_comes_from_a_place_of_our_own(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_the_provider_of_the_login_tests_comes_from_no_place_of_our_own():
    text = (ROOT / "tests" / "browser" / "provider" / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert all("integrity" in found for name, found in packages.items() if name)
    assert '"resolved"' not in text


def test_development_runs_on_what_is_delivered():
    assert versions("requirements.txt") - versions("requirements-dev.txt") == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_is_asked(lock):
    asked = (ROOT / lock).with_suffix(".in").read_text(encoding="utf-8")
    names = {re.split(r"[=\[<>;]", line)[0].strip().lower() for line in asked.splitlines() if line[:1].isalpha()}
    assert names - {package.lower() for package, _ in versions(lock)} == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_asked_with_an_extra_is_pinned_with_it(lock):
    """Else pip takes the newest version of it, which has no hash here: the lock holds only until the next release."""
    pinned = pinned_extras(lock)
    asked = [(name, item) for name, extras in pinned.items() for item in wanted_extras(name, extras)]
    assert any(item.name == "jsonschema" for _, item in asked) or lock == "requirements.txt"
    assert [(name, str(item)) for name, item in asked if item.extras - pinned[canonicalize_name(item.name)]] == []
