"""The shipped files: right as they stand, and refused when one thing in them is broken."""

import pytest

from vigil.errors import InvalidInput
from vigil.goods.shipped import load_goods
from vigil.lists.vigil_uav import load_parties
from vigil.model.shelf import Shelf, load_edition
from vigil.routes.shipped import load_routes
from vigil.routes.shipped_places import load_place_names
from vigil.rules.shipped import load_law
from vigil.store.compile import DATA, parse_yaml, read_shelf


@pytest.fixture(scope="module")
def shelf():
    return read_shelf(DATA)


@pytest.fixture(scope="module")
def edition(shelf):
    return load_edition(shelf)


class Patched(Shelf):
    """A shelf on which one file reads differently."""

    def __init__(self, whole, name, text):
        super().__init__({}, {})
        self._whole, self._name, self._patched = whole, name, text

    def text(self, name):
        return self._patched if name == self._name else self._whole.text(name)

    def document(self, name):
        return parse_yaml(self._patched) if name == self._name else self._whole.document(name)


def told(load, shelf, edition, name, old, new):
    text = shelf.text(name)
    assert text.count(old) >= 1, f"{old!r} is not in {name}"
    with pytest.raises(InvalidInput) as caught:
        load(Patched(shelf, name, text.replace(old, new, 1)), edition)
    return str(caught.value)


def test_every_shipped_file_is_right(shelf, edition):
    assert load_law(shelf, edition).provisions
    assert load_goods(shelf, edition).key_items
    assert load_routes(shelf, edition).red_flags
    assert load_parties(shelf, edition).entities


LAW = [
    ("provisions.yaml", "    basis: secondary", "    basis: gossip", "must be one of primary"),
    ("provisions.yaml", "    basis: secondary", "    bindng: true", "'binding'"),
    ("provisions.yaml", "  - id: cn-mofcom-2023-28", "  - id: cn-mofcom-2023-27", "unique"),
    ("provisions.yaml", "in_force_from: 2023-09-01", "in_force_from: 2023-09-31", "a day such"),
    ("provisions.yaml", "in_force_to: 2025-11-09", "in_force_to: 2025-09-28", "before it begins"),
    ("provisions.yaml", "destinations: [IR]", "destinations: [IRN]", "known country"),
    ("provisions.yaml", "key_lists: [CN_MOFCOM_2023_27]", "key_lists: [CN]", "known goods list"),
    ("provisions.yaml", "jurisdiction: CN", "jurisdiction: China", "must be one of UN, US"),
    ("provisions.yaml", "    in_force_to: null", "    until: null", "'in_force_to' must be given"),
    ("provisions.yaml", "    citation: 15 CFR 764.3\n", "", "'citation' must be given"),
    ("provisions.yaml", "in_force_to: 2024-07-22", "in_force_to: 2024-07-21", "fill the window"),
    ("provisions.yaml", "superseded_by: unscr-2231", "superseded_by: unscr-9", "known provision"),
    ("provisions.yaml", "not_to: [EU,", "not_to: [EEA,", "known country"),
    ("provisions.yaml", "departures: [CN]", "departures: [PRC]", "known country"),
    ("provisions.yaml", "ccl_categories: ['3', '4'", "ccl_categories: ['3', '4a'", "CCL category"),
    ("provisions.yaml", "hs_headings: ['93',", "hs_headings: ['930',", "digits of HS"),
    ("provisions.yaml", "region-crimea", "region-krim", "known country or region"),
    ("provisions.yaml", " limits:", " limits:\n      key_lists: [CHPL]", "in the row itself"),
    ("end_uses.yaml", "id: missile", "id: uav", "unique"),
    ("end_uses.yaml", "id: missile", "id: rocket", "must be one of"),
    ("governments.yaml", "country: IR", "country: IRN", "known country"),
    ("lists.yaml", "[us-sdn-blocking]", "[us-sdn-blocked]", "known provision"),
    ("lists.yaml", "[us-eo-13382]", "[us-eo-1]", "programme_provisions.NPWMD"),
    ("lists.yaml", "limits_only: true", "limits_only: sometimes", "true or false"),
    ("transshipment.yaml", "[RU, TJ]", "[RU, TADJ]", "known country"),
    ("countries.csv", "\nIR,Iran,", "\nIRN,Iran,", "two capital letters"),
    ("countries.csv", "\nIQ,Iraq,", "\nIQ,Iran,", "a name must be of one country"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), LAW)
