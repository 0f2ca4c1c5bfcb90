"""The log of a match as anybody can ask for it."""

import base64
import json
import urllib.request

from games.ledger.entries import Entry, decode_entry
from tests.browser.server import Server


def entries(server: Server, match_id: str) -> list[Entry]:
    """Every entry, decoded; read without a session."""
    found: list[Entry] = []
    while True:
        address = f"{server.url}api/v1/matches/{match_id}/log/?after={len(found)}"
        with urllib.request.urlopen(address, timeout=20) as answer:
            page = json.load(answer)
        found += [decode_entry(base64.b64decode(data)) for data in page["entries"]]
        if len(found) >= page["sequence"]:
            return found
