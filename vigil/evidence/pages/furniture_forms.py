"""Forms of lines around a report: a table, tried in order.

Written for Vigil from general knowledge of English news sites, wires and press releases; none names
a publisher. A form stands for the whole line, or for its opening where the rest is free.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vigil.evidence.page import BlockKind


class Furniture(NamedTuple):
    """A form of line: what it is, why, whether a section opens (or the report ends) with it.

    `sentences`: whether a whole sentence may have it; the others are too loose for that.
    """

    kind: BlockKind
    why: str
    form: re.Pattern[str]
    opens: str = ""  # "comments", "links", "end"; "inside": only behind a paragraph of the report
    sentences: bool = False


def _form(
    kind: BlockKind, why: str, pattern: str, opens: str = "", *, sentences: bool = False
) -> Furniture:
    return Furniture(kind, why, re.compile(pattern, re.IGNORECASE), opens, sentences)


# An offer of the publisher speaks to the reader of what one reads or pays there.
_OFFERED = (
    r"(?=.*\b(?:newsletters?|inbox|e-?mails?|apps?|account|subscri\w+|cookies?|journalism|newsroom|"
    r"privacy|stories|news|articles?|alerts?|updates|coverage|reading|readers|member\w*|channel|"
    r"unlimited|free|twitter|facebook|telegram|whatsapp|instagram|youtube|google|newspaper|tips?|"
    r"notifications|javascript|preferences|brief|digest|webinars?|workshops?|courses?|podcasts?)\b)"
)
_STORY = r"(?:story|article|post|piece|content|interview|transcript|headline|dispatch|page)"

# What follows is a list or a title.
_NO_VERB = (
    r"(?!.*\b(?:is|are|was|were|be|may|must|will|would|has|have|had|not?|shall|can|could|should|says?|"
    r"said|does|do|did)\b)"
)
# Readers are asked what they think.
_ASKED = (
    r"(?:what (?:do|are) you(?:r)? (?:think|thoughts|make of (?:it|this))|do you agree)"
    r"[^.?!]{0,40}\?"
)
_INVITED = (
    r"(?:have your say|(?:please )?(?:let us know|tell us|"
    r"join the (?:conversation|discussion|debate)|"
    r"(?:share|leave|post|add|drop|give|write|send)(?: us)? (?:your|a|an) "
    r"(?:thoughts?|opinions?|views?|comments?|reaction)))"
    r"(?: (?:what|how|if|whether) you [^.?!]{2,40})?(?: your (?:thoughts|opinion|views?))?"
    r"(?: (?:in|on|with|using) (?:the |our |a )?(?:comments?|form|box)(?: section)?)?"
    r"(?: (?:down )?(?:below|here|on (?:facebook|twitter|x|instagram)))?"
)

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
        r"leave a (?:reply|comment) cancel reply|.{0,30}comments powered by .{0,40}",
        "comments",
    ),
    _form(
        "comments",
        "comments are invited",
        rf"(?:{_ASKED} )?(?:{_INVITED})[.!]{{0,3}}(?: {_INVITED}[.!]{{0,3}})?|{_ASKED} {_ASKED}",
        sentences=True,
    ),
    _form(
        "comments",
        "comments are closed, or invited",
        r"comments? (?:are|is|have been) (?:now )?closed.{0,40}|"
        r"(?:post|leave|add|write) (?:a|your) comment.{0,20}|"
        r"your e-?mail address will not be published.*|you must be logged in to .{0,60}",
        sentences=True,
    ),
    _form(
        "media_mark",
        "stands for a video or picture",
        r"[(\[]\s*(?:video|photo|image|picture|audio|tweet|embed|graphic|map|watch)s?"
        r"(?:\s*[:|-].{0,60})?\s*[)\]]|"
        r"(?:video|audio|embed|tweet)s? ?: ?.{0,60}|banner|image|images|video|loading\.{0,3}|"
        r"download(?: the)?(?: full)? (?:pdf|report|file|image|audio)s?.{0,20}|"
        r"play(?: video)?|watch(?: (?:now|live|here|below|video))?|play/pause|"
        r"\d{1,2}:\d{2} / \d{1,2}:\d{2}|(?:scroll|click|tap) (?:down )?(?:to|for) .{0,40}|"
        r"this (?:video|content|audio) (?:can ?not|could not|is not) be .{0,60}",
    ),
    _form("media_mark", "an address alone", r"(?:https?://|www\.|pic\.twitter\.com/)\S+"),
    _form(
        "navigation",
        "an advertisement",
        r"(?:story continues below )?(?:an? )?advertisements?(?: ?[-–—] ?scroll to continue)?|"
        r"sponsored(?: content)?|promoted|(?:article|story) continues (?:after|below).*|"
        r"(?:paid|partner) content",
    ),
    _form(
        "navigation",
        "links to other pages",
        r"(?:related|see also|also read|read also|read more|more (?:from|on|in|"
        r"about)(?: .{2,40})?|next in .{2,40}|others also read|read next|"
        r"up next|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|"
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|more stories|"
        r"latest (?:news|stories)|top stories|don['’]t miss|editor['’]?s['’]? picks?|"
        r"related (?:articles?|stories|news|content|posts?|topics|links|coverage|reading)|"
        r"further reading|elsewhere|in this article|table of contents|contents|on this page|"
        r"other (?:news|stories)|popular (?:news|posts|stories)|from (?:around )?the web|"
        r"keep reading|(?:previous|next) (?:article|post|story)|what to read next|what else|"
        r"more news|also in .{0,30}|must reads?|similar (?:articles|posts|stories))\s*[:>»]?",
        "links",
    ),
    _form(
        "navigation",
        "a link to another page",
        r"(?:related(?: \w+)?|see also|also (?:read|see)|read (?:also|more|next)|up next|"
        r"(?:previous|next) (?:article|post|story))\s*[:|>»–—]\s*\S.{0,200}|"
        r"[«»‹›←→] ?\S.{0,150}|\S.{0,150} ?[»›→]|"
        r"(?:click|tap) here (?:to|for) .{0,80}|"
        r"(?:read|see) (?:the )?(?:full|original) (?:story|article|report|text|statement)\b.{0,40}|"
        r"continue reading.{0,60}",
        sentences=True,
    ),
    _form(
        "navigation",
        "a link to another page",
        r"read more(?: about| on| at)? .{0,100}|(?:show|see|view) more",
    ),
    _form(
        "navigation",
        "a link to another page",
        r"(?:read|more|also|watch|listen|explainer|dig deeper|in (?:pictures|photos)|analysis|"
        r"opinion|"
        r"recommended|previous|next|from the archive|go deeper)\s*[:|>»–—]\s*\S.{0,200}",
        "inside",
    ),
    _form(
        "navigation",
        "tags of the page",
        r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|labels?|"
        r"tagged(?: with)?|related topics|more on)\s*:\s*.{0,300}|(?:#\w+[\s,|]*)+",
    ),
    _form(
        "navigation",
        "a way to share, save or listen",
        r"(?:share|tweet|print|email|save|follow|like|send|copy|listen|bookmark|pin)"
        r"(?: (?:this|on|to|via|it|the|now|us|link|page|story|article|post|with|by|for|later|in|x|"
        r"facebook|twitter|whatsapp|telegram|linkedin|reddit|email|friends?|your|and|google|news))*"
        r"(?: ?[(\d.,km)]+)?:?|like this:.{0,30}|read or share.{0,40}|\d[\d.,]*k? (?:shares?|"
        r"views?|likes?|reads?)|"
        r"link copied.?|"
        r"(?:\d+|one|two|three|five)[- ]min(?:ute)?s? (?:read|listen)|"
        r"(?:estimated )?reading time.{0,30}|font size.{0,20}|view (?:this )?(?:gallery|"
        r"in browser)",
    ),
    _form(
        "publisher_note",
        "a note of the publisher on its standards",
        r"our (?:standards|principles|journalism|values)(?: ?: ?.{0,100})?|"
        r"(?-i:(?:The )?[A-Z][\w.&-]+(?: [A-Z][\w.&-]+){0,3}['’]s? )"
        r"(?:editorial |journalistic |publishing |reporting |trust |ethical ){0,2}"
        r"(?:standards|principles|values|guidelines|code(?: of (?:ethics|conduct))?)"
        rf"(?: ?[:–—-] ?{_NO_VERB}[^.!?]{{2,100}})?\.?",
        "end",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "a note on what is foretold",
        r"forward[- ]looking statements?|safe harbou?r(?: statements?)?|"
        r"this (?:press |news |media )?release (?:contains|may contain) .{0,500}",
        "end",
        sentences=True,
    ),
    _form(
        "navigation",
        "a question on the page itself",
        r"(?:was|is|did you find) this (?:page|article|story|content|information)\b.{0,40}\?|"
        r"rate this (?:page|article|story).{0,40}",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "a note of the publisher on rights",
        r"(?:©|\(c\) ?\d|copyright (?:©|\(c\)|\d|by |notice)).{0,300}|copyright|"
        r".{0,200}\ball rights reserved\b.{0,200}|"
        r"(?:this (?:material|content|story|article) )?(?:may|can) ?not be "
        r"(?:published|reproduced|republished|copied).{0,200}|"
        rf"this {_STORY} (?:(?:was|is|has been) )?(?:first |originally |also )+(?:been )?"
        r"(?:appeared|published|printed|posted).{0,200}|"
        rf"this {_STORY} (?:was|is|has been) (?:published|republished|syndicated|generated|"
        rf"provided|"
        r"produced|supported|made possible) (?:in|by|on|with|under|from|through)\b.{0,200}|"
        r"[(\[]?(?:with|contains) (?:(?:agency )?inputs?|files|reporting|information|"
        r"material) from "
        r"[^,.]{2,60}[.)\]]{0,2}|"
        r".{0,60}(?:is|are) not responsible for the content.{0,80}|"
        r"(?:disclaimer|terms of use|privacy policy)(?:\s*:.{0,400})?|"
        r"the (?:views|opinions)(?: and (?:views|opinions))? expressed (?:in this|here|are|"
        r"by)\b.{0,300}|"
        r"(?:additional )?(?:research|reporting|travel)(?: for this \w+)? (?:was|"
        r"were) (?:supported|"
        r"funded|made possible) by .{0,150}",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "a correction or a note of the editor",
        r"(?:corrections?|clarifications?|editor['’]?s['’]? notes?|update|updates|eds)"
        r"(?: ?\([^)]{0,40}\))? ?[:–—].{0,500}|"
        rf"(?:this|the) (?:report|{_STORY}) (?:has been|was|have been) (?:lightly |slightly |"
        rf"since )?"
        r"(?:updated|corrected|amended|edited|condensed|shortened|translated|conducted)\b.{0,300}|"
        rf"an? (?:earlier|previous) version of this (?:report|{_STORY})\b.{{0,500}}",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "an advisory to editors",
        r"(?-i:(?:UPDATES|ADDS|RECASTS|REFILES|CORRECTS|REPEATS|WRAPS|EDS|CHANGES)\b.{0,200}|"
        r"\(?(?:Adds|Updates|Recasts|Refiles|Corrects|Repeats|Wraps) .{0,120}\))",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "an offer of the publisher",
        r"(?:sign ?up|subscribe|register (?:for|to|now|today|here|free|with|your)|"
        r"join (?:our|us|more|\d)|become a|get (?:the|our|daily|unlimited|breaking|all the|more)|"
        r"support (?:our|us|independent|quality)|donate|download (?:our|the)|follow (?:us|our)|"
        r"start your|try (?:it |us )?(?:free|for)|unlock|already (?:a|have|sub\w+)|enjoying|"
        r"thank(?:s| you) for (?:reading|subscribing|signing)|stay (?:informed|up|ahead|connected)|"
        r"never miss|don['’]t miss|enter your|your e-?mail|you (?:are|['’]re) receiving|you have "
        r"(?:reached|read|used|\d)|you['’]ve (?:reached|read|used)|to (?:continue|keep) reading|"
        r"like us|find us|we use|this (?:web)?site uses|accept|manage|reject|we and our|we value|"
        r"if you (?:enjoyed|liked|found|have a)|have a|got a|send us|(?:please )?enable|turn on|"
        r"allow|"
        r"for more|by (?:signing up|subscribing|clicking|submitting|continuing)[^.]{0,80}\byou\b|"
        r"listen to (?:our|the)|want (?:more|to)|log ?in (?:or|to|with))\b"
        rf"{_OFFERED}.{{0,400}}|"
        rf"this {_STORY} is (?:only )?(?:for|exclusive|available|reserved)\b.{{0,60}}|"
        r"thank(?:s| you) for (?:reading|subscribing|signing up).{0,40}|we use cookies.{0,300}",
        sentences=True,
    ),
    _form(
        "publisher_note",
        "an offer of the publisher",
        r"(?:the |our )?newsletters?(?: sign-?up)?|unsubscribe\b.{0,60}",
    ),
    _form(
        "publisher_note",
        "a mark of a press release",
        r"(?:for )?immediate release.{0,60}|for release (?:on|at|until|:).{0,60}|"
        r"embargoed (?:until|for|to) .{0,60}|#{2,}|-+ ?30 ?-+|"
        r"[-–—(\[]? ?(?:ends?|more) ?[-–—)\]]?|(?:press|news|media) (?:release|statement).{0,40}|"
        r"view source version.{0,200}|source version on .{0,200}",
    ),
    _form(
        "publisher_note",
        "whom to ask",
        r"(?:(?:press|media|investor|public|news) (?:contacts?|inquiries|enquiries|relations|"
        r"office)|"
        r"contacts?|for (?:media|press) (?:inquiries|enquiries|contacts?))(?:\s*:.{0,150}|"
        r",.{0,80})?|"
        r"(?:for )?(?:further|more|additional) information,?(?: please)? (?:contact|visit|see|call|"
        r"write)\b.{0,150}|(?:for )?(?:further|more) information:?|"
        r"(?:tel|phone|fax|e-?mail|mobile)\s*[.:].{0,80}|"
        r"contact (?-i:[A-Z])\S+ \S+ (?:at|on|via|by)\b.{0,150}",
        sentences=True,
    ),
    _form(
        "biography",
        "on the author",
        r"about the (?:authors?|writers?|reporters?)|"
        r"(?:follow (?:him|her|them|\S+ \S+) (?:on|at)|(?:\S+|\S+ \S+) (?:tweets|can be "
        r"(?:reached|followed|contacted|found)))\b"
        r"(?=.*(?:@|\btwitter|\bx\b|\be-?mail|linkedin|telegram|signal|bluesky)).{0,120}",
        "end",
        sentences=True,
    ),
)
