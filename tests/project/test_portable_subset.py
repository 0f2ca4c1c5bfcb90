"""The portable packages keep to the portable subset, and the check finds what breaks it."""

from pathlib import Path

import pytest

from tests.project.portable_subset import MODULES, findings

REPOSITORY = Path(__file__).resolve().parents[2]
BRIDGE = REPOSITORY / "client" / "src" / "rules"

# Which modules of the project each portable package may import.
MAY_IMPORT = {
    "games.engine": frozenset({"games.engine"}),
    "games.ledger": frozenset({"games.ledger"}),
    "games.bots": frozenset({"games.bots", "games.engine"}),
}
# The bridge's modules lie at the top of the interpreter's path and import each other by name.
BRIDGE_MAY_IMPORT = frozenset({"json", "games.engine", "games.ledger", "games.bots"}) | frozenset(
    path.stem for path in BRIDGE.glob("*.py")
)


def _portable() -> list[tuple[Path, str, frozenset[str]]]:
    found: list[tuple[Path, str, frozenset[str]]] = []
    for package, allowed in MAY_IMPORT.items():
        for path in sorted(REPOSITORY.joinpath(*package.split(".")).rglob("*.py")):
            inside = ".".join(path.parent.relative_to(REPOSITORY).parts)
            found.append((path, inside, MODULES | allowed))
    for path in sorted(BRIDGE.glob("*.py")):
        # dispatch.py is the interpreter's own edge: it runs on MicroPython alone.
        if path.name != "dispatch.py":
            found.append((path, "", MODULES | BRIDGE_MAY_IMPORT))
    return found


@pytest.mark.parametrize(
    ("path", "package", "allowed"),
    [pytest.param(*each, id=str(each[0].relative_to(REPOSITORY))) for each in _portable()],
)
def test_the_file_is_portable(path: Path, package: str, allowed: frozenset[str]) -> None:
    assert not [str(each) for each in findings(path.read_text(), package, allowed)]


def test_the_engine_and_the_bridge_are_among_the_checked_files() -> None:
    checked = {str(path.relative_to(REPOSITORY)) for path, _, _ in _portable()}
    assert {"games/engine/__init__.py", "client/src/rules/bridge.py"} <= checked


