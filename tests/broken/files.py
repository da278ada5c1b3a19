"""The twenty files, each broken in its own way, with every fault on record."""

import random
from pathlib import Path

from tests.broken.clean import Rows
from tests.broken.table import Broken, Place
from tests.unit.builder.ingest.books import packed_named
from voorkant.domain.codes import is_bsn

Tables = dict[str, tuple[list[str], Rows]]
IGNORED = "(zonder naam), ID, VormenVanJeugdzorg, SoortRegio_19, Codering_20, IndelingswijzigingWijken_21"
PARTS = 4
"""Files over which the contacts, and the referrals, are spread."""
_DRAW = random.Random(7)  # noqa: S311 - which numbers stand in for those of people
BSNS = [number for number in map(str, _DRAW.sample(range(100_000_000, 999_999_999), 900)) if is_bsn(number)][:40]


def part(tables: Tables, kind: str, number: int, file: str, **about: object) -> Broken:
    names, rows = tables[kind]
    size = -(-len(rows) // PARTS)
    return Broken(file, kind, list(names), rows[number * size : (number + 1) * size], **about)


def whole(tables: Tables, kind: str, file: str, **about: object) -> Broken:
    names, rows = tables[kind]
    return Broken(file, kind, list(names), rows, **about)


class Folder:
    """The files in a folder, with what was planted in them."""

    def __init__(self, exports: Path, tables: Tables) -> None:
        self.exports, self.tables = exports, tables
        self.broken: list[Broken] = []
        self.refused: set[Place] = set()
        exports.mkdir(exist_ok=True)
        for make in (_contacts, _contacts_abroad, _referrals, _registers, _published, _strangers):
            make(self)

    def add(self, made: Broken, raw: bytes | None = None) -> None:
        self.broken.append(made)
        data = raw if raw is not None else made.text().encode()
        (self.exports / made.file.partition("!")[0]).write_bytes(data)

    def refuse(self, file: str, raw: bytes, rule: str, line: int | None = None, column: str | None = None) -> None:
        (self.exports / file).write_bytes(raw)
        self.refused.add((file, rule, line, column))

    @property
    def planted(self) -> set[Place]:
        return self.refused.union(*(made.planted for made in self.broken))

    def truth(self) -> dict[str, tuple[list[str], Rows]]:
        """Kind -> (names, rows) of all rows that must be used."""
        found: dict[str, tuple[list[str], Rows]] = {}
        for made in self.broken:
            names, rows = found.setdefault(made.kind, (made.names, []))
            places = [made.names.index(name) for name in names]
            rows.extend([row[place] for place in places] for row in made.truth)
        return found


def _contacts(folder: Folder) -> None:
    one = part(folder.tables, "ojg_contacten", 0, "1 contacten.csv",
               headers={"contactdatum": "Datum consult ", "praktijk_agb": "AGB praktijk"})  # fmt: skip
    one.skip("Export OJG", above=True)
    one.spoil(3, "contactdatum", "31-6-2024", "datum_onmogelijk")
    one.spoil(14, "contactdatum", "20240300", "datum_periode")
    one.spoil(15, "contactdatum", "0023-03-05", "datum_jaar_kort")
    one.mend(20, "gemeentecode", one.cell(20, "gemeentecode").removeprefix("GM") + ".0", "code_als_getal")
    one.skip("", "Bron: registratie OJG")
    folder.add(one, b"\xef\xbb\xbf" + one.text().replace("\n", "\r\n").encode())
    two = part(folder.tables, "ojg_contacten", 1, "2 contacten.csv", delimiter=",")
    two.blur(5, "gemeentecode", "Bergen", "gebied_dubbelzinnig")
    two.tear(9, "K1,T1,C1", "te_weinig_velden")
    two.tear(10, two.delimiter.join(two.rows[10]) + ",meer", "te_veel_velden")
    two.tear(30, two.delimiter.join(two.rows[30]).replace("K", '"K', 1), "aanhalingsteken")
    two.blur(31, "vervolg", "café", "waarde_onbekend")
    folder.add(two, two.text().encode("cp1252"))
    three = part(folder.tables, "ojg_contacten", 2, "3 contacten.xlsx!Blad1")
    three.skip("Consulten van de praktijkondersteuners", above=True)
    three.mend(2, "praktijk_agb", three.cell(2, "praktijk_agb")[1:], "voorloopnul_hersteld")
    three.spoil(8, "minuten", "#DEEL/0!", "formule_fout")
    three.spoil(9, "minuten", "<5", "getal_afgeschermd")
    three.skip("Totaal;;;;;;;;;;;1234;;")
    folder.add(three, three.as_book())


def _contacts_abroad(folder: Folder) -> None:
    four = part(folder.tables, "ojg_contacten", 3, "4 contacten.txt", delimiter="\t")
    four.repeat(4, "contact_id")
    four.repeat(6, "contact_id", minuten="999")
    four.spoil(11, "praktijk_agb", "n.v.t.", "verplicht_leeg")
    for row, word in ((12, "#N/B"), (13, " -"), (16, "onbekend"), (17, ",")):
        four.miss(row, "minuten", word)
    folder.add(four, four.text().encode("utf-16"))
    five = whole(folder.tables, "preventie_contacten", "5 buurtgezinnen.csv", delimiter="|")
    five.spoil(1, "client_id", "jan@voorbeeld.nl", "persoonsgegeven")
    five.blur(2, "geslacht", "paars", "waarde_onbekend")
    five.blur(3, "geboortejaar", "12-03-2010", "geboortedatum")
    folder.add(five)
    six = whole(folder.tables, "jeugdhulp_school", "6 school.csv")
    six.spoil(5, "brin", "", "verplicht_leeg")
    six.spoil(6, "uren", "veel", "getal_onleesbaar")
    six.spoil(7, "einddatum", "1-1-2001", "eind_voor_begin")
    folder.add(six, six.text().replace("\n", "\r").encode())


def _referrals(folder: Folder) -> None:
    seven = part(folder.tables, "ggz_verwijzingen", 0, "7 verwijzingen.csv")
    seven.spoil(2, "einddatum", "01-01-1999", "eind_voor_begin")
    seven.blur(3, "verwijzer_agb", "1,23E+07", "wetenschappelijk")
    folder.add(seven)
    (folder.exports / "8 nog een keer.csv").write_bytes(seven.text().encode())  # the same file twice
    nine = part(folder.tables, "ggz_verwijzingen", 1, "9 verwijzingen.csv")
    order = list(reversed(range(len(nine.names))))
    nine = Broken(nine.file, nine.kind, [nine.names[place] for place in order] + ["kleur"],
                  [[row[place] for place in order] + ["rood"] for row in nine.rows])  # fmt: skip
    nine.blur(4, "crisis", "misschien", "waarde_onbekend")
    nine.plant("kolom_genegeerd", -1, "kleur")
    folder.add(nine)
    ten = part(folder.tables, "ggz_verwijzingen", 2, "10 verwijzingen.ods!Blad1")
    ten.spoil(1, "verwijsdatum", "2023 Q1", "datum_periode")
    ten.blur(2, "wijkcode", "WK99", "code_onleesbaar")
    folder.add(ten, ten.as_ods())
    eleven = part(folder.tables, "ggz_verwijzingen", 3, "11 levering.zip!verwijzingen.csv")
    eleven.spoil(1, "verwijzing_id", "", "verplicht_leeg")
    wijken = whole(folder.tables, "cbs_jeugdzorg_wijken", "11 levering.zip!wijken.csv", delimiter=",")
    wijken.tear(5, "5,17,T001203", "te_weinig_velden")
    wijken.plant("kolom_genegeerd", -1, IGNORED, named=False)
    folder.add(eleven, packed_named({"verwijzingen.csv": eleven.text(), "wijken.csv": wijken.text()}))
    folder.broken.append(wijken)


def _registers(folder: Folder) -> None:
    people = whole(folder.tables, "bevolking", "12 bevolking.csv")
    people.spoil(0, "aantal", "<5", "getal_afgeschermd")
    people.spoil(1, "aantal", "zestien", "getal_onleesbaar")
    people.spoil(2, "gebiedscode", "Nergenshuizen", "gebied_onbekend")
    people.skip("Bron: CBS")
    folder.add(people)
    practices = whole(folder.tables, "praktijken", "13 praktijken.csv")
    practices.spoil(0, "jaar", "23", "datum_jaar_kort")
    practices.repeat(9, "praktijk_agb", ingeschreven_0_17="1")
    practices.skip("Totaal;;;;2025;23929;", "Bron: opgave van de praktijken;;;;;;")
    folder.add(practices)
    schools = whole(folder.tables, "scholen", "14 scholen.xlsx!Blad1")
    schools.spoil(2, "brin", "9A", "code_onleesbaar")
    schools.spoil(3, "leerlingen", "12,5", "getal_niet_heel")
    folder.add(schools, schools.as_book())
    rollout = whole(folder.tables, "uitrol", "15 uitrol.csv")
    rollout.spoil(0, "startdatum", "1e halfjaar 2023", "datum_periode")
    folder.add(rollout)
    events = whole(folder.tables, "gebeurtenissen", "16 gebeurtenissen.csv")
    events.blur(1, "soort", "feest", "waarde_onbekend")
    folder.add(events)
    doctors = whole(folder.tables, "agb_koppeling", "17 koppeling.csv")
    doctors.spoil(1, "praktijk_agb", "123456789012", "code_onleesbaar")
    folder.add(doctors)


def _published(folder: Folder) -> None:
    gemeenten = whole(folder.tables, "cbs_jeugdzorg_gemeenten", "18 cbs.csv")
    gemeenten.spoil(3, "Perioden", "vorig jaar", "jaar_onleesbaar")
    folder.add(gemeenten)


def _strangers(folder: Folder) -> None:
    """What is no export, or may not come in: refused as a whole."""
    lines = "".join(f"{number};2024-01-01\n" for number in BSNS)
    folder.refuse("19 clienten.csv", f"bsn;contactdatum\n{lines}".encode(), "bsn", None, "bsn")
    folder.refuse("20 rapport.csv", b"%PDF-1.7 rapport", "geen_tekst")
