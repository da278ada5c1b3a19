"""The sentences of what stands beside a verdict, without one of their own: other outcomes, and what is watched."""

from dataclasses import dataclass
from math import isfinite

from voorkant.text.numbers import number


@dataclass(frozen=True)
class Also:
    """Another outcome: observed over expected with its interval; no numbers where there is no figure."""

    title: str
    code: str
    ratio: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Watched:
    """A measure that is watched: after the start and before; no numbers where there is no figure."""

    name: str
    code: str
    after: float | None
    before: float | None

    @property
    def is_worse(self) -> bool:
        return self.code == WORSE


AROUND = "Alle jeugdhulp ernaast"
AROUND_NOTE = "Dit is context over de hele gemeente per jaar. Het zegt niet of de pilot werkt."
SHIFT_NOTE = (
    "Daalt de specialistische hulp en stijgt alle jeugdhulp samen, dan is dat een verschuiving en geen besparing."
)
WORSE = "ongunstig"
ALSO = {
    "lager": "lager dan verwacht",
    "hoger": "hoger dan verwacht",
    "geen_verschil": "geen duidelijk verschil met de verwachting, ook omdat er naar meer uitkomsten is gekeken",
}
NO_FIGURE = {
    "zelfde_telling": "telt per praktijk dezelfde verwijzingen als de hoofduitkomst, en zegt dus niets extra's",
    "geen_uitspraak": "er is te weinig om iets te kunnen zeggen",
    "klein": "de aantallen zijn te klein om te tonen",
    "herleidbaar": "niet te tonen, omdat kleine aantallen anders te herleiden zijn",
}
SAME = "zelfde_telling"
SINGLE = "geen duidelijk verschil met de verwachting"
PER_PRAKTIJK = "Per praktijk telt alleen wat haar eigen huisartsen verwezen, niet wat anderen verwezen."
WATCHED = {
    "crisis": ("Verwijzingen bij crisis", "{} per 1.000 jeugdigen per jaar", "na de start", "in het jaar ervoor"),
    "wachttijd": ("Wachten op specialistische hulp, langer dan tien weken", "{}%", "na de start", "in het jaar ervoor"),
    "terugkomst": (
        "Specialistische hulp binnen een jaar na een traject", "{}%", "na het eerste jaar", "in het eerste jaar",
    ),
}  # fmt: skip
"""What is watched, how its number is written, and which two times are compared; of all of these, more is worse."""
CLEAR = {
    WORSE: "dat is meer dan wat vanzelf schommelt",
    "gunstig": "dat is minder dan wat vanzelf schommelt",
    "binnen_ruis": "dat valt binnen wat vanzelf schommelt",
}
NOT_WATCHED = {
    "klein": "de aantallen zijn te klein om te tonen",
    "herleidbaar": "niet te tonen, omdat kleine aantallen anders te herleiden zijn",
    "geen_gegevens": "er zijn geen gegevens om dit te meten",
    "niet_gekoppeld": "niet gekoppeld: dit volgt jeugdigen van de ene bron naar de andere",
    "niet_gemeten": "wordt nog niet gemeten",
}
NO_CAUSE = "Voor en na zijn waargenomen, zonder vergelijking: de oorzaak staat hiermee niet vast."


def also_words(item: Also, *, among: int) -> str:
    """One other outcome of so many; ValueError for a code without words."""
    if item.code in NO_FIGURE or item.ratio is None:
        return f"{item.title}: {NO_FIGURE[item.code]}."
    code = SINGLE if item.code == "geen_verschil" and among == 1 else ALSO[item.code]
    high = "onbegrensd" if item.high is None or not isfinite(item.high) else number(item.high, 2)
    return (
        f"{item.title}: {code} (waargenomen gedeeld door verwacht {number(item.ratio, 2)}, tussen "
        f"{number(item.low or 0.0, 2)} en {high})."
    )


def watched_words(item: Watched) -> str:
    """One watched measure, with its numbers where these may be told."""
    title, form, after, before = WATCHED.get(item.name, (item.name.replace("_", " ").capitalize(), "{}", "", ""))
    if item.after is None or item.before is None:
        return f"{title}: {NOT_WATCHED[item.code]}."
    decimals = 0 if "%" in form else 1
    now, then = (form.format(number(value, decimals)) for value in (item.after, item.before))
    return f"{title}: {now} {after}, {then} {before}; {CLEAR[item.code]}."
