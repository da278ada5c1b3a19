"""The small exports: inhabitants, praktijken, schools, rollout and AGB mapping, as rows of text."""

from collections.abc import Iterator

from voorkant.builder.demo.region import AGE_GROUPS, GEMEENTEN, Region
from voorkant.builder.demo.rollout import Start
from voorkant.builder.demo.timeline import FIRST_YEAR, YEARS

BEVOLKING = ["gebiedscode", "jaar", "leeftijdsgroep", "aantal"]
PRAKTIJKEN = [
    "praktijk_agb", "naam", "gemeentecode", "wijkcode", "jaar", "ingeschreven_0_17", "ingeschreven_0_17_gemeente",
]  # fmt: skip
SCHOLEN = ["brin", "naam", "schooltype", "gemeentecode", "wijkcode", "schooljaar", "leerlingen"]
UITROL = ["programma", "locatie", "startdatum", "einddatum", "uren_per_week"]
AGB_KOPPELING = ["zorgverlener_agb", "praktijk_agb", "vanaf", "tot"]

Row = tuple[str, ...]


def bevolking(region: Region) -> Iterator[Row]:
    for number, gemeente in enumerate(GEMEENTEN):
        own = [wijk for wijk in region.wijken if wijk.gemeente == number]
        whole = sum(wijk.people for wijk in own)
        for code, people in ((gemeente.code, whole), *((wijk.code, wijk.people) for wijk in own)):
            for year, amounts in zip(YEARS, people, strict=True):
                yield from (
                    (code, str(year), group, str(amount)) for group, amount in zip(AGE_GROUPS, amounts, strict=True)
                )


def praktijken(region: Region) -> Iterator[Row]:
    for item in region.praktijken:
        gemeente, wijk = GEMEENTEN[item.gemeente].code, region.wijken[item.wijk].code
        for year, listed, own in zip(YEARS, item.listed, item.own, strict=True):
            yield item.agb, item.name, gemeente, wijk, str(year), str(listed), str(own)


def scholen(region: Region) -> Iterator[Row]:
    for item in region.schools:
        gemeente, wijk = GEMEENTEN[item.gemeente].code, region.wijken[item.wijk].code
        for year, pupils in enumerate(item.pupils, FIRST_YEAR - 1):
            yield item.brin, item.name, item.kind, gemeente, wijk, f"{year}/{year + 1}", str(pupils)


def uitrol(starts: list[Start]) -> Iterator[Row]:
    for start in starts:
        hours = "" if start.hours is None else f"{start.hours:g}"
        yield start.programme, start.location, start.first_day, start.last_day or "", hours