def test_broken_law_is_refused(shelf, edition, name, old, new, expected):
    message = told(load_law, shelf, edition, name, old, new)
    assert expected in message
    assert f"{name} $" in message


GOODS = [
    ("goods_lists.yaml", "[us-advisory-uav-2023]", "[us-advisory]", "known provision"),
    ("key_items.yaml", "hs: '854231'", "hs: '8542'", "six digits"),
    ("key_items.yaml", "hs: '854231'", "hs: '854230'", "known code of HS 2022"),
    ("key_items.yaml", "hs: '854231'", "hs: 854231", "must be a text"),
    ("key_items.yaml", "hs: '854231'", "hs: '854232'", "unique"),
    ("key_items.yaml", "list: CHPL", "list: CHLP", "known goods list"),
    ("key_items.yaml", "    watch_only: true", "    watch_only: false", "or else watch_only"),
    ("goods_lists.yaml", "codes_read: true", "codes_read: false", "was not read"),
    ("controlled_items.csv", "\n3A001,", "\n3A01,", "an ECCN such as"),
    ("controlled_items.csv", "\n3A001,", "\n3A002,", "unique"),
    ("control_clauses.csv", ",NS 1,", ",NS 9,", "a column such as"),
    ("control_clauses.csv", "b.2;b.3", "b.2;3", "a paragraph such as"),
    ("control_clauses.csv", "MO;D:5", "MO;Q:5", "a group such as D:5"),
    ("control_clauses.csv", "\n0A002,ITAR", "\n0A003,ITAR", "every entry must have a control"),
    ("control_clauses.csv", "\n0A002,ITAR,,,,,,*", "\n0A002,ITAR,,,,,,", "where it asks for"),
    ("country_groups.csv", "D:5", "D:9", "a group such as D:5"),
    ("hs_2017.csv", "\n854890,854800", "\n854890,854801", "known code of HS 2022"),
    ("hs_2017.csv", "\n854890,", "\n854231,", "must not be a code of HS 2022"),
    ("hs_2017.csv", ",false,memory", ",true,memory", "must not be verified"),
    ("goods_lists.yaml", "hs_edition: 2022", "hs_edition: 2017", "the edition must be 2022"),
    ("goods_lists.yaml", "    tariff: CN\n", "", "must have a tariff"),
    ("other_lists.yaml", "eccn: 9A112", "eccn: 9A012", "must not stand in the US list"),
    ("country_chart.csv", "\nDE,", "\nDD,", "known country"),
    ("uav_models.yaml", "makers: [hesa]", "makers: [hessa]", "known party"),
    ("uav_parts.csv", "shahed-136", "shahed-137", "known UAV model"),
    ("uav_parts.csv", "\nADM3232,", "\nADM3233,", "normal form ADM3232"),
    ("uav_parts.csv", ",rotax,", ",,", "must need a word beside it"),
    ("uav_parts.csv", ",true,", ",perhaps,", "true or false"),
    ("uav_parts.csv", "key,", "key,colour,", "unknown field 'colour'"),
    ("hs_codes.txt", "854231", "85423", "six digits"),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), GOODS)
def test_broken_goods_are_refused(shelf, edition, name, old, new, expected):
    assert expected in told(load_goods, shelf, edition, name, old, new)


