"""From intern cells to a publication that gives nothing away: protect a level, audit it, and only then the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from voorkant.builder import cells, protect
from voorkant.builder.audit import report
from voorkant.builder.audit.memory import Memory
from voorkant.builder.audit.run import Auditor, Shown, level_of
from voorkant.builder.database import Database
from voorkant.builder.declared import Declared, Progress
from voorkant.builder.quality import Row
from voorkant.builder.watch import Watch
from voorkant.domain.protection import Protection

PROTECTION, AUDIT = "protection", "audit"
"""The names of their seconds."""


@dataclass(frozen=True)
class Guard:
    """What stands between measured cells and a publication."""

    database: Database
    declared: Declared
    memory: Memory
    progress: Progress
    watch: Watch
    shown: dict[tuple[Protection, str], Shown] = field(default_factory=dict)
    """The audited cells, by level and indicator."""

    def intern(self, judged: protect.Judged) -> None:
        """Keep the intern cells of the indicator that was just measured."""
        with self.watch.of(PROTECTION):
            protect.protect_intern(self.database, judged, self.declared.settings)

    def protect(self, judged: Sequence[protect.Judged]) -> Mapping[Protection, list[Row]]:
        """Add the cells of all measured indicators to what is published; per level what *Kwaliteit* says of it."""
        database, settings = self.database, self.declared.settings
        cells.plan_grains(database, self.declared.plan, list(self.declared.indicators))
        auditor = Auditor(database, settings, self.memory, self.progress, self.shown)
        indicators = [item.indicator for item in judged]
        with self.watch.of(AUDIT):
            reports = auditor.audit(Protection.INTERN, indicators)
        with self.watch.of(PROTECTION):
            for item in judged:
                protect.end_state(database, item.indicator, Protection.INTERN)
                protect.protect_openbaar(database, item, settings)
        with self.watch.of(AUDIT):
            reports += auditor.audit(Protection.OPENBAAR, indicators)
        with self.watch.of(PROTECTION):
            for item in judged:
                protect.end_state(database, item.indicator, Protection.OPENBAAR)
                for protection in Protection:
                    protect.add(database, item.indicator, protection, settings)
            for ratio in (item for item in self.declared.indicators if item.shape == "ratio"):
                protect.add_ratio(database, ratio)
        titles = {item.slug: item.title for item in indicators}
        changes = report.rule_changes(self.memory.folder, settings, datetime.now().astimezone().date())
        return {
            protection: [
                *report.audit_rows(reports, protection),
                *report.ground_rows(settings, protection),
                *report.change_rows(changes, protection),
                *report.utility_rows(database, titles, protection, level_of(settings, protection)),
            ]
            for protection in Protection
        }
