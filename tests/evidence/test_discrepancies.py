"""Where invented pages of one story differ, as a reader is told."""

from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.claim_gold import joined, one_story
from tests.evidence.simple import simple_page
from vigil.evidence.claim import Discrepancy
from vigil.evidence.discrepancies import discrepancies_of
from vigil.evidence.origin import Chain, Credit, Edge, OriginGraph
from vigil.evidence.page import Mark, Page, Span
from vigil.evidence.statements import read_statements

RAIN = "Rain delayed the ferry to Zell on Monday. Farmers near Malvern expect a poor harvest."
SEIZED = "Kerovian customs seized 400 engines in Zell, the finance ministry said."
DENIED = "The trader Orbo Freight denied that it had shipped the engines to Zell."


def pages(*texts: str) -> list[Page]:
    return [simple_page(text, publisher=str(n)) for n, text in enumerate(texts)]


def found(own: list[Page], graph: OriginGraph | None = None) -> tuple[Discrepancy, ...]:
    readings = [read_statements(page) for page in own]
    links = [()] * len(own)
    return discrepancies_of(own, readings, links, graph or one_story(own), joined(own))


def lines(own: list[Page], kind: str) -> list[tuple[set[int], set[int]]]:
    number = {page.id: n for n, page in enumerate(own)}
    return [
        ({number[p.page] for p in d.left}, {number[p.page] for p in d.right})
        for d in found(own)
        if d.kind == kind
    ]


class TestFolded:
    def test_pages_that_say_the_same_stand_on_one_side(self) -> None:
        other = SEIZED.replace("400", "700")
        own = pages(f"{SEIZED} {RAIN}", f"{RAIN} {SEIZED}", f"{other} {RAIN}")
        assert lines(own, "number") == [({0, 1}, {2})]

    def test_one_line_for_three_numbers(self) -> None:
        own = pages(*(f"{SEIZED.replace('400', n)} {RAIN}" for n in ("400", "500", "600")))
        assert len(lines(own, "number")) == 1

    def test_pages_that_say_the_same_say_nothing_else(self) -> None:
        own = pages(f"{SEIZED} {RAIN}", f"{RAIN} {SEIZED}")
        assert found(own) == ()

    def test_a_name_in_two_spellings_is_one_line(self) -> None:
        text = "The plant in Alabuga burned. Guards of Alabuga ran. Alabuga makes drones."
        own = pages(f"{text} {RAIN}", f"{text.replace('Alabuga', 'Alaboga')} {RAIN}")
        assert len(lines(own, "spelling")) == 1

    def test_places_are_the_words_that_differ(self) -> None:
        own = pages(f"{SEIZED} {RAIN}", f"{SEIZED.replace('400', '700')} {RAIN}")
        (line,) = (d for d in found(own) if d.kind == "number")
        by_id = {page.id: page for page in own}
        words = {by_id[p.page].slice(p.at) for p in (*line.left, *line.right)}
        assert words == {"400", "700"} or words == {"400 engines", "700 engines"}

    def test_a_line_names_the_pages(self) -> None:
        own = pages(f"{SEIZED} {RAIN}", f"{SEIZED.replace('400', '700')} {RAIN}")
        (line,) = (d for d in found(own) if d.kind == "number")
        assert line.summary.count("a page") == 2


class TestOmitted:
    def test_a_denial_that_one_page_leaves_out(self) -> None:
        own = pages(f"{SEIZED} {DENIED} {RAIN}", f"{SEIZED} {RAIN}")
        assert ({0}, {1}) in lines(own, "omission")

    def test_a_denial_in_other_words_is_told(self) -> None:
        own = pages(
            f"{SEIZED} {DENIED} {RAIN}",
            f"{SEIZED} The trader Orbo Freight rejects claims that it sent the engines to Zell. "
            f"{RAIN}",
        )
        assert lines(own, "omission") == []

    def test_the_weather_may_be_left_out(self) -> None:
        own = pages(f"{SEIZED} {RAIN} The sun came out at noon.", f"{SEIZED} {RAIN}")
        assert lines(own, "omission") == []

    def test_not_out_of_a_copy(self) -> None:
        own = pages(
            f"{SEIZED} {RAIN} Two clerks of the harbour office in Zell have resigned.",
            f"{SEIZED} {RAIN}",
        )
        graph = one_story(own)
        copy = Edge(own[1].id, own[0].id, "copy_of", False, "")
        graph = OriginGraph(graph.pages, (), (), (copy,), graph.chains, (), graph.stories)
        told = [d for d in found(own, graph) if d.kind == "omission"]
        assert [(d.weight, d.right[0].page) for d in told] == [(1, own[1].id)]

    def test_words_outside_of_the_report_are_not_left_out(self) -> None:
        one = simple_page(f"{SEIZED}\n{RAIN}\n{DENIED}")
        other = simple_page(f"{SEIZED}\n{RAIN}\n{DENIED}", day="2024-02-01", kinds={2: "caption"})
        assert lines([one, other], "omission") == []


