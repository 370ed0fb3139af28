"""What two statements of the same thing say differently."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evidence.telling import told
from vigil.evidence.differences import differences
from vigil.evidence.statement import Mode

WORDS = """
    Norland Osteria sent has been to from drones 300 hundreds of $ 5 million on Friday in June
    2021 early next year before the war could be appears to deny “ ” , . ; - not officials Jane
    Doe said declassified documents will publish [sic] … per cent a dozen
    """
NEWS = st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join)
TEXTS = st.one_of(NEWS, st.text(max_size=200))
NAMES = st.one_of(st.text(max_size=20), NEWS.map(lambda text: text[:30]))
MODES = st.sampled_from(["direct", "indirect", "narrated"])


class TestDifferences:
    @given(TEXTS, TEXTS, MODES, MODES)
    @settings(max_examples=300, deadline=None)
    def test_spans_are_within_both_statements(
        self, left: str, right: str, one: Mode, two: Mode
    ) -> None:
        found = differences(told(left, one), told(right, two))
        assert all(0 <= d.left.start <= d.left.end <= len(left) for d in found)
        assert all(0 <= d.right.start <= d.right.end <= len(right) for d in found)

    @given(TEXTS, TEXTS, NAMES, NAMES)
    @settings(max_examples=200, deadline=None)
    def test_any_speaker_is_compared(self, left: str, right: str, one: str, two: str) -> None:
        sides = [told(left, "indirect", one, two), told(right, "indirect", two, one)]
        assert all(d.left.end <= len(left) for d in differences(*sides))
        nobody = [told(left, "direct", one), told(right, "direct", two)]
        assert all(d.right.end <= len(right) for d in differences(*nobody))

    @given(TEXTS, MODES)
    @settings(max_examples=200, deadline=None)
    def test_a_statement_does_not_differ_from_itself(self, text: str, mode: Mode) -> None:
        assert differences(told(text, mode), told(text, mode)) == ()
