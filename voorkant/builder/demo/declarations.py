"""The declarations of the demo home: settings, pilots and questions of the council."""

import json
from pathlib import Path
from typing import Any

from voorkant.builder.demo.region import GEMEENTEN
from voorkant.builder.demo.rollout import CORONA_PILOT, SCHOOL_PILOT
from voorkant.builder.demo.timeline import DAYS
from voorkant.declare.tomltext import to_toml

SOURCES = ("ojg_contacten", "ggz_verwijzingen", "jeugdhulp_school")
UNTIL_END = (*SOURCES, "preventie_contacten", "ervaringen", "declaraties")
"""Sources of which the end of the data is stated."""
WINDOW = ["2018-01", "2025-12"]
OLIEVLEK, SCHOOLS, NO_EFFECT, FAMILIES, CORONA = (
    "ojg-olievlek", "jeugdhulp-op-school", "ojg-spreekuur-rietmeer", "steungezinnen", "scholen-noordermeent",
)  # fmt: skip
WIDENED, CARER, ONE_PLAN = "speciale-school-lindeveen", "gezinsverzorgende-veldermonde", "een-plan-eikenrode"
FAMILY_COUNT = 30
SUPPLIES: tuple[dict[str, Any], ...] = (
    {"bron": "ojg_contacten", "leverancier": "Praktijkondersteuning Voorbeeldregio", "termijn": "jaar"},
    {"bron": "ggz_verwijzingen", "leverancier": "Backoffice Jeugd Voorbeeldregio", "termijn": "jaar"},
    {
        "bron": "ggz_verwijzingen", "leverancier": "Gemeente Duinvoorde", "termijn": "kwartaal", "dagen": 30,
        "gemeenten": ["GM9907"],
    },
    {"bron": "jeugdhulp_school", "leverancier": "Stichting Jeugdhulp op School", "termijn": "schooljaar"},
    {"bron": "preventie_contacten", "leverancier": "Preventie Voorbeeldregio", "termijn": "jaar"},
    {"bron": "ervaringen", "leverancier": "Preventie Voorbeeldregio", "termijn": "jaar"},
    {"bron": "declaraties", "leverancier": "Backoffice Jeugd Voorbeeldregio", "termijn": "jaar"},
)  # fmt: skip
"""Duinvoorde is the gemeente that delivered a quarter late."""
_NAMES = {item.code: item.name for item in GEMEENTEN}
_HUISARTS, _ALL = "verwijzingen_sggz_huisarts", "verwijzingen_sggz"

PILOTS: dict[str, dict[str, Any]] = {
    OLIEVLEK: {
        "title": "OJG in de praktijken van Veldermonde en Eikenrode",
        "question": "Verwijzen huisartsen minder naar specialistische jeugd-GGZ als er een OJG in de praktijk werkt?",
        "programme": "ojg", "gemeenten": ["GM9901", "GM9902"], "unit": "praktijk", "comparison": "not_yet",
        "primary": _HUISARTS, "relevant_rr": 0.80, "window": WINDOW, "moments": ["2024-07", "2025-07"],
        "secondary": [_ALL], "guardrails": ["crisis", "wachttijd", "terugkomst"], "budget": {"amount": 1_600_000},
    },
    SCHOOLS: {
        "title": "Jeugdhulp op school in zeven gemeenten",
        "question": "Worden minder kinderen verwezen naar specialistische jeugd-GGZ als er jeugdhulp op school is?",
        "programme": "jeugdhulp_school", "gemeenten": list(SCHOOL_PILOT), "unit": "school", "comparison": "not_yet",
        "primary": _ALL, "relevant_rr": 0.80, "window": WINDOW, "moments": ["2024-09", "2025-09"],
        "secondary": [_HUISARTS], "guardrails": ["wachttijd"],
    },
    NO_EFFECT: {
        "title": "OJG met een kort spreekuur in Rietmeer",
        "question": "Is een kort spreekuur van de OJG genoeg om minder te verwijzen?",
        "programme": "ojg", "gemeenten": ["GM9903"], "unit": "praktijk", "comparison": "not_yet",
        "primary": _HUISARTS, "relevant_rr": 0.80, "window": WINDOW, "moments": ["2025-01"],
        "secondary": [], "guardrails": [],
    },
    FAMILIES: {
        "title": "Steungezinnen in Lindeveen",
        "question": "Wie bereiken de steungezinnen, hoe lang, en wat vinden gezinnen ervan?",
        "programme": "steungezinnen", "gemeenten": ["GM9904"], "unit": "gezin", "comparison": "listed",
        "primary": "bereikte_gezinnen", "relevant_rr": 0.80, "window": ["2023-09", "2025-12"], "moments": ["2025-07"],
        "secondary": [], "guardrails": [],
    },
    CORONA: {
        "title": "Jeugdhulp op alle scholen van Noordermeent",
        "question": "Zijn er minder verwijzingen sinds elke school jeugdhulp heeft?",
        "programme": "jeugdhulp_school", "gemeenten": [CORONA_PILOT], "unit": "school", "comparison": "not_yet",
        "primary": _ALL, "relevant_rr": 0.80, "window": WINDOW, "moments": ["2023-04"],
        "secondary": [], "guardrails": [],
    },
    WIDENED: {
        "title": "Van een speciale school naar alle scholen van Lindeveen",
        "question": "Wat verandert er sinds jeugdhulp begon op een speciale school en daarna op andere scholen?",
        "programme": "jeugdhulp_school", "gemeenten": [SCHOOL_PILOT[0]], "unit": "school", "comparison": "not_yet",
        "primary": _ALL, "relevant_rr": 0.80, "window": WINDOW, "moments": ["2025-08"],
        "secondary": [], "guardrails": [],
    },
    CARER: {
        "title": "Gezinsverzorgende in Veldermonde",
        "question": "Welke gezinnen bereikt de gezinsverzorgende, hoe lang, en wat hebben zij eraan?",
        "programme": "gezinsverzorgende", "gemeenten": ["GM9901"], "unit": "gezin", "comparison": "listed",
        "primary": "bereikte_gezinnen", "relevant_rr": 0.80, "window": ["2021-03", "2026-12"], "moments": ["2025-06"],
        "secondary": [], "guardrails": [],
    },
    ONE_PLAN: {
        "title": "Een gezin, een plan in Eikenrode",
        "question": "Hoeveel gezinnen hebben een plan, en hoeveel hulpverleners zijn er nog bij betrokken?",
        "programme": "een_plan", "gemeenten": ["GM9902"], "unit": "gezin", "comparison": "listed",
        "primary": "bereikte_gezinnen", "relevant_rr": 0.80, "window": ["2022-01", "2027-12"], "moments": ["2027-06"],
        "secondary": [], "guardrails": [],
    },
}  # fmt: skip

