"""What *Kwaliteit* shows: deliveries, reasons, completeness and gaps, with counts rounded as the cube's level."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from voorkant.builder.database import Database
from voorkant.builder.region import Window, months_of
from voorkant.builder.store.history import Delivery
from voorkant.declare.indicator import Indicator
from voorkant.declare.settings import Rule, Settings
from voorkant.declare.source import Source
from voorkant.domain.period import MONTHS
from voorkant.domain.protection import Protection

Row = tuple[str, str, str, str | None, float | None, str | None]
"""topic, source, item, period, value, text: the columns of a cube's `quality`."""

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
            remarks["overgeslagen", kind, reason, ""] += count
        for finding in report["findings"]:
            topic = "geweigerd" if finding["severity"] in ("stop", "geweigerd") else "melding"
            remarks[topic, kind, finding.get("rule_text", finding["rule"]), finding["suggestion"]] += finding["count"]
    return rows + [
        (topic, kind, item, None, rounded(count, rule), text)
        for (topic, kind, item, text), count in sorted(remarks.items())
    ]


def setting_rows(settings: Settings, protection: Protection) -> list[Row]:
    rule = settings.rules[protection]
    linked = ", ".join(settings.linked_sources) or "geen: niet gekoppeld"
    return [
        ("instelling", "", "Drempel", None, None, f"minder dan {rule.threshold} unieke jeugdigen: verborgen"),
        ("instelling", "", "Afronding", None, None, f"op veelvouden van {rule.base}"),
        ("instelling", "", "Gekoppelde bronnen", None, None, linked),
    ]


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


def gap_rows(database: Database, indicators: Sequence[Indicator], windows: Mapping[str, Window], rule: Rule,
             sources: Mapping[str, Source]) -> list[Row]:  # fmt: skip
    """What cannot be shown and what would mend it."""
    rows: list[Row] = []
    for indicator in indicators:
        missing = [slug for slug in indicator.sources if slug not in windows and not database.has_rows(f"src_{slug}")]
        rows += [
            ("ontbreekt", slug, indicator.title, None, None,
             f"Er is geen bestand van de soort '{sources[slug].title}' geleverd. Zet het in de map exports en publiceer opnieuw.")
            for slug in missing
        ]  # fmt: skip
    return rows + _listed(database, rule)


_LISTS = (
    ("ggz_verwijzingen", "Verwijzingen met een onbekende wijk: {0}",
     "Ze tellen alleen in de gemeente mee. Controleer de wijkcode, of lever de inwoners van deze wijk (bevolking).",
     "select area_code, count(*) from fct_verwijzing left join area on area.code = area_code "
     "where area_code like 'WK%' and area.code is null group by 1 order by 2 desc"),
    ("ojg_contacten", "Contacten met een onbekende wijk: {0}",
     "Ze tellen alleen in de gemeente mee. Controleer de wijkcode, of lever de inwoners van deze wijk (bevolking).",
     "select area_code, count(*) from fct_contact left join area on area.code = area_code "
     "where area_code like 'WK%' and area.code is null group by 1 order by 2 desc"),
    ("ggz_verwijzingen", "Verwijzingen zonder zorgsoort: product {0}",
     "Vul productindeling.csv aan met de zorgsoort van dit product; tot dan tellen deze verwijzingen niet mee.",
     "select coalesce(productcategorie, '(leeg)') || ' ' || coalesce(productcode, ''), count(*) "
     "from fct_verwijzing inner join src_ggz_verwijzingen on verwijzing_key = row_id "
     "where zorgsoort is null group by 1 order by 2 desc"),
    ("ggz_verwijzingen", "Verwijzingen van jeugdigen van 18 jaar en ouder",
     "Ze tellen niet mee in cijfers over 0 tot en met 17 jaar.",
     "select '', count(*) from fct_verwijzing where age >= 18 and zorgsoort = 'specialistisch' having count(*) > 0"),
    ("ojg_contacten", "Contacten met jeugdigen van 18 jaar en ouder",
     "Ze tellen niet mee in cijfers over 0 tot en met 17 jaar.",
     "select '', count(*) from fct_contact where age >= 18 having count(*) > 0"),
    ("ggz_verwijzingen", "Verwijzingen door een huisarts die niet bij een geleverde praktijk hoort",
     "Lever de koppeling van AGB-codes (agb_koppeling) of vul de praktijken aan; tot dan tellen ze alleen per gemeente.",
     "select '', count(*) from fct_verwijzing inner join src_ggz_verwijzingen on verwijzing_key = row_id "
     "where verwijzer_agb is not null and location is null having count(*) > 0"),
    ("ggz_verwijzingen", "Verwijzingen van buiten de regio of zonder gemeente",
     "Ze tellen in geen enkel gebied mee. Controleer de gemeentecode, of vul [regio] gemeenten aan.",
     "select '', count(*) from fct_verwijzing left join region_gemeente on code = case when area_code like 'WK%' "
     "then 'GM' || substr(area_code, 3, 4) else area_code end where code is null having count(*) > 0"),
    ("ojg_contacten", "Contacten van buiten de regio of zonder gemeente",
     "Ze tellen alleen bij de praktijk mee. Controleer de gemeentecode, of vul [regio] gemeenten aan.",
     "select '', count(*) from fct_contact left join region_gemeente on code = case when area_code like 'WK%' "
     "then 'GM' || substr(area_code, 3, 4) else area_code end where code is null having count(*) > 0"),
)  # fmt: skip
"""(source, what, what to do, query that counts): rows that are used but not everywhere."""


def _listed(database: Database, rule: Rule) -> list[Row]:
    return [
        ("ontbreekt", source, what.format(name.strip()), None, rounded(count, rule), advice)
        for source, what, advice, query in _LISTS
        for name, count in database.rows(query)
    ]


def data_until(windows: Mapping[str, Window]) -> str:
    """The day until which all sources are complete, as ISO date; empty without any."""
    return min((window.until for window in windows.values()), default=date.min).isoformat() if windows else ""
