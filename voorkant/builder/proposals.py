"""What a check says of the columns and words of a file that are not known yet: proposals, for a steward to judge."""

from collections import Counter
from typing import Any

from voorkant.builder.declared import Declared
from voorkant.builder.ingest.guess import LEAST, Guess, Guesser, QuietNames, guess_code
from voorkant.builder.ingest.ledger import shown
from voorkant.builder.ingest.privacy import looks_personal, shown_header
from voorkant.builder.ingest.report import FileReport, Glance
from voorkant.declare.source import Column, Source
from voorkant.domain.names import fingerprint, plain
from voorkant.text.confidence import LIKELY

KINDS, SAMPLES, WORDS = 3, 5, 50
"""Kinds that are worked out, samples per column, and unknown words per column."""


def told(report: FileReport, declared: Declared) -> dict[str, Any] | None:
    """As it stands in the result of a check. None when the file has no header to decide about."""
    if not report.header:
        return None
    print_of = fingerprint(report.header)
    before = tuple(item for name, item in declared.mappings.items() if name != print_of)
    guesser = Guesser(report.header, report.glance, QuietNames(declared.settings.gemeenten), before)
    kind = report.form or report.kind
    doubtful = kind is None or report.is_refused
    ranked = _ranked(guesser, declared) if doubtful else []
    worked = dict.fromkeys(([kind] if kind else []) + [slug for _, slug in ranked])
    words = _unknown_words(report, declared.sources[report.kind]) if report.kind else {}
    guesses = {slug: guesser.columns(declared.kinds[slug]) for slug in worked}
    return {
        "fingerprint": print_of,
        "kind": kind,
        "kinds": [{"slug": slug, "confidence": confidence} for confidence, slug in ranked],
        "headers": [_header(report, place) for place in range(len(report.header))],
        "columns": {slug: _columns(report, found) for slug, found in guesses.items()},
        "samples": {slug: _samples(report, declared.kinds[slug], found) for slug, found in guesses.items()},
        "words": words,
        "open": doubtful or bool(words) or _is_plausible(report, guesses.get(kind, {})),
    }


def _ranked(guesser: Guesser, declared: Declared) -> list[tuple[float, str]]:
    """The kinds that explain the file best."""
    every = ((guesser.kind(source), slug) for slug, source in declared.kinds.items())
    return sorted((pair for pair in every if pair[0] >= LEAST), reverse=True)[:KINDS]


def _is_plausible(report: FileReport, found: dict[int, Guess]) -> bool:
    """Whether a header that is not used yet has a likely column."""
    names = [shown_header(name) for name in report.header]
    return any(names[place] not in report.columns and guess.confidence >= LIKELY for place, guess in found.items())


def _header(report: FileReport, place: int) -> dict[str, Any]:
    """`why`: empty for a header that can be mapped."""
    name = report.header[place]
    earlier = {plain(text) for text in report.header[:place]}
    why = (
        "leeg" if not plain(name)
        else "gegeven" if shown_header(name) != name
        else "persoonlijk" if looks_personal(name)
        else "dubbel" if plain(name) in earlier
        else ""
    )  # fmt: skip
    return {"name": shown_header(name), "now": report.columns.get(shown_header(name), ""), "why": why}


def _columns(report: FileReport, found: dict[int, Guess]) -> list[dict[str, Any]]:
    """Per header its proposal; an empty column where there is none."""
    none = Guess("", 0.0)
    guesses = [found.get(place, none) for place in range(len(report.header))]
    return [{"column": guess.column, "confidence": guess.confidence} for guess in guesses]


def _samples(report: FileReport, source: Source, found: dict[int, Guess]) -> list[list[str]]:
    """Per header a few texts: what a closed list knows as it is, all else as a pattern; a person may stand in it."""
    named = {place: source.column(guess.column) for place, guess in found.items()}
    return [_shown(report.glance[place], named.get(place)) for place in range(len(report.header))]


def _shown(seen: Glance, column: Column | None) -> list[str]:
    listed = {plain(word) for code, words in (column.values if column else ()) for word in (code, *words)}
    texts = (shown(text, personal=plain(text) not in listed) for text in seen.texts)
    return list(dict.fromkeys(texts))[:SAMPLES]


def _unknown_words(report: FileReport, source: Source) -> dict[str, list[dict[str, Any]]]:
    """Column -> the words that its closed list does not know, with how often they stand there."""
    counts: dict[str, Counter[str]] = {}
    for found in report.findings:
        column = source.column(report.columns[found.column]) if found.column in report.columns else None
        if found.rule == "waarde_onbekend" and found.value and column and column.codes and not column.personal:
            words = found.value.split("|") if column.type == "list" else [found.value]
            counts.setdefault(column.name, Counter()).update({word.strip(): found.count for word in words})
    return {name: _words(source.column(name), often) for name, often in counts.items()}


def _words(column: Column, often: Counter[str]) -> list[dict[str, Any]]:
    """What a finding had to mask or to cut is no word that can be decided about."""
    listed = {plain(word) for code, words in column.values for word in (code, *words)}
    open_words = [(word, count) for word, count in often.most_common() if plain(word) not in listed and _is_whole(word)]
    found = []
    for word, count in open_words[:WORDS]:
        code, confidence = guess_code(column, word)
        found.append({"text": word, "count": count, "code": code, "confidence": confidence})
    return found


def _is_whole(word: str) -> bool:
    return bool(plain(word)) and not word.endswith("…") and "@" not in word
