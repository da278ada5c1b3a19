"""Words of the meetlat: what a status is called, and whose judgement it is."""

STATUS = {
    "gehaald": ("●", "gehaald"),
    "op_weg": ("◐", "op weg"),
    "nog_niet": ("○", "nog niet"),
    "niet_gemeten": ("–", "niet gemeten"),
}
"""Sign and word of each status."""
OWN_JUDGEMENT = (
    "De gemeente zegt hier zelf hoe ver zij is. Voorkant rekent deze oordelen niet uit. De cijfers bij een stap staan "
    "er ter onderbouwing naast: ze zeggen niet dat een programma de oorzaak is."
)
ABSENT = (
    "Deze gemeente heeft nog geen meetlat. Zet haar doelen in meetlat.toml, in de map van de gemeente: de handleiding "
    "laat zien hoe."
)


def standing(statuses: list[str]) -> str:
    """`4 van 9 stappen gehaald, 3 op weg, 1 nog niet, 1 niet gemeten.`"""
    counts = {code: statuses.count(code) for code in STATUS}
    first = f"{counts['gehaald']} van {len(statuses)} stappen gehaald"
    rest = [f"{counts[code]} {STATUS[code][1]}" for code in ("op_weg", "nog_niet", "niet_gemeten") if counts[code]]
    return f"{', '.join([first, *rest])}."
