"""The demo holds invented stories, a decision and a cost, of pilots that it has; what is there already stays."""

from voorkant.builder.demo.declarations import ONE_PLAN
from voorkant.builder.demo.kept import DECIDED, PRICED, STORIES, keep_demo
from voorkant.declare.costfile import read_cost
from voorkant.declare.home import Home
from voorkant.declare.register import Register
from voorkant.declare.storyfile import read_stories, remove


def test_every_family_programme_has_a_story_and_each_kind_of_keeping_its_place(tmp_path, home):
    out = Home(tmp_path)
    keep_demo(tmp_path)
    keep_demo(tmp_path)
    stories = read_stories(out)
    assert len(stories) == len(STORIES)
    assert {item.pinned for item in stories} == {"gezinsverzorgende-veldermonde", "steungezinnen"}
    assert len(Register(out).decisions(DECIDED)) == 1
    cost = read_cost(out, PRICED)
    assert cost is not None
    assert "Verzonnen" in cost.each_source
    known = {path.stem for path in (home / "pilots").glob("*.toml")}
    assert {DECIDED, PRICED, ONE_PLAN, *(item.pinned for item in stories)} <= known
    remove(out, stories[0].id)
    keep_demo(tmp_path)
    assert len(read_stories(out)) == len(STORIES) - 1
