"""What a reader sees of a page's source, and where it stands there."""

# ruff: noqa: E501

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.evidence.link import Known
from vigil.evidence.links import Linker
from vigil.evidence.page import Page, Span
from vigil.evidence.pages.html_text import HtmlText, html_text
from vigil.evidence.reading import read_page

PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<td>", "<table>", "</table>", "<li>",
    "<h1>", "</h1>", "<!-- ", " -->", "<!", "<script>", "</script>", "<style>.x{display:none}",
    "</style>", "<span class=x>", "<span style='color:#fff'>", "</span>", "<a href=\"", "\">", "&amp;",
    "&#x41;", "&#xD800;", "&#0;", "&nbsp;", "&", "<", ">", " ", "\n", "\t", "\x00", "Oil", "gas and",
    "“said”", "é", "<nav>", "</nav>", "<title>", "</title>", "<pre>", "</pre>", "<svg>", "<noscript>",
    "<img alt='a b'>", "<time datetime=2024-01-01>", "</", "=", "'", "\"", "<![CDATA[", "]]>", "<?x",
    "<font color=white>", "</font>", "<body>", "</body>", "<textarea>", "<h2 hidden>", "\u200b",
]  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
NOT_SEEN = re.compile(r"<[^>]*>|\s+")


def seen(source: str) -> str:
    """The text without what is hidden."""
    read = html_text(source)
    hidden = [hint.at.start for hint in read.hints if hint.kind == "hidden"]
    return read.text[: min(hidden, default=len(read.text))].rstrip()


def hidden(source: str) -> dict[str, str]:
    read = html_text(source)
    return {read.text[slice(*hint.at)]: hint.why for hint in read.hints if hint.kind == "hidden"}


class TestSeen:
    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("<p>Oil &amp; gas</p>", "Oil & gas"),
            ("<p>one<p>two", "one\n\ntwo"),
            ("one<br>two", "one\ntwo"),
            ("<p>a <b>big</b>\n  ship</p>", "a big ship"),
            ("<b>Al</b>abuga", "Alabuga"),
            ("<ul><li>one<li>two</ul>", "one\ntwo"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\nc"),
            ("<pre>a\n  b</pre>", "a\n  b"),
            ("a&nbsp;b", "a\xa0b"),
            ("5 &lt; 6 & 7 &notanentity; 8", "5 < 6 & 7 ¬anentity; 8"),
            ("&#65;&#x42;&#xD800;&#0;", "AB\ufffd\ufffd"),
            ("&#" + "9" * 5000 + ";x", "\ufffdx"),
            ("<p title=a>b\" x=c'd>text", "b\" x=c'd>text"),
            ("<p title='a>b'>text", "text"),
            ("<script>if (a<b) alert('<p>x</p>')</script>text", "text"),
            ("a<!-- b --->c<!-->d", "acd"),
            ("<svg><text>drawn</text></svg>", "drawn"),
            (
                "<div style='display:inline'>Ala</div><div style='display:inline'>buga</div>",
                "Alabuga",
            ),
        ],
    )
    def test_as_a_browser_shows_it(self, source, text):
        assert seen(source) == text

    def test_what_is_hidden_between_letters_does_not_part_them(self):
        assert seen("Ala<div style='display:none'>xx</div>buga") == "Alabuga"

    def test_a_cut_tag_ends_the_page_and_is_told(self):
        read = html_text("<p>The port was closed.<a href='")
        assert read.text == "The port was closed."
        assert "cut" in {mark.kind for mark in read.marks}


