"""One question in full: its answer, how sure, why, its picture with the account, and who looked at it."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

import streamlit as st

from voorkant.charts.description import Description
from voorkant.declare.checkedfile import Checked
from voorkant.declare.questionfile import Question
from voorkant.domain.area import Level
from voorkant.domain.selection import Selection
from voorkant.report.council import Answer
from voorkant.report.figure import far
from voorkant.report.rows import Header
from voorkant.text.council import UNCHECKED, checked
from voorkant.ui import access, cache, controls
from voorkant.ui.copying import copy_text
from voorkant.ui.intake.act import act
from voorkant.ui.panels import answers, events, figure
from voorkant.ui.panels.tile import MEASURE_PAGE
from voorkant.ui.questions import behind, keeping
from voorkant.ui.questions.answering import asked
from voorkant.ui.questions.pictures import bars
from voorkant.ui.snapshots import noted

HEIGHT = 300
PAGE, COMPARE_PAGE = "vragen", "vergelijken"


def address(question: Question, chosen: Selection) -> str:
    """The permanent link to a question."""
    return f"{controls.link(chosen, PAGE)}&vraag={question.slug}"


def chip(answer: Answer) -> str:
    """HTML of how sure an answer is; colour only repeats it."""
    label = answer.label
    sign = f'<span aria-hidden="true">{label.sign}</span>'
    return f'<span class="vk-chip vk-{label.tone}">{sign} {escape(label.words)}</span>'


def marked(mark: Checked | None, answer: Answer) -> str:
    """HTML of who looked at it, with a sign."""
    if mark is None:
        return f'<p class="vk-checked"><span aria-hidden="true">○</span> {UNCHECKED}</p>'
    holds = mark.holds(answer.digest)
    said = checked(mark.who, mark.day, mark.publication, holds=holds)
    return f'<p class="vk-checked"><span aria-hidden="true">{"✓" if holds else "!"}</span> {escape(said)}</p>'


def show(question: Question, answer: Answer, chosen: Selection, mark: Checked | None) -> None:
    slugs = [answer.pilot.declared.indicator] if answer.pilot else question.indicators
    headers = answers.headers(asked(question, chosen), slugs)
    said = "vk-sentence" if answer.picture else "vk-said-only"
    noted.draw(
        f'<section class="vk-answer"><h2>{escape(question.title)}</h2><p>{chip(answer)}</p>'
        f'<p class="{said}">{escape(answer.text)}</p>{_copy(question, answer, chosen)}{marked(mark, answer)}'
        f"{_why(question, answer, headers, chosen)}</section>"
    )
    _tend(question, answer, chosen, mark)
    _picture(question, answer, chosen, headers)


def _copy(question: Question, answer: Answer, chosen: Selection) -> str:
    """The answer as plain text with its link, to paste in a mail or a letter."""
    about = answer.picture
    source = f" Bron: {about.source}; {about.period}." if about else ""
    text = f"{question.title} {answer.text} ({answer.label.words}.){source} {address(question, chosen)}"
    return copy_text(text, "Kopieer dit antwoord (openbaar)", "Het antwoord")


def _why(question: Question, answer: Answer, headers: dict[str, Header], chosen: Selection) -> str:
    """HTML of what led to it, folded: what is measured, from what, over when, and what the figures do not tell."""
    listed = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in _terms(answer, headers))
    page = escape(_page(question, answer, chosen))
    more = page and f'<p><a href="{page}" target="_self">Bekijk waar dit vandaan komt ›</a></p>'
    return (
        f"<details class='vk-how'><summary>Waarom dit antwoord?</summary><dl class='vk-method'>{listed}</dl>"
        f"{more}</details>"
    )


def _terms(answer: Answer, headers: dict[str, Header]) -> Iterator[tuple[str, str]]:
    for header in headers.values():
        yield header.title, f"{header.definition} Teller: {header.numerator_text}. Noemer: {header.denominator_text}."
    if answer.figure and answer.figure.goal:
        yield "Doel van de gemeente", far(answer.figure)
    if answer.pilot:
        yield "De vraag van de pilot", answer.pilot.declared.question
    if answer.picture:
        about = answer.picture
        yield "Bron", about.source
        yield "Periode", f"{about.period}; {about.status}"
        yield "Niet getoond", about.suppression
    if answer.unknown:
        yield "Wat hiermee niet bekend is", " ".join(answer.unknown)


def _page(question: Question, answer: Answer, chosen: Selection) -> str:
    """The page that has the figure, at the public level as the answer."""
    wanted = replace(asked(question, chosen), inzet="", uitkomst="", pilot="")
    if answer.pilot:
        return controls.link(replace(wanted, pilot=answer.pilot.declared.slug), "pilot")
    if question.answer == "effect":
        return controls.link(wanted, "pilots")
    slug = question.indicators[-1]
    if not answers.headers(wanted, [slug]):
        return controls.link(wanted, "")
    match question.answer:
        case "parts":
            return controls.link(wanted, COMPARE_PAGE, wat="groep", maat=slug, groep=question.split)
        case "places":
            return controls.link(wanted, COMPARE_PAGE, wat=Level.WIJK, maat=slug)
    return controls.link(wanted, MEASURE_PAGE, maat=slug)


def _tend(question: Question, answer: Answer, chosen: Selection, mark: Checked | None) -> None:
    """What a policy officer can do with it; others see who did."""
    if not access.current_user().may(keeping.ACTION):
        return
    with st.container(horizontal=True):
        if mark is None or not mark.holds(answer.digest):
            name = cache.required().name
            act(
                "Markeer als nagekeken",
                f"nagekeken_{question.slug}",
                lambda: keeping.check(question, chosen.gemeente, publication=name, digest=answer.digest),
            )
        if question.kept:
            with st.popover("Verwijderen", key=f"vraag_weg_{question.slug}"):
                st.write("De vraag verdwijnt van deze pagina. In het logboek blijft staan dat dit is gedaan.")
                act("Ja, verwijder deze vraag", f"vraag_weg_ja_{question.slug}", lambda: keeping.remove(question))


def _picture(question: Question, answer: Answer, chosen: Selection, headers: dict[str, Header]) -> None:
    about = answer.picture
    if about is None:
        return
    if isinstance(about, Description):
        with st.container(key=f"figuur-{about.key}", gap="xsmall"):
            st.html(figure.above(about))
            figure.chart(about, height=HEIGHT)
        events.row([(item.number, item) for item in about.events])
    else:
        figure.picture(about, bars(answer, about), told=False)
    figure.explain(about, behind.account(question, answer, headers, asked(question, chosen)), chosen)
