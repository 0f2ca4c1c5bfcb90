"""The rule book: docs/rules.md as pages, so that players and programmers read one source.

Raw HTML in the document is shown as text, and links lead to a section of the book, to another site
over https, or nowhere. So nothing that is written there can become code on the page.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.urls import reverse
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
PLAYERS, EXACT = "players", "exact"
ROUTES = {PLAYERS: "rules", EXACT: "exact-rules"}
_PLAYERS_FIRST, _PLAYERS_END = "How to play", "Notation"
# Sections that say exactly what is played; what comes after them is about bytes and programs.
_EXACT = re.compile(r"(?:[1-9]|1[01])\. |Appendix ")


class Heading(NamedTuple):
    """A line of the contents; level 2 or 3."""

    level: int
    anchor: str
    text: str


class Part(NamedTuple):
    """One page of the book: safe HTML, and its contents."""

    html: str
    headings: list[Heading]


def anchor(title: str) -> str:
    """The anchor of a heading, as the document's own links have it."""
    kept = re.sub(r"[^\w\- ]", "", title.replace("`", "").lower())
    return kept.replace(" ", "-")


@cache
def book() -> dict[str, Part]:
    """All parts by name, rendered once a process."""
    return render(DOCUMENT.read_text(encoding="utf-8"))


def render(document: str) -> dict[str, Part]:
    """The parts of a document in the shape of docs/rules.md."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    # html off shows tags as text; without these rules they are not even looked for.
    markdown.disable(["html_block", "html_inline", "image"])
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    markdown.add_render_rule("fence", _code)
    markdown.add_render_rule("code_block", _code)
    parts = {name: _tokens(markdown, text) for name, text in _split(document).items()}
    where = {
        heading.anchor: name for name, tokens in parts.items() for heading in _headings(tokens)
    }
    pages: dict[str, Part] = {}
    for name, tokens in parts.items():
        _lead(tokens, name, where)
        html = markdown.renderer.render(tokens, markdown.options, {})
        pages[name] = Part(html, _headings(tokens))
    return pages


def _split(document: str) -> dict[str, str]:
    """The text of each part, by the headings of level 2."""
    sections = re.split(r"^(?=## )", document, flags=re.MULTILINE)
    texts = {PLAYERS: "", EXACT: ""}
    part: str | None = None
    for section in sections[1:]:
        title = section[3:].split("\n", 1)[0]
        if title == _PLAYERS_FIRST:
            part = PLAYERS
        elif title == _PLAYERS_END:
            part = None
        if part is not None:
            texts[part] += section
        elif _EXACT.match(title):
            texts[EXACT] += section
    return texts


def _tokens(markdown: MarkdownIt, text: str) -> list[Token]:
    tokens = markdown.parse(text)
    for heading, inline in _pairs(tokens):
        heading.attrSet("id", anchor(_plain(inline)))
    # Screen readers walk by levels: none may be left out on the way down.
    above = 1
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = min(int(token.tag[1:]), above + (token.type == "heading_open"))
            token.tag = f"h{level}"
            above = level
    return tokens


def _pairs(tokens: Sequence[Token]) -> Iterable[tuple[Token, Token]]:
    for i, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token, tokens[i + 1]


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or [])


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    found = []
    for heading, inline in _pairs(tokens):
        level = int(heading.tag[1:])
        if level <= 3:
            found.append(Heading(level, str(heading.attrGet("id")), _plain(inline)))
    return found


def _lead(tokens: Sequence[Token], part: str, where: dict[str, str]) -> None:
    """Make every link lead into the book or to another site; others become plain text."""
    for token in tokens:
        open_links: list[bool] = []
        for child in token.children or []:
            if child.type == "link_open":
                href = _target(str(child.attrGet("href")), part, where)
                open_links.append(href is not None)
                if href is not None:
                    child.attrSet("href", href)
                else:
                    _empty(child)
            elif child.type == "link_close" and not open_links.pop():
                _empty(child)


def _target(href: str, part: str, where: dict[str, str]) -> str | None:
    if href.startswith("https://"):
        return href
    if not href.startswith("#") or href[1:] not in where:
        return None
    other = where[href[1:]]
    return href if other == part else reverse(ROUTES[other]) + href


def _empty(token: Token) -> None:
    token.type, token.content, token.tag = "text", "", ""
    token.nesting = 0


def _table_open(*_: object) -> str:
    # A frame of its own, so that a wide table scrolls and the page does not; keys reach it too.
    return '<div class="table-frame" role="group" tabindex="0"><table>\n'


def _table_close(*_: object) -> str:
    return "</table></div>\n"


def _code(_renderer: object, tokens: Sequence[Token], index: int, *_: object) -> str:
    return f'<pre tabindex="0"><code>{escapeHtml(tokens[index].content)}</code></pre>\n'
