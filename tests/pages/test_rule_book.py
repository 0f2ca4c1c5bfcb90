"""The rule book shows docs/rules.md, all links lead somewhere, and text never becomes code."""

import re
from itertools import pairwise

import pytest

from games.pages.rule_book import DOCUMENT, EXACT, PLAYERS, anchor, book, render

SHELL = "## Contents\n\n## How to play\n\n{}\n\n## Notation\n\n## 1. The match\n\n### Setup\n"


def shown(text: str) -> str:
    return render(SHELL.format(text))[PLAYERS].html


@pytest.mark.parametrize(
    "code",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "text <b onclick=alert(1)>bold</b>",
        "<!-- hidden -->",
    ],
)
def test_tags_in_the_document_are_shown_as_text(code: str) -> None:
    html = shown(code)
    assert "&lt;" in html
    assert not re.search(r"<(script|img|b|!)", html)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//elsewhere.example/",
        "http://elsewhere.example/",
        "map.md",
        "#no-such-section",
    ],
)
def test_links_that_lead_nowhere_safe_become_text(target: str) -> None:
    html = shown(f"see [these *words*]({target}) here")
    assert "<a" not in html
    assert "these <em>words</em>" in html or "[these" in html


def test_links_lead_within_a_part_to_the_other_part_and_to_other_sites() -> None:
    html = shown("[a](#how-to-play) [b](#1-the-match) [c](https://elsewhere.example/x?y=1&z=2)")
    assert 'href="#how-to-play"' in html
    assert 'href="/rules/exact/#1-the-match"' in html
    assert 'href="https://elsewhere.example/x?y=1&amp;z=2"' in html


def test_a_heading_s_code_and_marks_are_text_in_contents_and_anchor() -> None:
    assert anchor("5.1 Power") == "51-power"
    assert anchor("Bots, and 'Suggest'") == "bots-and-suggest"
    (_, heading) = render(SHELL.format("### A `<i>` & *more*"))[PLAYERS].headings
    assert heading.text == "A <i> & more"
    assert heading.anchor == "a-i--more"


def test_every_line_of_the_contents_has_its_one_place() -> None:
    for part in book().values():
        anchors = [heading.anchor for heading in part.headings]
        assert len(anchors) > 10
        assert len(set(anchors)) == len(anchors)
        for name in anchors:
            assert part.html.count(f'id="{name}"') == 1


def test_the_player_s_part_is_whole_and_its_links_all_lead_on() -> None:
    text = DOCUMENT.read_text()
    players = text[text.index("## How to play") : text.index("## Notation")]
    html = book()[PLAYERS].html
    assert html.count("<a ") == len(re.findall(r"\]\(#", players))
    assert html.count("<table>") == len(re.findall(r"^\| ?-", players, re.MULTILINE))
    assert [h.text for h in book()[PLAYERS].headings if h.level == 2] == re.findall(
        r"^## (.+)$", players, re.MULTILINE
    )


def test_the_rules_to_the_letter_hold_the_numbered_sections_that_players_need() -> None:
    sections = [h.text for h in book()[EXACT].headings if h.level == 2]
    assert [title.split(".")[0] for title in sections[:11]] == [str(n) for n in range(1, 12)]
    assert sections[11:] == ["Appendix A: constants"]


def test_code_is_shown_as_it_is_written_and_levels_of_headings_leave_none_out() -> None:
    html = shown("```\n<b>&\n```\n\n#### Deep\n\n### After")
    assert '<pre tabindex="0"><code>&lt;b&gt;&amp;\n</code></pre>' in html
    assert '<h3 id="deep">Deep</h3>' in html
    assert '<h3 id="after">After</h3>' in html
    for part in book().values():
        levels = [1] + [int(level) for level in re.findall(r"<h(\d)", part.html)]
        assert all(low <= high + 1 for high, low in pairwise(levels))
