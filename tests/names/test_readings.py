"""Names in other scripts meet what lists print of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.names.prepared import prepare
from vigil.names.readings import MOST_READINGS, prepared_readings, readings
from vigil.names.score import compare_names
from vigil.names.text import fold

NEAR = 0.70


def best(query: str, listed: str) -> float:
    return max(compare_names(read, prepare(listed)).score for read in prepared_readings(query))


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        pytest.param("محمد جواد ظریف", "Mohammad Javad Zarif", id="persian"),
        pytest.param("قاسم سليماني", "Qasem Soleimani", id="persian in arabic letters"),
        pytest.param("بشار حافظ الأسد", "Bashar Hafez al-Assad", id="arabic"),
        pytest.param("عبد الرحمن ياسين", "ABDUL RAHMAN YASIN", id="article written apart"),
        pytest.param("عبدالله نوری", "Abdullah Nouri", id="article written together"),
        pytest.param("شمس الدین", "SHAMSUDDIN", id="eastern article"),
        pytest.param("نور الدين", "Nur al-Din", id="arabic article"),
        pytest.param("نور الله نوری", "NURULLAH NURI", id="name of God in a name"),
        pytest.param("حمیدرضا شریفی تهرانی", "Hamidreza SHARIFI-TEHRANI", id="two names as one"),
        pytest.param("رشيد مكتوم", "Rachid Maktoum", id="french manner"),
        pytest.param("فلاديمير بوتين", "Vladimir Putin", id="russian in arabic script"),
        pytest.param("김정은", "KIM Jong Un", id="northern korean"),
        pytest.param("박정희", "PARK Jeong-hui", id="southern korean"),
        pytest.param("블라디미르 푸틴", "Vladimir Putin", id="foreign in hangul"),
        pytest.param("金正恩", "Kim Jong Un", id="korean in chinese characters"),
        pytest.param("单田芳", "SHAN Tianfang", id="surname read otherwise"),
        pytest.param("谢志强", "HSIEH Chih-chiang", id="chinese as taiwan spells it"),
        pytest.param("习近平", "Xi Jinping", id="chinese"),
        pytest.param(
            "宁波海天机械有限公司", "Ningbo Haitian Machinery Co., Ltd.", id="chinese firm"
        ),
        pytest.param("ウラジーミル・プーチン", "Vladimir Putin", id="kana"),
        pytest.param("ולדימיר פוטין", "Vladimir Putin", id="hebrew"),
        pytest.param("פדרמן אילי", "Ely FEDERMAN", id="hebrew, vowels that are not written"),
        pytest.param("Βλαντίμιρ Πούτιν", "Vladimir Putin", id="greek for foreign sounds"),
        pytest.param("Κωνσταντίνος Ευαγγέλου", "Konstantinos Evangelou", id="greek pairs"),
        pytest.param("Նիկոլ Փաշինյան", "Nikol Pashinyan", id="armenian"),
        pytest.param("Ուլյանա Որբելի", "Ulyana Vorbeli", id="armenian beginnings"),
        pytest.param("ვლადიმერ იოსელიანი", "Vladimer Ioseliani", id="georgian"),
        pytest.param("नरेन्द्र राजकुमार", "Narendra Rajkumar", id="hindi, inherent vowels"),
        pytest.param("ਮਨਮੋਹਨ ਸਿੰਘ", "Manmohan Singh", id="punjabi"),
        pytest.param("শেখ হাসিনা", "Sheikh Hasina", id="bengali"),
        pytest.param("നരേന്ദ്ര മോദി", "Narendra Modi", id="malayalam keeps the last vowel"),
        pytest.param("மகிந்த ராஜபக்ச", "Mahinda Rajapaksa", id="tamil"),
        pytest.param("මහින්ද රාජපක්ෂ", "Mahinda Rajapaksha", id="sinhala"),
        pytest.param("สมชาย วงศ์สวัสดิ์", "Somchai Wongsawat", id="thai"),
        pytest.param("บริษัท ทักษิณ จำกัด", "Thaksin Co., Ltd.", id="thai firm"),
        pytest.param("블라디미르 블라디미로비치", "Vladimir Vladimirovich", id="hangul v"),
        pytest.param("جمال زرقاوي", "Djamel ZARKAOUI", id="maghreb"),
        pytest.param("علي بنحسين", "Ali Ben Hassine", id="maghreb, ben written together"),
        pytest.param(
            "الشركة العامة للصناعات الكيماوية",
            "General Company for Chemical Industries",
            id="arabic words of firms",
        ),
        pytest.param(
            "سازمان انرژی اتمی ایران",
            "Atomic Energy Organization of Iran",
            id="persian words of firms",
        ),
        pytest.param("Пермский пороховой завод", "Perm Powder Plant", id="adjective of a town"),
        pytest.param("Российские железные дороги", "Russian Railways", id="a phrase"),
        pytest.param("АКЦИОНЕРНОЕ ОБЩЕСТВО ВОСТОК", "Vostok JSC", id="legal form in words"),
        pytest.param(
            "Ка\u0301мский автомоби\u0301льный заво\u0301д",
            "Kama Automobile Plant",
            id="stressed vowels",
        ),
        pytest.param("Сяргей Гурын", "Siarhei Huryn", id="belarusian h"),
        pytest.param("Уральский банк реконструкции", "Ural Bank for Reconstruction", id="bank"),
        pytest.param("Абу Ханифа Джахонгир", "Abu Hanifa Jahongir", id="turkic names in cyrillic"),
        pytest.param("Bob Mugabe", "Robert Mugabe", id="familiar given name"),
        pytest.param("P3GAS 70URISTIK", "PEGAS TOURISTIK", id="digits for letters"),
        pytest.param(
            "Уладзімір Уладзіміравіч Пуцін", "Vladimir Vladimirovich Putin", id="belarusian"
        ),
        pytest.param("Саша Петренко", "Aleksandr Petrenko", id="familiar name in cyrillic"),
    ],
)
def test_a_name_meets_what_lists_print(name: str, latin: str) -> None:
    assert best(name, latin) >= NEAR


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        pytest.param("محمد کریمی", "Mahmoud Salimi", id="persian"),
        pytest.param("علی رضایی", "Hossein Razavi", id="persian look-alike"),
        pytest.param("김정은", "PARK Chung Hee", id="korean"),
        pytest.param("谢志强", "HSU Chih-chiang", id="another surname of taiwan"),
        pytest.param("李明", "Kim Jong Un", id="chinese"),
        pytest.param("Bob Mugabe", "Richard Mugabe", id="another given name"),
        pytest.param("בנימין כהן", "Vladimir Putin", id="hebrew"),
        pytest.param("Γιάννης Παπαδάκης", "Ioannis Konstantinou", id="greek"),
        pytest.param("Նիկոլ Փաշինյան", "Nikol Harutyunyan", id="armenian"),
        pytest.param("ვლადიმერ იოსელიანი", "Vladimer Saakashvili", id="georgian"),
        pytest.param("नरेन्द्र कुमार", "Narendra Modi", id="hindi, one name of two"),
        pytest.param("শেখ মুজিব", "Sheikh Hasina", id="bengali"),
        pytest.param("สมชาย ชินวัตร", "Somchai Wongsawat", id="thai, one name of two"),
        pytest.param("블라디미르 젤렌스키", "Vladimir Putin", id="hangul, another vladimir"),
        pytest.param("جمال زرقاوي", "Djamel Benkacem", id="maghreb"),
        pytest.param("سازمان فضایی ایران", "Atomic Energy Organization of Iran", id="persian firm"),
        pytest.param("Пермский завод", "Tula Plant", id="another town"),
        pytest.param("Завод Прогресс", "Plant Vostok", id="a translated word alone"),
    ],
)
def test_other_names_stay_apart(name: str, latin: str) -> None:
    assert best(name, latin) < NEAR


@pytest.mark.parametrize(
    "name", ["Vostok", "Joe", "Ben Ali", "Al Capone", "Don Juan", "Shahed136", "A320", "3M"]
)
def test_plain_names_have_one_reading(name: str) -> None:
    assert len(readings(name)) == 1


@given(st.text(max_size=40))
def test_readings_are_few_folded_and_begin_with_the_folded_name(text: str) -> None:
    found = readings(text)
    assert found[0] == fold(text)
    assert 1 <= len(found) <= MOST_READINGS
    assert all(fold(reading) == reading for reading in found)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويئءآةىپچژگکی ", max_size=30))
def test_any_arabic_letters_have_readings(text: str) -> None:
    assert readings(text) == readings(text)


@pytest.mark.parametrize(
    ("text", "number"), [("MISTRAL I", "mistral 1"), ("Everrich V", "everrich 5")]
)
def test_a_last_letter_may_be_a_number(text: str, number: str) -> None:
    assert number in readings(text)


@pytest.mark.parametrize("text", ["I Jet Global", "Mistral", "V", "Malcolm Y"])
def test_a_letter_elsewhere_is_no_number(text: str) -> None:
    assert not any(word.isdigit() for reading in readings(text) for word in reading.split())


def test_a_firm_with_a_familiar_name_has_no_full_one() -> None:
    assert len(prepared_readings("JSC Slava")) == 1
    assert len(prepared_readings("Slava Davankov")) > 1


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("Wladimir Wladimirowitsch Putin", id="german"),
        pytest.param("Wladimir Wladimirowitsj Poetin", id="dutch"),
        pytest.param("Władimir Władimirowicz Putin", id="polish"),
        pytest.param("Vlagyimir Vlagyimirovics Putyin", id="hungarian"),
        pytest.param("Vladimir Vladimirovitj Putin", id="swedish"),
        pytest.param("Vladímir Vladímirovitx Putin", id="catalan"),
    ],
)
def test_a_fathers_name_is_known_in_other_spellings(spelling: str) -> None:
    assert best(spelling, "Vladimir Vladimirovich Putin") > 0.80
    assert best(spelling, "Vladimir Denisovich Putin") < NEAR


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hassan Hassan Taeb", "hassan taeb"),
        ("HERA 1 1", "hera 1"),
        ("HE8E1 Guanlang", "hebei guanlang"),
        ("P0 Ying", "po ying"),
        ("LLCSYMPHONY", "llc symphony"),
        ("Risingsunfze", "risingsun fze"),
        ("Lot V Zavod", "lot 5 zavod"),
    ],
)
def test_slips_of_writing_are_read(text: str, read: str) -> None:
    assert read in readings(text)


@pytest.mark.parametrize(
    "text", ["Unlimited", "Hope 1 Hope", "Hassan Hassan", "B 2", "4th Army", "Corporal"]
)
def test_what_only_resembles_a_slip_is_left(text: str) -> None:
    assert len(readings(text)) == 1


@given(st.text(alphabet=st.characters(min_codepoint=0x0370, max_codepoint=0x11FF), max_size=30))
def test_any_letters_of_other_scripts_are_read(text: str) -> None:
    found = readings(text)
    assert found[0] == fold(text)
    assert all(fold(reading) == reading for reading in found)


def test_a_name_written_wholly_in_look_alikes_is_also_read_as_seen() -> None:
    assert "hetcom" in readings("НЕТСОМ")
    assert "zabod" not in readings("ЗАВОД")


def test_a_form_at_the_end_of_a_turned_name_is_a_word() -> None:
    assert [len(name.words) for name in prepared_readings("PAK, Han Se")] == [2, 3]
    assert len(prepared_readings("Gazprom Kapital, OOO")) == 1
