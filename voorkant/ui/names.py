"""Dutch names of what the cube knows by code."""

import re
from functools import lru_cache

from voorkant.declare.home import find_home
from voorkant.declare.source import read_sources


@lru_cache(maxsize=4)
def _titles(home: str) -> dict[str, str]:
    return {slug: source.title for slug, source in read_sources(*find_home().declared("sources")).items() if home}


def source_title(slug: str) -> str:
    """The title that a kind of export declares; a slug that nobody declares stands as words."""
    return _titles(str(find_home().path)).get(slug, slug.replace("_", " ").capitalize())


def with_titles(text: str) -> str:
    """A text in which every declared kind of export is named by its title."""
    titles = _titles(str(find_home().path))
    return re.sub(r"[a-z0-9_]+", lambda found: titles.get(found[0], found[0]), text)
