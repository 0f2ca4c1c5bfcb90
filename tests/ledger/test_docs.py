"""docs/ledger.md says what the code does: every example, code, tag and limit."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from games.ledger import (
    archive,
    canonical,
    chain,
    draws,
    failure,
    fairness,
    genesis,
    signing,
    voided,
)
from games.ledger import kinds as k
from tests.golden.make_ledger import PATH

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "ledger.md").read_text()
GOLDEN = json.loads(PATH.read_text())
EXAMPLES = re.findall(r"<!-- vector: (.+?) -->\n```text\n(.*?)```", TEXT, re.DOTALL)


def vector(path: str) -> str:
    """The hex of a vector: keys with dots between, entries by name."""
    found: Any = GOLDEN
    for part in path.split("."):
        if isinstance(found, list):
            found = next(row for row in found if row["name"] == part)
        else:
            found = found[part]
    return "".join(found) if isinstance(found, list) else str(found)


def rows(header: str) -> list[list[str]]:
    """The cells of the table below a header."""
    body = TEXT.split(header, 1)[1].split("\n\n", 1)[0]
    lines = [line for line in body.splitlines()[1:] if not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize(("path", "block"), EXAMPLES, ids=[path for path, _ in EXAMPLES])
def test_a_worked_example_is_its_vector(path: str, block: str) -> None:
    shown = "".join(re.match(r"[0-9a-f]*", line).group() for line in block.splitlines())  # type: ignore[union-attr]
    assert shown == vector(path)


def test_there_is_an_example_of_every_record() -> None:
    shown = {path.split(".")[0] for path, _ in EXAMPLES}
    assert shown == {"genesis", "entries", "receipt", "fairness"}


def test_the_table_of_kinds_is_the_codes() -> None:
    words = {k.PLAYER: "player", k.BOT: "bot", k.CLOCK: "clock", k.BY_STAFF: "staff"}
    actions = {k.NONE: "none", k.SOME: "some", k.MAY: "maybe"}
    expected = []
    for code in sorted(k.KINDS):
        kind = k.KINDS[code]
        name = next(n for n in dir(k) if n.isupper() and n in NAMES and getattr(k, n) == code)
        widths = [f"{n} u{8 * width}" if width else f"{n} bytes" for n, width in kind.fields]
        expected.append(
            [
                str(code),
                name,
                ", ".join(words[word] for word in kind.own),
                ", ".join(words[word] for word in kind.system),
                ", ".join(str(size) for size in kind.preimages),
                actions[kind.action],
                ", ".join(widths),
            ]
        )
    assert rows("| code | kind |") == expected


NAMES = (
    "JOIN READY ACTION DRAW TIME_OUT TAKEOVER HAND_BACK TAKE_BACK ROLLBACK STAFF END LEAVE KEY "
    "REVEAL"
).split()


def test_the_table_of_failures_is_the_codes() -> None:
    told = {int(row[0]): row[1].split(":")[0] for row in rows("| kind | |")}
    assert told == failure.NAMES


def test_the_table_of_broken_bytes_is_the_codes() -> None:
    for code, text in rows("| code of BrokenBytes | |"):
        assert getattr(canonical, text.split(":")[0]) == int(code)


def test_every_tag_is_listed_once_and_has_16_bytes() -> None:
    tags = [
        value
        for module in (archive, chain, draws, fairness, genesis, signing, voided)
        for name, value in vars(module).items()
        if name.endswith("_TAG")
    ]
    assert all(len(tag) == 16 for tag in tags)
    listed = [row[0].strip("`") for row in rows("| tag | hashed or signed |")]
    assert sorted(listed) == sorted(tag.rstrip(b"\x00").decode() for tag in tags)


def test_the_schemes_have_the_lengths_that_are_listed() -> None:
    for code, _, key, made in rows("| code | scheme |"):
        assert signing.key_bytes(int(code)) == int(key.split(",")[0])
        assert signing.signature_bytes(int(code)) == int(made.split(",")[0])


def test_the_archives_limits_and_header_are_those_of_the_code() -> None:
    assert f"At most {archive.MOST_BYTES >> 20} MiB and {archive.MOST_ENTRIES} entries" in TEXT
    assert f"`{archive.MAGIC.hex(' ')}`, format u16 {archive.FORMAT}" in TEXT
