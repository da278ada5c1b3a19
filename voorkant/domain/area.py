"""Area levels, from the country to a single practice or school."""

from enum import StrEnum


class Level(StrEnum):
    """What a code stands for. Practices and schools are areas too: a place where help is given."""

    LAND = "land"
    REGIO = "regio"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    KERN = "kern"
    PRAKTIJK = "praktijk"
    SCHOOL = "school"


LAND_CODE = "NL00"
REGIO_CODE = "RG01"
