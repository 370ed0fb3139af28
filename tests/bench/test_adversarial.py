"""Names made to take long are refused for what they are, or accepted."""

import pytest

from bench.speed.adversarial import names
from vigil.names.prepared import refusal

NAMES = names()
REFUSED = {
    "10,000 words": "at most 1000 characters, this one has 88889",
    "5,000 equal words": "at most 1000 characters, this one has 25000",
    "one word of a megabyte": "at most 1000 characters, this one has 1000000",
    "a megabyte of Arabic": "at most 1000 characters, this one has 1000000",
    "a megabyte of punctuation": "at most 1000 characters, this one has 1000000",
    "1,000 characters that are 3,000 words": "at most 64 words, this one has 3001",
    "1,000 combining marks alone": "no letter or digit that can be read",
    "1,000 Hangul": "at most 64 words, this one has 1000",
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_name_beyond_a_limit_is_refused_with_the_limit(what):
    assert REFUSED[what] in (refusal(NAMES[what]) or "")


@pytest.mark.parametrize("what", sorted(NAMES.keys() - REFUSED.keys()))
def test_a_name_within_the_limits_is_accepted(what):
    assert refusal(NAMES[what]) is None
