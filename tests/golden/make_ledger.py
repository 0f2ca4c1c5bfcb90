"""Writes ledger.json: worked examples of every byte format of the log, for any implementation.

`python -m tests.golden.make_ledger` makes it anew; a test compares it with what the code gives.
The values are made up, so that the vectors do not change with the rules of the game.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from games.ledger import kinds as k
from games.ledger.archive import (
    SERVER,
    Archive,
    Receipt,
    ServerKey,
    encode_archive,
    endorsed_bytes,
    seal_of,
    sealed_bytes,
)
from games.ledger.chain import entry_hash, genesis_hash, receipt_bytes, system_command_id
from games.ledger.entries import Claim, Entry, encode_details, encode_entry
from games.ledger.fairness import (
    bot_nonce,
    chain_link,
    chain_start,
    draw,
    opening_commitment,
)
from games.ledger.genesis import CORRESPONDENCE, Genesis, encode_genesis
from games.ledger.signing import (
    ED25519,
    NO_COMMAND,
    NO_PREDICTION,
    content_hash,
    signed_bytes,
)
from games.ledger.voided import Voided, VoidedList, encode_voided, list_head, signed_list_bytes
from tests.ledger import ed25519

PATH = Path(__file__).with_name("ledger.json")
MATCH = bytes(range(16))
LINKS = 4
OPENING = bytes([0xA0]) * 32 + bytes([0xB0]) * 32
_OF_ENTRY = ("preimage", "action", "lag", "epoch")  # in the examples below; the rest are details
ACTION = bytes([3, 1, 0x85, 1, 0])


def _hash(name: str) -> bytes:
    return sha256(name.encode()).digest()


SERVER_SECRET, SEAT_SECRET, NEXT_SECRET = _hash("server"), _hash("seat"), _hash("next")
START = chain_start(_hash("chance"), MATCH)


def genesis() -> Genesis:
    """A correspondence match of two seats with committed chance."""
    made = Genesis(MATCH)
    made.rules_version = 1
    made.rules_hash = _hash("rules")
    made.setup = bytes([1, 2, 3])
    made.clock.kind = CORRESPONDENCE
    made.clock.turn = 86_400_000
    made.clock.vacation = 604_800_000
    made.clock.opening = 3_600_000
    made.time = 1_790_000_000_000
    made.pseudonyms = [_hash("first")[:16], _hash("second")[:16]]
    made.commitment = chain_link(START, LINKS, 0)
    made.links = LINKS
    made.state_hash = _hash("state 0")
    made.scheme = ED25519
    made.key = ed25519.public_key(SERVER_SECRET)
    return made


def _rows() -> list[tuple[str, int, int, int, dict[str, Any]]]:
    """One entry of each kind: (name, kind, authority, seat, fields and details)."""
    key = {"scheme": ED25519, "key": ed25519.public_key(SEAT_SECRET)}
    commitment = opening_commitment(MATCH, 0, 0, OPENING)
    asked = {"of": 0, "target": 5}
    return [
        ("join", k.JOIN, k.PLAYER, 0, {**key, "commitment": commitment}),
        ("join of a bot", k.JOIN, k.BOT, 1, {"bot": 2}),
        ("ready", k.READY, k.PLAYER, 0, {"preimage": OPENING}),
        ("draw", k.DRAW, k.CLOCK, 255, {"preimage": chain_link(START, LINKS, 1), "action": ACTION}),
        ("action", k.ACTION, k.PLAYER, 0, {"action": ACTION, "lag": 120}),
        ("action of a bot", k.ACTION, k.BOT, 1, {"action": ACTION}),
        ("time-out", k.TIME_OUT, k.CLOCK, 255, {"action": ACTION}),
        ("bot takeover", k.TAKEOVER, k.CLOCK, 255, {"action": ACTION, "bot": 3}),
        ("hand-back", k.HAND_BACK, k.PLAYER, 0, {"action": ACTION}),
        ("take-back asked", k.TAKE_BACK, k.PLAYER, 0, {"step": k.ASK, **asked}),
        ("take-back agreed to", k.TAKE_BACK, k.PLAYER, 1, {"step": k.CONSENT, **asked}),
        ("take-back done", k.TAKE_BACK, k.CLOCK, 255, {"step": k.DONE, "epoch": 1, **asked}),
        ("rollback", k.ROLLBACK, k.BY_STAFF, 255, {"target": 5, "reason": 2, "epoch": 2}),
        ("staff", k.STAFF, k.BY_STAFF, 255, {"code": k.EXTEND, "of": 255, "value": 60_000}),
        ("leave", k.LEAVE, k.CLOCK, 255, {"of": 1, "reason": k.DID_NOT_OPEN}),
        ("key", k.KEY, k.CLOCK, 255, {"of": 0, **key}),
        ("end", k.END, k.CLOCK, 255, {"reason": k.PLAYED_OUT}),
        ("reveal", k.REVEAL, k.CLOCK, 255, {"action": ACTION}),
    ]


def entries() -> list[tuple[str, Entry]]:
    """The examples, chained as if they were one log (which no match would allow)."""
    made: list[tuple[str, Entry]] = []
    head = genesis_hash(encode_genesis(genesis()))
    heads = [head]
    for name, kind, authority, seat, values in _rows():
        entry = Entry(kind, authority, seat)
        entry.sequence = len(made) + 1
        entry.time = 1_790_000_000_000 + 1000 * entry.sequence
        entry.command_id = _hash(f"command {entry.sequence}")[:16]
        entry.previous = head
        entry.state_hash = _hash(f"state {entry.sequence}")
        for field, value in values.items():
            setattr(entry if field in _OF_ENTRY else entry.details, field, value)
        if authority == k.PLAYER:
            _sign(entry, heads)
        head = entry_hash(head, encode_entry(entry))
        heads.append(head)
        made.append((name, entry))
    return made


def _sign(entry: Entry, heads: list[bytes]) -> None:
    predicted = {k.READY: NO_PREDICTION, k.HAND_BACK: _hash("another state")}
    entry.scheme = ED25519
    entry.claim = Claim(
        entry.sequence - 1,
        NO_COMMAND,
        predicted.get(entry.kind, entry.state_hash),
        entry.time - 250,
    )
    entry.signature = ed25519.sign(SEAT_SECRET, signed(entry, heads))


def signed(entry: Entry, heads: list[bytes]) -> bytes:
    """What the mayor of an example signs."""
    claim = entry.claim
    assert claim is not None
    return signed_bytes(
        MATCH,
        entry.epoch,
        entry.seat,
        entry.command_id,
        claim.confirmed,
        heads[claim.confirmed],
        claim.after,
        claim.predicted,
        claim.client_time,
        content_hash(entry.kind, entry.preimage, entry.action, encode_details(entry)),
    )


def archive() -> Archive:
    """The examples as a file, with a key that rotated."""
    log = [encode_entry(entry) for _, entry in entries()]
    made = Archive(encode_genesis(genesis()), log)
    first = genesis()
    made.keys.append(ServerKey(ED25519, first.key, first.time - 1000, first.time + 100_000, b""))
    second = ServerKey(
        ED25519, ed25519.public_key(NEXT_SECRET), first.time, first.time + 900_000, b""
    )
    second.endorsement = ed25519.sign(SERVER_SECRET, endorsed_bytes(second))
    made.keys.append(second)
    made.commitments = [
        (0, SERVER, first.commitment),
        (0, 0, opening_commitment(MATCH, 0, 0, OPENING)),
    ]
    made.reveals = [(1, 4, chain_link(START, LINKS, 1)), (LINKS, 0, START)]
    heads = _heads()
    for sequence, number, secret in ((0, 0, SERVER_SECRET), (len(log), 1, NEXT_SECRET)):
        message = receipt_bytes(MATCH, sequence, heads[sequence])
        made.receipts.append(Receipt(sequence, number, ed25519.sign(secret, message)))
    made.seal = seal_of(made)
    made.sealed = first.time + 20_000
    made.seal_key = 1
    made.seal_signature = ed25519.sign(NEXT_SECRET, sealed_bytes(made.seal, made.sealed))
    return made


def _heads() -> list[bytes]:
    heads = [genesis_hash(encode_genesis(genesis()))]
    for _, entry in entries():
        heads.append(entry_hash(heads[-1], encode_entry(entry)))
    return heads


def voided() -> VoidedList:
    """Two matches that were dropped."""
    records = [
        Voided(MATCH, _hash("genesis"), 3, _hash("head"), 1_790_000_000_000, k.VOIDED),
        Voided(MATCH[::-1], _hash("genesis 2"), 0, _hash("head 2"), 1_790_000_001_000, k.ABANDONED),
    ]
    time = 1_790_000_002_000
    signature = ed25519.sign(SERVER_SECRET, signed_list_bytes(records, time))
    return VoidedList(records, time, ED25519, signature)


def vectors() -> dict[str, Any]:
    """All examples as plain data; bytes are lower-case hex."""
    heads = _heads()
    nonces = [OPENING[32:], bot_nonce(MATCH, 0, 1)]
    link = chain_link(START, LINKS, 1)
    return {
        "genesis": {"bytes": encode_genesis(genesis()).hex(), "hash": heads[0].hex()},
        "entries": [
            {
                "name": name,
                "bytes": encode_entry(entry).hex(),
                "hash": heads[entry.sequence].hex(),
                "signed": signed(entry, heads).hex() if entry.claim else "",
            }
            for name, entry in entries()
        ],
        "fairness": {
            "start": START.hex(),
            "links": [chain_link(START, LINKS, index).hex() for index in range(LINKS + 1)],
            "opening": OPENING.hex(),
            "commitment": opening_commitment(MATCH, 0, 0, OPENING).hex(),
            "bot nonce": nonces[1].hex(),
            "draw": draw(MATCH, 0, 1, link, nonces).to_bytes(32, "big").hex(),
            "draw of attempt 1": draw(MATCH, 1, 1, link, nonces).to_bytes(32, "big").hex(),
        },
        "receipt": receipt_bytes(MATCH, 1, heads[1]).hex(),
        "system command id": system_command_id(MATCH, k.TIME_OUT, 0, 6).hex(),
        "public keys": [
            ed25519.public_key(secret).hex() for secret in (SERVER_SECRET, SEAT_SECRET, NEXT_SECRET)
        ],
        "archive": encode_archive(archive()).hex(),
        "voided": {
            "bytes": encode_voided(voided()).hex(),
            "head": list_head(voided().records).hex(),
        },
    }


if __name__ == "__main__":
    PATH.write_text(json.dumps(vectors(), indent=1, sort_keys=True) + "\n")
