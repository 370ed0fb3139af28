"""The goods screen as a whole."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.model.finding import FindingKind

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)
TELLING = st.lists(
    st.sampled_from(["Shahed-136", "912", "Rotax", "FPGA", "STM32F405", "Герань-2", "not", "for",
                     "LM317", "MEMS", "gyroscope", "БПЛА", "Gerbera", "-", ",", "2", "\u200b"]),
    max_size=12,
).map(" ".join)  # fmt: skip
relaxed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@relaxed
@given(text=ANY_TEXT | TELLING, part=ANY_TEXT | TELLING, end_use=ANY_TEXT | TELLING)
def test_any_text_is_screened_and_every_reason_has_its_own_id(screen, text, part, end_use):
    found = screen("TR", hs="847330", description=text, part_number=part, end_use=end_use)
    ids = [finding.id for finding in found.findings]
    assert len(ids) == len(set(ids))
    again = screen("TR", hs="847330", description=text, part_number=part, end_use=end_use)
    assert again == found


def test_a_very_long_text_is_screened(screen):
    found = screen("IR", hs="847330", part_number="A" * 50_000, description="FPGA " * 5_000)
    assert {f.kind for f in found.findings} == {FindingKind.KEY_ITEM}


def test_every_question_is_asked_of_every_line(screen):
    found = screen(
        "IR", hs="8542310000", eccn="3A991", part_number="XC7A35T", description="for Shahed-136"
    )
    assert [(f.kind.value, f.subject) for f in found.findings] == [
        ("key_item", "854231"),
        ("controlled_item", "3A991"),
        ("uav_part", "XC7A35T"),
        ("uav_part", "shahed-136"),
    ]


def test_screens_give_no_strength(screen):
    assert {f.strength for f in screen("IR", hs="854231").findings} == {None}