ROUTES = [
    ("places.yaml", "kind: zone", "kind: park", "must be one of zone, town"),
    ("places.yaml", "zone: alabuga-sez", "zone: alabuga", "known zone"),
    ("places.yaml", "zone: alabuga-sez", "zone: port-baku", "known zone"),
    ("places.yaml", "locode: RUYBE", "locode: RUYBX", "known UN/LOCODE"),
    ("places.yaml", "locode: RUYBE", "locode: IRAMD", "must be of RU"),
    ("places.yaml", "lat: 55.8328", "lat: 155.8328", "within ±90"),
    ("places.yaml", "    lat: 55.8328\n", "", "together"),
    ("places.yaml", "'423601'", "'42-36-01-7-1'", "a post code"),
    ("places.yaml", "icao: UUWW", "icao: VKO", "four letters"),
    ("places.yaml", "provisions: [eu-833-2014-5ae]", "provisions: [5ae]", "known provision"),
    ("vessels.yaml", "'8861058'", "'8861059'", "check digit"),
    ("red_flags.yaml", "  - id: adv-02", "  - id: adv-01", "unique"),
    ("red_flags.yaml", "weight: medium", "weight: heavy", "must be one of low, medium"),
    ("red_flags.yaml", "in_force_to: 2025-11-09", "in_force_to: 2024-11-09", "before it begins"),
    ("red_flags.yaml", "    family: compliance", "    indicator: mood\n    family: x",
     "known observation"),
    ("unlocode.csv", "\nRUMOW,", "\nRU-MOW,", "code,functions,subdivision,name"),
    ("unlocode.csv", "\nRUMOW,", "\nRRMOW,", "known country"),
    ("unlocode.csv", "code,functions", "code,uses", "the header must be"),
    ("positions.csv", "\nNLRTM,", "\nNLRTQ,", "known UN/LOCODE"),
    ("positions.csv", "\nNLRTM,51", "\nNLRTM,151", "within ±90"),
    ("positions.csv", "\nNL,", "\nNN,", "known country"),
    ("contact_signs.csv", "\nIR,98", "\nIRN,98", "known country"),
    ("contact_signs.csv", "\nIR,98", "\nIR,+98", "digits"),
    ("contact_signs.csv", "\nIR,98", "\nIR,963", "unique"),
    ("subdivisions.csv", "US,TX", "US,T", "two or three letters"),
    ("subdivisions.csv", "US,TX", "UX,TX", "known country"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), ROUTES)
def test_broken_routes_are_refused(shelf, edition, name, old, new, expected):
    assert expected in told(load_routes, shelf, edition, name, old, new)


PLACES = [
    ("airports.csv", "\nDXB,AEDXB", "\nDX,AEDXB", "three letters"),
    ("airports.csv", "\nDXB,AEDXB", "\nDXB,AEDXX", "code of a known place"),
    ("place_names.csv", "\nRUMOW,Moscow", "\nRUMOX,Moscow", "code of a known place"),
    ("place_names.csv", "Moscow,true,secondary", "Moscow,true,rumour", "must be one of"),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), PLACES)
def test_broken_names_of_places_are_refused(shelf, edition, name, old, new, expected):
    def load(changed, _):
        return load_place_names(changed)

    assert expected in told(load, shelf, edition, name, old, new)


PARTIES = [
    ("    country: IR", "    country: Iran", "known country"),
    ("    kind: person", "    kind: human", "must be one of organisation, person"),
    ("list: us_ofac_sdn", "list: us_ofac_sd", "known issuing list"),
    ("number: '39637'", "number: '39038'", "must not be the same entry"),
    ("number: '39637'", "number: ' 39637'", "a number such as"),
    ("        number: '39637'\n", "", "either a number or a printed_name"),
    ("scheme: inn", "scheme: tin", "known scheme"),
    ("value: '1646019914'", "value: 1646-019914", "capitals and digits only"),
    ("  - id: hesa", "  - id: mado", "unique"),
    ("listed_on: 2022-11-15", "listed_on: 15.11.2022", "a day such as"),
    ("        quality: acronym", "        quality: short", "must be one of full, weak, acronym"),
]


@pytest.mark.parametrize(("old", "new", "expected"), PARTIES)
def test_broken_parties_are_refused(shelf, edition, old, new, expected):
    assert expected in told(load_parties, shelf, edition, "parties.yaml", old, new)


def test_a_key_said_twice_is_refused():
    with pytest.raises(ValueError, match="'a' twice"):
        parse_yaml("b: {a: 1, c: 2, a: 3}")
