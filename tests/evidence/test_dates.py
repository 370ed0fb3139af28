"""Days of a page: their kind, what completes and confirms them, what rules them out."""

import pytest

from vigil.errors import InvalidInput
from vigil.evidence.page import Page, PageDate
from vigil.evidence.pages.days import days_in
from vigil.evidence.reading import read_page

BODY = "The ministry said it had seen the plans of the plant and would look into them again."


def read(text: str, day: str | None = None) -> Page:
    return read_page(text.encode(), "a page", day=day)


def dated(page: Page, kind: str) -> list[PageDate]:
    return [date for date in page.dates if date.kind == kind]


def only(page: Page, kind: str) -> PageDate:
    (date,) = dated(page, kind)
    return date


class TestForms:
    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("2023-06-09", "2023-06-09"),
            ("2023/06/09 | 17:56", "2023-06-09"),
            ("2024-03-01T09:12:00Z", "2024-03-01"),
            ("9 June 2023", "2023-06-09"),
            ("9th of June, 2023", "2023-06-09"),
            ("June 9th, 2023", "2023-06-09"),
            ("Jun. 9, 2023", "2023-06-09"),
            ("Sept 30 2023", "2023-09-30"),
            ("JUNE 9, 2023", "2023-06-09"),
            ("09-Jun-2023", "2023-06-09"),
            ("13/06/2023", "2023-06-13"),
            ("06/13/2023", "2023-06-13"),
            ("13.6.2023", "2023-06-13"),
            ("June 9", "--06-09"),
            ("in August of 2022", "2022-08"),
            ("May 25, 2023May 25, 2023", "2023-05-25"),
        ],
    )
    def test_forms_of_days(self, text: str, iso: str) -> None:
        assert {day.iso for day in days_in(text)} == {iso}

    @pytest.mark.parametrize(
        "text",
        ["it may 9 times", "31 February 2023", "2023-13-01", "1/3 of it", "March on the town",
         "version 1.2.2023.4", "9.5 March", "June 9:30"],
    )  # fmt: skip
    def test_figures_that_are_no_day(self, text: str) -> None:
        assert not [day for day in days_in(text) if len(day.iso) > 7]

    def test_figures_may_be_read_twice(self) -> None:
        (day,) = days_in("03/04/2023")
        assert (day.iso, day.other) == ("2023-03-04", "2023-04-03")


class TestKinds:
    def test_each_day_has_the_kind_of_its_block(self) -> None:
        page = read(
            "A plant is found near Kamsk\nMarch 5, 2024\n"
            "A view of the plant on March 3, 2024. Photo: Ann Lee/AP\n"
            "KAMSK, March 4 (AP) - The plant was begun in May 2021, its owner said.\n"
            "We saw it last night. Big.\n— Ann (@ann) March 2, 2024\n"
        )
        assert [(d.kind, d.day) for d in page.dates] == [
            ("page", "2024-03-05"),
            ("caption", "2024-03-03"),
            ("dateline", "2024-03-04"),
            ("event", "2021-05"),
            ("embedded_post", "2024-03-02"),
        ]
        assert page.day is not None
        assert page.day.day == "2024-03-04"

    def test_days_of_comments_are_not_read(self) -> None:
        page = read(f"{BODY}\n2 Comments\nRita, 3 May 2021: They knew it all the time.")
        assert page.dates == ()

    def test_years_alone_are_events(self) -> None:
        page = read(
            "It breaks a 2015 resolution, and 2019 people signed a letter in 2021 to say so."
        )
        assert [d.day for d in page.dates] == ["2015", "2021"]


class TestYears:
    def test_a_dateline_takes_the_year_of_the_page(self) -> None:
        page = read(f"Updated 10 June 2023\nKAMSK, June 9 (AP) - {BODY}")
        assert only(page, "dateline").day == "2023-06-09"
        assert "10 June 2023" in only(page, "dateline").why

    def test_over_new_year_it_is_the_nearest(self) -> None:
        page = read(f"1 January 2024\nKAMSK, Dec. 31 (AP) - {BODY}")
        assert only(page, "dateline").day == "2023-12-31"
        assert page.marks == ()

    def test_without_another_day_no_year_is_made_up(self) -> None:
        date = only(read(f"KAMSK, June 9 (AP) - {BODY}"), "dateline")
        assert (date.day, date.trust) == ("", "low")


class TestFigures:
    def test_two_readings_are_said_and_neither_is_taken(self) -> None:
        date = only(read(f"03/04/2023\n{BODY}"), "page")
        assert (date.day, date.trust) == ("2023", "low")
        assert "3 April 2023" in date.why
        assert "4 March 2023" in date.why

    def test_another_day_decides(self) -> None:
        page = read(f"03/04/2023\nKAMSK, April 2, 2023 (AP) - {BODY}")
        assert only(page, "page").day == "2023-04-03"
        assert page.marks == ()

    def test_the_weekday_beside_it_decides(self) -> None:
        assert only(read(f"Monday 03/04/2023\n{BODY}"), "page").day == "2023-04-03"


