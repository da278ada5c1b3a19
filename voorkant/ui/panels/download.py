"""The files of a figure: the public version, and the internal one as a separate and marked choice."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial

import streamlit as st

from voorkant.declare.auditlog import Action
from voorkant.domain.problem import Problem
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.figure import Figure
from voorkant.report.rows import Publication
from voorkant.report.sheet import figure_csv, file_name
from voorkant.report.workbook import figure_xlsx
from voorkant.ui import access, audit
from voorkant.ui.panels import answers
from voorkant.ui.panels.notice import notice

FILTER = frozenset({"gemeente", "area", "level", "period_type", "programme", "first", "last"})
"""What of a selection is put on record."""
NO_PUBLIC = "Dit beeld heeft geen openbare versie: kies daarvoor een hoger niveau of een langere periode."


@dataclass(frozen=True)
class Format:
    """A kind of file: its word on the button, its suffix and media type, and what writes it."""

    word: str
    suffix: str
    media: str
    write: Callable[[Figure], bytes]


FORMATS = (
    Format("CSV", "csv", "text/csv", figure_csv),
    Format("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", figure_xlsx),
)


@access.requires("download")
def public_file(chosen: Selection, slug: str, form: Format) -> bytes:
    """The public version, asked of the public cube when someone wants it."""
    found = answers.figures(answers.at(chosen, Protection.OPENBAAR), [slug]).get(slug)
    if found is None:
        raise Problem(NO_PUBLIC)
    return form.write(found)


@access.requires("download")
def internal_file(figure: Figure, chosen: Selection, form: Format) -> bytes:
    """The internal version, once it is on record who took it. Problem where that cannot be written down."""
    on_record(chosen, figure.header.slug, form.suffix)
    return form.write(figure)


def on_record(chosen: Selection, name: str, suffix: str) -> None:
    """Who takes which internal file. Problem where that cannot be written down."""
    about = {key: value for key, value in asdict(chosen).items() if value and key in FILTER}
    audit.log(Action.DOWNLOAD, indicator=name, bestand=suffix, **about)


def downloads(figure: Figure, chosen: Selection) -> None:
    """The public files, and folded away the internal ones: only those leave with more than the public may see."""
    slug = figure.header.slug
    if answers.is_public(chosen):
        public = answers.publication(answers.at(chosen, Protection.OPENBAAR))
        for form in FORMATS:
            _button(form, public, figure, partial(public_file, chosen, slug, form))
    else:
        st.html(f'<p class="vk-axis">{NO_PUBLIC}</p>')
    if figure.publication.protection == Protection.INTERN:
        _internal(figure, chosen)


def _internal(figure: Figure, chosen: Selection) -> None:
    def buttons() -> None:
        for form in FORMATS:
            _button(form, figure.publication, figure, partial(internal_file, figure, chosen, form))

    internal_part(figure.header.slug, buttons)


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


def _button(form: Format, publication: Publication, figure: Figure, content: Callable[[], bytes]) -> None:
    slug, level = figure.header.slug, publication.protection
    name = file_name(slug, figure.place, publication, form.suffix)
    st.download_button(
        f"Download {form.word} ({level})",
        content,
        name,
        form.media,
        key=f"{form.suffix}-{level}-{slug}",
        on_click="ignore",
    )
