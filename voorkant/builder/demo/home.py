"""Writing the whole demo home: exports, settings, pilots, questions, the meetlat and the planted truth."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from voorkant.builder.demo import boundaries, declarations, exports, meetlat, truth
from voorkant.builder.demo.world import make_world
from voorkant.declare import budgetfile, goalfile
from voorkant.declare.meetlatfile import FILE
from voorkant.declare.tomltext import to_toml
from voorkant.domain.problem import Problem

TRUTH = "waarheid.toml"
_MARK = "# De geplante waarheid van de demo van Voorkant: alles in deze map is verzonnen.\n"


def write_demo(
    out: Path, *, seed: int = 1, rows: int | None = None, progress: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Write a home folder and say what is in it. Problem when `out` holds something that the demo did not make.

    `rows` is the number of contacts; the verwijzingen grow with it to a fifth. The same seed gives the same bytes.
    """
    if seed < 0 or (rows is not None and rows < 1):
        raise Problem("--seed is 0 of hoger, en --rows is 1 of hoger. Kies een ander getal.")
    _claim(out)
    world = make_world(out / "exports", seed, rows, progress or (lambda _: None))
    exports.write_registers(world)
    exports.write_published(world)
    exports.write_prevention(world)
    exports.write_school_help(world)
    exports.write_verwijzingen(world, exports.write_contacts(world))
    declarations.write(out)
    declarations.save(out / FILE, to_toml(meetlat.MEETLAT))
    (out / boundaries.FILE).parent.mkdir(exist_ok=True)
    declarations.save(out / boundaries.FILE, boundaries.geojson(world.region.wijken, seed).rstrip())
    region = world.region
    made = boundaries.points(region.wijken, region.praktijken, region.schools, seed)
    declarations.save(out / boundaries.POINTS, made.rstrip())
    declarations.save(out / goalfile.FILE, to_toml(declarations.GOALS))
    declarations.save(out / budgetfile.FILE, to_toml(declarations.BUDGETS))
    _save_truth(out, to_toml(truth.collect(world)))
    size = sum((world.exports / name).stat().st_size for name in world.files)
    return {"home": str(out), "seed": seed, "files": world.files, "bytes": size}


def _claim(out: Path) -> None:
    """Make the folder ours, unless it is someone's; the mark comes first, so that a broken-off run can be redone."""
    truth_file = out / TRUTH
    ours = truth_file.is_file() and truth_file.read_text(encoding="utf-8").startswith(_MARK)
    if out.exists() and not ours and (not out.is_dir() or any(out.iterdir())):
        raise Problem(f"{out} is niet leeg en is niet door de demo gemaakt. Kies met --out een nieuwe of lege map.")
    (out / "exports").mkdir(parents=True, exist_ok=True)
    _save_truth(out, "")


def _save_truth(out: Path, text: str) -> None:
    (out / TRUTH).write_text(f"{_MARK}{text.rstrip()}\n" if text else _MARK, encoding="utf-8", newline="\n")
