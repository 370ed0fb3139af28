"""Lines around a report that are not of it, known by their form.

Written for Vigil from general knowledge of English news sites, wires and press releases. A pattern
stands for the whole line, or for its opening where the rest is free; none names a publisher. A
line of more than `LONGEST` characters is no furniture.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vigil.evidence.page import BlockKind

LONGEST = 600

_SECTION_WORDS = """
    home homepage news world politics business economy markets finance opinion opinions sport sports
    culture lifestyle tech technology science health energy defence defense security europe asia
    africa americas america international national local regional region global crime society
    environment travel education arts entertainment climate analysis features feature interviews
    interview editorials editorial columns columnists column blog blogs explainers explainer
    investigations letters video videos photo photos photography gallery galleries image images
    podcast podcasts audio live tv radio weather search menu login log in sign in up register
    subscribe subscriptions about us contact advertise careers jobs archive archives print email
    e-mail share tweet facebook twitter x whatsapp telegram linkedin reddit instagram youtube
    pinterest messenger copy link copied save bookmark listen read more next previous back to top
    skip main content english close toggle navigation trending popular most editor's editors' picks
    recommended latest top stories breaking headlines magazine newsletters newsletter account my
    settings follow rss feed help faq terms privacy policy of service cookies all topics sections
    edition library publications reports press releases room media statements events the and article
    story page war conflict middle east north south