class TestHidden:
    @pytest.mark.parametrize(
        "tag",
        [
            "<p style='color:#fff'>", "<p style='COLOR: White !important'>", "<font color=white>",
            "<p style='color:#fefefe;background:#fff'>", "<p style='color:rgba(0,0,0,0)'>",
            "<p style='font-size:0'>", "<p style='font:0/0 a'>", "<p style='opacity:0'>",
            "<p style='position:absolute;left:-9999px'>", "<p style='text-indent:-9999px'>",
            "<p style='width:1px;height:1px;overflow:hidden'>", "<p class=w>", "<p id=i>", "<p class='a w'>",
            "<p style='display:none'>", "<p style='visibility:hidden'>", "<p hidden>", "<template>",
            "<noscript>", "<dialog>", "<td bgcolor=black style='color:#000'>", "<p class='a b'>",
        ],
    )  # fmt: skip
    def test_words_that_no_reader_sees_are_kept_apart_and_told(self, tag):
        source = (
            "<style>.w{color:#fff} #i{display:none} .a.b{opacity:0} @media print{.z{color:#fff}}"
            f"</style><p>Seen.</p><table><tr>{tag}Kestrel Marine</table>"
        )
        page = read_page(source.encode(), "a.html")
        block = next(b for b in page.blocks if page.slice(b.at) == "Kestrel Marine")
        assert block.kind == "hidden"
        assert not any("Kestrel" in page.slice(b.at) for b in page.kept)
        assert {mark.kind for mark in page.marks} & {"hidden_text", "not_shown"}

    @pytest.mark.parametrize(
        "tag",
        [
            "<p style='color:#ccc'>", "<p style='color:#fff;background:#003366'>",
            "<td bgcolor=#003366><font color=white>", "<p class=dark>", "<p style='color:var(--ink)'>",
            "<p style='color:#fff;background:url(x.jpg)'>", "<p style='font-size:11px'>",
            "<p style='opacity:.6'>", "<p style='position:absolute;left:20px'>", "<p class=z>",
            "<p style='overflow:hidden;height:40px'>", "<div class=dark><p>", "<p aria-hidden=true>",
            "<div hidden></div><p>", "<p style='visibility:hidden'><b style='visibility:visible'>",
            "<div style='display:none'><p></div>",
        ],
    )  # fmt: skip
    def test_look_alikes_that_a_reader_sees_stay(self, tag):
        source = (
            "<style>.dark{background-color:#111;color:#fff} @media print{.z{display:none}}</style>"
            f"<table><tr>{tag}Kestrel Marine</table>"
        )
        assert "Kestrel Marine" in seen(source)
        assert not hidden(source)

    def test_comments_and_attributes_are_shown_to_who_looks(self):
        found = hidden("<p>Seen</p><!-- by <b>Talvik Line</b> --><img alt='Brandt &amp; Osei'>")
        assert found == {
            "by\nTalvik Line": "a comment in the source",
            "Brandt & Osei": "the alternative text of a picture",
        }

    def test_a_white_heading_on_an_unstated_paper_is_seen_with_a_doubt(self):
        read = html_text("<h1 style='color:#fff'>Kestrel Marine</h1>")
        assert "may be hidden" in next(m.why for m in read.marks if m.kind == "hidden_text")
        assert not hidden("<h1 style='color:#fff'>Kestrel Marine</h1>")

    def test_a_disguise_is_told_with_its_place(self):
        read = html_text("<p>Seen</p><p style='color:#fff'>Kestrel</p><p hidden>Menu</p>")
        places = {mark.kind: mark.at for mark in read.marks}
        assert read.text[slice(*places["hidden_text"])] == "Kestrel"
        assert places["not_shown"] is None

    def test_a_menu_and_a_skip_link_are_no_disguise(self):
        read = html_text(
            "<style>.sr-only{position:absolute;clip:rect(0,0,0,0)} .menu{display:none}</style>"
            "<a class=sr-only>Skip to content</a><ul class=menu><li>News</ul><p>Seen.</p>"
        )
        assert "hidden_text" not in {mark.kind for mark in read.marks}
        assert seen("<ul style='display:none'><li>News</ul><p>Seen.</p>") == "Seen."

    def test_a_listed_name_in_white_on_white_is_linked_and_stands_in_a_marked_block(self):
        page = read_page(
            b"<p>The port was closed.</p><p style='color:#fff'>Kestrel Marine Trading</p>", "a"
        )
        links = Linker([Known("party", "x:1", "Kestrel Marine Trading")]).links(page)
        (block,) = (b for b in page.blocks if b.at.start <= links[0].at.start < b.at.end)
        assert block.kind == "hidden"
        assert block.at in [mark.at for mark in page.marks if mark.kind == "hidden_text"]

    def test_the_last_of_many_disguises_is_marked_too(self):
        source = "<p style='color:#fff'>Kestrel</p><p hidden>Menu</p>" * 50
        read = html_text(f"<p>Seen.</p>{source}")
        marked = [m.at for m in read.marks if m.kind == "hidden_text" and m.at is not None]
        hidden = [h.at for h in read.hints if read.text[slice(*h.at)] == "Kestrel"]
        assert len(hidden) == 50
        assert len(marked) < 50
        assert all(any(m.start <= h.start and h.end <= m.end for m in marked) for h in hidden)

    def test_an_unseen_piece_inside_a_name_does_not_hide_it_from_the_links(self):
        page = read_page(b"<p>In Kestrel Mar<i style='font-size:0'>x</i>ine Trading.</p>", "a")
        links = Linker([Known("party", "x:1", "Kestrel Marine Trading")]).links(page)
        assert [page.slice(link.at) for link in links] == ["Kestrel Marine Trading"]

    def test_misnested_letters_keep_their_colour(self):
        assert hidden("<p><font color=white>one</p><p>two</p>") != {}
        assert seen("<p><font color=white>one</p><p>two</p>") == ""


