"""Manipulated names: 66 ways to write a listed name, some of our own, and two or three at once.

`CLASSES` is the table: what each is called, how the name is changed, what a good engine answers,
and a sentence. All chance comes from the `Random` that is passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import msgspec

from bench.names import characters as ch
from bench.names import firms, letters, people, words
from bench.names import romanisation as rom

Change = Callable[[str, Random], str | None]

MATCH = "match"
NO_MATCH = "no match"
ANY: frozenset[str] = frozenset()
PERSONS = frozenset({"person"})
ORGANISATIONS = frozenset({"organisation"})
FIRMS = frozenset({"organisation", "unknown"})  # Commerce prints no kind; people are among them
SHIPS = frozenset({"vessel"})


class Manipulation(msgspec.Struct, frozen=True):
    """One way to change a name.

    `change` is None where no name alone can show it. `kinds` is of the listed entity; empty: any.
    `apart`: measured, but not part of the headline, for the reason that the sentence gives.
    `as_listed`: the name is taken as published (LAST, First), not as it is said.
    """

    name: str
    change: Change | None
    expected: str
    sentence: str
    kinds: frozenset[str] = ANY
    apart: bool = False
    as_listed: bool = False

    def applies_to(self, kind: str) -> bool:
        """Whether names of this kind can be changed so."""
        return self.change is not None and (not self.kinds or kind in self.kinds)


M = Manipulation
SLIPS = (
    M("typo-insert", letters.insert_letter, MATCH, "One letter too many."),
    M("typo-delete", letters.delete_letter, MATCH, "One letter missing."),
    M("typo-substitute", letters.substitute_letter, MATCH, "One letter for another."),
    M("typo-transpose", letters.transpose_letters, MATCH, "Two neighbours swapped."),
    M("char-repeat", letters.repeat_letter, MATCH, "A letter typed twice."),
    M("double-to-single", letters.single_double, MATCH, "A double letter once."),
    M("vowel-swap", letters.swap_vowel, MATCH, "A vowel for another."),
    M("keyboard-fat-finger", letters.slip_on_keyboard, MATCH, "The key beside it."),
    M("ocr-confusion", letters.misread_letters, MATCH, "As a scanner reads it."),
    M("leet", letters.write_leet, MATCH, "Digits for letters."),
)
TRICKS = (
    M("homoglyph-mixed-script", ch.write_look_alikes, MATCH, "Look-alikes of other scripts."),
    M("zero-width", ch.hide_characters, MATCH, "Characters that nobody sees."),
    M("nbsp-space", ch.change_spaces, MATCH, "Spaces of another kind."),
    M("bidi-control", ch.steer_direction, MATCH, "Controls of direction."),
    M("fullwidth", ch.widen, MATCH, "East Asian full width."),
    M("lost-diacritics", ch.lose_diacritics, MATCH, "Accents left out."),
    M("diacritics-as-question-mark", ch.question_diacritics, MATCH, "A question mark each."),
    M("diacritics-dropped", ch.drop_diacritics, MATCH, "Accented letters gone."),
    M("diacritics-expanded", ch.expand_diacritics, MATCH, "Umlauts as two letters, or back."),
    M("case", ch.change_case, MATCH, "Capitals and small letters otherwise."),
    M("punctuation", ch.change_punctuation, MATCH, "Punctuation gone or come."),
    M("hyphen-space", ch.swap_hyphen_and_space, MATCH, "Hyphen for space, or back."),
)
WORDS = (
    M("concatenation", words.concatenate, MATCH, "Words written as one."),
    M("split", words.split_word, MATCH, "A word written as two."),
    M("reversed-order", words.reorder, MATCH, "Words turned round."),
    M("last-comma-first", people.last_comma_first, MATCH, "Last, First.", PERSONS,
      as_listed=True),
    M("string-reversed", letters.reverse_string, MATCH,
      "Every word backwards: no telling word stays, low priority.", apart=True),
    M("missing-token", words.drop_word, MATCH, "One word left out."),
    M("extra-token", words.add_word, MATCH, "A general word added.", ORGANISATIONS),
    M("extra-middle-name", people.add_middle_name, MATCH, "A middle name added.", PERSONS),
    M("token-duplicated", words.double_word, MATCH, "A word said twice."),
    M("initials", people.use_initials, MATCH, "Given names as initials.", PERSONS,
      as_listed=True),
    M("initials-only", people.only_initials, NO_MATCH, "Initials name nobody.", PERSONS),
    M("acronym", words.make_acronym, MATCH,
      "First letters: no telling word stays, weak evidence.", FIRMS, apart=True),
    M("truncation", words.truncate, MATCH, "Cut to a short field."),
)  # fmt: skip
SOUNDS = (
    M("nickname", people.use_nickname, MATCH, "A given name as friends say it.", PERSONS),
    M("phonetic", rom.respell_by_sound, MATCH, "Written by ear."),
    M("homophone", people.write_homophone, MATCH, "Sounds the same.", PERSONS),
    M("transliteration-ru", rom.respell_russian, MATCH, "Another standard for Russian."),
    M("transliteration-ar", rom.respell_arabic, MATCH, "Another standard for Arabic.", PERSONS),
    M("transliteration-fa", rom.respell_persian, MATCH, "Another standard for Persian.", PERSONS),
    M("round-trip-translit", rom.round_trip, MATCH,
      "Into another script and back, low priority.", apart=True),
    M("native-script", rom.write_cyrillic, MATCH, "A Russian name in Cyrillic."),
    M("native-script-cjk", None, MATCH,
      "Which Han a romanised name had cannot be told: see the cross-script set.", apart=True),
    M("translation", firms.translate_word, MATCH,
      "A general word in another language: needs an alias.", FIRMS, apart=True),
    M("semantic-synonym", firms.use_synonym, MATCH,
      "A general word of the same meaning, low priority.", FIRMS, apart=True),
)  # fmt: skip
TRADE = (
    M("legal-form-changed", firms.change_form, MATCH, "Another legal form.", FIRMS),
    M("legal-form-dropped", firms.drop_form, MATCH, "No legal form.", FIRMS),
    M("abbreviation", words.abbreviate, MATCH, "A general word shortened.", FIRMS),
    M("honorific", people.add_honorific, MATCH, "A title before the name.", PERSONS),
    M("noise-words", firms.add_noise, MATCH, "Words that say nothing.", ORGANISATIONS),
    M("stop-word-swapped", firms.swap_stop_word, MATCH, "A small word for another.", FIRMS),
    M("digits-to-words", firms.digits_to_words, MATCH, "A number in words."),
    M("words-to-digits", firms.words_to_digits, MATCH, "A number word in digits."),
    M("ordinal", firms.rewrite_ordinal, MATCH, "First for 1st, or back."),
    M("roman-numeral", firms.rewrite_roman, MATCH, "II for 2, or back."),
    M("number-conflict", firms.conflict_number, NO_MATCH, "Another number: another ship.", SHIPS),
    M("uk-us-spelling", firms.write_british, MATCH, "British for American, or back."),
    M("former-name", words.name_formerly, MATCH, "Marked as an old name.", ORGANISATIONS),
    M("field-split", people.split_fields_wrongly, MATCH, "Cut at the wrong word.", PERSONS),
    M("name-plus-dob-merged", people.add_birth_date, MATCH, "A birth date run in.", PERSONS),
    M("embedded-in-free-text", words.embed_in_text, MATCH, "Inside a payment's text."),
    M("dob-off-by-one", None, MATCH, "About a date, not a name: see the pairs.", apart=True),
    M("conflicting-patronymic", people.change_patronymic, NO_MATCH, "Another father.", PERSONS),
    M("geographic-qualifier", firms.add_place, NO_MATCH, "Another country's firm.", FIRMS),
    M("common-name-only", people.only_common_name, NO_MATCH,
      "A name that many bear: may be found, must not score 1.", PERSONS, apart=True),
)  # fmt: skip
OURS = (
    M("diacritics-gained", ch.gain_diacritics, MATCH, "Accents that the list left out."),
    M(
        "legal-form-added",
        firms.add_form,
        MATCH,
        "A legal form where none is listed.",
        ORGANISATIONS,
    ),
    M("legal-form-spelt-out", firms.spell_form, MATCH, "A legal form in full, or back.", FIRMS),
)
SINGLE = (*SLIPS, *TRICKS, *WORDS, *SOUNDS, *TRADE, *OURS)
COMBINABLE = tuple(m for m in SINGLE if m.expected == MATCH and not m.apart)


def combine(name: str, rng: Random, kind: str, count: int) -> str | None:
    """Two or three manipulations at once, each of another kind; None when one did not apply."""
    fitting = [m for m in COMBINABLE if m.applies_to(kind) and m.name != "native-script"]
    changed: str | None = name
    chosen = rng.sample(range(len(fitting)), count)
    for manipulation in (fitting[at] for at in sorted(chosen)):  # what is added comes last
        assert manipulation.change is not None  # applies_to says so
        changed = manipulation.change(changed, rng) if changed else None
    return changed


def _combined(kind: str, count: int) -> Manipulation:
    def change(name: str, rng: Random) -> str | None:
        return combine(name, rng, kind, count)

    sentence = f"{count} of the above at once, names of kind {kind}."
    return Manipulation(f"combined-{count}", change, MATCH, sentence, frozenset({kind}))


KINDS = ("organisation", "person", "vessel", "aircraft", "unknown")
COMBINED = tuple(_combined(kind, count) for count in (2, 3) for kind in KINDS)
CLASSES: Sequence[Manipulation] = (*SINGLE, *COMBINED)


def manipulated(
    manipulation: Manipulation, name: str, kind: str, rng: Random, tries: int = 4
) -> str | None:
    """The listed name changed so, or None; the names of people are taken as they are said.

    Args:
        manipulation: which way.
        name: as listed.
        kind: of the listed entity.
        rng: where all chance comes from.
        tries: combined ones often pick a way that does not apply, and pick again.
    """
    if not manipulation.applies_to(kind) or manipulation.change is None:
        return None
    is_said = kind == "person" and not manipulation.as_listed
    said = people.natural_order(name) if is_said else name
    for _ in range(tries):
        changed = manipulation.change(said, rng)
        if changed is not None and changed.strip() and changed not in (said, name):
            return changed
    return None
