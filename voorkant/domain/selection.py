"""What a user is looking at: one frozen value that goes from the controls down to every query and link."""

from dataclasses import dataclass, replace

from voorkant.domain.area import Level
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
    measure: str = ""  # slug of the one indicator of a page about one

    def whole(self) -> "Selection":
        """The gemeente as a whole; the page that it is for chooses what fits of the rest."""
        return replace(
            self, area=self.gemeente, level=Level.GEMEENTE, inzet="", uitkomst="", measure="", period_type="",
            first="", last="",
        )  # fmt: skip
