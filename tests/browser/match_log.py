"""The log of a match as anybody can ask for it."""

import base64
import json
import urllib.request
from typing import Any

from games import engine
from games.ledger.entries import Entry, decode_entry
from games.ledger.fold import Fold
from tests.browser.server import Server


def entries(server: Server, match_id: str) -> list[Entry]:
    """Every entry, decoded; read without a session."""
    return [decode_entry(data) for data in _read(server, match_id)[1]]


def folded(server: Server, match_id: str) -> Fold:
    """The log, checked on this interpreter from its genesis to its last entry."""
    genesis, written = _read(server, match_id)
    fold = Fold(genesis, engine.rules(0), lambda *_: False)
    for entry in written:
        fold.advance(entry)
    return fold


def _read(server: Server, match_id: str) -> tuple[bytes, list[bytes]]:
    genesis = b""
    found: list[bytes] = []
    while True:
        address = f"{server.url}api/v1/matches/{match_id}/log/?after={len(found)}"
        with urllib.request.urlopen(address, timeout=20) as answer:
            page: dict[str, Any] = json.load(answer)
        genesis = genesis or base64.b64decode(page["genesis"])
        found += [base64.b64decode(data) for data in page["entries"]]
        if len(found) >= page["sequence"]:
            return genesis, found
