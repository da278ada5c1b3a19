"""A new key: all stored pseudonyms are re-keyed, and the history takes them over in one step.

The original numbers are not kept, so what is stored is keyed once more with a new link of the chain. Until the history
is replaced, the rows, the key and the figures of before are in force; afterwards the old rows are removed.
"""

from dataclasses import dataclass, replace
from functools import partial

from voorkant.builder import journal
from voorkant.builder.build import alone
from voorkant.builder.declared import Declared, Progress, read_declared
from voorkant.builder.ingest.rekey import rekey_again
from voorkant.builder.store import keys
from voorkant.builder.store.history import Delivery, read_history, write_history
from voorkant.builder.store.records import sweep, write_anew
from voorkant.declare.auditlog import Action
from voorkant.declare.home import Home
from voorkant.domain.problem import DataRefused


@dataclass(frozen=True)
class Rotated:
    """The ids of the keys, and how many deliveries were re-keyed."""

    former: str
    key: str
    deliveries: int


def rotate(home: Home, progress: Progress) -> Rotated:
    """Re-key the whole store. The figures stay what they are."""
    declared = read_declared(home)
    with alone(home):
        history, rows = read_history(home.records), home.records / "rows"
        chain = keys.load(home, history)
        _refuse_unknown(declared, history)
        longer = keys.lengthen(home, chain)
        link, name = longer[-keys.KEY_BYTES :], keys.key_id(longer)
        left = []
        for item in history:
            if item.used and item.kind:
                progress(f"Opnieuw versleutelen: {item.file}")
                again = partial(rekey_again, source=declared.sources[item.kind], link=link)
                item = replace(write_anew(rows, item, again), key=name)  # noqa: PLW2901 - the same delivery
            left.append(item)
        write_history(home.records, left)
        sweep(rows, left)
        done = Rotated(keys.key_id(chain), name, sum(item.used for item in left))
        journal.log(home, Action.ROTATE, van=done.former, naar=done.key, leveringen=done.deliveries)
        return done


def _refuse_unknown(declared: Declared, history: list[Delivery]) -> None:
    """Which columns hold pseudonyms is for the declaration of a source to say."""
    for item in history:
        if item.used and item.kind not in declared.sources:
            raise DataRefused(
                f"De opslag bevat gegevens van de soort '{item.kind}', die niet meer in sources/ staat. Zet die "
                f"beschrijving terug; tot dan blijft de oude sleutel. {keys.NOTHING}"
            )
