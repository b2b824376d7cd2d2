"""Strings that some Markdown program would act on, and a briefing with one of them in every field."""

from __future__ import annotations

from itertools import product

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Difference, Evidence, Section, Value
from tui.evidence.model import ResolvedBriefing

CONSTRUCTS = (
    "<script>alert(1)</script>",
    "<b>",
    "</div>",
    "<!-- hidden",
    "<!-- hidden -->",
    "<?php x ?>",
    "<!DOCTYPE x>",
    "<![CDATA[x]]>",
    "<<a href=x>>",
    "<img src=x onerror=alert(1)>",
    "<https://evil.example>",
    "<bob@evil.example>",
    "<javascript:alert(1)>",
    "&lt;b&gt;",
    "&#27;[31m",
    "&#x1b;",
    "&amp;&nbsp;&CounterClockwiseContourIntegral;",
    "[x](javascript:alert(1))",
    "[x](http://evil.example)",
    "![x](http://evil.example/x.png)",
    "[x][y]",
    "[x]: http://evil.example",
    "[[wiki]]",
    "![[embed]]",
    "[^1]",
    "[^1]: mine",
    "^[inline note]",
    "[unclosed",
    "closed]",
    "[[[]]]",
    "[a](b",
    "`code`",
    "``co`de``",
    "```sh",
    "~~~",
    "    indented",
    "*a*",
    "**a**",
    "_a_",
    "__a__",
    "***a***",
    "a*b*c",
    "~~struck~~",
    "~a~",
    "==marked==",
    "%%comment%%",
    "%%",
    "$x$",
    "$$x$$",
    "^up^",
    "{.class #id}",
    "$5 and $6",
    "# heading",
    "####### seven",
    "heading #",
    "#tag",
    "#1",
    "@mention",
    "@bob@evil.example",
    "http://evil.example/a?b=c.com&d",
    "https://evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "http://localhost",
    "ftp://evil.example/x",
    "//evil.example/x",
    "mailto:bob@evil.example",
    "xmpp:bob@evil.example/x",
    "www.evil.example",
    "evil.com",
    "a.b.co.uk/x",
    "xn--80ak6aa92e.com",
    "пример.рф",
    "bob.smith+x@evil.example.com",
    "their alliance.In the end",
    ":smile:",
    ":+1:",
    "12:30:45",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "- [ ] task",
    "[ ] task",
    "> quoted",
    "> [!NOTE]",
    "---",
    "===",
    "***",
    "- - -",
    "_ _ _",
    "| a | b |",
    "|---|",
    ":-:",
    "a|b",
    "\\",
    "\\*a\\*",
    "a\\",
    "\\begin{x}",
    "a  \nb",
    "a\n\n# b",
    "a\n---\nb",
    "\tx",
    "\u202ex",
    "\x1b]52;c;x\x07",
    "\u2028x",
    "text ^block-id",
    "!",
    "^",
    "&",
    "<",
    "\u00a0x\u00a0",
    "“quoted”",
    "snake_case_word",
    "日本https://evil.example語",
    "💩@💩.la",
    "",
)

_FRAMES = ("{}", "a {} b", "x{}y", "({})", "*{}*", "“{}”", "{0}{0}", "{0} {0}")


def hostile_strings() -> list[str]:
    """Every construct in every frame, without repetitions; 640 and more."""
    return list(dict.fromkeys(frame.format(construct) for construct, frame in product(CONSTRUCTS, _FRAMES)))


def hostile_briefing(text: str, *, url: str | None = None) -> ResolvedBriefing:
    """A briefing that says `text` wherever it says anything, its one quotation and one source's text included."""
    article = f"Before. {text} After."
    sources = [
        a_source(
            "one",
            file=text or "x",
            outlet=text,
            title=text,
            author=(text, text),
            published=text,
            url=text if url is None else url,
            descriptor=text,
        ),
        a_source("two", letter=text[:1] or "T", outlet=""),
    ]
    evidence = [
        Evidence("one", f"{text} After.", note=text),
        Evidence("one", f"{text} nowhere", role="partly"),
        Evidence("two", text, role="contradicts", note=text),
        Evidence("two", "Words of the source.", role="context"),
    ]
    section = Section("s", text, text, statements=(a_statement(text, *evidence), a_statement(text)))
    values = (Value("one", f"{text} After.", text), Value("two", text, text))
    differences = [
        Difference("d", "s", "conflict", text, values, text),
        Difference("e", "", "framing", text, values, text),
    ]
    briefing = a_briefing(sources, [section], differences, title=text, id=text, summary=text)
    return resolved(briefing, {"one": article, "two": "Words of the source. Words of the source."})
