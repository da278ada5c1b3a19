"""The one table of verdicts on a pilot: title, icon, tone and meaning, and why there is none or no firmer one."""

from dataclasses import dataclass

from voorkant.analysis.gate import Lack, Refusal
from voorkant.analysis.verdict import Doubt, Verdict
from voorkant.text.numbers import number


@dataclass(frozen=True)
class VerdictWords:
    """How a verdict looks. `way` is what it says of the figure: lager, hoger, or nothing; the icon shows the same."""

    title: str
    icon: str
    way: str
    meaning: str


VERDICTS = {
    Verdict.REFUSED: VerdictWords(
        "Nog geen uitspraak mogelijk", "…", "",
        "Hierover is nu niets zekers te zeggen; hieronder staat waarom, en wat helpt.",
    ),
    Verdict.FALL: VerdictWords(
        "Aantoonbare daling", "▼", "lager", "Lager dan verwacht, en bij toeval zou dat zelden zo zijn.",
    ),
    Verdict.RISE: VerdictWords(
        "Aantoonbare stijging", "▲", "hoger", "Hoger dan verwacht, en bij toeval zou dat zelden zo zijn.",
    ),
    Verdict.MAYBE_FALL: VerdictWords(
        "Aanwijzing voor een daling, niet aangetoond", "▽", "lager",
        "Lager dan verwacht, maar het kan iets anders zijn.",
    ),
    Verdict.MAYBE_RISE: VerdictWords(
        "Aanwijzing voor een stijging, niet aangetoond", "△", "hoger",
        "Hoger dan verwacht, maar het kan iets anders zijn.",
    ),
    Verdict.UNLIKELY: VerdictWords(
        "Geen aantoonbaar verschil; een daling van {relevant}% of meer is onwaarschijnlijk", "=", "",
        "Het verschil kan toeval zijn, en groot is een daling waarschijnlijk niet.",
    ),
    Verdict.POSSIBLE: VerdictWords(
        "Geen aantoonbaar verschil; ook een relevante daling is niet uitgesloten", "≈", "",
        "Het verschil kan toeval zijn, en er is te weinig om een daling uit te sluiten.",
    ),
}  # fmt: skip

DOUBTS = {
    Doubt.CHANCE: "het verschil kan toeval zijn",
    Doubt.ONE_UNIT: "zonder één van de eenheden wijst het de andere kant op",
    Doubt.DONUT: "zonder de maanden vlak voor de start wijst het de andere kant op",
    Doubt.PEAK: "vlak voor de start week het cijfer al af, en het kan vanzelf zijn teruggegaan",
    Doubt.SERIES: "er zijn geen eenheden om mee te vergelijken",
}

ONLY_WAITING = "Alleen wachten geeft geen antwoord."
WAIT = "wacht langer, of "
"""What is left out where waiting gives no answer."""
LACKS = {
    Lack.START: ("eenheden waarvan de maand van de start onbekend is: {found}",
                 "vul bij elke eenheid de maand van de start in"),
    Lack.TREATED: ("begonnen eenheden die meetellen: {found}, nodig: {needed}",
                   "laat meer eenheden beginnen, of kies een ruimere periode"),
    Lack.COMPARISON: ("eenheden zonder het programma om mee te vergelijken: {found}, nodig: {needed}",
                      "neem eenheden op die later of niet beginnen; anders kan alleen een tijdreeks"),
    Lack.ASSIGNMENTS: ("manieren om de starts over de eenheden te verdelen: {found}, nodig: {needed}",
                       "neem meer eenheden op, of laat ze op verschillende momenten beginnen"),
    Lack.BREAK: ("eenheden waar de registratie stilviel of de telling veranderde: {found}",
                 "vul de ontbrekende maanden aan, laat die eenheden weg, of kies een venster na de breuk"),
    Lack.BEFORE: ("maanden voor de start, bij de eenheid met de minste: {found}, nodig: {needed}",
                  "lever oudere maanden aan"),
    Lack.AFTER: ("maanden na de start, bij de middelste eenheid: {found}, nodig: {needed}",
                 "wacht tot er meer maanden zijn"),
    Lack.EXPECTED: ("te verwachten gebeurtenissen na de start: {found}, nodig: {needed}",
                    f"{WAIT}neem meer eenheden op"),
    Lack.MDE: ("pas een daling van {found}% zou te zien zijn, en dat mag hooguit {needed}% zijn",
               f"{WAIT}neem meer eenheden op"),
    Lack.MISSING: ("ontbrekende maanden: {found}%, en dat mag hooguit {needed}% zijn",
                   "vul de ontbrekende maanden en noemers aan"),
    Lack.SUPPRESSED: ("er zijn aantallen verborgen", "gebruik de echte aantallen in plaats van beschermde"),
    Lack.NOTHING: ("er zijn geen gebeurtenissen om te tellen",
                   "controleer of in de exports staat wat wordt geteld; voor verwijzingen van huisartsen zijn dat ook "
                   "verwijzer_type en verwijzer_agb"),
    Lack.FAMILIES: ("het gaat om gezinnen en niet om plekken die na elkaar beginnen",
                    "beschrijf bereik, duur en ervaringen"),
    Lack.MAPPED: ("verwijzingen van huisartsen die bij een praktijk horen: {found}%, nodig: {needed}%",
                  "lever de koppeling van AGB-codes aan"),
    Lack.NO_MONTHS: ("er zijn geen maanden met cijfers binnen het venster",
                     "lever die cijfers en hun noemers aan (praktijken, scholen of bevolking), of verzet het venster"),
}  # fmt: skip
_SHARES = {Lack.MDE, Lack.MISSING, Lack.MAPPED}


def title(verdict: Verdict, relevant: float) -> str:
    """The title of a verdict; the smallest relevant fall was chosen beforehand as a ratio."""
    return VERDICTS[verdict].title.format(relevant=number((1 - relevant) * 100))


def tone(verdict: Verdict, better: str) -> str:
    """The code of the comparison, and so the colour: `better` is lower, higher or neither."""
    way = VERDICTS[verdict].way
    if verdict is Verdict.REFUSED or (way and better == "neither"):
        return "niet_vergeleken"
    if not way:
        return "vergelijkbaar"
    return "gunstiger" if (way == "lager") == (better == "lower") else "ongunstiger"


def lack_words(refusal: Refusal, *, waits: bool = True) -> tuple[str, str]:
    """Why there is no verdict, and what would mend it; `waits`: whether waiting gives an answer one day."""
    reason, mend = LACKS[refusal.lack]
    mend = mend if waits else mend.removeprefix(WAIT)
    scale = 100 if refusal.lack in _SHARES else 1
    found = _short_of(refusal.found * scale, refusal.needed * scale)
    return reason.format(found=found, needed=number(refusal.needed * scale)), mend


def _short_of(found: float, needed: float) -> str:
    """The number found, with decimals only where it would otherwise look like what is needed."""
    decimals = 0 if round(found) != round(needed) or found == needed else 1
    return number(found, decimals)


def doubt_words(doubts: tuple[Doubt, ...]) -> str:
    return "; ".join(DOUBTS[doubt] for doubt in doubts)