class TestContradicted:
    def test_what_one_page_states_and_another_has_denied(self) -> None:
        own = pages(
            f"Orbo Freight shipped the engines to Zell, the finance ministry said. {RAIN}",
            f"{DENIED} {RAIN}",
        )
        assert lines(own, "denial") == [({0}, {1})]

    def test_two_that_deny_the_same_do_not_contradict_each_other(self) -> None:
        own = pages(f"{DENIED} {RAIN}", f"{RAIN} {DENIED}")
        assert lines(own, "denial") == []

    def test_it_weighs_most_and_stands_first(self) -> None:
        own = pages(
            f"Orbo Freight shipped 400 engines to Zell, the finance ministry said. {RAIN}",
            f"Orbo Freight shipped 700 engines to Zell, the finance ministry said. {RAIN}",
            f"{DENIED} {RAIN}",
        )
        weights = [d.weight for d in found(own)]
        assert weights == sorted(weights, reverse=True)
        assert weights[0] == 3


class TestMisfit:
    WIRE, COPY = pages(f"{SEIZED} {RAIN}", f"{RAIN} {SEIZED}")

    def told(self, credits_: tuple[Credit, ...], head: str = "") -> list[str]:
        ids = (self.WIRE.id, self.COPY.id)
        copy = Edge(self.COPY.id, self.WIRE.id, "copy_of", False, "")
        chains = (Chain("w", head or self.WIRE.id, ids),)
        graph = OriginGraph(ids, (), credits_, (copy,), chains, (), (ids,))
        own = [self.WIRE, self.COPY]
        return [d.summary for d in found(own, graph) if d.kind == "metadata"]

    def credit(self, page: Page, name: str, agency: str | None = None) -> Credit:
        return Credit(page.id, name, agency, "source_line", Span(0, 4), True)

    def test_another_outlet_is_credited_for_an_agency_s_report(self) -> None:
        own = (
            self.credit(self.WIRE, "Reuters", "reuters"),
            self.credit(self.COPY, "Zell Times"),
        )
        (summary,) = self.told(own, "agency:reuters")
        assert "credits Zell Times" in summary

    def test_one_text_with_two_credits(self) -> None:
        own = (self.credit(self.WIRE, "Malvern Post"), self.credit(self.COPY, "Zell Times"))
        (summary,) = self.told(own)
        assert "Malvern Post" in summary
        assert "Zell Times" in summary

    def test_the_same_credit_is_no_misfit(self) -> None:
        own = (self.credit(self.WIRE, "Malvern Post"), self.credit(self.COPY, "Malvern Post"))
        assert self.told(own) == []

    def test_no_credit_is_no_misfit(self) -> None:
        assert self.told(()) == []

    def test_an_impossible_day_is_told(self) -> None:
        (page,) = pages(f"{SEIZED} {RAIN}")
        mark = Mark("impossible_page_date", Span(0, 8), "3 May is earlier than its dateline")
        marked = Page(
            **{f: getattr(page, f) for f in page.__struct_fields__ if f != "marks"}, marks=(mark,)
        )
        (line,) = found([marked])
        assert line.summary == "a page: 3 May is earlier than its dateline."


@given(
    st.lists(
        st.lists(st.sampled_from([SEIZED, DENIED, RAIN, "“No”, he said.", "a b"]), max_size=4),
        min_size=1,
        max_size=4,
        unique_by=tuple,
    )
)
def test_lines_of_any_pages_are_places_of_them(texts: list[list[str]]) -> None:
    own = pages(*(" ".join(text) for text in texts))
    length = {page.id: len(page.text) for page in own}
    told = found(own)
    assert all(
        0 <= p.at.start <= p.at.end <= length[p.page] for d in told for p in (*d.left, *d.right)
    )
    assert told == found(own)
