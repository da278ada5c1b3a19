"""A picture that is no series in time, with all that the chart contract wants beside it and its table ready."""

from dataclasses import dataclass, fields

from voorkant.charts.description import Event


@dataclass(frozen=True, kw_only=True)
class Told:
    """The words of a picture. `lines` are the rows of its table under `headers`; ValueError when a word lacks."""

    key: str
    title: str
    axis: str
    denominator: str
    sentence: str
    alt: str
    source: str
    period: str
    status: str
    suppression: str
    headers: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    events: tuple[Event, ...] = ()
    no_events: str = "Geen in deze periode."

    @property
    def marked(self) -> tuple[Event, ...]:
        """The events that are drawn."""
        return tuple(event for event in self.events if event.shown)

    def __post_init__(self) -> None:
        empty = [
            field.name for field in fields(self) if field.name != "events" and getattr(self, field.name) in ("", ())
        ]
        if empty:
            raise ValueError(f"a picture needs {', '.join(empty)}")
