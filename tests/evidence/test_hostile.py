"""Pages made to break a reader end in a clear error or in a page, in seconds."""

import io
import logging
import subprocess
import sys
import time
import warnings
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.html_layouts import LAYOUTS
from vigil.errors import InvalidInput
from vigil.evidence.page import Page
from vigil.evidence.pages.decoding import decode
from vigil.evidence.pages.html_text import html_text
from vigil.evidence.reading import read_page

MB = 2**20
SECONDS = 20.0  # of this process; each takes one or two on an idle machine
PROSE = "<p>The port of Velmora was closed on Monday, the ministry said in a statement.</p>"


def read(source: str | bytes) -> Page:
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    began = time.process_time()
    page = read_page(data, "hostile.html")
    assert time.process_time() - began < SECONDS
    return page


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>" * 100_000 + PROSE, id="deep"),
        pytest.param("<b>" * 100_000 + "<li>x</li>" * 20_000 + PROSE, id="deep letters"),
        pytest.param("<font color=red><p>x" * 20_000 + PROSE, id="misnested"),
        pytest.param("<table><tr><td>" * 30_000 + PROSE, id="deep tables"),
        pytest.param("<svg>" * 20_000 + "<math>" * 20_000 + PROSE, id="deep drawings"),
        pytest.param(
            "<p " + " ".join(f"a{n}=b" for n in range(300_000)) + ">" + PROSE, id="attributes"
        ),
        pytest.param("<p>" + "&amp;" * 200_000 + PROSE, id="references"),
        pytest.param("&#" + "9" * MB + ";" + PROSE, id="a huge reference"),
        pytest.param("&#xD800;&#xDFFF;&#0;&#x110000;" * 1000 + PROSE, id="impossible references"),
        pytest.param(f"<img src='data:image/png;base64,{'A' * 2 * MB}'>" + PROSE, id="data URI"),
        pytest.param("<p class='a b'>x" * 20_000 + PROSE, id="paragraphs"),
        pytest.param("<style>" + ".a.b{color:#fff}" * 50_000 + "</style>" + PROSE, id="a sheet"),
        pytest.param("<!-- a b " * 100_000 + "-->" + PROSE, id="comments"),
        pytest.param("<p hidden>a b" * 20_000 + "<p>" + PROSE, id="hidden"),
        pytest.param("a\u200eb " * 100_000 + PROSE, id="controls"),
        pytest.param("<p>" + "\u202e" * 100_000 + PROSE, id="overrides"),
        pytest.param(("<script>" + "var a='b c d';" * 50_000 + "</script>") + PROSE, id="script"),
        pytest.param("<" * MB + PROSE, id="angles"),
        pytest.param("</" * MB + ">" + PROSE, id="ends"),
        pytest.param(
            '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>&c;' + PROSE,
            id="entity bomb",
        ),
        pytest.param(
            '<!DOCTYPE html SYSTEM "http://203.0.113.1/x.dtd"><html>' + PROSE, id="foreign DTD"
        ),
        pytest.param('<?xml version="1.0" encoding="UTF-16"?><html>' + PROSE, id="XML"),
        pytest.param("<p>" + "\t " * MB + PROSE, id="white space"),
        pytest.param("<p>" + "x" * MB + "</p>" + PROSE, id="one word"),
        pytest.param("<p>\ud800 lone</p>".encode("utf-8", "surrogatepass") * 3, id="surrogates"),
    ],
)
def test_it_ends_and_what_a_reader_sees_is_there(source):
    page = read(source)
    if isinstance(source, str):
        assert "The port of Velmora was closed" in page.text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<a b=" * 200_000, id="tag without end"),
        pytest.param('<a href="' * 100_000, id="quote without end"),
        pytest.param("<!--" * 200_000, id="comment without end"),
        pytest.param("<script>" * 100_000, id="script without end"),
        pytest.param("<title>" * 100_000, id="title without end"),
        pytest.param("<![CDATA[" * 100_000, id="data without end"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_has_no_end_is_read_as_far_as_a_browser_does(source):
    page = read(source)
    assert not any(block.kept and block.kind == "body" for block in page.blocks) or page.marks


@pytest.mark.parametrize("size", [10 * MB, 50 * MB])
def test_ten_megabytes_are_refused_at_once(size):
    began = time.process_time()
    with pytest.raises(InvalidInput, match="at most 4 MB"):
        read_page(b"<p>" + b"x" * size, "big.html")
    assert time.process_time() - began < 0.5


def test_more_tags_than_any_page_has_are_refused():
    began = time.process_time()
    with pytest.raises(InvalidInput, match="at most 200000 tags; this file has 1000000"):
        read_page(b"<p>x" * 1_000_000, "tags.html")
    assert time.process_time() - began < SECONDS


@pytest.mark.slow
def test_four_megabytes_are_read():
    assert read(PROSE * (4 * MB // len(PROSE) - 1)).text.count("Velmora") > 50_000


def test_scripts_and_handlers_are_not_run_nor_read():
    source = (
        "<body onload=\"document.write('Kestrel Marine')\"><script>document.write('The firm of "
        "Kestrel Marine has sold all of its ships to a man whom nobody knows here')</script>"
        f"<a href=\"javascript:alert('x')\">on</a>{PROSE}"
    )
    page = read(source)
    assert "Kestrel" not in page.text
    assert "scripts hold sentences" in next(m.why for m in page.marks if m.kind == "script_text")


def test_a_script_of_code_is_not_told():
    page = read(f"<script>var a = 'x'; function f(b) {{ return a + b; }}</script>{PROSE}")
    assert not any(mark.kind == "script_text" for mark in page.marks)


def test_odd_letters_of_a_page_are_marked_where_they_stand():
    page = read("<p>The plant in Ala\u200bbuga and the one in &#x202E;agubalA, of Аlabuga Ltd.</p>")
    marks = {m.kind: page.text[m.at.start] for m in page.marks if m.at is not None}
    assert marks["hidden_character"] == "\u200b"
    assert marks["bidi_control"] == "\u202e"
    assert marks["mixed_script"] == "А"


def test_ordinary_letters_of_many_scripts_are_not_marked():
    page = read(
        "<p>Порт Велмора — “naïve” co\u00adoperation, 港口, ‏ميناء‏, µF and kΩ, x\u200b y.</p>"
    )
    assert {m.kind for m in page.marks} <= {"language_not_read", "no_main_text", "no_report"}


def test_the_reader_of_main_text_says_nothing_by_itself(capfd):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for source in ("<html></html>", "<p", "x<b>", PROSE, "\x00<p>"):
                html_text(source)
    finally:
        logging.getLogger().removeHandler(handler)
    assert stream.getvalue() == ""
    assert capfd.readouterr() == ("", "")


def test_reading_a_text_or_a_name_does_not_load_it():
    code = (
        "import sys, vigil, vigil.cli.main\n"
        "from vigil.evidence.reading import read_page\n"
        "read_page(b'The port was closed on Monday, the ministry said.', 'a.txt')\n"
        "bad = {'trafilatura', 'charset_normalizer', 'lxml', 'html.entities'} & set(sys.modules)\n"
        "print(sorted(bad - {'html.entities'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "trafilatura" not in run.stdout


@st.composite
def mutated(draw):
    """A page of a known layout with pieces cut out, doubled and put elsewhere."""
    source = draw(st.sampled_from(sorted(LAYOUTS)).map(lambda name: LAYOUTS[name]().source))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(source)))
        end = min(len(source), start + draw(st.integers(0, 300)))
        piece = draw(
            st.sampled_from(["", "<", ">", '"', "'", "<!--", "-->", "<p", "</p>", "<script>", "&#",
                             "<td>", "</table>", "<style>*{", "}</style>", "\x00", "<body>", "</"])
            | st.just(source[start:end] * 2) | st.text(max_size=10)
        )  # fmt: skip
        source = source[:start] + piece + source[end:]
    return source


@given(mutated())
def test_a_damaged_page_is_still_a_page(source):
    read = html_text(source)
    assert sum(run.length for run in read.runs) == len(read.text)
    assert "<script" not in read.text or "<script" in source


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    with suppress(InvalidInput):
        assert decode(data).raw.encode("utf-8") is not None
