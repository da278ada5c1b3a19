"""What a user is looking at: one frozen value that goes from the controls down to every query and link."""

from dataclasses import dataclass

from voorkant.domain.protection import Protection


@dataclass(frozen=True)
class Selection:
    """The selection of a page, in codes. `level` and `period_type` are values of the enums; empty = not chosen."""

    gemeente: str
    area: str  # the gemeente itself, or a wijk, kern, practice or school in it
    level: str
    period_type: str
    programme: str
    inzet: str  # slug of the preventive indicator
    uitkomst: str  # slug of the specialist indicator
    first: str = ""  # code of the first period shown
    last: str = ""
    protection: Protection = Protection.INTERN
    pilot: str = ""