class TestWeekdays:
    def test_the_day_itself_confirms_the_page(self) -> None:
        page = read(
            "9 June 2023\nThe ministry said on Friday that it had seen the plans of the plant."
        )
        assert only(page, "weekday").day == "2023-06-09"
        assert only(page, "page").trust == "good"

    def test_the_last_such_day_before_the_page(self) -> None:
        page = read(
            "9 June 2023\nThe ministry said on Tuesday that it had seen the plans of the plant."
        )
        assert only(page, "weekday").day == "2023-06-06"
        assert only(page, "page").trust == "fair"

    def test_without_a_day_of_the_report_it_is_open(self) -> None:
        page = read("The ministry said on Tuesday that it had seen the plans of the plant.")
        assert only(page, "weekday").day == ""

    def test_the_day_of_an_event_is_not_that_of_the_report(self) -> None:
        page = read("On May 31, 2023 the paper wrote that the house on Wednesday had agreed to it.")
        assert page.day is None
        assert [d.day for d in page.dates] == ["2023-05-31", "2023-05-31"]

    def test_a_wrong_weekday_lowers_the_trust(self) -> None:
        date = only(read(f"Thursday, June 9, 2023\n{BODY}"), "page")
        assert date.trust == "low"
        assert "Friday" in date.why

    def test_what_is_to_come_lies_ahead(self) -> None:
        page = read(
            "9 June 2023\nThe council will meet next Monday and look at the plans of the plant."
        )
        assert only(page, "weekday").day == "2023-06-12"

    def test_what_has_a_term_lies_ahead(self) -> None:
        page = read("7 June 2023\nThe states have until Friday to say what they think of it.")
        assert only(page, "weekday").day == "2023-06-09"

    def test_an_old_picture_says_nothing_of_the_report(self) -> None:
        caption = "FILE PHOTO: The plant on June 12, 2023. REUTERS/Ann Lee/File Photo"
        page = read(
            f"{caption}\nThe ministry said on Friday that it had seen the plans of the plant."
        )
        assert (page.day, only(page, "weekday").day) == (None, "")
        assert only(page, "caption").trust == "low"


class TestImpossible:
    def marked(self, page: Page) -> bool:
        return [m.kind for m in page.marks] == ["impossible_page_date"]

    def test_before_its_dateline(self) -> None:
        page = read(f"May 25, 2023May 25, 2023\nKAMSK, June 9, 2023 (AP) - {BODY}")
        assert self.marked(page)
        assert {d.trust for d in dated(page, "page")} == {"impossible"}
        assert page.day is not None
        assert page.day.day == "2023-06-09"

    def test_one_day_before_its_dateline_is_another_time_zone(self) -> None:
        assert read(f"8 June 2023\nKAMSK, June 9, 2023 (AP) - {BODY}").marks == ()

    def test_after_its_dateline(self) -> None:
        assert read(f"14 June 2023\nKAMSK, June 9, 2023 (AP) - {BODY}").marks == ()

    def test_before_what_it_tells_as_past(self) -> None:
        assert self.marked(
            read("1 June 2023\nThe plant was hit by two drones on 9 June 2023, they said.")
        )

    @pytest.mark.parametrize(
        "told",
        [
            "The plant will be opened on 9 June 2023, the ministry has said in a letter.",
            "The ban was to last until 9 June 2023, the ministry said in a letter.",
            "The council is expected to meet on 9 June 2023, it was said.",
            "A ruling is expected on 9 June 2023, after months of talks.",
            "The works are scheduled on 9 June 2023 in the old dock.",
        ],
    )
    def test_what_is_to_come_rules_nothing_out(self, told: str) -> None:
        assert read(f"1 June 2023\n{told}").marks == ()

    def test_before_its_picture(self) -> None:
        caption = "The plant in a picture taken June 9, 2023. Photo: Ann Lee/AP"
        assert self.marked(read(f"25 May 2023\n{caption}\n{BODY}"))

    def test_after_the_day_that_a_person_gave(self) -> None:
        assert self.marked(read(f"12 June 2023\n{BODY}", day="2023-06-09"))
        assert read(f"10 June 2023\n{BODY}", day="2023-06-09").marks == ()

    def test_an_update_may_come_later(self) -> None:
        assert read(f"Updated 12 June 2023\n{BODY}", day="2023-06-09").marks == ()


def test_a_given_day_is_good_and_comes_first() -> None:
    page = read(f"9 June 2023\n{BODY}", day="2023-06-09")
    assert (page.dates[0].kind, page.dates[0].trust) == ("given", "good")
    assert page.day == page.dates[0]


@pytest.mark.parametrize("day", ["9 June 2023", "2023-6-9", "20230609", "2023-02-30", ""])
def test_a_given_day_must_be_a_day(day: str) -> None:
    with pytest.raises(InvalidInput, match="2023-06-09"):
        read(BODY, day=day)
