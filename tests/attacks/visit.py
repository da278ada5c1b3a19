"""A visit to a page: what it says and draws, which choices it gives of its own, and the files it hands out."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.pages import said
from tests.pages.app import open_app
from voorkant.domain.selection import Selection
from voorkant.report.handed import Format, Handed
from voorkant.ui import controls, own
from voorkant.ui.panels import download

Name = tuple[str, str, str]
"""Of a file: what it is of, its level and its suffix."""
Files = dict[Name, Any]
GIVING = tuple(
    f"pages/{name}.py"
    for name in (
        "beeld/voorkant_achterkant", "beeld/maat", "beeld/vergelijken", "beeld/kaart", "beeld/verwijsroutes",
        "werkt_het/pilot", "werkt_het/uitrol", "werkt_het/kosten", "raad/vragen",
    )
)  # fmt: skip
"""Pages with files; a test holds that no other page that is visited has any."""


@dataclass(frozen=True)
class Visit:
    """Equal where the same is said, drawn and handed out."""

    words: str
    charts: list[dict[str, Any]]
    files: Files
    choices: list[dict[str, str]] = field(compare=False)  # each a parameter with one of its codes
    chosen: Selection = field(compare=False)

    @property
    def everything(self) -> str:
        """All words, those of the charts included."""
        return (
            f"{self.words} {' '.join(str(trace.get('hovertext', '')) for one in self.charts for trace in one['data'])}"
        )


def page(home: Path, monkeypatch: pytest.MonkeyPatch, path: str, query: Mapping[str, str]) -> Visit:
    """Open a page with all that folds unfolded. AssertionError where it breaks."""
    files: Files = {}
    choices: dict[str, list[str]] = {}

    def button(form: Format, made: Handed, _: Callable[[], bytes]) -> None:
        if form.suffix != "png":  # a picture of the same
            files[made.shown.key, str(made.publication.protection), form.suffix] = _read(form.write(made), form.suffix)

    def noting(draw: Callable[..., Any]) -> Callable[..., Any]:
        def drawn(key: str, label: str, options: Mapping[str, str], *more: Any, **named: Any) -> Any:
            choices[key] = list(options)
            return draw(key, label, options, *more, **named)

        return drawn

    with monkeypatch.context() as patched:
        patched.setattr(download, "_button", button)
        for name in ("choice", "select", "several"):
            patched.setattr(own, name, noting(getattr(own, name)))
        app = said.unfolded(open_app(home, monkeypatch, path, **query))
    assert not app.exception, f"{path} with {query}"
    others = [{key: code} for key, codes in sorted(choices.items()) for code in codes[1:]]
    return Visit(said.page_words(app), said.charts(app), files, others, app.session_state[controls.STATE])


def _read(content: bytes, suffix: str) -> Any:
    if suffix == "csv":
        return content.decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
