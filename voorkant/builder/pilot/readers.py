"""Who reads what is told of pilots, and what each of them knows by then: whoever knows too much is told less.

All that pilots tell is laid beside the cells at once: where that leaves enough in doubt, so does every part of it. Only
where it does not, it is gone through step by step.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from voorkant.builder.audit.run import Shown, level_of
from voorkant.builder.pilot.beside import Beside, Reader, Sum
from voorkant.builder.pilot.case import Case
from voorkant.builder.protecting import Guard
from voorkant.domain.protection import Protection

LEVELS = (Protection.INTERN, Protection.OPENBAAR)
READ = {Protection.INTERN: LEVELS, Protection.OPENBAAR: (Protection.OPENBAAR,)}
"""What who may read a level reads."""

Tells = Callable[[Sequence[Sum]], bool]
"""Whether all this may be told of one outcome; what may is told from then on."""
Kind = tuple[Protection, str, tuple[str, ...]]
"""Readers of a level, of a kind of unit, and of outcomes that say something of each other."""


@dataclass(frozen=True)
class Readers:
    """The readers of a publication, with what was told at each level so far; the `strict` are asked each time."""

    guard: Guard
    strict: frozenset[Kind] = frozenset()
    told: dict[Protection, list[Sum]] = field(default_factory=lambda: {level: [] for level in LEVELS})

    def tell(self, protection: Protection, sums: Sequence[Sum]) -> None:
        self.told[protection] += sums

    def tells(self, protection: Protection) -> Tells:
        """What may be told at a level beside all that was told before."""

        def told(sums: Sequence[Sum]) -> bool:
            if not sums:
                return True
            leaves = all(reader.is_left_in_doubt(sums) for reader in self.of(protection, sums[0].case))
            if leaves:
                self.tell(protection, sums)
            return leaves

        return told

    def of(self, protection: Protection, case: Case) -> Iterator[Reader]:
        """The strict readers of what is told of a case: who has no more than a level, and who has `intern` too."""
        for own in {protection: None, Protection.INTERN: None}:
            if self.kind(own, case) in self.strict:
                yield self._reader(own, case)

    def narrowed(self) -> frozenset[Kind]:
        """The readers to whom all that was told leaves too little in doubt."""
        cases = {(own, kind): item.case for own in LEVELS for level in READ[own] for item in self.told[level]
                 if (kind := self.kind(own, item.case))}  # fmt: skip
        return frozenset(
            kind for (own, kind), case in cases.items() if not self._reader(own, case).is_left_in_doubt([])
        )

    def kind(self, own: Protection, case: Case) -> Kind | None:
        """None where there are no cells beside which it could be laid."""
        shown = self._shown(own, case)
        return (own, case.pilot.unit, shown.indicators) if case.places and shown else None

    def _reader(self, own: Protection, case: Case) -> Reader:
        kind, shown, level = self.kind(own, case), self._shown(own, case), level_of(self.guard.declared.settings, own)
        knows = tuple(item for read in READ[own] for item in self.told[read] if self.kind(own, item.case) == kind)
        cases = {id(item): item for item in [*(item.case for item in knows), case]}
        return Reader(Beside(tuple(cases.values()), shown, level.wanted), knows)

    def _shown(self, own: Protection, case: Case) -> Shown | None:
        return self.guard.shown.get((own, case.indicator.slug))
