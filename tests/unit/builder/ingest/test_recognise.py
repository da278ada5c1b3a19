"""The kind of a file and the meaning of its columns come from the header alone."""

import pytest

from voorkant.domain.problem import Problem

from .conftest import HEAD, SOURCES, Read, contact, contacts, rules


@pytest.mark.parametrize("slug", sorted(SOURCES))
def test_each_kind_is_recognised_by_its_own_names(read: Read, slug: str) -> None:
    source = SOURCES[slug]
    names = [column.name for column in source.columns if column.of is None]
    report = read(";".join(names) + "\n" + ";" * (len(names) - 1) + "\n")
    assert report.kind == slug


@pytest.mark.parametrize("slug", sorted(SOURCES))
def test_no_synonym_means_two_columns_of_one_kind(slug: str) -> None:
    from voorkant.domain.names import plain  # noqa: PLC0415

    names = [
        plain(name) for column in SOURCES[slug].columns for name in {plain(column.name), *map(plain, column.synonyms)}
    ]
    assert len(names) == len(set(names))


def test_an_unknown_file_lists_its_columns(read: Read) -> None:
    report = read("kleur;vorm\nrood;rond\n")
    assert (report.kind, rules(report), report.rows_refused) == (None, ["soort_onbekend"], 1)
    assert "kleur, vorm" in report.findings[0].suggestion


def test_a_missing_column_is_named_with_the_nearest_header(read: Read) -> None:
    report = read(contacts(contact(1), head=HEAD.replace("contactdatum", "contctdatum")))
    assert rules(report) == ["kolom_ontbreekt"]
    assert report.findings[0].column == "contactdatum"
    assert "contctdatum" in report.findings[0].suggestion


def test_a_kind_that_explains_fewer_columns_is_no_guess(read: Read) -> None:
    """With every required column of contacts renamed, `kernen` has one of its two: no steward looks for that."""
    head = (
        HEAD.replace("contact_id", "nr").replace("contactdatum", "dag van gesprek").replace("praktijk_agb", "huisarts")
    )
    report = read(contacts(contact(1), head=head + ";gemeentecode;wijkcode"))
    assert (report.kind, rules(report)) == (None, ["soort_onbekend"])


def test_a_missing_group_names_its_alternatives(read: Read) -> None:
    report = read("verwijzing_id;client_id;gemeentecode\nV1;C1;GM9901\n", kind="ggz_verwijzingen")
    assert report.findings[0].column == "verwijsdatum of verzoekdatum of toewijzingsdatum of ingangsdatum"


def test_a_forced_kind_that_does_not_exist(read: Read) -> None:
    with pytest.raises(Problem, match="ojg_contacten"):
        read(contacts(contact(1)), kind="ojg_contact")


def test_unknown_columns_are_left_out_and_named(read: Read) -> None:
    report = read(contacts(contact(1) + ";rood;", head=HEAD + ";kleur;"))
    assert report.findings[0].column == "kleur, (zonder naam)"
    assert "kleur" not in report.table.column_names


def test_a_doubled_column_with_other_content_is_refused(read: Read) -> None:
    assert rules(read(contacts(contact(1) + ";99", head=HEAD + ";minuten"))) == ["kolom_dubbel"]
    assert rules(read(contacts(contact(1) + ";30", head=HEAD + ";minuten"))) == ["kolommen_dubbel_bedoeld"]


def test_listed_columns_never_echo_a_record(read: Read) -> None:
    report = read("123456782;jan@voorbeeld.nl\n111222333;piet@voorbeeld.nl\n")
    assert "123456782" not in report.findings[0].suggestion
    assert "jan@" not in report.findings[0].suggestion
