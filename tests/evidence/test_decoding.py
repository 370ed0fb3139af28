"""Bytes become text by what they say of themselves; what is no text is refused by name."""

import pytest

from vigil.errors import InvalidInput
from vigil.evidence.pages.decoding import MOST_BYTES, decode

RUSSIAN = "Министерство сообщило о новых мерах в порту и на складах города."


def whys(data: bytes) -> str:
    return " / ".join(mark.why for mark in decode(data).marks)


@pytest.mark.parametrize(
    ("data", "raw", "encoding"),
    [
        pytest.param(b"plain", "plain", "utf-8", id="ascii"),
        pytest.param("naïve".encode(), "naïve", "utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf<p>x", "<p>x", "utf-8", id="utf-8 with a mark"),
        pytest.param("\ufeffПорт".encode("utf-16-le"), "Порт", "utf-16-le", id="utf-16, marked"),
        pytest.param("\ufeffПорт".encode("utf-32-be"), "Порт", "utf-32-be", id="utf-32, marked"),
        pytest.param(
            b'<meta charset="windows-1251">' + "Порт".encode("cp1251"),
            '<meta charset="windows-1251">Порт', "cp1251", id="declared",
        ),
        pytest.param(
            b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\x93x\x94',
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“x”',
            "cp1252", id="latin-1 is windows-1252, as in browsers",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="gb2312"?>' + "港口".encode("gb18030"),
            '<?xml version="1.0" encoding="gb2312"?>港口', "gb18030", id="of an XML declaration",
        ),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_bytes_is_believed(data, raw, encoding):
    decoded = decode(data)
    assert (decoded.raw, decoded.encoding, decoded.marks) == (raw, encoding, ())


class TestDoubt:
    def test_utf_8_is_believed_before_a_label_and_said(self):
        data = b'<meta charset="windows-1251">' + RUSSIAN.encode()
        assert decode(data).raw.endswith(RUSSIAN)
        assert "declares windows-1251, and is UTF-8" in whys(data)

    def test_two_labels_are_told(self):
        data = b'<meta charset="utf-8"><meta charset="koi8-r">x'
        assert "declares several encodings: koi8-r, utf-8" in whys(data)

    def test_the_same_label_twice_is_no_doubt(self):
        assert whys(b'<meta charset="utf-8"><meta charset="UTF8">x') == ""

    def test_utf_7_is_not_read(self):
        data = b'<meta charset="utf-7">+ADw-script+AD4-'
        assert "+ADw-script" in decode(data).raw
        assert "'utf-7', which no browser reads" in whys(data)

    def test_undeclared_cyrillic_is_guessed_and_said(self):
        data = RUSSIAN.encode("cp1251")
        assert decode(data).raw == RUSSIAN
        assert "by a guess" in whys(data)

    def test_quotation_marks_of_windows_are_read(self):
        assert decode(b"He said \x93yes\x94 and left.").raw == "He said “yes” and left."

    def test_one_broken_place_does_not_change_the_encoding(self):
        data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
        assert decode(data).encoding == "utf-8"
        assert "1 characters could not be read" in whys(data)

    def test_wide_characters_without_a_mark_are_seen(self):
        data = "<p>The port was closed.</p>".encode("utf-16-le")
        assert decode(data).raw == "<p>The port was closed.</p>"
        assert "zero bytes" in whys(data)

    def test_garbled_letters_are_told(self):
        assert "garbled" in whys("It’s 5 °C".encode().decode("cp1252").encode())

    @pytest.mark.parametrize("text", ["São Paulo, À LA CARTE", "ÂGE D’OR", "naïve – “x”", "100 €"])
    def test_accents_and_signs_are_not_garbled(self, text):
        assert whys(text.encode()) == ""

    def test_zero_bytes_are_counted(self):
        data = b"The port\x00 was closed. " * 20
        assert "20 characters are NUL" not in whys(data[:-1].replace(b"\x00", b""))
        assert "characters are NUL" in whys(b"The port was closed. " * 20 + b"a\x00b")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "a PDF file"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"\x89PNG\r\n\x1a\n....", "PNG image"),
        (b"\xff\xd8\xff\xe0....", "JPEG image"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"{\\rtf1 x}", "RTF"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "MHTML"),
        (bytes(range(32)) * 40, "control characters"),
        (b"\x00" * 64, "control characters"),
        (b'<meta charset="euc-jp">' + b"\xff\x80" * 99, "cannot be read"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    with pytest.raises(InvalidInput, match=what) as error:
        decode(data, "page.bin")
    assert "page.bin" in str(error.value)


def test_a_page_too_large_is_refused_before_any_work():
    with pytest.raises(InvalidInput, match=r"at most 4 MB; this file has 10\.0 MB"):
        decode(b"%PDF" + b"x" * (10 * 2**20))
    assert len(decode(b"x" * MOST_BYTES).raw) == MOST_BYTES


@pytest.mark.parametrize(
    ("source", "name", "is_html"),
    [
        ("<!DOCTYPE html>x", "", True),
        ("  <html>", "", True),
        ("<p>One<br>Two</p>", "", True),
        ("text", "a.html", True),
        ("text", "a.txt", False),
        ("He wrote <p> and meant a < b > c.", "", False),
        ("", "", False),
    ],
)
def test_html_is_told_from_text(source, name, is_html):
    assert decode(source.encode(), name).is_html is is_html
