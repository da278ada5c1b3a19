"""A small home with exports of two gemeenten, small enough to count by hand."""

from pathlib import Path

SETTINGS = """
[regio]
naam = "Proefregio"
gemeenten = [{ code = "GM9901", naam = "Aa" }, { code = "GM9902", naam = "Bee" }]
"""
PEOPLE = 8
"""Youths per gemeente; each has one contact a month and one referral a year."""


def contacts(months: int = 12) -> str:
    """Those of so many months, of which the last closes every trajectory."""
    lines = [
        "contact_id;traject_id;client_id;contactdatum;praktijk_agb;gemeentecode;leeftijd;geslacht;vervolg;afgerond"
    ]
    for place in (1, 2):
        for month in range(1, months + 1):
            for youth in range(1, PEOPLE + 1):
                number = f"{place}{month:02d}{youth}"
                closed = "ja" if month == months else "nee"
                after = "zelf_afgehandeld" if youth <= PEOPLE // 2 else "basis_ggz"
                lines.append(
                    f"C{number};T{place}{youth};K{place}{youth};15-{month:02d}-2024;0100000{place};GM990{place};10;"
                    f"2;{after if month == months else 'nog_lopend'};{closed}"
                )
    return "\n".join(lines) + "\n"


def referrals() -> str:
    lines = ["verwijzing_id;client_id;verwijsdatum;verwijzer_type;verwijzer_agb;gemeentecode;leeftijd;productcategorie"]
    for place in (1, 2):
        for month in range(1, 13):
            lines += [
                f"V{place}{month:02d}{youth};K{place}{youth};2024-{month:02d}-10;02;0100000{place};GM990{place};10;52"
                for youth in range(1, PEOPLE - 2 * place + 1)
            ]
    return "\n".join(lines) + "\n"


def population() -> str:
    rows = [
        f"GM990{place};{year};{group};1000"
        for place in (1, 2)
        for year in (2023, 2024, 2025)
        for group in ("0-3", "4-11", "12-17", "18-22")
    ]
    return "gebiedscode;jaar;leeftijdsgroep;aantal\n" + "\n".join(rows) + "\n"


PRACTICES = (
    "praktijk_agb;naam;gemeentecode;jaar;ingeschreven_0_17\n"
    "01000001;Noord;GM9901;2024;2900\n01000002;Zuid;GM9902;2024;2800\n"
)
ROLLOUT = (
    "programma;locatie;startdatum;einddatum;uren_per_week\nojg;01000001;01-01-2024;;8\nojg;01000002;01-01-2024;;8\n"
)
LATER = "gebiedscode;jaar;leeftijdsgroep;aantal\nGM9901;2024;0-3;2000\n"
"""Another count of the youngest in one gemeente: the smallest delivery that changes figures."""


def write_home(folder: Path) -> Path:
    """A home with all of it in `exports/`."""
    return _write(folder, contacts(), {"ggz_verwijzingen.csv": referrals()})


def write_quarter(folder: Path) -> Path:
    """One with contacts of a quarter and no referrals: half the work to publish, for who asks no more than that."""
    return _write(folder, contacts(3), {})


def _write(folder: Path, contacts: str, more: dict[str, str]) -> Path:
    files = {
        "ojg_contacten.csv": contacts,
        "bevolking.csv": population(),
        "praktijken.csv": PRACTICES,
        "uitrol.csv": ROLLOUT,
    }
    (folder / "exports").mkdir(parents=True)
    for name, text in (files | more).items():
        (folder / "exports" / name).write_text(text, encoding="utf-8")
    (folder / "voorkant.toml").write_text(SETTINGS, encoding="utf-8")
    return folder