"""
_SECTIONS = frozenset(_SECTION_WORDS.split())
_SEPARATOR = re.compile(r"[/>»›|·•→,&+:;]|\s[-–—]\s")
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CRUMBS = re.compile(r"\s(?:/|>|»|›|→|\|)\s|[»›→]")


class Furniture(NamedTuple):
    """A form of line: what it is, why, whether a section opens (or the report ends) with it."""

    kind: BlockKind
    why: str
    form: re.Pattern[str]
    opens: str = ""  # "comments", "links", "end", ""


def _form(kind: BlockKind, why: str, pattern: str, opens: str = "") -> Furniture:
    return Furniture(kind, why, re.compile(pattern, re.IGNORECASE), opens)


# Tried in order; each must match the whole line (`.*` where the rest is free).
FORMS: tuple[Furniture, ...] = (
    _form(
        "comments",
        "comments of readers begin here",
        r"(?:\d[\d,]* |no |leave (?:a |your )?|post (?:a |your )?|add (?:a |your )?|write a |"
        r"view (?:all )?|show |join the |reader |readers['’] |user )?"
        r"(?:comments?|repl(?:y|ies)|responses?|conversation|discussion)(?: ?\(\d+\))?:?",
        "comments",
    ),
    _form(
        "comments",
        "comments of readers begin here",
        r"(?:one|two|three|\d+) (?:thoughts?|comments?|repl(?:y|ies)|responses?) (?:on|to) .*|"
        r"comments? (?:policy|section|guidelines|rules)|what do you think\?|have your say.{0,40}|"
        r"be the first to comment.{0,20}|(?:please )?log ?in to (?:leave a )?comment.{0,20}|"
        r"leave a (?:reply|comment) cancel reply|your email address will not be published.*",
        "comments",
    ),
    _form(
        "comments", "comments are closed", r"comments? (?:are|is|have been) (?:now )?closed.{0,40}"
    ),
    _form(
        "comments",
        "an invitation to comment",
        r"(?:post|leave|add|write) (?:a|your) comment.{0,20}",
    ),
    _form(
        "media_mark",
        "stands for a video or picture",
        r"[(\[]\s*(?:video|photo|image|picture|audio|tweet|embed|graphic|map|watch)s?"
        r"(?:\s*[:|-].{0,60})?\s*[)\]]|"
        r"(?:video|audio|embed|tweet)s? ?: ?.{0,60}|banner|image|images|video|loading\.{0,3}|"
        r"play(?: video)?|watch(?: (?:now|live|here|below|video))?|play/pause|"
        r"\d{1,2}:\d{2} / \d{1,2}:\d{2}|(?:scroll|click|tap) (?:down )?(?:to|for) .{0,40}|"
        r"this (?:video|content|audio) (?:can ?not|could not|is not).{0,60}",
    ),
    _form("media_mark", "an address alone", r"(?:https?://|www\.|pic\.twitter\.com/)\S+"),
    _form(
        "navigation",
        "an advertisement",
        r"(?:story continues below )?(?:an? )?advertisements?(?: ?[-–—] ?scroll to continue)?|"
        r"sponsored(?: content)?|promoted|article continues (?:after|below).*|"
        r"story continues (?:after|below).*|(?:paid|partner) content",
    ),
    _form(
        "navigation",
        "links to other pages",
        r"(?:related|see also|also read|read also|read more|more (?:from|on|in|about)|read next|"
        r"up next|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|"
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|more stories|latest (?:news|"
        r"stories)|"
        r"top stories|don['’]t miss|editor['’]?s['’]? picks?|related (?:articles?|stories|news|"
        r"content|posts?|topics|links|coverage|reading)|further reading|elsewhere|in this article|"
        r"table of contents|contents|on this page|other news|popular (?:news|posts|stories)|"
        r"from (?:around )?the web|keep reading|previous (?:article|post|story)|"
        r"next (?:article|post|story)|what to read next|what else|more news|also in .{0,30}|"
        r"must reads?|other stories|similar (?:articles|posts|stories))"
        r"\s*[:>»]?",
        "links",
    ),
    _form(
        "navigation",
        "a link to another page",
        r"(?:related|see also|also read|read also|read more|read|more|also see|also|watch|"
        r"read next|up next|explainer|listen|dig deeper|in (?:pictures|photos)|"
        r"recommended|previous|next|from the archive|go deeper|analysis|opinion)"
        r"\s*(?::|\||>|»|–|—)\s*[^\s].{0,200}|"
        r"(?:click|tap) here .{0,80}|(?:read|see) (?:the )?(?:full|more|original|our) .{0,60}|"
        r"continue reading.{0,60}|read more(?: about| on| at)? .{0,100}|show more|see more|"
        r"view more",
    ),
    _form(
        "navigation",
        "tags of the page",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|labels?|"
        r"tagged(?: with)?|"
        r"related topics|more on)\s*:\s*.{0,300}|(?:#\w+[\s,|]*)+",
    ),
    _form(
        "navigation",
        "a way to share, save or listen",
        r"(?:share|tweet|print|email|save|follow|like|send|copy|listen|bookmark|pin)"
        r"(?: (?:this|on|to|via|it|the|now|us|link|page|story|article|post|with|by|for|later|in|x|"
        r"facebook|twitter|whatsapp|telegram|linkedin|reddit|email|friends?|your|and|google|news))*"
        r"(?: ?[(\d.,km)]+)?|\d[\d.,]*k? (?:shares?|views?|likes?|reads?)|link copied.?|"
        r"(?:\d+|one|two|three|five)[- ]min(?:ute)?s? (?:read|listen)|"
        r"(?:estimated )?reading time.{0,30}|font size.{0,20}|a ?[+-]? ?a ?[+-]?",
    ),
    _form(
        "publisher_note",
        "a note of the publisher on its standards",
        r"our (?:standards|principles|journalism|values)\b ?:? ?.{0,100}",
        "end",
    ),
    _form(
        "publisher_note",
        "a note of the publisher on rights",
        r"(?:©|\(c\)|copyright\b).{0,300}|.{0,200}\ball rights reserved\b.{0,200}|"
        r"(?:this (?:material|article|content|story|story is) )?(?:may|can) ?not be "
        r"(?:published|reproduced|republished|copied).{0,200}|"
        r"this (?:article|story|post|piece|report|content) (?:was|is|has been|first|originally)"
        r"(?: (?:first|originally|also))?(?: been)? (?:appeared|published|republished|produced|"
        r"provided|syndicated|generated).{0,200}|"
        r"[(\[]?(?:with|contains) (?:inputs?|information|files|reporting|material) from .{0,80}|"
        r".{0,60}(?:is|are) not responsible for .{0,80}|"
        r"(?:disclaimer|terms of use|privacy policy|copyright notice)\b.{0,400}|"
        r"the (?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this|here|are|"
        r"by).{0,300}",
    ),
    _form(
        "publisher_note",
        "a correction or a note of the editor",
        r"(?:corrections?|clarifications?|editor['’]?s['’]? notes?|editors['’] note|update note|"
        r"(?:this|the) (?:story|article|report|post|interview|conversation|transcript|headline|"
        r"piece) "
        r"(?:has been|was|have been) (?:lightly |slightly )?(?:updated|corrected|amended|edited|"
        r"condensed|"
        r"shortened|translated|conducted)|"
        r"an earlier version of this)\b.{0,500}",
    ),
    _form(
        "publisher_note",
        "an offer of the publisher",
        r"(?:sign ?up|subscribe|register|join (?:our|us|more|\d)|become a|get (?:the|our|daily|"
        r"unlimited|breaking|all the|more)|support (?:our|us|independent)|donate|download (?:our|"
        r"the)|"
        r"follow us|follow our|start your|try (?:it )?(?:free|for)|unlock|already (?:a|have|sub)|"
        r"enjoying|thank(?:s| you) for (?:reading|subscribing|signing)|"
        r"stay (?:informed|up[- ]to[- ]date|ahead|connected)|never miss|don['’]t miss|"
        r"enter your e-?mail|your e-?mail|by (?:signing|subscribing|clicking|submitting|"
        r"continuing)|"
        r"(?:you have|you['’]ve) (?:reached|read|used|\d)|to (?:continue|keep) reading|"
        r"this (?:article|story|content) is (?:for|only|exclusive|available|reserved)|"
        r"(?:the )?newsletters?\b|like us on|find us on|we use cookies|this (?:web)?site uses|"
        r"(?:accept|manage|reject) (?:all )?cookies|we (?:and our partners|value your)|"
        r"if you (?:enjoyed|liked|found|have a (?:tip|story))|have a (?:tip|story)\b|"
        r"(?:got|send) (?:a |us )(?:tip|news|a tip)|contact (?:the|our) (?:newsroom|author|editor)|"
        r"(?:please )?enable javascript|turn on notifications|allow notifications|"
        r"for more (?:news|stories|on this|updates))\b.{0,400}",
    ),
    _form(
        "publisher_note",
        "a mark of a press release",
        r"(?:for )?immediate release.{0,60}|for release .{0,60}|embargoed .{0,60}|#{2,}|\*{3,}|"
        r"-+ ?30 ?-+|[-–—(\[]? ?(?:ends?|more) ?[-–—)\]]?|(?:press|news|media) release.{0,40}|"
        r"view source version.{0,200}|source version on .{0,200}",
    ),
    _form(
        "publisher_note",
        "whom to ask",
        r"(?:(?:press|media|investor|public|news) (?:contacts?|inquiries|enquiries|relations|"
        r"office)|"
        r"(?:for )?(?:further|more|additional) information|contacts?|for (?:media|press) .{0,30})"
        r"\s*:?.{0,150}|(?:tel|phone|fax|e-?mail|mobile)\s*[.:].{0,80}|"
        r"\S+@\S+\.\w+|[+(]?\d[\d ()./-]{6,20}",
    ),
    _form(
        "biography",
        "on the author",
        r"about the (?:authors?|writers?|reporters?)|follow (?:him|her|them|\S+ \S+) (?:on|"
        r"at) .{0,80}|"
        r"(?:he|she|they|\S+) (?:tweets|can be (?:reached|followed|contacted|found)) .{0,120}",
        "end",
    ),
)


def furniture_of(line: str) -> Furniture | None:
    """The form of furniture that a line has, or `None`."""
    if len(line) > LONGEST:
        return None
    for form in FORMS:
        if form.form.fullmatch(line):
            return form
    return None


def is_menu(line: str) -> bool:
    """Whether each word of a short line is the name of a section or of a thing to click."""
    if len(line) > 300:
        return False
    bare = _SEPARATOR.sub(" ", line.casefold().replace("’", "'"))
    words = bare.split()
    return bool(words) and all(word in _SECTIONS for word in words)


def is_breadcrumb(line: str) -> bool:
    """Whether a line is the way to the page through its sections: `Home / News / Title`."""
    if len(line) > 400:
        return False
    pieces = [piece.strip() for piece in _CRUMBS.split(line)]
    return len(pieces) > 1 and len(pieces[0].split()) <= 3 and is_menu(pieces[0])
