"""What stands under the picture of an answer: the queries, the deliveries and the public files."""

from collections.abc import Mapping

from voorkant.charts.description import Description
from voorkant.cube.reader import panel_sql
from voorkant.declare.questionfile import Question
from voorkant.domain.selection import Selection
from voorkant.report.council import Answer
from voorkant.report.rows import Header
from voorkant.ui.panels import answers, download, figure, origin

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


def _files(answer: Answer, wanted: Selection) -> download.Files:
    """An answer is public, and so are its files."""
    if answer.figure and isinstance(answer.picture, Description):
        chart = answer.picture
        return download.of_figure(answer.figure, wanted, lambda _: chart)
    return download.of_picture(answer.picture, answers.place_name(wanted), answers.publication(wanted))
