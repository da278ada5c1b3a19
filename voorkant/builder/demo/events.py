"""What happened in the region, as the charts draw it; national events ship with the product."""

from voorkant.builder.demo.rollout import BREAK_START, CORONA_PILOT, CORONA_START, SCHOOL_PILOT

COLUMNS = [
    "titel",
    "start",
    "einde",
    "gebied",
    "soort",
    "toelichting",
    "bron",
    "openbaar",
    "indicator",
    "breuk",
    "locatie",
]
_SOURCE = "Voorbeeldregio"


def gebeurtenissen() -> list[tuple[str, ...]]:
    """One row per event."""
    break_note = "Sindsdien telt elke verlenging als verwijzing. Cijfers van ervoor en erna zijn niet te vergelijken."
    return [
        ("Eerste OJG in een praktijk", "2019-03-01", "", "GM9901", "pilot", "De praktijken volgen een voor een.",
         _SOURCE, "ja", "", "nee", ""),
        ("Eerste OJG in een praktijk", "2019-11-01", "", "GM9902", "pilot", "De praktijken volgen een voor een.",
         _SOURCE, "ja", "", "nee", ""),
        ("Jeugdhulp op alle scholen", CORONA_START, "", CORONA_PILOT, "pilot", "Alle scholen starten tegelijk.",
         _SOURCE, "ja", "", "nee", ""),
        ("Nieuwe registratie van verwijzingen", BREAK_START, "", CORONA_PILOT, "gegevens", break_note,
         _SOURCE, "ja", "verwijzingen_sggz", "ja", ""),
        ("Nieuwe registratie van verwijzingen door huisartsen", BREAK_START, "", CORONA_PILOT, "gegevens", break_note,
         _SOURCE, "ja", "verwijzingen_sggz_huisarts", "ja", ""),
        ("Jeugdhulp op de eerste school", "2021-09-01", "", SCHOOL_PILOT[0], "pilot",
         "Een school voor speciaal basisonderwijs begint; andere scholen volgen.", _SOURCE, "ja", "", "nee", ""),
        ("Nieuwe inkoop van jeugdhulp", "2023-01-01", "", "", "inkoop", "De twaalf gemeenten kopen samen in.",
         _SOURCE, "ja", "", "nee", ""),
        ("Wachtlijst bij een grote aanbieder", "2024-03-01", "2024-09-30", "GM9906", "aanbod",
         "Minder plaatsen door ziekte van personeel.", _SOURCE, "nee", "", "nee", ""),
    ]  # fmt: skip
