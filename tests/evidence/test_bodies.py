"""Which names in a story are one body, and which stay apart."""

from __future__ import annotations

import pytest

from vigil.evidence.page import Span
from vigil.evidence.sources.bodies import bodies_of
from vigil.evidence.sources.body_names import body_key, spoken_name
from vigil.evidence.statement import Reading, Speaker, Statement


def body(name: str) -> Speaker:
    return Speaker(name, None, name.removeprefix("the "), "named", None, "body")


def person(name: str, role: str | None = None, organisation: str | None = None) -> Speaker:
    return Speaker(name, role, organisation, "named", None, "person")


def unnamed(name: str, organisation: str | None = None) -> Speaker:
    return Speaker(name, name, organisation, "described", None, "unnamed")


def page(*speakers: Speaker) -> Reading:
    at = Span(0, 1)
    return Reading("p", (), (), tuple(Statement(at, at, "indirect", speaker=s) for s in speakers))


REEVE = person("Ana Reeve", "harbour commissioner")
FISHERY = body("the fishery board of Norland")
TOLD = person("Ole Brun", "head of inspections at the fishery board")


@pytest.mark.parametrize(
    ("pages", "one", "other"),
    [
        # a title without a body, named right behind one
        ([page(body("the port authority"), REEVE)], body("the port authority"), REEVE),
        # a role that says where
        ([page(FISHERY, TOLD)], FISHERY, TOLD),
        # a rank and the one service that has it
        (
            [page(body("the navy of Norland")), page(person("Jo Dahl", "Vice Admiral"))],
            body("the navy of Norland"),
            person("Jo Dahl", "Vice Admiral"),
        ),
        # an office without a name and the person who holds it
        (
            [
                page(person("Ida Moe", "director of the fishery board", "fishery board")),
                page(unnamed("The director of the Salt Bay fishery board", "Salt Bay")),
            ],
            person("Ida Moe", "director of the fishery board", "fishery board"),
            unnamed("The director of the Salt Bay fishery board", "Salt Bay"),
        ),
        # those who bring a charge
        (
            [page(unnamed("federal prosecutors"), person("Lee Oak", "U.S. Attorney"))],
            unnamed("federal prosecutors"),
            person("Lee Oak", "U.S. Attorney"),
        ),
        # papers of a body
        (
            [page(body("documents of the tax office seen by the Herald"), body("the tax office"))],
            body("documents of the tax office seen by the Herald"),
            body("the tax office"),
        ),
        # a part of a rank that was read as a body
        (
            [page(body("the Norland Union"), person("Jo Dahl", "High Envoy of the Union", "High"))],
            body("the Norland Union"),
            person("Jo Dahl", "High Envoy of the Union", "High"),
        ),
        # the first word of a firm, where a headline has no more
        ([page(person("Tarn"), body("Tarn Shipping"))], person("Tarn"), body("Tarn Shipping")),
    ],
)
def test_one_body(pages: list[Reading], one: Speaker, other: Speaker) -> None:
    keys = bodies_of(pages)
    assert keys[one] == keys[other]


DRIVER = person("Kai Lund", "driver")
UNION = person("Per Vik", "chairman of the pilots' union", "pilots' union")


@pytest.mark.parametrize(
    ("pages", "one", "other"),
    [
        # somebody who only stands behind a body
        ([page(body("the port authority"), DRIVER)], body("the port authority"), DRIVER),
        ([page(body("the port authority"), UNION)], body("the port authority"), UNION),
        # named before the body spoke
        ([page(REEVE, body("the port authority"), REEVE)], body("the port authority"), REEVE),
        # two navies
        (
            [
                page(body("the navy of Norland"), body("the navy of Sudland")),
                page(person("Jo Dahl", "Vice Admiral")),
            ],
            body("the navy of Norland"),
            person("Jo Dahl", "Vice Admiral"),
        ),
        # the same office of another state
        (
            [
                page(person("Ida Moe", "foreign minister", "Norland")),
                page(unnamed("the Swedish foreign minister")),
            ],
            person("Ida Moe", "foreign minister", "Norland"),
            unnamed("the Swedish foreign minister"),
        ),
        # a defence attorney brings no charge
        (
            [page(unnamed("federal prosecutors"), person("Sam Peck", "defense attorney"))],
            unnamed("federal prosecutors"),
            person("Sam Peck", "defense attorney"),
        ),
        # the person whom a body is called by is no part of it
        (
            [page(person("Tom Tarn"), body("Tarn Shipping"))],
            person("Tom Tarn"),
            body("Tarn Shipping"),
        ),
    ],
)
def test_two_bodies(pages: list[Reading], one: Speaker, other: Speaker) -> None:
    keys = bodies_of(pages)
    assert keys[one] != keys[other]


def test_whose_words_a_pronoun_says_is_no_body() -> None:
    ours = unnamed("our colleagues on the ground")
    assert ours not in bodies_of([page(ours, body("the tax office"))])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("an indictment unsealed in Oakfield", "prosecution"),
        ("the U.S. attorney general", "@US attorney general"),
        ("papers from the coast guard", "coast guard"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert body_key(name) == key


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("the indictment", ""),
        ("a report by the coroner", "coroner"),
        ("the Report Office", "Report Office"),
    ],
)
def test_spoken_names(name: str, bare: str) -> None:
    assert spoken_name(name) == bare
