"""The answers to questions on a page: what `report` asks, through the cache and its check who may see it."""

from collections.abc import Iterable

from voorkant.declare.questionfile import Question
from voorkant.domain.selection import Selection
from voorkant.report import answering
from voorkant.report.answering import asked
from voorkant.report.council import Answer
from voorkant.ui.panels.answers import ASKER

__all__ = ["all_of", "asked"]


def all_of(questions: Iterable[Question], chosen: Selection) -> dict[str, Answer]:
    """By slug; questions about the same programme, area and period share their reading."""
    return answering.all_of(ASKER, questions, chosen)
