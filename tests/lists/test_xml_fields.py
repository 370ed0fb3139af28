import pytest

from vigil.errors import SourceChanged
from vigil.lists.xml_fields import Fields, parse_xml, root_without_namespace

BOMB = """<?xml version="1.0"?>
<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
<r>&c;</r>"""
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>'
REMOTE_DTD = '<!DOCTYPE r SYSTEM "http://192.0.2.1/r.dtd"><r/>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        BOMB.encode(),
        EXTERNAL.encode(),
        REMOTE_DTD.encode(),
        BOMB.encode("utf-16"),
        BOMB.encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE r>',
        '<?xml version="1.0" encoding="UTF-8"?><r>é</r>'.encode("latin-1"),
        b"<html><body><p>Service unavailable<br></body></html>",
        b'{"results": []}',
        b"<r>&undeclared;</r>",
        b"<r>\x00</r>",
        b"<r></r><r></r>",
        b"<a>" * 10_000,
    ],
    ids=["empty", "blank", "bomb", "external", "dtd", "bomb_utf16", "bomb_utf16_le", "utf7",
         "latin1", "html", "json", "entity", "nul", "two_roots", "deep"],
)  # fmt: skip
def test_what_is_not_plain_utf8_xml_is_refused(data):
    with pytest.raises(SourceChanged, match="must be well-formed XML in UTF-8"):
        parse_xml(data, "un_sc")


@pytest.mark.parametrize("text", ["<r>é &amp; &#1080;</r>", "\ufeff<r>é &amp; и</r>"])
def test_plain_xml_is_read_with_its_own_escapes_only(text):
    assert parse_xml(text.encode(), "un_sc").text == "é & и"


def test_a_declared_encoding_does_not_change_the_reading():
    root = parse_xml('<?xml version="1.0" encoding="ISO-8859-1"?><r>é</r>'.encode(), "un_sc")
    assert root.text == "é"


def test_comments_are_not_content():
    fields = Fields(parse_xml(b"<r><!-- x --><a>1<!-- y --></a></r>", "un_sc"), "r", "un_sc")
    assert fields.text("a") == "1"
    fields.close()


def test_an_element_that_nobody_asked_for_refuses_the_file():
    fields = Fields(parse_xml(b"<r><a/><b/></r>", "un_sc"), "r", "un_sc")
    fields.texts("a")
    with pytest.raises(SourceChanged, match="every element must be known, got 'b' at r"):
        fields.close()


def test_attributes_that_are_known_are_read_and_others_refused():
    top = Fields(parse_xml(b"<r><a x='1'>one</a><b y='2'/></r>", "un_sc"), "r", "un_sc")
    [first] = top.elements("a", frozenset({"x", "z"}))
    assert (first.attribute("x"), first.optional("z"), first.value()) == ("1", None, "one")
    with pytest.raises(SourceChanged, match="the attribute z must be given"):
        first.attribute("z")
    with pytest.raises(SourceChanged, match="known attributes only, got 'y'"):
        top.elements("b", frozenset({"x"}))


def test_an_element_with_children_has_no_text_of_its_own():
    top = Fields(parse_xml(b"<r><a><b/></a></r>", "un_sc"), "r", "un_sc")
    [first] = top.elements("a")
    with pytest.raises(SourceChanged, match="must hold text only"):
        first.value()


def test_a_known_namespace_is_taken_off_and_another_refused():
    root = parse_xml(b"<r xmlns='urn:a'><b/></r>", "un_sc")
    assert [e.tag for e in root_without_namespace(root, ("urn:z", "urn:a"), "un_sc").iter()] == [
        "r",
        "b",
    ]
    for other in (b"<r xmlns='urn:b'/>", b"<r/>", b"<r xmlns='urn:a'><b xmlns=''/></r>"):
        with pytest.raises(SourceChanged, match=r"must be in \{urn:a\}"):
            root_without_namespace(parse_xml(other, "un_sc"), ("urn:a",), "un_sc")
