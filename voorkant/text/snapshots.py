"""The words about a frozen memo: what is still so, what was revised since, and why as far as that is known."""

from collections.abc import Sequence

from voorkant.text import periods
from voorkant.text.origin import NO_FILE

NOT_THERE = "staat er niet meer"
SINCE, ANEW, KEEP = "Wat er sindsdien veranderde", "Bekijk met nieuwe cijfers", "Bewaar als momentopname"
COMPARE = "Vergelijken met een momentopname"
NONE_YET = (
    "Bewaar een beeld met de link bovenaan een pagina, of bevries een stuk op Raadsbrief. Wat er dan staat, blijft zo."
)
ONLY_PUBLIC = "Een momentopname is altijd van de openbare cijfers. Zet in de zijbalk ‘Bekijk als openbaar’ aan."
OFFER = (
    "Bewaard wordt wat er nu op deze pagina staat: zinnen, figuren, tabellen, keuzes en begrippen. Het zijn de "
    "openbare cijfers, dus het mag naar buiten. Er komt een vaste link, met bestanden die niet meer veranderen."
)
NOTHING = "Op deze pagina staat nu geen cijfer om te bewaren. Maak eerst een andere keuze."
NOT_YOURS = "Een beleidsmedewerker bewaart een beeld. Stuur die de link naar deze pagina."
NO_SUCH = "De link noemt een momentopname die niet (meer) bestaat."
OTHER_VIEW = "Deze pagina staat op een andere keuze dan de momentopname. Open haar opnieuw vanaf Momentopnamen."
UNCHANGED = "Alle cijfers en definities zijn nog zoals ze toen waren."
CHOICES, DEFINITIONS = "Wat er gekozen was", "Begrippen"
SENTENCE_HEADERS = ("Zin", "Wat er staat")
UNDER = "De zin onder een figuur"
REVISED_HEADERS = ("Figuur", "Wat", "Toen", "Nu", "Waardoor")
OTHER_RULE = "opnieuw gepubliceerd; wat er anders is aan de gegevens staat op Kwaliteit"


def made(who: str, at: str, version: str) -> str:
    return f"Bevroren op {periods.moment(at)} door {who}, met Voorkant {version}."


def sentence(number: int) -> str:
    """The name of a sentence of a view: the words themselves are what may change."""
    return f"Zin {number}"


def compared(code: str, at: str) -> str:
    return f"Dit zijn de cijfers van nu, naast momentopname {code} van {periods.moment(at)}."


def of_view(publication: str, now: str) -> str:
    """Whether a view can be other than it was."""
    if publication == now:
        return "Sindsdien zijn er geen nieuwe cijfers gepubliceerd."
    return f"Sindsdien is publicatie {now} verschenen. Op de pagina zelf staat wat daardoor anders is."


def newer(publication: str, count: int) -> str:
    """That there are newer figures, and how many of these are others now."""
    if not count:
        return f"Sindsdien is publicatie {publication} verschenen. Daardoor verandert hier geen cijfer."
    word = "cijfer is" if count == 1 else "cijfers zijn"
    return f"Sindsdien is publicatie {publication} verschenen: {count} {word} nu anders."


def as_now(column: str, cell: str) -> str:
    """A cell of a pilot as tables say it now, which once said in every row what its column is."""
    said = column.partition(" ")[0].lower()
    return cell.replace(f" {said}", "") if said in ("waargenomen", "verwacht") else cell


def redefined(title: str, old: str, new: str) -> str:
    if old == new:
        return f"{title}: de omschrijving is gelijk, maar er wordt anders geteld."
    return f"{title}: toen ‘{old}’ Nu ‘{new}’"


def delivered(titles: Sequence[str], old: str, new: str) -> str:
    """Which files lay behind measures then and now: which of them changed a figure is not known."""
    return f"{', '.join(titles)}: toen {old}, nu {new or NO_FILE}"


def below(title: str) -> str:
    return f"noemer van {title}"


def reason(delivered: Sequence[str], redefined: Sequence[str]) -> str:
    """Why figures may be others now: deliveries, and measures that are counted otherwise."""
    told = [f"de definitie van ‘{title}’ is veranderd" for title in redefined]
    told += [f"andere leveringen ({' · '.join(delivered)})"] if delivered else []
    return " en ".join(told) or OTHER_RULE
