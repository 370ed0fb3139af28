"""Who is who on a page: full names for surnames, roles, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from vigil.evidence.page import Page, Span
from vigil.evidence.speech.name_runs import PARTICLES
from vigil.evidence.speech.person_names import bare_name, name_key, woman_by_name
from vigil.evidence.speech.quoted_words import Word, span_of
from vigil.evidence.speech.speaker_phrases import Mention
from vigil.evidence.speech.speaker_words import FIRMS, ROLES
from vigil.evidence.speech.transcripts import ASKED, ASKING
from vigil.evidence.speech.word_table import table
from vigil.evidence.statement import Speaker, SpeakerFound

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_NEAR = 12  # people and speakers looked back over, so that cost stays linear (chosen)
# What a named body of any sort may be called later.
_ANY_FIRM = table(
    "company firm group manufacturer maker operator carrier organisation organization body "
    "association charity institute supplier exporter importer business producer developer "
    "contractor shipper subsidiary start-up startup think-tank lender retailer"
)
# Before "group": people who work together, no firm.
_NO_FIRMS = table(
    "expert experts working task contact monitoring study support action pressure campaign rights "
    "advocacy drafting steering"
)
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})


class Person(msgspec.Struct):
    """One person of a page, as far as it has told."""

    name: str
    role: str | None = None
    organisation: str | None = None
    woman: bool | None = None


class Last(msgspec.Struct):
    """Who spoke last, of each kind that a pronoun or a bare description may mean."""

    person: Speaker | None = None
    body: Speaker | None = None
    any: Speaker | None = None


class People:
    """Names of a page as they are met, in order; made anew for each page."""

    def __init__(self, page: Page) -> None:
        self._text = page.text
        self._full: dict[str, Person] = {}
        self._people: dict[str, Person] = {}
        self._first: dict[str, Person] = {}
        self._by_role: dict[str, Person] = {}
        self._bodies: dict[str, str] = {}
        self._body_by_word: dict[str, str] = {}
        self._last_named: str | None = None
        self._outlets: dict[str, str] = {}
        self._last_outlet: str | None = None
        self._answers: Person | None = None
        self._fresh = False
        self.last = Last()
        self._mentioned: list[Person] = []
        self._topic: Speaker | None = None
        self._issued: dict[str, Speaker] = {}
        self._speakers: list[Speaker] = []

    def learn(self, words: Sequence[Word], mention: Mention) -> Person | None:
        """Remembers a person that a noun phrase names."""
        if mention.kind != "person" or mention.name is None:
            return None
        name = bare_name(self._words(words, mention.name))
        return self._person(
            name, self._role(words, mention), self._org(words, mention), mention.woman
        )

    def _person(
        self, name: str, role: str | None, organisation: str | None, woman: bool | None
    ) -> Person:
        parts = name.split()
        known = self._known(name)
        if known is None:
            known = Person(name)
            if len(parts) > 1:
                self._people[name] = known
                self._full.setdefault(name_key(parts[-1]), known)
                self._first.setdefault(name_key(parts[0]), known)
                known.woman = woman_by_name(parts[0])
        for noun in [] if role is None else role.lower().split():
            self._by_role.setdefault(noun, known)
        if role is not None and (known.role is None or role.endswith(" " + known.role)):
            known.role = role
        known.organisation = known.organisation or organisation
        known.woman = known.woman if known.woman is not None else woman
        return known

    def _known(self, name: str) -> Person | None:
        """By the whole name, the surname, or the first name."""
        if " " in name:
            *before, last = name.split()
            known = self._people.get(name)
            small = all(part.lower() in PARTICLES for part in before)  # "van Dam", "Al Mansour"
            return self._full.get(name_key(last)) if known is None and small else known
        return self._full.get(name_key(name)) or self._first.get(name_key(name))

    def meet(self, words: Sequence[Word], mention: Mention) -> Person | None:
        """Remembers a person met anywhere on the page, for surnames and roles."""
        if mention.kind == "person" and mention.name is not None:
            left, right = mention.name
            if right - left > 1 and all(w.text[:1].isalpha() for w in words[left:right]):
                return self.learn(words, mention)
        return None

    def topic(self, words: Sequence[Word], mention: Mention) -> Speaker | None:
        """Remembers whom a sentence begins with: a pronoun may mean it from here on."""
        found = self.named(words, mention)
        if found is not None:
            self._topic = found
        return found

    def issued(self, noun: str, speaker: Speaker | None) -> None:
        """Remembers whose "statement" the page speaks of."""
        if speaker is not None:
            self._issued[noun] = speaker

    def named(self, words: Sequence[Word], mention: Mention) -> Speaker | None:
        """The person or body that a noun phrase names, or None."""
        at = span_of(words, *mention.at)
        if mention.kind == "he":
            return self._pronoun(mention.woman, at)
        if mention.kind == "person" and mention.name is not None:
            name = bare_name(self._words(words, mention.name))
            known = self._known(name)
            if known is None and (mention.role is not None or mention.at[0] > 0):
                known = self.learn(words, mention)
            if known is None:
                return None
            if known not in self._mentioned[-1:]:
                self.mention(known)
            return Speaker(known.name, known.role, known.organisation, "named", at)
        if mention.kind == "body":
            return self._body(mention, at)
        if mention.kind == "unnamed":
            return Speaker(self._slice(at), None, None, "described", at, "unnamed")
        if mention.kind == "described":
            found = self._described(words, mention, at)
            return found if found is not None and found.kind == "person" else None
        return None

    def mention(self, person: Person, *, alone: bool = False) -> None:
        """Tells that a person was spoken of, `alone` where nobody speaks in that sentence."""
        self._mentioned.append(person)
        self._fresh = alone

    def speaker(self, words: Sequence[Word], mention: Mention) -> Speaker | None:
        """The speaker that a noun phrase means; None for a pronoun that means nobody known."""
        at = span_of(words, *mention.at)
        found = self._resolve(words, mention, at)
        if found is not None:
            self._speakers.append(found)
            self._topic = None
            self.last.any = found
            if found.kind in ("person", "unnamed"):
                self.last.person = found
            else:
                self.last.body = found
        return found

    def _resolve(self, words: Sequence[Word], mention: Mention, at: Span) -> Speaker | None:
        match mention.kind:
            case "he":
                return self._pronoun(mention.woman, at)
            case "it":
                topic = self._topic
                if topic is not None and topic.kind != "person":
                    return _again(topic, at, "pronoun")
                last = self.last.body or self.last.any
                return None if last is None else _again(last, at, "pronoun")
            case "i":
                return None
            case "person":
                person = self.learn(words, mention)
                assert person is not None
                self.mention(person)
                role = self._role(words, mention) or person.role
                return Speaker(
                    person.name, role, self._org(words, mention) or person.organisation, "named", at
                )
            case "described":
                return self._described(words, mention, at)
            case "unnamed":
                role = self._role(words, mention)
                return Speaker(
                    self._slice(at), role, self._org(words, mention), "described", at, "unnamed"
                )
            case "several":
                return Speaker(self._slice(at), None, None, "named", at)
            case "outlet":
                return Speaker(self._outlet(at), None, None, "named", at, "outlet")
            case _:
                return self._body(mention, at)

    def _pronoun(self, woman: bool | None, at: Span) -> Speaker | None:
        topic = self._topic
        if topic is not None and topic.kind == "person" and self._suits(topic, woman):
            return _again(topic, at, "pronoun")
        for speaker in reversed(self._speakers[-6:]):
            if speaker.kind == "person":
                known = self._known(speaker.name)
                if known is None or known.woman is None or woman is None or known.woman == woman:
                    if known is not None and known.woman is None:
                        known.woman = woman
                    return _again(speaker, at, "pronoun")
            elif speaker.kind == "unnamed":
                near = self._mentioned[-1] if self._mentioned else None
                if near is not None and self._fresh and near.woman in (None, woman):
                    break  # a sentence in which nobody speaks has named them since
                return _again(speaker, at, "pronoun")
        for person in reversed(self._mentioned[-4:]):
            if person.woman is None or person.woman == woman:
                return Speaker(person.name, person.role, person.organisation, "pronoun", at)
        return None

    def _suits(self, speaker: Speaker, woman: bool | None) -> bool:
        known = self._known(speaker.name)
        return known is None or woman is None or known.woman is None or known.woman == woman

    def _described(self, words: Sequence[Word], mention: Mention, at: Span) -> Speaker | None:
        role = self._role(words, mention) or ""
        nouns = {w for w in role.lower().split() if w in ROLES}
        wanted = nouns | (_SPOKES if nouns & _SPOKES else set())
        near = [*self._mentioned[-_NEAR:][::-1], *map(self._by_role.get, sorted(wanted))]
        own = self._org(words, mention)
        for person in near:
            if (
                person is not None
                and person.role
                and wanted & set(person.role.lower().split())
                and not _apart(own, person.organisation)
            ):
                return Speaker(person.name, person.role, person.organisation, "described", at)
        for speaker in self._speakers[-_NEAR:][::-1]:
            if (
                speaker.kind == "unnamed"
                and nouns & set(speaker.name.lower().split())
                and not _apart(own, speaker.organisation)
            ):
                return _again(speaker, at, "described")
        if role.endswith("-year-old"):
            return self._pronoun(mention.woman, at)
        return Speaker(
            self._slice(at), role or None, self._org(words, mention), "described", at, "unnamed"
        )

    def _body(self, mention: Mention, at: Span) -> Speaker:
        name = self._slice(at)
        bare = _ARTICLE.sub("", name, count=1)
        full = self._bodies.get(bare.casefold())
        if full is None and mention.definite and bare.islower():
            last = bare.split()[-1]
            full = self._body_by_word.get(last)
            if full is None and last in _ANY_FIRM:
                full = self._last_named
        if full is None:
            full = name
            self._bodies[bare.casefold()] = name
            for word in bare.casefold().split()[:_NEAR]:
                self._body_by_word[word] = name
        elif _ARTICLE.match(name) and full.casefold() == bare.casefold():
            full = self._bodies[bare.casefold()] = name  # a headline left the article out
        organisation = _ARTICLE.sub("", full, count=1)
        *before, last = organisation.casefold().replace(".", "").split()
        if before and FIRMS.intersection((before[-1], last)) and before[-1] not in _NO_FIRMS:
            self._last_named = full
        if (
            mention.kind == "document"
            and mention.definite
            and (issuer := self._issued.get(bare.split()[-1].lower()))
        ):
            return _again(issuer, at, "described")
        if mention.kind == "document" and mention.organisation is None:
            return Speaker(full, None, None, "named", at, "body")
        return Speaker(full, None, organisation, "named", at, "body")

    def labelled(self, label: Span) -> Speaker:
        """Whom a label of a transcript names; `A:` is whom the page spoke of before it."""
        name = self._slice(label)
        if name in ASKED:
            if self._answers is None and self._mentioned:
                self._answers = self._mentioned[-1]
            person = self._answers
            if person is not None:
                return Speaker(person.name, person.role, person.organisation, "carried", label)
        asks = name in ASKING or name in ASKED
        return Speaker(name, None, None, "named", label, "unnamed" if asks else "person")

    def passes_on(self, speaker: Speaker) -> None:
        """Tells that who spoke last only passed something on; no pronoun means them."""
        if self._speakers and self._speakers[-1] is speaker:
            self._speakers.pop()

    def outlet(self, at: Span) -> Speaker:
        """An outlet that passes something on."""
        return Speaker(self._outlet(at), None, None, "named", at, "outlet")

    def the_outlet(self, at: Span) -> Speaker | None:
        """The outlet that the page named last: "told the paper"."""
        if self._last_outlet is None:
            return None
        return Speaker(self._last_outlet, None, None, "described", at, "outlet")

    def _outlet(self, at: Span) -> str:
        name = self._slice(at)
        bare = _ARTICLE.sub("", name, count=1)
        known = self._outlets.get(bare.casefold())
        if known is None:
            known = name
            self._outlets[bare.casefold()] = name
            for k, letter in enumerate(bare):
                if letter == " ":  # "The Times" is the New York one from here on
                    self._outlets.setdefault(bare[k + 1 :].casefold(), name)
        self._last_outlet = known
        return known

    def _role(self, words: Sequence[Word], mention: Mention) -> str | None:
        return None if mention.role is None else self._words(words, mention.role)

    def _org(self, words: Sequence[Word], mention: Mention) -> str | None:
        return None if mention.organisation is None else self._words(words, mention.organisation)

    def _words(self, words: Sequence[Word], at: tuple[int, int]) -> str:
        return self._slice(span_of(words, *at))

    def _slice(self, at: Span) -> str:
        return self._text[at.start : at.end]


def _again(speaker: Speaker, at: Span | None, found: SpeakerFound) -> Speaker:
    return msgspec.structs.replace(speaker, words=at, found=found)


def _apart(one: str | None, two: str | None) -> bool:
    """Whether two organisations share no word: their spokesmen are not the same."""
    if one is None or two is None:
        return False
    return set(one.casefold().split()).isdisjoint(two.casefold().split())
