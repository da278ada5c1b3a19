"""A memo as HTML: for the preview, and for a file that stands on its own."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from voorkant.charts import picture
from voorkant.report.memo import reading
from voorkant.report.memo.description import Block, Grid, Heading, Memo, Section, Shown, Words
from voorkant.text.memo import CONCEPT

TAGS = {"gewoon": "p", "punt": "li", "oordeel": "p", "klein": "p", "verhaal": "blockquote"}


def body(memo: Memo, *, top: int = 1) -> str:
    """The whole memo; `top` is the level of its title among the headings around it."""
    about = memo.about
    mark = f'<p class="vk-memo-klein">{CONCEPT}</p>' if about.concept else ""
    terms = {"Gemeente": about.place, "Periode": f"tot en met {about.period}", "Peildatum": about.until,
             "Kenmerk": about.code}  # fmt: skip
    listed = "".join(f"<div><dt>{term}</dt><dd>{escape(words)}</dd></div>" for term, words in terms.items())
    sections = "".join(_section(section, top + 1) for section in memo.sections)
    return (
        f'<article class="vk-memo"><h{top}>{escape(about.title)}</h{top}>'
        f'<p class="vk-memo-klein">{escape(about.kind)}</p>{mark}'
        f"<dl>{listed}</dl>{sections}</article>"
    )


def _section(section: Section, level: int) -> str:
    inside = "".join(_grouped(section, level))
    return f"<section><h{level}>{escape(section.heading)}</h{level}>{inside}</section>"


def _grouped(section: Section, level: int) -> Iterator[str]:
    """Points that follow each other are one list."""
    points: list[str] = []
    for block in section.blocks:
        if isinstance(block, Words) and block.look == "punt":
            points.append(_block(block, level))
            continue
        if points:
            yield f"<ul>{''.join(points)}</ul>"
            points = []
        yield _block(block, level)
    if points:
        yield f"<ul>{''.join(points)}</ul>"


def _block(block: Block, level: int) -> str:
    match block:
        case Words():
            tag, lines = TAGS[block.look], "<br>".join(map(escape, block.text.splitlines()))
            note = f'<p class="vk-memo-klein">{escape(block.note)}</p>' if block.note else ""
            return f'<{tag} class="vk-memo-{block.look}">{lines}</{tag}>{note}'
        case Heading():
            return f"<h{level + 1 + block.deep}>{escape(block.text)}</h{level + 1 + block.deep}>"
        case Shown():
            return _picture(block)
        case Grid():
            return _table(block)


def _picture(block: Shown) -> str:
    drawn = picture.svg(block.picture, block.bars)
    if drawn is None:
        return ""
    about = block.picture
    source = f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
    told = " ".join(filter(None, [reading.marks(about), reading.source(about)]))
    return (
        f'<figure><div class="vk-wide" role="region" tabindex="0" aria-label="Figuur {block.number}">'
        f'<img src="{source}" alt="{escape(about.alt)}"></div>'
        f"<figcaption>Figuur {block.number}: {escape(about.title)}"
        f'<span class="vk-memo-klein">{escape(told)}</span></figcaption></figure>'
    )


def _table(block: Grid) -> str:
    of = f" (bij figuur {block.of})" if block.of else ""
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in block.headers)
    rows = "".join(
        f'<tr><th scope="row">{escape(line[0])}</th>{"".join(f"<td>{escape(word)}</td>" for word in line[1:])}</tr>'
        for line in block.lines
    )
    name = f"Tabel {block.number}: {block.caption}{of}"
    return (
        f'<div class="vk-wide" role="region" tabindex="0" aria-label="{escape(name)}"><table class="vk-memo-table">'
        f"<caption>{escape(name)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
