"""Names of areas and the codes that they stand for."""

import csv
import difflib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from voorkant import ROOT
from voorkant.builder.ingest.outcome import Fault, Mended
from voorkant.domain.area import LAND_CODE
from voorkant.domain.names import plain

GEMEENTEN = ROOT / "data" / "codes" / "cbs_gemeenten.csv"


class AreaNames:
    """Looks a name up as the CBS writes it, with or without its suffix; one that fits two areas is none."""

    def __init__(self, extra: Mapping[str, str] | None = None, path: Path = GEMEENTEN) -> None:
        self._codes: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, str] = {}
        self._add(LAND_CODE, "Nederland")
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter=";"):
                self._add(row["code"], row["naam"])
        for code, name in (extra or {}).items():
            self._add(code, name)

    def _add(self, code: str, name: str) -> None:
        if name:
            self._codes[plain(name)].add(code)
            self._short[plain(name.partition(" (")[0])].add(code)
            self._names[plain(name)] = name

    def find(self, text: str) -> object:
        """The code of a name, or a Fault with the nearest known name."""
        name = text.removesuffix("(gemeente)").strip()
        found = self._codes.get(plain(name)) or self._short.get(plain(name), set())
        if len(found) == 1:
            return next(iter(found))
        if found:
            known = ", ".join(sorted(found))
            return Fault("gebied_dubbelzinnig", f"Gebruik de code in plaats van de naam: {known}.")
        return self._mend(text) or Fault("gebied_onbekend", self._hint(name))

    def _mend(self, text: str) -> Mended | None:
        """A name whose accents were read in the wrong encoding once."""
        try:
            mended = text.encode("cp1252").decode()
        except UnicodeError:
            return None
        found = self._codes.get(plain(mended), set()) if mended != text else set()
        if len(found) != 1:
            return None
        return Mended(next(iter(found)), "mojibake", f"Gelezen als '{mended}'. Exporteer als UTF-8.")

    def _hint(self, name: str) -> str:
        close = difflib.get_close_matches(plain(name), self._names, n=1, cutoff=0.7)
        nearest = f" Bedoeld: '{self._names[close[0]]}'?" if close else ""
        return f"Gebruik een gebiedscode, zoals GM0344.{nearest}"
