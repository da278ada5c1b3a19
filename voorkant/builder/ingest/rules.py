"""The rules of the reader: what each finding means, in Dutch, and how much it matters."""

from voorkant.domain.finding import Finding, Severity
from voorkant.domain.switchable import SWITCHABLE, off_text

_STOP, _REFUSED, _WARNING, _NOTE = Severity.STOP, Severity.REFUSED, Severity.WARNING, Severity.NOTE

RULES: dict[str, tuple[Severity, str]] = {
    "leeg_bestand": (_STOP, "Het bestand is leeg."),
    "niet_te_openen": (_STOP, "Het bestand kan niet worden geopend."),
    "te_groot": (_STOP, "Het bestand is te groot."),
    "geen_tekst": (_STOP, "Het bestand is geen CSV- of Excel-bestand."),
    "beschadigd": (_STOP, "Het bestand is beschadigd en kan niet worden geopend."),
    "wachtwoord": (_STOP, "Het bestand is beveiligd met een wachtwoord."),
    "zip_te_veel": (_STOP, "Er zitten te veel bestanden in de zip."),
    "zip_bom": (_STOP, "Het bestand groeit bij het uitpakken veel meer dan bij gegevens kan."),
    "zip_methode": (_STOP, "De bestanden zijn ingepakt op een manier die niet wordt ondersteund."),
    "zip_pad": (_STOP, "Een bestandsnaam in de zip wijst naar een plek buiten de zip."),
    "zip_dubbel": (_STOP, "In de zip zitten twee bestanden met dezelfde naam."),
    "zip_in_zip": (_STOP, "In de zip zit een andere zip."),
    "excel_oud": (_STOP, "Dit Excel-formaat (.xls of .xlsb) laat niet zien welke cellen een fout bevatten."),
    "blad_te_groot": (_STOP, "Het blad is te groot om te lezen."),
    "geen_gegevensblad": (_STOP, "Het Excel-bestand heeft geen blad met gegevens."),
    "nulbytes": (_STOP, "Het bestand bevat nul-bytes en is waarschijnlijk beschadigd."),
    "codering": (_STOP, "De tekens in het bestand zijn niet te lezen."),
    "regel_te_lang": (_STOP, "Een regel is te lang voor een export."),
    "kolom_onleesbaar": (_STOP, "Een kolom is niet te lezen als wat zij moet zijn."),
    "te_veel_kolommen": (_STOP, "Het bestand heeft te veel kolommen voor een export."),
    "kop_past_niet": (_STOP, "Meer dan een miljoen regels zijn leeg of passen niet bij de kop."),
    "lezen_mislukt": (_STOP, "De rijen in het bestand zijn niet betrouwbaar te tellen."),
    "soort_onbekend": (_STOP, "De soort export is niet herkend aan de kolommen."),
    "kolom_ontbreekt": (_STOP, "Een verplichte kolom ontbreekt."),
    "kolom_dubbel": (_STOP, "Een kolom komt twee keer voor met verschillende inhoud."),
    "geen_rijen": (_STOP, "Het bestand heeft een kop, maar geen rijen."),
    "bestanden_samengevoegd": (
        _STOP,
        "Het bestand bestaat uit aaneengeplakte bestanden met verschillende koppen.",
    ),
    "bsn": (_STOP, "Het bestand bevat burgerservicenummers. Er is niets van bewaard."),
    "namen": (_STOP, "Het bestand bevat namen van personen. Er is niets van bewaard."),
    "contactgegevens": (
        _STOP,
        "Een kolom bevat e-mailadressen, telefoon- of rekeningnummers. Niets is bewaard.",
    ),
    "deel_geweigerd": (_STOP, "Een ander deel van dit bestand bevat gegevens van personen. Er is niets van bewaard."),
    "aanhalingsteken": (_REFUSED, "De aanhalingstekens op deze regel kloppen niet."),
    "te_weinig_velden": (_REFUSED, "De regel heeft minder velden dan de kop."),
    "ander_teken": (_REFUSED, "De velden van deze regel zijn met een ander teken gescheiden dan die van de kop."),
    "te_veel_velden": (_REFUSED, "De regel heeft meer velden dan de kop."),
    "samengevoegde_cel": (_REFUSED, "In deze rij zijn cellen van verschillende kolommen samengevoegd."),
    "formule_fout": (_REFUSED, "De formule in deze cel geeft een fout of heeft geen uitkomst."),
    "verplicht_leeg": (_REFUSED, "Een verplichte cel is leeg."),
    "datum_onmogelijk": (_REFUSED, "Deze datum bestaat niet."),
    "datum_jaar_kort": (_REFUSED, "Het jaar van deze datum heeft geen vier cijfers."),
    "datum_buiten_bereik": (_REFUSED, "Het jaar ligt buiten 1990 tot en met 2100."),
    "datum_periode": (_REFUSED, "Hier staat een periode waar een dag hoort."),
    "datum_onleesbaar": (_REFUSED, "Deze datum is niet te lezen."),
    "tijd_onleesbaar": (_REFUSED, "Deze tijd is niet te lezen."),
    "periode_onleesbaar": (_REFUSED, "Deze periode is niet te lezen."),
    "jaar_onleesbaar": (_REFUSED, "Dit jaar is niet te lezen."),
    "getal_onleesbaar": (_REFUSED, "Dit getal is niet te lezen."),
    "getal_dubbelzinnig": (
        _REFUSED,
        "De komma of punt in dit getal kan een decimaal- of een duizendteken zijn.",
    ),
    "getal_niet_heel": (_REFUSED, "Hier hoort een geheel getal."),
    "getal_voorloopnul": (_REFUSED, "Dit getal begint met een nul en is misschien een code."),
    "getal_afgeschermd": (_REFUSED, "Hier staat een afgeschermd getal ('minder dan')."),
    "wetenschappelijk": (_REFUSED, "Hier staat een wetenschappelijke notatie; cijfers zijn verloren gegaan."),
    "buiten_bereik": (_REFUSED, "Dit getal ligt buiten wat mogelijk is."),
    "code_onleesbaar": (_REFUSED, "Deze code is niet te lezen."),
    "gebied_onbekend": (_REFUSED, "Dit gebied is niet bekend."),
    "gebied_dubbelzinnig": (_REFUSED, "Deze gebiedsnaam hoort bij meer dan een gebied."),
    "waarde_onbekend": (_REFUSED, "Deze waarde staat niet in de lijst van deze kolom."),
    "geboortedatum": (_REFUSED, "Hier staat een volledige geboortedatum waar alleen een jaar hoort."),
    "postcode6": (_REFUSED, "Hier staat een volledige postcode waar alleen vier cijfers horen."),
    "persoonsgegeven": (_REFUSED, "Een cel bevat een persoonsgegeven."),
    "eind_voor_begin": (_REFUSED, SWITCHABLE["eind_voor_begin"].sentence),
    "buiten_schaal": (_REFUSED, SWITCHABLE["buiten_schaal"].sentence),
    "dubbele_sleutel": (
        _REFUSED,
        "Dezelfde sleutel komt voor met andere inhoud; geen van die rijen is gebruikt.",
    ),
    "dubbele_rij": (_REFUSED, "Deze rij is een exacte herhaling van een eerdere rij."),
    "totaal_zonder_delen": (_REFUSED, "Dit is een totaalrij, maar de delen staan niet in het bestand."),
    "bedrag_100_keer": (_WARNING, SWITCHABLE["bedrag_100_keer"].sentence),
    "datum_toekomst": (_WARNING, SWITCHABLE["datum_toekomst"].sentence),
    "datum_volgorde": (_WARNING, "De datums staan als maand-dag-jaar en zijn zo gelezen."),
    "datum_gemengd": (
        _WARNING,
        "Bij sommige datums in deze kolom staat de maand voorop, bij andere de dag. Waar beide kan, is de dag gelezen.",
    ),
    "persoonskolom": (_WARNING, "Deze kolom kan persoonsgegevens of vrije tekst bevatten en is niet overgenomen."),
    "kolom_te_precies": (_WARNING, "Deze kolom is te precies om te bewaren en is niet overgenomen."),
    "mojibake": (_WARNING, "Letters met accenten zijn in een eerdere stap verhaspeld."),
    "koppeling_soort": (_WARNING, "De bewaarde koppeling van deze kop noemt een soort die er niet meer is."),
    "koppeling_kolom": (_WARNING, "De bewaarde koppeling noemt een kolom die deze soort niet heeft."),
    "koppeling_waarde": (_WARNING, "De bewaarde koppeling noemt een waarde die niet in deze kolom kan."),
    "kolommen_dubbel_bedoeld": (_WARNING, "Twee kolommen betekenen hetzelfde; alleen de eerste is gebruikt."),
    "verborgen_blad": (_WARNING, "Dit blad is verborgen, maar is wel gelezen."),
    "formule_zonder_uitkomst": (_WARNING, "Formules in dit blad zijn nooit uitgerekend."),
    "verborgen_rijen": (_NOTE, "Het blad heeft verborgen rijen; die zijn ook gelezen."),
    "samengevoegd_gevuld": (_NOTE, "Een cel was over rijen samengevoegd; de waarde is bij elk van die rijen gezet."),
    "blad_overgeslagen": (_NOTE, "Dit blad is overgeslagen."),
    "afgekapt": (_NOTE, "De laatste regel heeft geen regeleinde. Het bestand kan zijn afgekapt."),
    "voorloopnul_hersteld": (_NOTE, "Een verloren nul aan het begin van de code is teruggezet."),
    "geboortedatum_verkort": (_NOTE, "De geboortedatum is verkort; alleen het jaar is overgenomen."),
    "postcode6_verkort": (_NOTE, "De postcode is verkort; alleen de vier cijfers zijn overgenomen."),
    "code_als_getal": (_NOTE, "Een code stond er als getal met '.0' en is hersteld."),
    "excel_datum": (_NOTE, "De datums staan als volgnummers van Excel en zijn omgerekend."),
    "tijd_weggelaten": (_NOTE, "Bij de datum stond een tijd; alleen de dag is gebruikt."),
    "lege_extra_velden": (_NOTE, "De regel heeft extra lege velden aan het eind; die zijn genegeerd."),
    "kolom_genegeerd": (_NOTE, "Deze kolommen horen niet bij deze soort en zijn niet overgenomen."),
    "koppeling_gebruikt": (_NOTE, "De kolommen zijn gekoppeld zoals voor deze kop is bewaard."),
    "bom_midden": (_NOTE, "Er zijn bestanden aan elkaar geplakt; de herhaalde kop is overgeslagen."),
    "verwijderbericht": (_NOTE, "Deze rij haalt de rij met hetzelfde nummer weg, ook uit eerdere leveringen."),
    "geen_cijfer": (_NOTE, "Voor deze gebieden heeft het CBS geen cijfer. De rijen zijn gebruikt."),
}
"""Rule -> (severity, what it says to a person)."""
PRIVACY = frozenset({"bsn", "namen", "contactgegevens"})
"""Rules after which nothing of the file may be kept: no other table of it, and no copy that was brought in."""


class Stopped(Exception):  # noqa: N818 - it carries a finding, it is no error of ours
    """The file is refused as a whole for the reasons in its findings."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(found.rule for found in findings))
        self.findings = findings


def note(rule: str, suggestion: str, *, line: int | None = None, column: str | None = None) -> Finding:
    """One finding about the file with the severity of its rule."""
    return Finding(rule, RULES[rule][0], line, column, None, suggestion)


def is_off(found: Finding) -> bool:
    """Whether a finding only says that its rule was switched off."""
    return found.rule in SWITCHABLE and found.severity is Severity.NOTE


def rule_text(found: Finding) -> str:
    """The Dutch sentence of a finding; a fault that only emptied its cell says so, and a rule that was off too."""
    if is_off(found):
        return off_text(found.rule)
    severity, text = RULES[found.rule]
    emptied = severity is Severity.REFUSED and found.severity is Severity.WARNING
    return f"{text} De cel is leeg gelaten en de rij is gebruikt." if emptied else text


def stop(rule: str, suggestion: str, *, column: str | None = None, line: int | None = None) -> Stopped:
    return Stopped((note(rule, suggestion, column=column, line=line),))
