"""The one table of what two names or two descriptions are compared by: what each feature does to a
score, by how much, and the sentence that a reviewer reads.

`worth` is in thousandths. None: the comparison says itself how much (a date one year off lowers
less than one of ten). What a feature does is one of these:

- it agrees: its weight times its similarity is added to what agrees;
- it differs: its worth of its weight is added to what differs;
- it lowers: the score is multiplied by its worth;
- it caps: the score is at most its worth;
- it sets, adds to or settles the score: the score becomes, rises by, or is at least its worth;
- it is told: it changes nothing.

A score is redone from these alone (`vigil.names.explanation`). A feature without a sentence fails
to load, and one that is not in the table cannot be made.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Effect(StrEnum):
    """What a feature does to a score."""

    AGREES = "agrees"
    DIFFERS = "differs"
    LOWERS = "lowers"
    CAPS = "caps"
    SETS = "sets"
    ADDS = "adds"
    SETTLES = "settles"
    TOLD = "told"


class FeatureKind(msgspec.Struct, frozen=True):
    """A row of the table."""

    name: str
    effect: Effect
    worth: int | None
    sentence: str

    def __post_init__(self) -> None:
        """Refuse a row that a reviewer could not read."""
        if not self.sentence.endswith("."):
            raise ValueError(f"a feature needs its sentence: {self.name}")


K = FeatureKind
AGREES, DIFFERS, LOWERS, CAPS = Effect.AGREES, Effect.DIFFERS, Effect.LOWERS, Effect.CAPS
TABLE = (
    K("word", AGREES, 600, "A word of one name stands for a word of the other; what it lacks of "
      "being the same differs."),
    K("joined_words", AGREES, 600, "A word of one name is written as several in the other."),
    K("initial", AGREES, 0, "A single letter may stand for a word; it adds nothing, and what it "
      "stands for is no conflict."),
    K("acronym", Effect.SETS, 750, "One name is nothing but the first letters of the other."),
    K("only_in_query", DIFFERS, 260, "The name asked about has words that the listed one lacks."),
    K("only_in_listed", DIFFERS, 320, "The listed name has words that the one asked about lacks."),
    K("patronymic_in_listed", DIFFERS, 0, "Of these, a father's name is one that people leave "
      "out: chance adds nothing to it."),
    K("legal_other", DIFFERS, 1000, "The names have different legal forms."),
    K("legal_on_one_side", DIFFERS, 400, "One name has a legal form and the other has none."),
    K("numbers_other", DIFFERS, 1000, "Each name has a number that the other has not."),
    K("chance", DIFFERS, None, "Other listed names agree as well by chance, so that what differs "
      "counts more."),
    K("common_words_only", LOWERS, None, "No word that met can point to anybody by itself."),
    K("lone_word", LOWERS, None, "The one telling word that met is written otherwise."),
    K("one_word_of_a_person", LOWERS, 600, "Only one full word of a person's name met."),
    K("other_patronymic", LOWERS, 720, "The father's names differ."),
    K("other_initial", LOWERS, 820, "An initial stands for no name of the other person."),
    K("other_place", LOWERS, 730, "One firm's name has a country in it and the other's has not."),
    K("other_name", LOWERS, 880, "Each person has a name that the other has not."),
    K("number_on_one_side", LOWERS, 700, "A number that counts firms or ships of one name stands "
      "on one side only."),
    K("often_by_chance", CAPS, 720, "The words that met are so common that other people share "
      "them."),
    K("not_everything_agrees", CAPS, 890, "A word is left over or written otherwise, so a person "
      "looks before a stop."),
    K("weak_alias", LOWERS, 850, "The name that met is a weak alias."),
    K("other_legal_form", LOWERS, 720, "Companies of different legal forms are different "
      "companies."),
    K("other_ship", LOWERS, 600, "Ships are told apart by every word and number of their names."),
    K("other_trade", LOWERS, 750, "Firms of one name and of different trades are different firms."),
    K("other_word", LOWERS, 780, "A name begins with another sound and is only somewhat similar."),
    K("other_gender_form", LOWERS, 750, "A woman's form of the family name stands beside another "
      "given name."),
    K("other_role", LOWERS, 650, "The given name of one is the family name of the other."),
    K("other_name_part", LOWERS, 680, "The given, second or family names that both sides give "
      "differ."),
    K("branch", LOWERS, 780, "One name is that of a branch in a country given in brackets."),
    K("one_of_several", LOWERS, 850, "Only one of the names in a field met."),
    K("place_left_out", LOWERS, 950, "Letters stand beside their country on one side only."),
    K("kind", Effect.TOLD, None, "Whether both are people, organisations, ships or aircraft."),
    K("other_kind", LOWERS, 720, "One is a person, ship or organisation and the other is not."),
    K("country", Effect.TOLD, None, "Whether both are tied to the same country."),
    K("other_script", LOWERS, 900, "A common name in a script that spells many names alike in "
      "Latin letters, and the entry prints none in it."),
    K("other_country", LOWERS, 900, "They are tied to different countries."),
    K("gender", Effect.TOLD, None, "The genders agree."),
    K("other_gender", LOWERS, 750, "The genders differ."),
    K("birth_year", Effect.TOLD, None, "Whether the years of birth agree."),
    K("date", Effect.TOLD, None, "The dates agree as far as both are known."),
    K("other_date", LOWERS, None, "The dates differ."),
    K("same_birth_date", Effect.ADDS, 50, "The full dates of birth are equal."),
    K("ship_renamed", Effect.TOLD, None, "A listed ship's number under a name not its own."),
    K("ship_flag", Effect.TOLD, None, "Whether the entry knows the flag."),
    K("imo_number", Effect.TOLD, None, "The number is that of another ship of the name."),
    K("identifier", Effect.TOLD, None, "Numbers that can change hands were compared."),
    K("other_identifier", LOWERS, 700, "Numbers that never change hands differ."),
    K("same_identifier", Effect.SETTLES, 980, "A number that belongs to one bearer is equal."),
    K("same_address", Effect.ADDS, 30, "A house, street and town are the same."),
    K("address", Effect.TOLD, None, "Whether the addresses are the same."),
)  # fmt: skip
FEATURES = {row.name: row for row in TABLE}


def worth(name: str) -> int:
    """What the table says that a feature is worth, in thousandths.

    >>> worth("other_legal_form")
    720
    """
    found = FEATURES[name].worth
    if found is None:
        raise ValueError(f"the comparison itself says what {name} is worth")
    return found


def sentence_to_read(name: str) -> str | None:
    """The sentence of a feature that changed a score as a whole; None for any other.

    What words agree or differ says enough by itself.

    >>> sentence_to_read("other_gender"), sentence_to_read("word")
    ('The genders differ.', None)
    """
    row = FEATURES.get(name)
    if row is None or row.effect in (AGREES, DIFFERS, Effect.TOLD):
        return None
    return row.sentence


def as_markdown() -> str:
    """The table as documentation prints it."""
    rows = (
        f"| `{row.name}` | {row.effect} | {_printed(row.worth)} | {row.sentence} |" for row in TABLE
    )
    return "\n".join(("| feature | it | worth | what it says |", "|---|---|---|---|", *rows, ""))


def _printed(thousandths: int | None) -> str:
    return "" if thousandths is None else f"{thousandths / 1000:.3g}"
