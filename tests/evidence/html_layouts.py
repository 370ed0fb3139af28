"""Pages of the layouts that news, ministries and firms use, around reports written for the tests.

Each layout gives a page's source and the lines of it that are the report. All names are invented.
"""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple


class Layout(NamedTuple):
    source: str
    report: tuple[str, ...]


HEADLINE = "Ministry bars three shipping firms from the port of Velmora"
DATELINE = "VELMORA, March 4 (Northwire) - "
PARAGRAPHS = (
    "The transport ministry on Monday barred three shipping firms from the port of Velmora, saying "
    "that they had carried engines for unmanned aircraft under false papers.",
    "“We have seen the same crates leave the same warehouse under four different names,” Deputy "
    "Minister Orsa Lindqvist told reporters. “That ends today.”",
    "The firms, Talvik Line, Brandt & Osei Freight and Kestrel Marine, did not reply to requests "
    "for comment. Kestrel has denied earlier accusations of this kind.",
    "According to the ministry, at least 240 crates were shipped between June and December, most of "
    "them to a free zone that is not named in the order.",
    "Customs officers said the papers described the engines as parts for garden tools.",
    "“Nobody orders two hundred lawn mowers in December,” one of them said.",
    "The order takes effect on March 11 and may be appealed within thirty days.",
)
SHORT = ("It is not clear who paid.",)
LINKS = (
    "Politics", "World", "Business", "Opinion", "Sport", "Weather", "Podcasts", "Subscribe",
)  # fmt: skip
TEASERS = (
    "Harbour strike enters its third week as talks fail",
    "What the new budget means for fishing towns in the north",
    "Five charts that explain the price of diesel this winter",
    "Opinion: the harbour we deserve is not the harbour we have",
)
COOKIES = (
    "We and our partners use cookies to personalise content and to analyse our traffic. You can "
    "change your choice at any time in the settings."
)
SIGN_UP = "Sign up for our morning newsletter and never miss a story that matters to you."
COMMENT = (
    "I have worked at this port for twenty years and I can tell you that everybody knew about it."
)
BIOGRAPHY = (
    "Maren Holt is a correspondent for the Velmora Post. She has covered shipping since 2009 and "
    "lives by the sea with two dogs."
)
CAPTION = "Cranes at the port of Velmora on Sunday. Photograph: P. Ansel/Northwire"


def _nav() -> str:
    items = "".join(f'<li><a href="/{n.lower()}">{n}</a></li>' for n in LINKS)
    return f'<nav class="main-nav"><ul>{items}</ul></nav>'


def _teasers(tag: str = "div") -> str:
    rows = "".join(
        f'<{tag} class="teaser"><a href="/s/{n}">{t}</a> <span>{n + 2} hours ago</span></{tag}>'
        for n, t in enumerate(TEASERS)
    )
    return f'<section class="related"><h3>More on this story</h3>{rows}</section>'


def _figure() -> str:
    return (
        '<figure class="lead"><img src="a.jpg" alt="Cranes"><figcaption>'
        f"{CAPTION}</figcaption></figure>"
    )


def _paragraphs(lines: tuple[str, ...] = PARAGRAPHS) -> list[str]:
    return [f"<p>{escape(line)}</p>" for line in lines]


def news_site() -> Layout:
    body = _paragraphs((DATELINE + PARAGRAPHS[0], *PARAGRAPHS[1:]))
    body.insert(
        3, f'<aside class="newsletter-box"><p>{SIGN_UP}</p><button>Sign up</button></aside>'
    )
    source = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{HEADLINE} | Velmora Post</title><meta property="og:site_name" content="Velmora Post">
