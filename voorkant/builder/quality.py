"""What *Kwaliteit* shows: deliveries, reasons, completeness and gaps, with counts rounded as the cube's level."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from voorkant.builder.database import QUERIES, Database
from voorkant.builder.region import Window, months_of
from voorkant.builder.store.history import Delivery
from voorkant.declare.indicator import Indicator, split_header
from voorkant.declare.settings import Rule, Settings
from voorkant.declare.source import Source
from voorkant.declare.strict import parse_toml
from voorkant.domain.period import MONTHS
from voorkant.domain.protection import Protection

Row = tuple[str, str, str, str | None, float | None, str | None]
"""topic, source, item, period, value, text: the columns of a cube's `quality`."""

SKIPPED = {
    "totaal": "Een rij met het totaal van andere rijen telt niet mee.",
    "voetregel": "Een voetregel onder de gegevens.",
    "lege regel": "Een lege regel.",
    "titel boven de kop": "Een titel boven de kop.",
    "herhaalde kop": "De kop staat er nog eens.",
    "latere versie in dit bestand": "Een latere versie van deze rij staat in hetzelfde bestand.",
}
"""Why a line is no record, as the reader of exports names it, in a sentence."""

UNLINKED = (
    "Niet gekoppeld: {sources}. Leg in voorkant.toml onder [koppeling] de bronnen, een grond en een DPIA vast. Wat "
    "eerder is geleverd, moet daarna opnieuw worden ingelezen."
)
PARTS = {"rijen": "rows_in", "gebruikt": "rows_used", "geweigerd": "rows_refused", "overgeslagen": "rows_skipped"}


def rounded(count: int, rule: Rule) -> float:
    """A row count as it may be shown: 0, or rounded to the base with small ones as the base itself."""
    return float(max(rule.base, round(count / rule.base) * rule.base)) if count else 0.0


def delivery_rows(deliveries: Sequence[Delivery], rule: Rule) -> list[Row]:
    """Four rows a file, then what was refused, skipped or remarked, per kind and rule."""
    rows: list[Row] = []
    remarks: Counter[tuple[str, str, str, str]] = Counter()
    for item in deliveries:
        kind, report = item.kind or "onbekend", item.report
        rows += [
            ("levering", kind, item.file, item.at[:10], rounded(report[key], rule), part) for part, key in PARTS.items()
        ]
        for reason, count in report.get("skipped", {}).items():
            remarks["overgeslagen", kind, SKIPPED.get(reason, reason), ""] += count
        for finding in (found for found in report["findings"] if not found.get("switched_off")):
            topic = "geweigerd" if finding["severity"] in ("stop", "geweigerd") else "melding"
            remarks[topic, kind, finding.get("rule_text", finding["rule"]), finding["suggestion"]] += finding["count"]
    return rows + [
        (topic, kind, item, None, rounded(count, rule), text)
        for (topic, kind, item, text), count in sorted(remarks.items())
    ]


def concern_rows(deliveries: Sequence[Delivery]) -> list[Row]:
    """What stood out in deliveries, and the reason why that is right. Without figures, practices or codes."""
    rows: dict[Row, None] = {}
    for item in deliveries:
        for found in item.warnings:
            month = found["place"] if found["rule"].startswith("maand_") else None
            said = f"Bevestigd: {found['reason']}" if found["reason"] else "Niet bevestigd."
            rows["afwijking", item.kind or "", found["rule_text"], month, None, said] = None
    return list(rows)


def setting_rows(settings: Settings, sources: Mapping[str, Source]) -> list[Row]:
    """The settings behind the figures, beside the thresholds that stand in `meta`."""
    linked = ", ".join(sources[slug].title for slug in settings.linked_sources) or "geen: niet gekoppeld"
    return [("instelling", "", "Gekoppelde bronnen", None, None, linked)]


