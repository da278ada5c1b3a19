"""A line of the audit log reads as a sentence."""

from voorkant.text.auditwords import line

DONE = {"at": "2026-11-26T02:36:28+00:00", "who": "Anne", "role": "worker", "publication": "000002"}


def test_a_publication_and_what_was_removed():
    rules = {"bescherming": {"intern": {"drempel": 5}}}
    assert line(DONE | {"action": "publiceren", "filter": rules}) == (
        "2026-11-26 02:36:28  Anne (worker): gepubliceerd (publicatie 000002)"
    )
    gone = {"rijen": {"ojg_contacten": 9}, "publicaties": [], "opdrachten": 0}
    assert line(DONE | {"action": "opschonen", "publication": "", "filter": gone}) == (
        "2026-11-26 02:36:28  Anne (worker): rijen na hun bewaartermijn verwijderd. rijen ojg_contacten 9"
    )


def test_rules_that_changed_and_an_action_of_a_later_version():
    change = {"van": {"regel_uit": [], "intern": {"drempel": 5}}, "naar": {"regel_uit": [["uitrol", "x"]]}}
    assert line(DONE | {"action": "bescherming_gewijzigd", "filter": change}).endswith(
        "van regel_uit geen, intern drempel 5; naar regel_uit uitrol x"
    )
    assert line(DONE | {"action": "iets_nieuws", "filter": {}}).endswith("(worker): iets_nieuws (publicatie 000002)")