<script>window.dataLayer=[];function track(){{}}</script>
<style>.sr-only{{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}}</style>
</head><body class="article has-comments"><a class="sr-only" href="#m">Skip to content</a>
<div class="cookie-banner"><p>{COOKIES}</p><button>Accept</button></div>
<header><div class="logo"><a href="/">Velmora Post</a></div>{_nav()}</header>
<main id="m"><article><h1>{HEADLINE}</h1>
<div class="byline">By <a rel="author" href="/a">Maren Holt</a> <time datetime="2024-03-04T10:12Z">
4 March 2024</time></div><div class="share"><a>Facebook</a> <a>Email</a></div>{_figure()}
<div class="story-body">{"".join(body)}</div>
<div class="author-bio"><p>{BIOGRAPHY}</p></div></article>{_teasers()}
<section id="comments" class="comments"><h3>Comments (1)</h3><div class="comment"><b>old_hand</b>
<p>{COMMENT}</p></div></section></main>
<footer><p>© 2024 Velmora Post. All rights reserved. <a href="/terms">Terms</a></p></footer>
<script src="x.js"></script></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def wordpress() -> Layout:
    body = "\n".join(_paragraphs())
    body = body.replace("</p>", f'</p>\n<div class="wp-caption"><img alt=""><p class="wp-caption-text">'
                        f"{CAPTION}</p></div>", 1)  # fmt: skip
    source = f"""<!DOCTYPE html><html lang="en-GB"><head><title>{escape(HEADLINE)} &#8211; Harbour Notes
</title></head><body class="post-template single single-post postid-77 wp-embed-responsive">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead"><p class="site-title"><a href="/">Harbour Notes</a></p>
<p class="site-description">News from the water</p>{_nav()}</header>
<div id="content"><div id="primary"><article id="post-77" class="post-77 post type-post category-news">
<header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1><div class="entry-meta">
<span class="posted-on">Posted on <a><time class="entry-date" datetime="2024-03-04">March 4, 2024</time></a>
</span><span class="byline"> by <span class="author vcard"><a>admin</a></span></span></div></header>
<div class="entry-content">
{body}
<blockquote><p>{PARAGRAPHS[5]} That is how it began.</p></blockquote>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Twitter</li><li>Facebook</li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a>News</a></span></footer></article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2>
<a>Previous: {TEASERS[0]}</a><a>Next: {TEASERS[1]}</a></nav>
<div id="comments" class="comments-area"><h2>One thought on “{HEADLINE}”</h2><ol class="comment-list">
<li class="comment"><p>{COMMENT}</p></li></ol><p class="no-comments">Comments are closed.</p></div></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul>
<li><a>{TEASERS[2]}</a></li><li><a>{TEASERS[3]}</a></li></ul></section></aside></div>
<footer id="colophon"><a>Proudly powered by WordPress</a></footer></div></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS, PARAGRAPHS[5] + " That is how it began."))


def amp() -> Layout:
    source = f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8">
<script async src="https://cdn.example/v0.js"></script><title>{HEADLINE}</title>
<style amp-boilerplate>body{{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both}}
@-webkit-keyframes -amp-start{{from{{visibility:hidden}}to{{visibility:visible}}}}</style>
<noscript><style amp-boilerplate>body{{animation:none}}</style></noscript>
<style amp-custom>.dark{{background:#111;color:#fff}} p{{font-size:1rem}}</style></head>
<body><header class="dark"><a href="/">Velmora Post</a></header>
<amp-sidebar id="s" layout="nodisplay"><ul>{"".join(f"<li>{n}</li>" for n in LINKS)}</ul></amp-sidebar>
<article><h1>{HEADLINE}</h1><p class="meta">Maren Holt · 4 Mar 2024</p>
<amp-img src="a.jpg" width="1" height="1" layout="responsive"></amp-img>
{"".join(_paragraphs())}<amp-ad width="300" height="250" type="x"></amp-ad></article>
<amp-list src="/r.json"></amp-list><footer class="dark"><p>© Velmora Post</p></footer></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def ministry_table() -> Layout:
    body = "".join(f'<p align="justify">{escape(line)}</p>' for line in PARAGRAPHS)
    menu = "".join(f'<tr><td><a href="{n}.htm">{n}</a></td></tr>' for n in LINKS)
    source = f"""<HTML><HEAD><TITLE>Ministry of Transport - Press releases</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="900" ALIGN="center"><TR><TD COLSPAN="2" BGCOLOR="#003366">
<FONT COLOR="#FFFFFF" SIZE="5"><B>Ministry of Transport</B></FONT></TD></TR><TR>
<TD WIDTH="180" VALIGN="top"><TABLE>{menu}</TABLE></TD><TD VALIGN="top"><TABLE><TR><TD>
<FONT SIZE="2">PRESS RELEASE No. 17/2024</FONT><BR><FONT SIZE="2">4 March 2024</FONT></TD></TR>
<TR><TD><H1>{HEADLINE}</H1></TD></TR><TR><TD>{body}</TD></TR><TR><TD><P>Press office: +00 555 0101
</P></TD></TR></TABLE></TD></TR><TR><TD COLSPAN="2"><FONT SIZE="1">Copyright Ministry of Transport.
Site map. Accessibility.</FONT></TD></TR></TABLE></BODY></HTML>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def old_font() -> Layout:
    body = "<BR><BR>\n".join(escape(line) for line in PARAGRAPHS)
    source = f"""<html><head><title>{HEADLINE}</title><body bgcolor=white text=black>
<center><font face=Arial size=5 color=navy><b>The Velmora Gazette</b></font><hr width=80%>
<a href=index.html>Home</a> | <a href=news.html>News</a> | <a href=links.html>Links</a></center><p>
<font face=Arial size=4><b>{HEADLINE}</b></font><p><font face=Arial size=2>{body}</font>
<p><hr><font size=1>&copy; 2004 The Velmora Gazette. <a href=mailto:x@example.org>Write to us</a>
</font>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def script_shell() -> Layout:
    body = "\\n\\n".join(PARAGRAPHS).replace("&", "\\u0026").replace("“", "\\u201c")
    source = f"""<!doctype html><html><head><meta charset="utf-8"><title>{HEADLINE}</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"{HEADLINE}","datePublished":"2024-03-04","articleBody":"{body}"}}</script></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>
