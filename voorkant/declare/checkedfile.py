"""Answers that someone looked at and found right: who, when, at which publication, and what the answer was then."""

from dataclasses import dataclass

from voorkant.declare.home import Home
from voorkant.declare.keptfile import Shelf
from voorkant.declare.strict import Table, read_toml


@dataclass(frozen=True)
class Checked:
    """A mark on the answer to a question in a gemeente. `digest` stands for the answer, `day` is an ISO day."""

    question: str
    gemeente: str
    publication: str
    digest: str
    who: str
    day: str

    def holds(self, digest: str) -> bool:
        """Whether the answer is still what was looked at."""
        return self.digest == digest


def read_checked(home: Home) -> dict[tuple[str, str], Checked]:
    """By gemeente and question. DataRefused for a damaged file."""
    found = [_checked(read_toml(path)) for path in _shelf(home).paths()]
    return {(item.gemeente, item.question): item for item in found}


def _checked(table: Table) -> Checked:
    keys = ("question", "gemeente", "publication", "digest", "who", "day")
    found = Checked(**{key: table.take(key, str) for key in keys})
    table.done()
    return found


def keep(home: Home, checked: Checked) -> None:
    """Write a mark, in the place of an earlier one on the same question."""
    told = {key: getattr(checked, key) for key in Checked.__dataclass_fields__}
    _shelf(home).write(_name(checked.gemeente, checked.question), told)


def remove(home: Home, gemeente: str, question: str) -> None:
    _shelf(home).remove(_name(gemeente, question))


def _name(gemeente: str, question: str) -> str:
    return f"{gemeente.lower()}-{question.replace('_', '-')}"


def _shelf(home: Home) -> Shelf:
    return Shelf(home.work / "checked")
