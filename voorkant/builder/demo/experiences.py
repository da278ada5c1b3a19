"""What youths and parents answered about the smaller programmes, each with its own questions and scale."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from voorkant.builder.demo.registers import Row
from voorkant.builder.demo.timeline import DAYS, LAST_YEAR, day_number

COLUMNS = ["programma", "locatie", "datum", "vraag", "schaal_min", "schaal_max", "score", "informant"]


@dataclass(frozen=True)
class Asked:
    """The questions of one programme: `positive` is the part of the answers in the upper third of the scale."""

    programme: str
    gemeente: str
    first_day: str
    forms: int  # filled in per year
    questions: tuple[str, ...]
    most: int  # the scale runs from 1 to this
    positive: float
    youths: float  # part that a youth filled in, the others a parent


ASKED = (
    Asked("gezinsverzorgende", "GM9901", "2021-06-01", 36,
          ("Heeft het geholpen?", "Was er genoeg tijd?", "Kon u meebeslissen?"), 10, 0.66, 0.0),
    Asked("steungezinnen", "GM9904", "2024-01-01", 26,
          ("Heeft het geholpen?", "Voelde het steungezin vertrouwd?", "Zou u het anderen aanraden?"), 5, 0.64, 0.0),
    Asked("veiligheidsteam", "GM9906", "2022-10-01", 44,
          ("Voelde je je gehoord?", "Is het nu veiliger?", "Wist je wat er ging gebeuren?", "Kon je meepraten?"), 10,
          0.58, 0.45),
    Asked("een_plan", "GM9902", "2022-04-01", 40,
          ("Weet u wie u kunt bellen?", "Is het plan van uw gezin zelf?", "Hielp het plan?"), 10, 0.6, 0.2),
)  # fmt: skip


def answers(asked: Asked, rng: np.random.Generator) -> Iterator[Row]:
    """Form by form, in the order of their days."""
    first = day_number(asked.first_day)
    years = LAST_YEAR + 1 - int(asked.first_day[:4])
    days = np.sort(rng.integers(first, len(DAYS), asked.forms * years))
    upper = 1 + int(np.ceil((asked.most - 1) * 2 / 3))  # the lowest score in the upper third
    for day in days:
        informant = "jongere" if rng.random() < asked.youths else "ouder"
        for question in asked.questions:
            low, high = (upper, asked.most) if rng.random() < asked.positive else (1, upper - 1)
            score = int(rng.integers(max(low, high - 4), high + 1))
            yield (asked.programme, asked.gemeente, str(DAYS[day]), question, "1", str(asked.most), str(score),
                   informant)  # fmt: skip
