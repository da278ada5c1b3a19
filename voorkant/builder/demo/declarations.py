"""The declarations of the demo home: settings, pilots and questions of the council."""

from pathlib import Path

from voorkant.builder.demo.region import GEMEENTEN, Region
from voorkant.builder.demo.rollout import Start


def write(out: Path, region: Region, starts: list[Start]) -> None:
    gemeenten = ",\n".join(f'    {{code = "{item.code}", naam = "{item.name}"}}' for item in GEMEENTEN)
    (out / "voorkant.toml").write_text(
        f"""[regio]
naam = "Voorbeeldregio"
gemeenten = [
{gemeenten},
]

[koppeling]
bronnen = ["ojg_contacten", "ggz_verwijzingen", "jeugdhulp_school"]
grond = "Verzonnen gegevens: er wordt niets van echte jeugdigen gekoppeld."
dpia = "Niet nodig voor verzonnen gegevens; een echte gemeente noemt hier haar DPIA."

[bronnen.ojg_contacten]
gegevens_tot = 2025-12-31

[bronnen.ggz_verwijzingen]
gegevens_tot = 2025-12-31

[bronnen.jeugdhulp_school]
gegevens_tot = 2025-12-31
""",
        encoding="utf-8",
        newline="\n",
    )