<script src="/static/main.js"></script></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def bare_divs() -> Layout:
    body = "".join(f'<div class="c-{n}">{escape(line)}</div>' for n, line in enumerate(PARAGRAPHS))
    source = f"""<html><head><title>{HEADLINE}</title></head><body><div class="hd"><div>{
        "".join(f"<a href='/{n}'>{n}</a> " for n in LINKS)
    }</div></div><div class="wrap"><div class="l">
<div class="t1">{HEADLINE}</div><div class="d">04.03.2024 10:12</div><div class="x">{body}</div>
<div class="tags">Tags: <a>port</a> <a>shipping</a> <a>engines</a></div></div><div class="r">{
        "".join(f"<div><a href='/{n}'>{t}</a></div>" for n, t in enumerate(TEASERS))
    }</div></div>
<div class="ft">Velmora Today, registered under No. 4471. Reprinting needs a link.</div></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def inline_related() -> Layout:
    body = _paragraphs((*PARAGRAPHS[:4], *SHORT, *PARAGRAPHS[4:]))
    body.insert(
        2, f'<p class="read-more"><strong>READ MORE:</strong> <a href="/1">{TEASERS[0]}</a></p>'
    )
    body.insert(5, '<div class="ad-slot"><span>Advertisement</span></div>')
    body.insert(7, '<blockquote class="twitter-tweet"><p lang="en">Huge news from the port today, '
                '#Velmora is waking up at last</p>&mdash; Port Watch (@portwatch) <a>March 4, 2024'
                "</a></blockquote>")  # fmt: skip
    source = f"""<!DOCTYPE html><html><head><title>{HEADLINE} - The Coast</title></head><body>
<div class="topbar"><a>Log in</a><a>Subscribe</a></div>{_nav()}<div class="content"><div class="article">
<h1 class="article-title">{HEADLINE}</h1><h2 class="standfirst">Officials say engines were declared as
parts for garden tools</h2><p class="byline">By Staff Writer, The Coast</p>{"".join(body)}
<p><em>Additional reporting by Tomas Erik</em></p></div>{_teasers("li")}</div>
<div class="footer"><ul><li>About us</li><li>Contact</li><li>Privacy policy</li></ul></div></body></html>"""
    standfirst = "Officials say engines were declared as parts for garden tools"
    return Layout(source, (HEADLINE, standfirst, *PARAGRAPHS, *SHORT))


def statement() -> Layout:
    """A press statement with a list, questions and answers."""
    points = ("Talvik Line, registered in Velmora;", "Brandt & Osei Freight, of the same address;",
              "Kestrel Marine, with its vessel Aurelie.")  # fmt: skip
    asked = (
        "QUESTION: When did the ministry first learn of these shipments?",
        "MS. LINDQVIST: We learned of them in September, and we opened a case within a day.",
        "QUESTION: Will there be charges?",
        "MS. LINDQVIST: That is for the prosecutor, and I will not speak for him.",
    )
    items = "".join(f"<li>{escape(point)}</li>" for point in points)
    source = f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE} - Ministry of Transport</title>
</head><body><div class="usa-banner"><p>An official website of the government</p></div>{_nav()}
<main><ol class="breadcrumb"><li><a>Home</a></li><li><a>Newsroom</a></li></ol><h1>{HEADLINE}</h1>
<div class="field-date"><time datetime="2024-03-04">Monday, March 4, 2024</time></div>
<div class="field-body"><p>{escape(PARAGRAPHS[0])}</p><p>{escape(PARAGRAPHS[3])}</p>
<p>The order names:</p><ul>{items}</ul><p>{escape(PARAGRAPHS[6])}</p>
{"".join(f"<p><strong>{line.split(':')[0]}:</strong>{line.split(':', 1)[1]}</p>" for line in asked)}
<p>###</p></div></main><footer><div>Ministry of Transport, 1 Harbour Square</div></footer></body></html>"""
    report = (HEADLINE, PARAGRAPHS[0], PARAGRAPHS[3], "The order names:", *points, PARAGRAPHS[6])
    return Layout(source, (*report, *asked))


