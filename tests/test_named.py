"""Packets with names: each name on each right page and nowhere else, what is private on covers alone, order and padding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest
from conftest import sentences, write_project
from paper import sizes_of, texts_of

from daysheet.check import CheckResult, check
from daysheet.handouts import main_packet
from daysheet.job.jobs import PrintJob
from daysheet.packets.bearers import lay_out_names
from daysheet.packets.marks import MANNERS, heads_of, marks_of, needs_leaf
from daysheet.packets.named import in_stacking_order, named_jobs, single_packets
from daysheet.packets.printing import Printed, Span, print_packet
from daysheet.packets.private import as_printed, group_jobs
from daysheet.people.person import Person
from daysheet.people.seating import Seating
from daysheet.project import Project
from daysheet.view import View, view_for

LONG = "Marguerite-Alexandrine,de La Rochefoucauld-Wolfenbüttel-Ostrowska"
FILES = {
    "data/session.yml": "title: A small day\n",
    "data/delivery.yml": (
        "days:\n  - {date: 2026-03-21, start: 9:00, end: 12:00}\ntimezone: Europe/Paris\nheadcount: 6\ntable_size: 3\n"
        "walk_ins: 2\npaper: a4\naddress: https://day.ac\ncontact: Front desk\n"
        "private:\n  wifi: {name: House, password: canary-reeds}\n"
    ),
    "data/agendas/day.yml": "title: The day\nrounds:\n  - title: Talk it over\n    minutes: 30\n    groups: pairs\n",
    "data/worksheets/one.yml": "title: Something to write\nblocks:\n  - prompt: Why?\n",
    "data/worksheets/two.yml": "title: Hand it in\nanonymous: yes\nafter: hand in\nblocks:\n  - prompt: Honestly?\n",
    "data/worksheets/wide.yml": "title: On its side\nsheet: {turn: landscape}\nblocks:\n  - prompt: Where?\n",
    "data/packets/participant.yml": (
        "title: Packet\ncontents:\n  - cover\n  - worksheets: all\n  - agenda\neditions: [standard, large-print]\n"
    ),
    "data/packets/guide.yml": "title: Guide\naudience: facilitator\ncontents:\n  - agenda\n  - groups\n",
    "data/roster.csv": (
        "given,family,team,table,needs\nZoe,Adams,North,2,\nBen,Carter,North,1,\nليلى,حدّاد,South,1,\n"
        f"{LONG},South,2,\nKim,Lee,<i>West</i>,1,\nAna,Ostrowska,South,2,large print\n"
    ),
}


@dataclass(frozen=True)
class Made:
    """What the tests look at: the view, the packets as laid out for reading, and the jobs."""

    checked: CheckResult
    view: View
    printed: tuple[Printed, ...]
    jobs: Mapping[str, PrintJob]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    project: Project = write_project(tmp_path_factory.mktemp("named"), FILES)
    result = check(project.root)
    assert result.library is not None, sentences(result)
    participant, view = (view_for(project, result, audience) for audience in ("participant", "facilitator"))
    packet = main_packet(participant.library)
    assert packet is not None
    printed = tuple(each for edition in packet.editions for each in print_packet(packet, participant, edition=edition))
    return Made(result, view, printed, {job.edition: job for job in named_jobs(view, printed, result.seating)})


def packets_of(job: PrintJob) -> list[list[str]]:
    """The texts of the pages of each packet of a stack."""
    texts = [" ".join(text.split()) for text in texts_of(job.content)]
    length = len(texts) // job.sets
    return [texts[at : at + length] for at in range(0, len(texts), length)]


def test_each_name_is_on_each_page_of_its_packet_and_nowhere_else(made: Made) -> None:
    job = made.jobs["standard"]
    people = in_stacking_order([each for each in made.checked.seating.people if each.edition == "standard"], None)
    families = [each.family for each in people if each.family.isascii()]
    for person, packet in zip(people, packets_of(job), strict=False):
        written = [page for page in packet if page]
        assert len(written) == 4
        for page in written:
            assert person.family.split("-")[0] in page or not person.family.isascii()
            assert not any(family in page for family in families if family != person.family)


def test_a_name_that_is_written_from_right_to_left_is_set_with_its_own_letters(made: Made) -> None:
    packet = packets_of(made.jobs["standard"])[2]
    for page in (page for page in packet if page):
        assert set("ليلى") <= set(page)


def test_the_stack_is_in_the_order_of_tables_and_ends_with_spares(made: Made) -> None:
    job = made.jobs["standard"]
    covers = [packet[0] for packet in packets_of(job)]
    order = ["Carter", "Lee", "", "Adams", "Rochefoucauld", "", ""]
    assert len(covers) == len(order) == job.sets
    assert [family in cover for family, cover in zip(order, covers, strict=True)] == [True] * 7
    assert not any(family in cover for family in order if family for cover in covers[5:])
    assert (job.spares, job.copies) == (2, 1)


def test_the_cover_says_table_team_and_groups_as_they_are(made: Made) -> None:
    cover = packets_of(made.jobs["standard"])[1][0]
    assert "Kim Lee" in cover
    assert "<i>West</i>" in cover
    assert "Talk it over group" in cover


def test_who_needs_large_print_has_a_stack_of_that_edition(made: Made) -> None:
    job = made.jobs["large-print"]
    (packet,) = packets_of(job)
    assert "Ana Ostrowska" in " ".join(packet)
    assert (job.sets, job.spares) == (1, 0)
    assert not any("Ostrowska" in page and "Ana" in page for each in packets_of(made.jobs["standard"]) for page in each)


def test_each_packet_is_padded_to_whole_sheets(made: Made) -> None:
    for job in made.jobs.values():
        laid = next(each for each in made.printed if each.edition == job.edition)
        whole = laid.pages + laid.pages % 2
        assert job.pages == len(texts_of(job.content)) == whole * job.sets
        assert job.sheets * 2 == job.pages


def test_the_pages_have_the_size_of_the_paper(made: Made) -> None:
    assert {tuple(round(side) for side in size) for size in sizes_of(made.jobs["standard"].content)} == {(210, 297)}


def test_what_is_private_stands_on_printed_covers_and_nowhere_else(made: Made) -> None:
    for job in made.jobs.values():
        for first, *rest in packets_of(job):
            cover = [first, rest.pop(0)] if job.edition == "large-print" else [first]
            assert sum("canary-reeds" in page for page in cover) == 1
            assert not any("canary-reeds" in page for page in rest)
    for each in made.printed:
        assert not any("canary" in text for text in texts_of(each.content))


def test_an_unnamed_copy_bears_what_is_private_and_no_name(made: Made) -> None:
    of_paper = [each for each in made.printed if each.edition == "standard"]
    copies = {each.paper: texts_of(each.content) for each in as_printed(made.view, of_paper, made.checked.seating)}
    assert "canary-reeds" in copies["a4"][0]
    assert not any("Carter" in text for text in copies["a4"])
    assert "canary-reeds" not in copies["letter"][0], "only the delivery's own paper is printed"


def test_a_sheet_without_a_name_is_in_no_named_packet_and_is_never_stamped(made: Made) -> None:
    assert all("Honestly?" not in page for job in made.jobs.values() for each in packets_of(job) for page in each)
    span = Span("worksheet", "two", "plain", 2, 2, "Worksheet 2", "ABCD")
    with pytest.raises(ValueError, match="anonymous"):
        heads_of(replace(made.printed[0], spans=(span,)), True, "A small day", {"two"})


def test_a_long_name_keeps_to_its_room(made: Made) -> None:
    person = next(each for each in made.checked.seating.people if each.given.startswith("Marguerite"))
    for printed in made.printed:
        names = lay_out_names([person], made.checked.seating, made.view, large=printed.edition == "large-print")
        marks, manner = marks_of(printed, names, person.id), MANNERS[printed.edition]
        assert marks.head is not None
        assert marks.head.box.width * marks.head.scale <= manner.room + 0.5
        for patch in marks.patches:
            assert patch.left + patch.box.width * patch.scale <= 197.5
            assert patch.bottom <= 272


def test_lists_for_which_a_cover_has_no_room_stand_on_a_leaf_before_it(made: Made) -> None:
    (laid,) = (each for each in made.printed if (each.edition, each.paper) == ("standard", "a4"))
    names = lay_out_names(made.checked.seating.people, made.checked.seating, made.view)
    ids = [each.id for each in made.checked.seating.people]
    assert not needs_leaf(laid, names, ids)
    line = laid.cover["cover-blank-1"]
    low = {name: replace(area, y=line.y + line.height + 2) for name, area in laid.cover.items() if "blank" not in name}
    crowded = replace(laid, cover={**laid.cover, **low})
    assert needs_leaf(crowded, names, ids)
    (job,) = named_jobs(made.view, [crowded], made.checked.seating)
    assert job.pages == len(texts_of(job.content)) == (laid.pages + laid.pages % 2 + 2) * job.sets
    leaf, back, cover, *_ = packets_of(job)[0]
    assert "Ben Carter Talk it over group" in leaf
    assert "canary-reeds" in leaf
    assert back == ""
    assert "canary-reeds" not in cover


def test_single_files_have_safe_names_in_the_order_of_the_stack(made: Made) -> None:
    files = list(single_packets(made.view, made.printed, made.checked.seating))
    assert sorted(path for path, _ in files) == [
        "named/01-carter-ben.pdf",
        "named/02-lee-kim.pdf",
        "named/03-person.pdf",
        "named/04-adams-zoe.pdf",
        "named/05-de-la-rochefoucauld-wolfenbuttel-ostrowska-marguerite-alexandrine.pdf",
        "named/06-ostrowska-ana.pdf",
    ]
    texts = " ".join(texts_of(dict(files)["named/01-carter-ben.pdf"]))
    assert "Ben Carter" in texts
    assert "Lee" not in texts


def test_a_further_person_weighs_little_and_the_same_input_gives_the_same_bytes(made: Made) -> None:
    people = tuple(Person(f"p-{at}", at, f"Given{at}", f"Family{at}", "North", table="1") for at in range(40))
    (few,) = named_jobs(made.view, made.printed, Seating(people[:10]))
    (many,) = named_jobs(made.view, made.printed, Seating(people))
    assert (len(many.content) - len(few.content)) / 30 < 4000
    assert many.content == named_jobs(made.view, made.printed, Seating(people))[0].content


def test_a_stack_has_no_tags_and_prints_at_its_size(made: Made, tmp_path: Path) -> None:
    (tmp_path / "stack.pdf").write_bytes(made.jobs["standard"].content)
    with pikepdf.open(tmp_path / "stack.pdf") as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
        assert pdf.Root.Lang == "en"


def test_by_name_the_tables_do_not_count(made: Made) -> None:
    packet = main_packet(made.view.library)
    assert packet is not None
    by_name = in_stacking_order(made.checked.seating.people, packet.model_copy(update={"stack": "name"}))
    assert [each.family for each in by_name if each.family.isascii()] == ["Adams", "Carter", "Lee", "Ostrowska"]


def test_a_guide_that_asks_for_groups_has_them_in_print_alone(made: Made) -> None:
    guide = made.view.library.find("packet", "guide")
    public = print_packet(guide, made.view)
    assert not any("Carter" in text for each in public for text in texts_of(each.content))
    (printed, other) = as_printed(made.view, public, made.checked.seating)
    assert {printed.paper, other.paper} == {"a4", "letter"}
    text = " ".join(" ".join(texts_of((printed if printed.paper == "a4" else other).content)).split())
    assert "Tables and groups" in text
    assert "Table 1 Ben Carter" in text
    assert group_jobs(made.view, made.checked.seating) == ()


def test_without_a_roster_there_is_no_stack_and_no_list(made: Made) -> None:
    assert named_jobs(made.view, made.printed, Seating()) == ()
    assert group_jobs(made.view, Seating()) == ()
