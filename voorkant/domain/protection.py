"""The closed vocabularies of a published cell: its protection level, status and reason."""

from enum import StrEnum


class Protection(StrEnum):
    """Who a figure is protected for, from the widest audience to the narrowest."""

    OPENBAAR = "openbaar"
    INTERN = "intern"


class Status(StrEnum):
    """Whether a period can still change."""

    DEFINITIEF = "definitief"
    VOORLOPIG = "voorlopig"
    ONVOLLEDIG = "onvolledig"


class Reason(StrEnum):
    """Why a cell shows no figure."""

    KLEIN = "klein"
    HERLEIDBAAR = "herleidbaar"
    NIET_GELEVERD = "niet_geleverd"
    ONVOLLEDIG = "onvolledig"
    NIET_GEKOPPELD = "niet_gekoppeld"
    NVT = "nvt"
    GEEN_CIJFER = "geen_cijfer"