def short_wire() -> Layout:
    """Two sentences in a page full of other things."""
    source = f"""<html><head><title>Urgent: {HEADLINE}</title></head><body>{_nav()}{_teasers()}
<div class="news-item"><h1>Urgent: {HEADLINE}</h1><span class="date">04/03/2024 | 10:12</span>
<div class="text"><p>{escape(PARAGRAPHS[0])}</p><p>{SHORT[0]}</p></div></div>{_teasers("p")}
<div class="footer">{"".join(f"<a>{n}</a>" for n in LINKS)}</div></body></html>"""
    return Layout(source, (f"Urgent: {HEADLINE}", PARAGRAPHS[0], *SHORT))


def designations() -> Layout:
    """A sanctions notice: short lines, names in capitals, a table."""
    rows = (("TALVIK LINE", "Velmora", "Shipping"), ("KESTREL MARINE", "Port Osse", "Shipping"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    heads = ("Background", "What the measures mean")
    source = f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE}</title></head>
<body class="path-node"><div class="skip"><a href="#c">Skip to main content</a></div>{_nav()}
<div class="l-content"><div class="breadcrumb"><a>Home</a> &gt; <a>News</a></div><h1>{HEADLINE}</h1>
<div class="meta"><span>Published: 4 March 2024</span></div><div class="govspeak">
<p>{escape(PARAGRAPHS[0])}</p><h2>{heads[0]}</h2><p>{escape(PARAGRAPHS[2])}</p>
<p>{escape(PARAGRAPHS[3])}</p><h2>{heads[1]}</h2><p>All property of the following is blocked:</p>
<table><thead><tr><th>Name</th><th>Seat</th><th>Field</th></tr></thead><tbody>{table}</tbody></table>
<p>{escape(PARAGRAPHS[6])}</p></div></div><footer><ul><li>Privacy</li><li>Contact</li></ul></footer>
</body></html>"""
    told = ("All property of the following is blocked:", *("".join(row) for row in rows))
    kept = (PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3], PARAGRAPHS[6])
    return Layout(source, (HEADLINE, *kept, *told, "NameSeatField"))


def spans_and_pull_quotes() -> Layout:
    """Paragraphs as <div><span>, a pull quote aside, key points above, links in sentences."""
    linked = PARAGRAPHS[2].replace("Talvik Line", "<a href='/t'>Talvik Line</a>", 1)
    body = [
        f'<div class="sc-1a2b"><span>{one}</span></div>'
        for one in (
            *map(escape, PARAGRAPHS[:2]),
            linked.replace("&", "&amp;"),
            *map(escape, PARAGRAPHS[3:]),
        )
    ]
    body.insert(4, f'<aside class="pull-quote"><p>{TEASERS[3]}</p></aside>')
    source = f"""<!DOCTYPE html><html><head><title>{HEADLINE} | Coastwire</title></head><body>
<div id="__next"><header>{_nav()}</header><main><div class="sc-head"><h1>{HEADLINE}</h1></div>
<div class="sc-body">{"".join(body)}</div><div class="sc-rel">{
        "".join(f'<div><a href="/{n}">{t}</a></div>' for n, t in enumerate(TEASERS))
    }</div></main>
<footer><div>Coastwire Media Ltd.</div></footer></div></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS))


def paywalled() -> Layout:
    """A report cut by an invitation to pay, with the rest hidden until then."""
    source = f"""<!DOCTYPE html><html><head><title>{HEADLINE} | The Ledger</title></head><body>{_nav()}
<article><h1>{HEADLINE}</h1><div class="article-body">{"".join(_paragraphs(PARAGRAPHS[:4]))}
<div class="paywall"><h3>Subscribe to read the full story</h3><p>{SIGN_UP}</p><a>Subscribe now</a></div>
<div style="display:none">{"".join(_paragraphs(PARAGRAPHS[4:]))}</div></div></article>
<footer>© The Ledger</footer></body></html>"""
    return Layout(source, (HEADLINE, *PARAGRAPHS[:4]))


LAYOUTS: dict[str, Callable[[], Layout]] = {
    f.__name__: f
    for f in (news_site, wordpress, amp, ministry_table, old_font, script_shell, bare_divs,
              inline_related, statement, short_wire, designations, spans_and_pull_quotes, paywalled)
}  # fmt: skip