class TestOffsets:
    @given(sources)
    def test_runs_cover_the_text_and_point_to_the_same_letters(self, source):
        read = html_text(source)
        at = 0
        for run in read.runs:
            assert run.text_start == at
            assert 0 <= run.raw_start <= run.raw_start + run.raw_length <= len(source)
            text = read.text[at : at + run.length]
            raw = source[run.raw_start : run.raw_start + run.raw_length]
            if text.strip():
                folded = re.sub(r"[\t\n\r\f]", " ", raw)
                assert text in (raw, folded, unescape(raw), "\ufffd")
            at += run.length
        assert at == len(read.text)

    @given(sources)
    def test_hints_stand_in_order_and_apart(self, source):
        read = html_text(source)
        edges = [edge for hint in read.hints for edge in hint.at]
        assert edges == sorted(edges)
        assert all(hint.at.start < hint.at.end <= len(read.text) for hint in read.hints)
        assert all(m.at is None or m.at.end <= len(read.text) for m in read.marks)

    @given(sources)
    def test_any_source_is_a_page_whose_blocks_hold_all_words(self, source):
        page = read_page(source.replace("\x00", "").encode(), "a.html")
        outside = list(page.text)
        for block in page.blocks:
            for at in range(*block.at):
                outside[at] = " "
        assert "".join(outside).isspace() or not "".join(outside)

    @given(st.text(max_size=200))
    def test_any_text_is_read_as_html(self, source):
        html_text(source)

    def test_kept_words_stand_in_the_raw_text(self):
        source = "<p>The <b>firm</b> of Brandt &amp; Osei\n said &ldquo;no&rdquo;.</p>"
        page = read_page(source.encode(), "a.html")
        raw = page.raw_span(Span(0, len(page.text)))
        folded = " ".join(unescape(NOT_SEEN.sub(" ", page.raw[slice(*raw)])).split())
        assert folded == page.text


def test_reading_twice_gives_the_same():
    source = b"<title>x</title><p>The port was closed.</p><!-- a b -->"
    assert read_page(source, "a") == read_page(source, "a")


def test_the_site_is_the_publisher_unless_a_person_says_otherwise():
    source = b'<meta property="og:site_name" content="Velmora &amp; Post"><p>x</p>'
    assert read_page(source, "a").publisher == "Velmora & Post"
    assert read_page(source, "a", publisher="Other").publisher == "Other"


def test_the_values_are_of_the_right_kind():
    assert isinstance(html_text(""), HtmlText)
    assert isinstance(read_page(b"<html>", "a"), Page)
