import pytest

from vigil.lists.countries import Countries

TABLE = Countries({
    "Iran": "IR", "Islamic Republic of Iran": "IR", "Türkiye": "TR", "Gambia": "GM",
    "South Korea": "KR", "Côte d'Ivoire": "CI", "Namibia": "NA", "China": "CN",
    "Democratic Republic of the Congo": "CD",
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iran (Islamic Republic of)", "IR"),
        ("TURKIYE", "TR"),
        ("Gambia, The", "GM"),
        ("The Gambia", "GM"),
        ("Korea, South", "KR"),
        ("Cote d Ivoire", "CI"),
        ("Congo, Democratic Republic of the", "CD"),
        ("NA", "NA"),
    ],
)
def test_a_country_is_known_however_a_list_turns_its_name(text, code):
    assert TABLE.code(text) == code


@pytest.mark.parametrize("text", ["", "na", "former Soviet Union", "Congo", "Iranian", "XX", "(,"])
def test_other_texts_name_no_country(text):
    assert TABLE.code(text) is None
