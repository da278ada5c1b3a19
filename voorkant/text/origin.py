"""Where a figure comes from, and how to read the picture that it stands in."""

from collections.abc import Sequence

from voorkant.text import periods
from voorkant.text.sentences import PROCESS_ONLY

READING = {
    "line": "Elk punt is een periode; de lijn verbindt ze en stopt bij een breuk of een ontbrekende periode. De band "
    "is de marge: daarbinnen kan een verschil toeval zijn. Een open punt of gearceerde kolom kan nog veranderen.",
    "dots": "Elk punt is een periode, het streepje erdoor de marge. Overlappen twee streepjes, dan kan het verschil "
    "toeval zijn. Bij zo weinig perioden is er geen lijn getrokken.",
    "bars": "Elke balk is een periode, het streepje erdoor de marge. Overlappen twee streepjes, dan kan het verschil "
    "toeval zijn.",
    "funnel": "Elk punt is een plek of een groep kleine plekken. Binnen de trechter hoort het verschil bij toeval; hoe "
    "meer er te verwachten is, hoe smaller de trechter.",
    "rank": "Elk punt is een gebied, het streepje erdoor de marge, de streepjeslijn waarmee wordt vergeleken. Raakt "
    "een streepje de lijn, dan kan het verschil toeval zijn. Een gearceerde balk is niet te tonen: zo hoog kan het "
    "zijn.",
    "courses": "Elke lijn is een gebied; die van de eigen gemeente is donkerblauw. Bij twintig of meer gebieden staan "
    "er banden: de helft ligt in de donkere, acht op de tien in de lichte. Een open punt kan nog veranderen.",
    "map": "Een donkere tint is veel, een lichte weinig; in elk jaar zijn de klassen dezelfde. Gearceerd is niet te "
    "tonen.",
    "multiples": "Elk vak is een groep, met erboven haar verloop. Alle vakken hebben dezelfde schaal. De band is de "
    "marge, een open punt kan nog veranderen, en een gearceerde balk is niet te tonen: zo hoog kan het zijn.",
    "flow": "Elke band is een stroom van links naar rechts; hoe breder, hoe meer. Wat niet te tonen is, heeft geen "
    "breedte en staat in de tabel.",
    "curve": "Elke lijn loopt op: zo groot is het deel dat op dat moment zover was. Het streepje is de marge. Een "
    "gearceerde balk is niet te tonen: zo hoog kan het zijn.",
    "picture": "Wat de balken of vakjes tonen, staat er ook in woorden bij. De tabel eronder zegt hetzelfde.",
}
"""By the kind of picture, as `charts` calls them."""
MOST_FILES = 5
WAITING_TIME = "Minder verwijzingen bij langere wachttijd is geen daling van de vraag."
OUTCOME_ONLY = "Waardoor het verandert, is hieruit niet op te maken."
CONTEXT_ONLY = "Dit cijfer zegt niets over de inzet van de gemeente."
LIMITS = {"inzet": PROCESS_ONLY, "uitkomst": OUTCOME_ONLY, "context": CONTEXT_ONLY}
NO_FILE, BELOW = "geen bestand", "Leveringen van de noemer"
NO_OWNER = "niet vastgelegd in voorkant.toml"
UNCHANGED = "Geen bijzonderheden bij leveringen. Een nieuwe levering kan een cijfer veranderen zolang het voorlopig is."


def complete_after(weeks: int) -> str:
    return "Een periode is meteen volledig." if not weeks else f"Een periode is volledig na {weeks} {_weeks(weeks)}."


def _weeks(count: int) -> str:
    return "week" if count == 1 else "weken"


def limits(ladder: str, counts: str, weeks: int) -> str:
    """What must not be read into it, and when a period is complete."""
    waiting = WAITING_TIME if counts == "verwijzingen" else ""
    return " ".join(filter(None, (LIMITS.get(ladder, ""), waiting, complete_after(weeks))))


def files(named: Sequence[str]) -> str:
    """The newest files, and how many there are more; empty without any."""
    shown, more = ", ".join(named[:MOST_FILES]), len(named) - MOST_FILES
    return f"{shown} en {more} oudere" if more > 0 else shown


def checked(publication: str, made_at: str) -> str:
    """When figures were last made and gone over; `made_at` is an ISO time."""
    when = f" op {periods.moment(made_at)}" if made_at else ""
    return (
        f"Bij publicatie {publication}{when}: leveringen nagekeken, alles opnieuw geteld en de bescherming nagerekend."
    )