QUESTIONS: dict[str, dict[str, Any]] = {
    "gezinsverzorgende": {
        "title": "Hoeveel gezinnen bereikt de gezinsverzorgende?", "answer": "trend",
        "indicators": ["bereikte_gezinnen"], "programme": "gezinsverzorgende", "gemeente": "GM9901",
    },
    "kort-spreekuur": {
        "title": "Is een kort spreekuur van de OJG genoeg?", "answer": "effect",
        "indicators": [_HUISARTS], "pilot": NO_EFFECT, "gemeente": "GM9903",
    },
    "scholen-lindeveen": {
        "title": "Wat verandert er sinds er jeugdhulp is op alle scholen van Lindeveen?", "answer": "effect",
        "pilot": WIDENED, "gemeente": "GM9904",
    },
}  # fmt: skip
"""Those of gemeenten themselves; what every council asks stands in `data/questions`."""

_PLAN = "Beleidsplan jeugd 2024-2027"
GOALS: dict[str, Any] = {
    "doel": [
        {"indicator": _ALL, "gebied": "GM9901", "waarde": 17.0, "jaar": 2027, "bron": _PLAN},
        {"indicator": "dekking", "gebied": "GM9901", "waarde": 67.0, "jaar": 2027, "bron": _PLAN, "programma": "ojg"},
    ]
}
"""What one gemeente wants to reach."""
_TASKS = (("6.2 Toegang en eerstelijnsvoorzieningen", "voorkant", 1_150_000, 85_000),
          ("6.1 Samenkracht", "voorkant", 420_000, 20_000),
          ("6.7 Maatwerk jeugd", "achterkant", 7_900_000, 210_000))  # fmt: skip
BUDGETS: dict[str, Any] = {
    "begroting": [
        {"gemeente": "GM9901", "jaar": year, "taakveld": task, "kant": side, "euro": euro + (year - 2021) * more,
         "bron": f"Programmabegroting {year}"}
        for year in range(2021, 2027)
        for task, side, euro, more in _TASKS
    ]
}  # fmt: skip
"""What it budgets for both sides."""


def write(out: Path) -> None:
    """Settings, pilots and questions, each in the place where a home has them."""
    save(out / "voorkant.toml", settings())
    for folder, declared in (("pilots", PILOTS), ("questions", QUESTIONS)):
        (out / folder).mkdir(exist_ok=True)
        for slug, values in declared.items():
            save(out / folder / f"{slug}.toml", to_toml(values))


def settings() -> str:
    """`voorkant.toml`, laid out as a municipality would write it."""
    gemeenten = "".join(f'    {{code = "{code}", naam = "{name}"}},\n' for code, name in _NAMES.items())
    sources = "".join(f"\n[bronnen.{source}]\ngegevens_tot = {DAYS[-1]}\n" for source in UNTIL_END)
    supplies = "".join(f"\n[[levering]]\n{to_toml(item)}\n" for item in SUPPLIES)
    return f"""[regio]
naam = "Voorbeeldregio"
gemeenten = [
{gemeenten}]

[koppeling]
bronnen = {json.dumps(SOURCES)}
grond = "Verzonnen gegevens: er wordt niets van echte jeugdigen gekoppeld."
dpia = "Niet nodig voor verzonnen gegevens; een echte gemeente noemt hier haar eigen DPIA."
{sources}{supplies}"""


def save(path: Path, text: str) -> None:
    """One file, with the same bytes on every system."""
    path.write_text(text.strip() + "\n", encoding="utf-8", newline="\n")
