"""The files of a picture of routes: the public version of its table, and the internal one as a marked choice."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from voorkant.charts.description import Description
from voorkant.charts.told import Told
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.report.rows import Publication
from voorkant.report.sheet import file_name, told_csv
from voorkant.ui import access
from voorkant.ui.panels.download import NO_PUBLIC, internal_part, on_record
from voorkant.ui.routes.asked import Asked

Drawn = Description | Told
Draw = Callable[[Asked], Drawn | None]
"""Makes the picture of what is asked."""


@access.requires("download")
def public_file(of: Asked, draw: Draw) -> bytes:
    """Made of the public cells when someone wants it. Problem where those show nothing."""
    public = of.public()
    told = draw(public)
    if told is None:
        raise Problem(NO_PUBLIC)
    return told_csv(told, public.publication)


@access.requires("download")
def internal_file(of: Asked, told: Drawn) -> bytes:
    """The table as it is on screen, once it is on record who took it. Problem where that cannot be written down."""
    on_record(of.chosen, told.key, "csv")
    return told_csv(told, of.publication)


def files(of: Asked, told: Drawn, draw: Draw) -> None:
    _button(of.public(), told, of.public().publication, partial(public_file, of, draw))
    if of.publication.protection == Protection.INTERN:
        internal_part(told.key, partial(_button, of, told, of.publication, partial(internal_file, of, told)))


def _button(of: Asked, told: Drawn, publication: Publication, content: Callable[[], bytes]) -> None:
    level = publication.protection
    name = file_name(told.key, of.place, publication, "csv")
    st.download_button(
        f"Download CSV ({level})", content, name, "text/csv", key=f"csv-{level}-{told.key}", on_click="ignore"
    )