def completeness_rows(database: Database, windows: Mapping[str, Window], sources: Mapping[str, Source]) -> list[Row]:
    """Per source and month: rows as a whole percentage of the mean of the twelve months before."""
    rows: list[Row] = []
    for slug, window in windows.items():
        rows.append(("gegevens_tot", slug, "", window.until.isoformat(), None, sources[slug].title))
        months = sorted(months_of(database, sources[slug]).items())
        for place, (month, count) in enumerate(months):
            before = [n for _, n in months[max(0, place - MONTHS) : place]]
            percent = float(round(100 * count * len(before) / sum(before))) if before else None
            rows.append(("volledigheid", slug, "", month.strftime("%Y-%m"), percent, None))
    return rows


def filled(database: Database, sources: Iterable[str]) -> set[str]:
    """The sources that have rows."""
    return {slug for slug in sources if database.has_rows(f"src_{slug}")}


def gaps(database: Database, indicators: Sequence[Indicator], sources: Mapping[str, Source]) -> list[Row]:
    """What cannot be shown and what would mend it, with true counts: only `gap_rows` of them may be shown."""
    there = filled(database, {slug for indicator in indicators for group in indicator.groups for slug in group})
    rows: list[Row] = [
        (
            "ontbreekt", group[0], indicator.title, None, None,
            f"Er is geen bestand van de soort {_titles(group, sources)}. "
            "Zet het in de map exports en publiceer opnieuw.",
        )
        for indicator in indicators
        for group in indicator.groups
        if not there.intersection(group)
    ]  # fmt: skip
    return rows + _listed(database)


def gap_rows(found: Sequence[Row], rule: Rule) -> list[Row]:
    """The same with counts as a level shows them."""
    return [
        (topic, source, item, period, rounded(int(count or 0), rule) or None, text)
        for topic, source, item, period, count, text in found
    ]


def pilot_rows(refused: Mapping[str, str], protection: Protection) -> list[Row]:
    """Files that are no pilot, and what to do; what someone wrote in one stays inside."""
    if protection is Protection.OPENBAAR:
        return []
    return [("pilot", "", f"Pilot {slug}", None, None, why) for slug, why in refused.items()]


def unlinked_rows(
    database: Database, indicators: Sequence[Indicator], sources: Mapping[str, Source], linked: Collection[str]
) -> list[Row]:
    """Indicators that follow youths from one source to another, where those sources are delivered but not linked."""
    rows: list[Row] = []
    for indicator in (item for item in indicators if item.follows):
        there = [slug for slug in indicator.sources if database.has_rows(f"src_{slug}")]
        apart = [slug for slug in there if slug not in linked]
        if apart:
            advice = UNLINKED.format(sources=_enumerated([f"'{sources[slug].title}'" for slug in apart]))
            rows.append(("ontbreekt", apart[0], indicator.title, None, None, advice))
    return rows


def _titles(slugs: Sequence[str], sources: Mapping[str, Source]) -> str:
    return " of ".join(f"'{sources[slug].title}'" for slug in slugs)


def _enumerated(names: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _listed(database: Database) -> list[Row]:
    """One query a file: rows that are used but not everywhere, by name, and what would mend it.

    A query over more than one source names the source of each row itself.
    """
    rows: list[Row] = []
    for path in sorted((QUERIES / "quality").glob("*.sql")):
        header, query = split_header(path.read_text(encoding="utf-8"), path.name)
        told = parse_toml(header, path.name)
        source, item, advice = (told.take(key, str) for key in ("source", "item", "advice"))
        together = told.take("together", bool, False)
        told.done()
        found = database.rows(query)
        if together and found:
            found = [(_enumerated([name for name, _ in found]), sum(count for _, count in found))]
        rows += [
            ("ontbreekt", own[0] if own else source, item.format(name), None, count, advice)
            for name, count, *own in found
        ]
    return rows


def data_until(windows: Mapping[str, Window]) -> str:
    """The day until which all sources are complete, as ISO date; empty without any."""
    return min((window.until for window in windows.values()), default=date.min).isoformat() if windows else ""
