"""Shared telephones, sites and mail domains meet however they are written; common ones do not."""

import pytest

from vigil.routes.contacts import email_domain, host, is_same_group, phone_digits


@pytest.mark.parametrize(
    "other", ["(00852) 2345-6789", "+852.2345.6789", "0 852 23456789", "2345 6789 ext."]
)
def test_one_telephone_in_two_ways_of_writing(other):
    assert phone_digits(other) == phone_digits("+852 2345 6789")


@pytest.mark.parametrize("phone", [None, "", "ext. 12", "110"])
def test_what_is_too_short_is_no_telephone(phone):
    assert phone_digits(phone) is None


@pytest.mark.parametrize(
    "site", ["http://www.sunray.example", "SUNRAY.example/en", "sunray.example."]
)
def test_one_site_in_two_ways_of_writing(site):
    assert host(site) == "sunray.example"


@pytest.mark.parametrize(
    "site", [None, "", " ", "none", "sunray.en.alibaba.com", "facebook.com/sunray"]
)
def test_places_that_anybody_is_on_are_nobody_s_site(site):
    assert host(site) is None


@pytest.mark.parametrize("email", [None, "", "x@gmail.com", "sunray", "x@sunray.en.alibaba.com"])
def test_provider_s_mail_has_no_own_domain(email):
    assert email_domain(email) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme GmbH", "Acme France SAS", True),
        ("Sun Trading Ltd", "Ray Trading Ltd", False),
        ("Hong Kong Electronics", "Hong Kong Components", False),
        ("Kin Lee Ltd", "KIN LEE LIMITED", True),
    ],
)
def test_group_is_told_by_a_word_of_its_own(one, other, same):
    assert is_same_group(one, other) is same
