"""What gemeenten are compared by and in which groups: `vergelijken.toml` of the home, and groups that were saved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf, each, text_objections
from voorkant.declare.strict import Table, read_toml
from voorkant.domain.problem import Problem

FILE = "vergelijken.toml"
LONGEST = 60
_GEMEENTE = re.compile(r"GM\d{4}")


@dataclass(frozen=True)
class Factor:
    """Something in which gemeenten are alike or differ, beside what the publication itself knows."""

    title: str
    source: str
    values: Mapping[str, float]


@dataclass(frozen=True)
class Group:
    """Gemeenten that are often compared with. `id` is empty of one that the file declares: a page cannot remove it.

    `gemeente`: whose group it is; empty of one that is everyone's.
    """

    title: str
    gemeenten: tuple[str, ...]
    id: str = ""
    gemeente: str = ""


def read_factors(home: Home) -> tuple[Factor, ...]:
    """Those that the home declares; none without a file. DataRefused for a wrong one."""
    return tuple(map(_factor, _file(home).tables("factor")))


def read_groups(home: Home, *, strict: bool = False) -> tuple[Group, ...]:
    """Those of the file, then those that were saved. DataRefused for a wrong file; a saved one as keptfile.py says."""
    declared = [_group(table, "") for table in _file(home).tables("groep")]
    return (*declared, *each(_shelf(home).paths(), lambda path: _group(read_toml(path), path.stem), strict=strict))


def _file(home: Home) -> Table:
    path = home.path / FILE
    return read_toml(path) if path.is_file() else Table({}, FILE)


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "groups")


def _factor(table: Table) -> Factor:
    values = table.table("waarden")
    found = Factor(
        title=table.take("titel", str),
        source=table.take("bron", str),
        values={code: values.take(code, float) for code in values.names()},
    )
    table.done()
    for code in found.values:
        if not _GEMEENTE.fullmatch(code):
            raise table.refuse(f"bij waarden staat '{code}'. Schrijf een gemeentecode, zoals GM0344.")
    return found


def _group(table: Table, name: str) -> Group:
    found = Group(table.take("titel", str), table.texts("gemeenten"), name, table.take("gemeente", str, ""))
    table.done(objections(found))
    return found


def objections(group: Group) -> Iterator[str]:
    """Why a group cannot be kept, in Dutch."""
    if not group.title.strip() or len(group.title) > LONGEST:
        yield f"Geef de groep een naam van hoogstens {LONGEST} tekens."
    if not group.gemeenten or not all(map(_GEMEENTE.fullmatch, group.gemeenten)):
        yield "Kies ten minste een gemeente voor de groep."
    yield from text_objections(group.title)


def keep(home: Home, group: Group) -> str:
    """Write a group; its name. Problem when it cannot be kept so."""
    if objection := next(objections(group), ""):
        raise Problem(objection)
    name = _shelf(home).free_name("groep", group.title)
    told = {"titel": group.title.strip(), "gemeenten": list(group.gemeenten), "gemeente": group.gemeente}
    _shelf(home).write(name, told)
    return name


def remove(home: Home, name: str) -> None:
    _shelf(home).remove(name)