REFUSED = [
    ("import random", "import of random"),
    ("import time", "import of time"),
    ("import typing", "import of typing"),
    ("from __future__ import annotations", "import of __future__"),
    ("from dataclasses import dataclass", "import of dataclasses"),
    ("from collections import deque, namedtuple", "import of collections"),
    ("import os.path", "import of os.path"),
    ("from games import models", "import of games.models"),
    ("from games.matches import turns", "import of games.matches"),
    ("from ... import matches", "import of games.matches"),
    ("from ...realtime import hub", "import of games.realtime"),
    ("match x:\n    case 1: pass", "match statement"),
    ("try:\n    f()\nexcept* ValueError:\n    pass", "except*"),
    ("async def f(): pass", "async function"),
    ("def f(a, /): pass", "positional-only parameter"),
    ("class A:\n    def __new__(cls): pass", "__new__"),
    ("class A(metaclass=M): pass", "class keyword"),
    ("a = object.__new__(A)", "attribute __new__"),
    ("raise ValueError() from error", "raise ... from"),
    ("del data[0]", "del of an item"),
    ("a = b[::2]", "slice step"),
    ("a = b[::-1]", "slice step"),
    ("a = 0.5", "float"),
    ("a = 1e3", "float"),
    ("a = 2j", "float"),
    ("a = b / c", "true division"),
    ("a /= b", "true division"),
    ("a = float(b)", "call of float"),
    ("a = hash(b)", "call of hash"),
    ("a = id(b)", "call of id"),
    ("print(a)", "call of print"),
    ("a = open(b)", "call of open"),
    ("a = eval(b)", "call of eval"),
    ("a = [*b]", "unpacking into a display"),
    ("a = (1, *b)", "unpacking into a display"),
    ("a = {*b}", "unpacking into a display"),
    ("a = {**b}", "unpacking into a display"),
    ("a = b.bit_length()", "attribute bit_length"),
    ("a = b.bit_count()", "attribute bit_count"),
    ("a = b.hexdigest()", "attribute hexdigest"),
    ("a = b.isascii()", "attribute isascii"),
    ("a = b.removeprefix(c)", "attribute removeprefix"),
    ("a = b._replace(c=1)", "attribute _replace"),
    ("a = b.to_bytes(2, 'big', signed=True)", "to_bytes without size and order, or signed"),
    ("a = b.to_bytes(2)", "to_bytes without size and order, or signed"),
    ("a = int.from_bytes(b, 'big', signed=True)", "from_bytes without size and order, or signed"),
    ("a = zip(b, c, strict=True)", "zip with strict"),
    ("a = isinstance(b, int | str)", "union of types at run time"),
    ("for a in {1, 2}: pass", "order of a dict or set"),
    ("for a in {1: 2}: pass", "order of a dict or set"),
    ("for a in set(b): pass", "order of a dict or set"),
    ("for a in frozenset(b): pass", "order of a dict or set"),
    ("for a, b in c.items(): pass", "order of a dict or set"),
    ("a = [b for b in c.keys()]", "order of a dict or set"),
    ("a = list(c.values())", "order of a dict or set"),
    ("a = tuple(set(b))", "order of a dict or set"),
    ("a = ''.join({b, c})", "order of a dict or set"),
    ("f(*{b, c})", "order of a dict or set"),
    ("seen = set()\nfor a in seen: pass", "order of a dict or set"),
    ("def f(seen: dict[int, int]):\n    return [a for a in seen]", "order of a dict or set"),
    ("class A:\n    def f(self):\n        self.s = {1}\n        return list(self.s)", "order of"),
    ("a = max(b.items(), key=c)", "order of a dict or set"),
    ("a = {b: c for b in d.keys()}", "order of a dict or set"),
]


@pytest.mark.parametrize(("source", "rule"), REFUSED)
def test_what_is_not_portable_is_found(source: str, rule: str) -> None:
    allowed = MODULES | {"games.engine"}
    found = findings(source, "games.engine.v0", allowed)
    assert [each for each in found if each.rule.startswith(rule)]


ACCEPTED = [
    "import hashlib",
    "import struct",
    "from . import actions",
    "from .round import power",
    "from .. import v0",
    "from games.engine.v0 import state",
    "from games import engine",
    "def f(a: int | None = None) -> list[int] | None: pass",
    "a: dict[int, int | None] = {}",
    "def f(a: dict[int, int]):\n    return g(a, 1)",
    "from ... import engine",
    "def f(a: int, *, b: int = 2, **rest: int) -> None: pass",
    "f(*a, **b)",
    "a, *b = c",
    "a = b // c % d",
    "a = b[1:-1]",
    "del a",
    "a.pop(0)",
    "for a in sorted(b.items()): pass",
    "for a in sorted({1, 2}): pass",
    "a = sum(b.values()) + len({1}) + max(set(c))",
    "a = any(x for x in b.values())",
    "seen = set()\nif a in seen: seen.add(a)",
    "a = {x for x in b.values()}",
    "try:\n    f()\nexcept (ValueError, KeyError) as error:\n    raise",
    "if (a := f()): pass",
    "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    yield from g()",
    "a = f'{b!r} {c:02x}'",
    "a = b.to_bytes(4, 'big') + int.from_bytes(c, 'big')",
    "a = isinstance(b, (int, str))",
    "class A(Exception):\n    @property\n    def code(self): return 1",
]


@pytest.mark.parametrize("source", ACCEPTED)
def test_what_is_portable_passes(source: str) -> None:
    assert not findings(source, "games.engine.v0", MODULES | {"games.engine"})
