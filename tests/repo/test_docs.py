"""The documents say what the code does."""

import re
import tomllib

import pytest
import typer

from bootstrap.commands import COMMANDS
from tests.repo.tree import ROOT, files, name
from voorkant import __version__
from voorkant.__main__ import app
from voorkant.commands.dictionary import KINDS, data_dictionary
from voorkant.declare.auditlog import Action
from voorkant.declare.home import Home
from voorkant.declare.login import HOURS, IDLE_MINUTES, read_login
from voorkant.declare.settings import read_settings
from voorkant.declare.source import TYPES
from voorkant.ui.access import ROLES

DOCUMENTS = files(".", endings=(".md",))
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
CODE = re.compile(r"```sh\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def said(pattern: str) -> set[str]:
    """What the code snippets of all documents say in the place of the pattern's group."""
    snippets = [found[1] or found[2] for path in DOCUMENTS for found in CODE.finditer(path.read_text(encoding="utf-8"))]
    return {found for snippet in snippets for found in re.findall(pattern, snippet, re.MULTILINE)}


def test_the_dictionary_is_in_step():
    written = (ROOT / "docs" / "data_dictionary.md").read_text(encoding="utf-8")
    assert written == data_dictionary(), "run: python -m voorkant dictionary > docs/data_dictionary.md"


def test_the_dictionary_has_a_word_for_every_type():
    assert set(KINDS) == TYPES


def test_the_evidence_of_the_security_standard_exists():
    text = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests|voorkant|queries|\.streamlit)/[\w./-]+)`", text))
    assert len(named) > 30
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path):
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z][a-z-]*):|^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))
    exist = {word for pair in targets for word in " ".join(pair).split()}
    named = said(r"^(?:[A-Z_]+=\S+ )?make ([a-z][a-z-]*)")
    assert {"run", "test"} <= named <= exist


def test_every_command_of_start_that_is_named_exists():
    named = said(r"^python start\.py ([a-z][a-z-]*)")
    assert {"run", "test"} <= named <= {"run", *COMMANDS}


def test_every_command_that_is_named_exists():
    commands = set(typer.main.get_command(app).commands)
    named = said(r"^(?:python -m )?voorkant ([a-z]+)")
    assert {"check", "build"} <= named <= commands


def test_every_command_stands_in_the_readme():
    commands = set(typer.main.get_command(app).commands)
    assert [
        item for item in commands if f"`voorkant {item}" not in (ROOT / "README.md").read_text(encoding="utf-8")
    ] == []


def test_ci_runs_what_the_readme_says():
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("\nmake test")
    assert "\nmake test\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"softwareVersion: {__version__}\n" in (ROOT / "publiccode.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["docs/architecture.md", "docs/handleiding/README.md"])
def test_the_home_folder_is_described_whole(document, tmp_path):
    home, text = Home(tmp_path), (ROOT / document).read_text(encoding="utf-8")
    folders = {home.exports.name, home.records.name, home.published.name, home.work.name}
    assert {folder for folder in folders if f"`{folder}/`" not in text} == set()


@pytest.mark.parametrize("package", sorted(path.parent.name for path in (ROOT / "voorkant").glob("*/__init__.py")))
def test_every_room_is_described(package):
    assert re.search(rf"^  {package}/ ", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_login_in_the_guide_can_be_used(tmp_path):
    guide = (ROOT / "docs" / "handleiding" / "inloggen.md").read_text(encoding="utf-8")
    path = tmp_path / "voorkant.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", guide, re.DOTALL)[1], encoding="utf-8")
    login = read_login(path)
    assert set(login.roles) <= ROLES
    assert all(f"`{action}`" in guide for action in ("ingelogd", Action.SIGN_OUT_ALL, Action.SESSION_ENDED))
    assert {f"| `stil_minuten` | {IDLE_MINUTES} |", f"| `hoogstens_uren` | {HOURS} |"} <= set(
        re.findall(r"^(\| `\w+` \| \d+ \|)", guide, re.MULTILINE)
    )


def test_the_settings_in_the_guide_can_be_used(tmp_path):
    guide = (ROOT / "docs" / "handleiding" / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "voorkant.toml"
    path.write_text(re.search(r"```toml\n(.*?)```", guide, re.DOTALL)[1], encoding="utf-8")
    settings = read_settings(path)
    assert settings.region_name == "Voorbeeldregio"
    assert settings.data_until
