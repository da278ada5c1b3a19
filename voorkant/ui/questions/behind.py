"""What stands under the picture of an answer: the queries, the deliveries and the public files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from voorkant.charts.told import Told
from voorkant.cube.reader import panel_sql
from voorkant.declare.questionfile import Question
from voorkant.domain.protection import Protection
from voorkant.domain.selection import Selection
from voorkant.report.council import Answer
from voorkant.report.rows import Header
from voorkant.report.sheet import file_name, told_csv
from voorkant.ui import access
from voorkant.ui.panels import answers, figure, origin
from voorkant.ui.panels.download import downloads
from voorkant.ui.pilots import outcome

READS = {"parts": "answer_parts", "places": "answer_places", "effect": "pilot_estimates"}


def account(question: Question, answer: Answer, headers: Mapping[str, Header], wanted: Selection) -> figure.Account:
    """`wanted`: what the question is about, in public."""
    known = answers.deliveries(wanted)
    behind = [known[slug].words for slug in headers if slug in known]
    counted = {
        f"Wat er bij het publiceren wordt geteld: {header.title.lower()}": header.query for header in headers.values()
    }
    last = list(headers.values())[-1:]
    return figure.Account(
        title=last[0].title if last else question.title,
        ladder=last[0].ladder if last else "uitkomst",
        delivered="; ".join(dict.fromkeys(behind)) or "geen bestand",
        queries=counted | {"Wat dit antwoord uit de publicatie leest": panel_sql(READS.get(question.answer, "figure"))},
        caption=answer.picture.title if answer.picture else question.title,
        files=_files(answer, wanted),
        behind=origin.of(last[0], wanted) if last else (),
    )


def _files(answer: Answer, wanted: Selection) -> Callable[[], None]:
    """What draws the buttons for the files of an answer."""
    if answer.figure:
        return partial(downloads, answer.figure, wanted)
    if answer.pilot:
        slug = answer.pilot.declared.slug
        content = partial(outcome.public_file, "in_time", replace(wanted, pilot=slug))
        return partial(_button, content, f"pilot_{slug}.csv")
    return partial(_table, answer.picture, wanted)


def _table(picture: Told, wanted: Selection) -> None:
    name = file_name(picture.key, answers.place_name(wanted), answers.publication(wanted), "csv")
    _button(partial(public_file, picture, wanted), name)


def _button(content: Callable[[], bytes], name: str) -> None:
    label = f"Download CSV ({Protection.OPENBAAR})"
    st.download_button(label, content, name, "text/csv", key="csv-vraag", on_click="ignore")


@access.requires("download")
def public_file(told: Told, wanted: Selection) -> bytes:
    """The table of a picture, which was made of public figures."""
    return told_csv(told, answers.publication(wanted))
