"""The lock files: everything by hash, nothing from a place of our own, one version everywhere."""

import re

import pytest

from tests.repo.tree import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[\w,-]+\])?==(\S+)", re.IGNORECASE)


def entries(lock: str) -> list[str]:
    """The lock, one text per package."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.split(r"\n(?=\S)", text.strip())


def versions(lock: str) -> set[tuple[str, str]]:
    return {PINNED.match(entry).groups() for entry in entries(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock):
    assert [entry for entry in entries(lock) if not PINNED.match(entry) or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_package_comes_from_a_place_of_our_own(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_development_runs_on_what_is_delivered():
    assert versions("requirements.txt") - versions("requirements-dev.txt") == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_what_is_asked(lock):
    asked = (ROOT / lock).with_suffix(".in").read_text(encoding="utf-8")
    names = {re.split(r"[=\[<>;]", line)[0].strip().lower() for line in asked.splitlines() if line[:1].isalpha()}
    assert names - {package.lower() for package, _ in versions(lock)} == set()
