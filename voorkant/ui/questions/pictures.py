"""The pictures of answers about groups and wijken: a list with a bar each, whose words say the same."""

from collections.abc import Sequence
from html import escape

from voorkant.charts.told import Told
from voorkant.report.council import Answer

SIDES = ("uitkomst", "inzet")


def bars(answer: Answer, told: Told) -> str:
    """HTML of a line for each row of the table; a hidden value is hatched up to what it can be."""
    pairs = "wijken" in told.key
    draw, kind = (_pair, "vk-bars vk-bar-pairs") if pairs else (_share, "vk-bars")
    lines = "".join(draw(line, wide) for line, wide in zip(told.lines, answer.bars, strict=True))
    return f'<ul class="{kind}">{lines}</ul>'


def _share(line: Sequence[str], wide: Sequence[float]) -> str:
    """A group: its part of the whole, with what it can be behind it."""
    name, _, words = line
    share, high = wide
    track = (
        f'<i class="vk-bar-range" style="width:{high:.1f}%"></i>'
        f'<i class="vk-bar vk-bar-uitkomst" style="width:{share:.1f}%"></i>'
    )
    return (
        f'<li><span>{escape(name)}</span><span class="vk-bar-track" aria-hidden="true">{track}</span>'
        f"<small>{escape(words)}</small></li>"
    )


def _pair(line: Sequence[str], wide: Sequence[float]) -> str:
    """A wijk: the outcome above, the effort below it."""
    name, *values = line
    tracks = "".join(
        f'<span class="vk-bar-track" aria-hidden="true"><i class="vk-bar vk-bar-{side}" style="width:{part:.1f}%"></i>'
        f"</span><small>{side} {escape(words)}</small>"
        for side, part, words in zip(SIDES, wide, values, strict=True)
    )
    return f"<li><span>{escape(name)}</span><div>{tracks}</div></li>"
