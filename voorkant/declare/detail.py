"""Who may see the true counts of a programme, and on which ground: `[detail.<programma>]` of the settings."""

from collections.abc import Mapping
from dataclasses import dataclass

from voorkant.declare.programme import Programme
from voorkant.declare.strict import Table, nearest
from voorkant.domain.problem import DataRefused

ROLES = ("beleidsmedewerker", "manager")
"""Only those who work with the places of a programme; of others nobody's work asks for it."""


@dataclass(frozen=True)
class Ground:
    """Why roles may see true counts per practice or school and month."""

    roles: tuple[str, ...]
    words: str


def read_grounds(top: Table) -> Mapping[str, Ground]:
    """By programme. DataRefused for a ground without words, or for a role that may not have one."""
    table = top.table("detail")
    found = {slug: _ground(table.table(slug)) for slug in table.names()}
    table.done()
    return found


def _ground(table: Table) -> Ground:
    roles, words = table.texts("rollen"), table.take("grond", str)
    table.done()
    if wrong := [role for role in roles if role not in ROLES]:
        raise table.refuse(f"'rollen' noemt {wrong[0]!r}; toegestaan: {', '.join(ROLES)}.")
    if not roles or not words.strip():
        raise table.refuse(
            "ware aantallen zijn er alleen voor een rol met een vastgelegde grond. Vul 'rollen' en 'grond' allebei in, "
            "of haal dit onderdeel weg."
        )
    return Ground(roles, " ".join(words.split()))


def check_grounds(grounds: Mapping[str, Ground], programmes: Mapping[str, Programme]) -> None:
    """DataRefused for the ground of a programme that does not exist."""
    for slug in grounds:
        if slug not in programmes:
            where = f"voorkant.toml, [detail.{slug}]"
            raise DataRefused(f"{where}: het programma '{slug}' bestaat niet.{nearest(slug, programmes)}")
