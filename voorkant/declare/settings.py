"""The settings of a municipality, `voorkant.toml`: region, protection, linking, sources. All of it has a default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from voorkant.declare.consent import Consents, take_consent
from voorkant.declare.delivery import REPLACING
from voorkant.declare.detail import Ground, read_grounds
from voorkant.declare.login import Login, take_login
from voorkant.declare.narrowing import Narrowing, take_narrowing
from voorkant.declare.retention import Terms, read_kept, take_term
from voorkant.declare.ruleoff import RuleOff, read_rules_off
from voorkant.declare.serving import Serving, read_serving
from voorkant.declare.strict import Table, read_toml
from voorkant.declare.supply import Supply, read_supplies
from voorkant.domain.protection import Protection

VERWIJZING_DAYS = ("verwijsdatum", "verzoekdatum", "toewijzingsdatum", "ingangsdatum")
"""What may stand for the date of a referral, best first; one kind for the whole source."""


@dataclass(frozen=True)
class Rule:
    """How counts are protected at one level: hidden below `threshold` youths, rounded to `base`."""

    threshold: int
    base: int

    def shown_from(self, inner: "Rule | None" = None) -> int:
        """The least number that is shown; `inner` is the rule that made the cell this one is made from.

        It is a number as `inner` rounds it, so high that no fewer youths than the threshold can be behind it.
        """
        return self.threshold + (inner.base // 2 if inner else 0)

    def hidden_limit(self, inner: "Rule | None" = None) -> int:
        """What a hidden count of youths can be at most.

        With bases 3 and 5 a true 10 is an intern 9, so it is hidden in openbaar too: the limit is 10, not 9.
        """
        if inner is None:
            return self.threshold - 1
        return (self.shown_from(inner) - 1) // inner.base * inner.base + inner.base // 2

    def least_shown(self, inner: "Rule | None" = None) -> int:
        """The smallest count of youths that can be behind a number that is shown."""
        if inner is None:
            return self.threshold
        return -(-self.shown_from(inner) // inner.base) * inner.base - inner.base // 2


LEAST = 3
"""A lower threshold, or rounding to less, protects nothing."""
DOMINANCE, WEAKEST = 90, (50, 95)
"""By default, and between what it may be set: a larger share of one youth says what that one cost."""
DEFAULT_RULES = {Protection.INTERN: Rule(threshold=5, base=3), Protection.OPENBAAR: Rule(threshold=10, base=5)}


@dataclass(frozen=True)
class Settings:
    """What a municipality states about itself."""

    region_name: str = "Regio"
    gemeenten: Mapping[str, str] = field(default_factory=dict)  # code -> name; empty = all with own records
    rules: Mapping[Protection, Rule] = field(default_factory=lambda: dict(DEFAULT_RULES))
    grounds: Mapping[Protection, str] = field(default_factory=dict)  # why a level protects less than it should
    narrowings: Mapping[Protection, Narrowing] = field(default_factory=lambda: dict.fromkeys(Protection, Narrowing()))
    dominance: int = DOMINANCE  # percent of an amount from which it is hidden when it is of one youth
    linked_sources: tuple[str, ...] = ()
    linking_ground: str = ""  # why they may be linked, and where the DPIA of that is
    dpia: str = ""
    data_until: Mapping[str, date] = field(default_factory=dict)  # source -> the last day it is complete
    cents: frozenset[str] = frozenset()  # sources whose amounts arrive in eurocents
    rules_off: tuple[RuleOff, ...] = ()
    supplies: tuple[Supply, ...] = ()
    replaces: Mapping[str, str] = field(default_factory=dict)  # source -> how a redelivery replaces (delivery.py)
    reduced: Consents = field(default_factory=dict)  # source -> what of it may be shortened
    terms: Terms = field(default_factory=dict)  # source -> how long its rows are kept; others are not removed
    kept: Terms = field(default_factory=dict)  # how long publications and jobs are kept
    detail: Mapping[str, Ground] = field(default_factory=dict)  # programme -> who may see true counts, and why
    serving: Serving = field(default_factory=Serving)  # how the app is reached
    login: Login | None = None  # how people sign in; None: local mode


def _gemeenten(region: Table) -> dict[str, str]:
    listed = region.take("gemeenten", list, [])
    if all(isinstance(item, str) for item in listed):
        return dict.fromkeys(listed, "")
    named = {}
    for number, item in enumerate(listed, 1):
        table = Table(item if isinstance(item, dict) else {}, f"{region.where}, gemeente nummer {number}")
        named[table.take("code", str)] = table.take("naam", str, "")
        table.done()
    return named


def _rule(levels: Table, protection: Protection) -> tuple[Rule, str, Narrowing]:
    """(rule, ground, narrowing) of a level. Below three nothing is protected: that takes a ground that is named."""
    default = DEFAULT_RULES[protection]
    table = levels.table(protection)
    rule = Rule(table.take("drempel", int, default.threshold), table.take("afronding", int, default.base))
    ground, narrowing = table.take("grond", str, ""), take_narrowing(table)
    table.done()
    least = 1 if ground else LEAST
    if rule.threshold < least or rule.base < least or rule.base % 2 == 0:
        raise table.refuse(
            "'drempel' en 'afronding' moeten ten minste 3 zijn, en 'afronding' oneven. "
            "Lager mag alleen met een vastgelegde 'grond'; die komt op Kwaliteit te staan."
        )
    return rule, ground, narrowing


def _dominance(levels: Table) -> int:
    least, most = WEAKEST
    percent: int = levels.take("overheersing", int, DOMINANCE)
    if not least <= percent <= most:
        raise levels.refuse(f"'overheersing' is een percentage van {least} tot en met {most}.")
    return percent


def _linked(linking: Table) -> tuple[tuple[str, ...], str, str]:
    """(sources, ground, dpia)."""
    sources = linking.texts("bronnen", ())
    ground, dpia = linking.take("grond", str, ""), linking.take("dpia", str, "")
    linking.done()
    if sources and not (ground and dpia):
        raise linking.refuse(
            "koppelen mag alleen met een vastgelegde 'grond' en 'dpia'. Vul beide in of laat 'bronnen' leeg."
        )
    return sources, ground, dpia


def read_settings(path: Path) -> Settings:
    """The settings of a home; defaults when the file is absent. DataRefused when it is wrong."""
    if not path.exists():
        return Settings()
    top = read_toml(path)
    region, levels, linking, sources = (top.table(name) for name in ("regio", "bescherming", "koppeling", "bronnen"))
    data_until, cents, replaces, reduced, terms = _sources(sources)
    rules = {protection: _rule(levels, protection) for protection in Protection}
    linked, ground, dpia = _linked(linking)
    settings = Settings(
        region_name=region.take("naam", str, "Regio"),
        gemeenten=_gemeenten(region),
        rules={protection: rule for protection, (rule, _, _) in rules.items()},
        grounds={protection: ground for protection, (_, ground, _) in rules.items() if ground},
        narrowings={protection: narrowing for protection, (_, _, narrowing) in rules.items()},
        dominance=_dominance(levels),
        linked_sources=linked,
        linking_ground=ground,
        dpia=dpia,
        data_until=data_until,
        cents=cents,
        rules_off=read_rules_off(top),
        supplies=read_supplies(top),
        replaces=replaces,
        reduced=reduced,
        terms=terms,
        kept=read_kept(top),
        detail=read_grounds(top),
        serving=read_serving(top),
        login=take_login(top),
    )
    for table in (top, region, levels):
        table.done()
    return settings


def _sources(sources: Table) -> tuple[dict[str, date], frozenset[str], dict[str, str], Consents, Terms]:
    """Source -> until when it is complete; those in cents; source -> how it is replaced, what is shortened, term."""
    stated, cents, replaces, reduced, terms = {}, set(), {}, {}, {}
    for name in sources.names():
        table = sources.table(name)
        if (day := table.take("gegevens_tot", date, None)) is not None:
            stated[name] = day
        if table.take("eurocenten", bool, False):
            cents.add(name)
        if (how := table.choice("vervangt", REPLACING, None)) is not None:
            replaces[name] = how
        if names := take_consent(table):
            reduced[name] = names
        if (term := take_term(table, "bewaartermijn")) is not None:
            terms[name] = term
        table.done()
    return stated, frozenset(cents), replaces, reduced, terms
