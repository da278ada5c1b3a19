"""The page of the questions: one in full, then all others with their answers, and the form for an own one."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from voorkant.declare.checkedfile import Checked
from voorkant.declare.questionfile import Question
from voorkant.domain.selection import Selection
from voorkant.report.council import Answer
from voorkant.ui import own
from voorkant.ui.alone import alone
from voorkant.ui.heading import part
from voorkant.ui.panels.notice import notice
from voorkant.ui.questions import answering, form, keeping, one

KEY = "vraag"
GONE = "De link noemt een vraag die hier niet (meer) bestaat. Hieronder staat de eerste vraag."
PUBLIC = "Deze antwoorden zijn gemaakt van de openbare cijfers: ze mogen zo naar buiten."


def show(chosen: Selection) -> None:
    questions, marks = keeping.here(chosen.gemeente), keeping.marks(chosen.gemeente)
    if not questions:
        notice("Er zijn nog geen vragen", "Voeg er hieronder een toe.")
    else:
        st.html(f'<p class="vk-process">{PUBLIC}</p>')
        if st.query_params.get(KEY, next(iter(questions))) not in questions:
            st.info(GONE)
        _answered(questions, marks, chosen)
    form.show(chosen)


@alone
def _answered(questions: Mapping[str, Question], marks: Mapping[str, Checked], chosen: Selection) -> None:
    found = answering.all_of(questions.values(), chosen)
    slug = own.choice(KEY, "Welke vraag?", {name: item.title for name, item in questions.items()}, told=True)
    one.show(questions[slug], found[slug], chosen, marks.get(slug))
    others = {name: item for name, item in questions.items() if name != slug}
    st.html(_listed(others, found, marks, chosen))


def _listed(
    questions: Mapping[str, Question], found: Mapping[str, Answer], marks: Mapping[str, Checked], chosen: Selection
) -> str:
    """HTML of the other questions with their answers: one element, as each costs the browser time at every change."""
    lines = "".join(_line(item, found[slug], marks.get(slug), chosen) for slug, item in questions.items())
    return f'{part("De andere vragen")}<ul class="vk-questions">{lines}</ul>' if lines else ""


def _line(question: Question, answer: Answer, mark: Checked | None, chosen: Selection) -> str:
    address = escape(one.address(question, chosen))
    return (
        f'<li><h3><a href="{address}" target="_self">{escape(question.title)}</a></h3>{one.chip(answer)}'
        f"<p>{escape(answer.text)}</p>{one.marked(mark, answer) if mark else ''}</li>"
    )
