"""The planted truths, for tests that check estimates against them."""

from typing import Any


def as_toml(world: Any) -> str:
    return f"seed = {world.seed}\n"
