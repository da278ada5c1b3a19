"""The files of a picture that has no public version: internal ones, put on record before they are given."""

from voorkant.charts.ready import Drawable
from voorkant.charts.told import Told
from voorkant.domain.selection import Selection
from voorkant.ui.panels import answers, download


def files(told: Drawable | Told, chosen: Selection) -> download.Files:
    """Those of a picture at the level of the screen."""
    return download.of_picture(told, answers.place_name(chosen), answers.publication(chosen))


def file(told: Drawable | Told, chosen: Selection) -> None:
    download.offer(files(told, chosen), chosen)
