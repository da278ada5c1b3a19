"""True counts take a recorded ground: who, why, and of which programme."""

import pytest

from voorkant.declare.cubeplan import DETAIL, PlanTable
from voorkant.declare.detail import Ground, check_grounds
from voorkant.declare.narrowing import Narrowing, narrowed
from voorkant.declare.settings import read_settings
from voorkant.domain.problem import DataRefused
from voorkant.domain.protection import Protection


def read(tmp_path, text):
    path = tmp_path / "voorkant.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path).detail


def test_a_ground_is_read(tmp_path):
    text = '[detail.ojg]\nrollen = ["manager"]\ngrond = " Begeleiding;  DPIA 3 "\n'
    assert read(tmp_path, text) == {"ojg": Ground(("manager",), "Begeleiding; DPIA 3")}
    assert read(tmp_path, "") == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('rollen = ["manager"]\n', "'grond'"),
        ('rollen = ["manager"]\ngrond = " "\n', "vastgelegde grond"),
        ('rollen = []\ngrond = "x"\n', "vastgelegde grond"),
        ('rollen = ["raad"]\ngrond = "x"\n', "'raad'; toegestaan: beleidsmedewerker, manager"),
        ('rollen = ["manager"]\ngrond = "x"\nmaand = 1\n', "'maand' is onbekend"),
    ],
)
def test_a_ground_without_words_or_for_others_is_refused(tmp_path, text, says):
    with pytest.raises(DataRefused, match=r"\[detail\], \[ojg\]") as refused:
        read(tmp_path, f"[detail.ojg]\n{text}")
    assert says in str(refused.value)


def test_a_ground_for_an_unknown_programme_is_refused():
    check_grounds({"ojg": Ground(("manager",), "x")}, {"ojg": None})
    with pytest.raises(DataRefused, match=r"\[detail\.ogj\].*Bedoeld: 'ojg'"):
        check_grounds({"ogj": Ground(("manager",), "x")}, {"ojg": None})


def test_true_counts_go_no_deeper_than_the_intern_level():
    plan = (PlanTable(("praktijk",), ("month",), (), ("inzet",), (DETAIL,)),)
    wide = dict.fromkeys(Protection, Narrowing())
    shallow = wide | {Protection.INTERN: Narrowing(lowest="wijk")}
    yearly = wide | {Protection.OPENBAAR: Narrowing(lowest="gemeente")}
    assert narrowed(plan, shallow) == ()
    assert narrowed(plan, yearly) == plan
