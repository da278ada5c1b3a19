"""The files of a figure: the public version, and the internal one as a separate and marked choice."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial

import streamlit as st

from voorkant.charts.description import Description
from voorkant.charts.ready import Drawable
from voorkant.charts.told import Told
from voorkant.declare.auditlog import Action
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.figure import Figure
from voorkant.report.handed import FORMATS, Format, Handed
from voorkant.report.rows import Publication
from voorkant.report.sheet import file_name
from voorkant.ui import access, audit, controls, pace
from voorkant.ui.copying import copy_text
from voorkant.ui.handing import later
from voorkant.ui.panels import answers
from voorkant.ui.panels.notice import notice

FILTER = frozenset({"gemeente", "area", "level", "period_type", "programme", "first", "last"})
"""What of a selection is put on record."""
NO_PUBLIC = "Dit beeld heeft geen openbare versie: kies daarvoor een hoger niveau of een langere periode."
ONLY_INSIDE = "Dit beeld heeft geen openbare versie: praktijken en scholen staan alleen in de interne versie."
Remake = Callable[[Figure], Description]


@dataclass(frozen=True)
class Files:
    """What makes the public version of a figure and its internal one, once someone asks.

    None: there is none; `why` then says so of the public one.
    """

    public: Callable[[], Handed] | None
    internal: Callable[[], Handed] | None = None
    why: str = NO_PUBLIC


def of_figure(figure: Figure, chosen: Selection, remake: Remake) -> Files:
    """Those of a figure of cells; `remake` makes the chart as it is chosen of the cells of any level."""
    public = partial(public_version, chosen, figure.header.slug, remake) if answers.is_public(chosen) else None
    internal = partial(_of, figure, remake) if figure.publication.protection == Protection.INTERN else None
    return Files(public, internal)


def of_picture(shown: Drawable | Told, place: str, publication: Publication) -> Files:
    """Those of a picture that was made of what `publication` may show."""
    made = partial(Handed, shown.key, shown, place, publication)
    return Files(made) if publication.protection == Protection.OPENBAAR else Files(None, made, ONLY_INSIDE)


def public_version(chosen: Selection, slug: str, remake: Remake) -> Handed:
    """Asked of the public cube. Problem where that holds nothing of it."""
    found = answers.figures(answers.at(chosen, Protection.OPENBAAR), [slug]).get(slug)
    if found is None:
        raise Problem(NO_PUBLIC)
    return _of(found, remake)


def _of(figure: Figure, remake: Remake) -> Handed:
    return Handed(figure.header.slug, remake(figure), figure.place, figure.publication, figure)


@access.requires("download")
@pace.limited
def public_file(made: Handed, form: Format) -> bytes:
    return form.write(made)


@access.requires("download")
@pace.limited
def internal_file(made: Handed, chosen: Selection, form: Format) -> bytes:
    """The internal version, once it is on record who took it. Problem where that cannot be written down."""
    if not access.current_user().may_read(chosen.gemeente, Protection.INTERN):
        raise Problem("De interne versie is er alleen voor wie toegang heeft tot deze gemeente.")
    on_record(chosen, made.name, form.suffix)
    return form.write(made)


def on_record(chosen: Selection, name: str, suffix: str) -> None:
    """Who takes which internal file. Problem where that cannot be written down."""
    about = {key: value for key, value in asdict(chosen).items() if value and key in FILTER}
    audit.log(Action.DOWNLOAD, indicator=name, bestand=suffix, **about)


def offer(files: Files, chosen: Selection) -> None:
    """The public files, and folded away the internal ones: only those leave with more than the public may see."""
    made = _made(files)
    if made is None:
        st.html(f'<p class="vk-axis">{files.why}</p>')
    else:
        for form in FORMATS:
            _button(form, made, partial(public_file, made, form))
        st.html(copied(made.shown, chosen))
    if files.internal:
        _internal(files.internal(), chosen)


def _made(files: Files) -> Handed | None:
    try:
        return files.public() if files.public else None
    except Problem:  # the public cube may hold less than the cube plan lets it
        return None


def copied(shown: Drawable | Told, chosen: Selection) -> str:
    """HTML of a button that copies what a public picture says, with its source and the link to it."""
    link = controls.link(replace(chosen, protection=Protection.OPENBAAR))
    text = f"{shown.sentence} Bron: {shown.source}; {shown.period}. {link}"
    return copy_text(text, "Kopieer de zin (openbaar)", f"De zin bij {shown.title}")


def _internal(made: Handed, chosen: Selection) -> None:
    def buttons() -> None:
        for form in FORMATS:
            _button(form, made, partial(internal_file, made, chosen, form))

    internal_part(made.name, buttons)


@st.fragment
def internal_part(name: str, buttons: Callable[[], None]) -> None:
    """Folded away, what leaves with more than the public may see; nothing where that cannot be put on record."""
    part = st.popover("Interne versie", key=f"intern-{name}", on_change="rerun")
    if part.open:
        with part:
            if why := audit.objection():
                notice("De interne versie is er nu niet", why)
                return
            st.write("Minder sterk beschermd. Alleen voor gebruik binnen de gemeente; het bestand heet INTERN.")
            buttons()


def _button(form: Format, made: Handed, content: Callable[[], bytes]) -> None:
    level = made.publication.protection
    st.download_button(
        f"Download {form.word} ({level})",
        later(content),
        file_name(made.name, made.place, made.publication, form.suffix),
        form.media,
        key=f"{form.suffix}-{level}-{made.shown.key}",
        on_click="ignore",
    )
