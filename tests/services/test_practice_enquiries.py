"""A practice vault has a dozen enquiries of the last year, such as a worker could have written."""

from datetime import date, timedelta

from exit_desktop.instruments.catalogue import Catalogue
from exit_desktop.services.invention.enquiries import invent_enquiries
from exit_desktop.services.not_started import check_enquiry
from exit_desktop.system.resources import resource_folder
from support.courses import TODAY


def test_there_are_a_dozen_of_the_last_year() -> None:
    days = [enquiry.on for enquiry in invent_enquiries(3, TODAY)]
    assert len(days) == 12
    assert TODAY - timedelta(days=365) < min(days) <= max(days) <= TODAY


def test_each_could_have_been_written() -> None:
    instrument = Catalogue(resource_folder("instruments")).get("not_started")
    for enquiry in invent_enquiries(3, TODAY):
        check_enquiry(instrument, enquiry)


def test_the_same_seed_gives_the_same_and_another_seed_others() -> None:
    assert invent_enquiries(3, TODAY) == invent_enquiries(3, TODAY)
    assert {one.id for one in invent_enquiries(3, TODAY)}.isdisjoint(one.id for one in invent_enquiries(4, TODAY))


def test_some_were_helped_on_and_some_not() -> None:
    helped = [enquiry.helped_on for enquiry in invent_enquiries(3, date(2027, 1, 5))]
    assert 0 < sum(helped) < len(helped)
