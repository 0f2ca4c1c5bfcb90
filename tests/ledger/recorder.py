"""A server's part in the tests: plays matches by the real rules and writes their logs.

It writes what it is told, right or wrong; whether that holds is for the ledger to find out.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from games import engine
from games.ledger import archive as archives
from games.ledger import kinds as k
from games.ledger.assemble import assemble
from games.ledger.chain import entry_hash, genesis_hash, receipt_bytes
from games.ledger.entries import Claim, Entry, encode_details, encode_entry
from games.ledger.failure import Unverified
from games.ledger.fairness import bot_nonce, chain_link, draw, opening_commitment
from games.ledger.fold import Fold
from games.ledger.genesis import LIVE, Genesis, encode_genesis
from games.ledger.signing import (
    ED25519,
    NO_COMMAND,
    content_hash,
    signed_bytes,
)
from games.ledger.verify import restored_by
from tests.ledger import ed25519

RULES = engine.rules(0)
RULES_HASH = sha256(b"the files of the rules").digest()
SERVER_SECRET = sha256(b"server").digest()
START_MS = 1_790_000_000_000
Change = Callable[[Entry], None]


def check_signature(scheme: int, public_key: bytes, message: bytes, signature: bytes) -> bool:
    """What a platform gives to the ledger; here for Ed25519 alone.

    Libraries raise at wrong lengths, so the ledger must not ask about any.
    """
    assert (len(public_key), len(signature)) == (32, 64)
    return scheme == ED25519 and ed25519.check(public_key, message, signature)


def small_setup(seats: int = 2, chance: int = 1) -> dict[str, Any]:
    """A match that is quick to play: a small map, four rounds."""
    setup = RULES.standard_setup(0, 2, sha256(b"map").digest(), chance)
    setup.update(kind=3, size=16 if seats == 2 else 24, seats=seats, rounds=4)
    return dict(setup)


def nothing(_: Entry) -> None:
    """No change."""


def put(**values: Any) -> Change:
    """A change that sets attributes of an entry."""

    def change(entry: Entry) -> None:
        for name, value in values.items():
            setattr(entry, name, value)

    return change


class Recorder:
    """One match and its log. Every method that writes returns the entry."""

    def __init__(
        self,
        setup: dict[str, Any] | None = None,
        *,
        signed: bool = True,
        links: int = 12,
        clock: int = LIVE,
        start: bytes = sha256(b"start of the chain").digest(),
    ) -> None:
        setup = setup or small_setup()
        self.signed = signed
        self.state = RULES.new_game(setup)
        self.start = start
        self.genesis = Genesis(sha256(b"match").digest()[:16])
        self.genesis.rules_hash = RULES_HASH
        self.genesis.setup = RULES.encode_setup(setup)
        self.genesis.clock.kind = clock
        self.genesis.clock.turn = 40_000
        self.genesis.clock.opening = 30_000
        self.genesis.clock.lag_each = 500
        self.genesis.clock.lag_quota = 1_200
        self.genesis.time = START_MS
        self.genesis.pseudonyms = [sha256(b"name%d" % i).digest()[:16] for i in range(self.seats)]
        if setup["chance"]:
            self.genesis.links = links
            self.genesis.commitment = chain_link(self.start, links, 0)
        self.genesis.state_hash = RULES.state_hash(self.state)
        if signed:
            self.genesis.scheme = ED25519
            self.genesis.key = ed25519.public_key(SERVER_SECRET)
        self.time = START_MS
        self.epoch = 0
        self.attempt = 0
        self.draws = 0
        self.heads = [genesis_hash(encode_genesis(self.genesis))]
        self.entries: list[bytes] = []
        self.states = {0: RULES.encode(self.state)}
        self.secrets = [sha256(b"seat%d" % i).digest() for i in range(self.seats)]
        self.bots: list[int] = []
        self._last = [(0, NO_COMMAND)] * self.seats

    @property
    def seats(self) -> int:
        """How many mayors."""
        return int(self.state.seats)

    @property
    def sequence(self) -> int:
        """Of the last entry."""
        return len(self.entries)

    def opening(self, seat: int) -> bytes:
        """Salt and nonce of a person's seat in this attempt."""
        seed = b"%d of %d" % (seat, self.attempt)
        return sha256(b"salt" + seed).digest() + sha256(b"nonce" + seed).digest()

    def write(
        self,
        kind: int,
        authority: int,
        seat: int,
        *,
        action: bytes = b"",
        preimage: bytes = b"",
        change: Change = nothing,
        spoil: Change = nothing,
        predicted: bytes | None = None,
        **details: Any,
    ) -> Entry:
        """Append an entry for the state as it is now; `change` comes before the signature."""
        self.time += 1_000
        entry = Entry(kind, authority, seat)
        entry.sequence = self.sequence + 1
        entry.epoch = self.epoch
        entry.time = self.time
        entry.command_id = sha256(b"command%d" % entry.sequence).digest()[:16]
        entry.previous = self.heads[-1]
        entry.state_hash = RULES.state_hash(self.state)
        entry.preimage = preimage
        entry.action = action
        for name, value in details.items():
            setattr(entry.details, name, value)
        change(entry)
        if self.signed and authority == k.PLAYER and seat != k.SYSTEM:
            self._sign(entry, entry.state_hash if predicted is None else predicted)
        spoil(entry)
        self.append(encode_entry(entry))
        if authority == k.PLAYER and seat != k.SYSTEM:
            self._last[seat] = (entry.sequence, entry.command_id)
        return entry

    def append(self, data: bytes) -> None:
        """Put bytes at the end of the log, whatever they are."""
        self.entries.append(data)
        self.heads.append(entry_hash(self.heads[-1], data))
        self.states[self.sequence] = RULES.encode(self.state)

    def _sign(self, entry: Entry, predicted: bytes) -> None:
        confirmed = self.sequence
        last, command_id = self._last[entry.seat]
        entry.scheme = ED25519
        after = command_id if last > confirmed else NO_COMMAND
        entry.claim = Claim(confirmed, after, predicted, entry.time - 40)
        self.sign(entry)

    def sign(self, entry: Entry, secret: bytes | None = None, epoch: int | None = None) -> None:
        """Put the seat's (or another) signature under what the entry says now."""
        claim = entry.claim
        assert claim is not None
        message = signed_bytes(
            self.genesis.match_id,
            self.epoch if epoch is None else epoch,
            entry.seat,
            entry.command_id,
            claim.confirmed,
            self.heads[claim.confirmed],
            claim.after,
            claim.predicted,
            claim.client_time,
            content_hash(entry.kind, entry.preimage, entry.action, encode_details(entry)),
        )
        entry.signature = ed25519.sign(secret or self.secrets[entry.seat], message)

    # -- before the start ------------------------------------------------------------

    def join(self, seat: int, **more: Any) -> Entry:
        """A person takes a seat."""
        details: dict[str, Any] = {}
        if self.signed:
            details = {"scheme": ED25519, "key": ed25519.public_key(self.secrets[seat])}
        if self.genesis.links:
            details["commitment"] = opening_commitment(
                self.genesis.match_id, self.attempt, seat, self.opening(seat)
            )
        return self.write(k.JOIN, k.PLAYER, seat, **{**details, **more})

    def join_bot(self, seat: int) -> Entry:
        """A bot takes a seat."""
        self.bots.append(seat)
        return self.write(k.JOIN, k.BOT, seat, bot=2)

    def ready(self, seat: int, **more: Any) -> Entry:
        """A person opens the nonce."""
        preimage = self.opening(seat) if self.genesis.links else b""
        return self.write(k.READY, k.PLAYER, seat, **{"preimage": preimage, **more})

    def begin(self, bots: tuple[int, ...] = ()) -> "Recorder":
        """Everybody joins and is ready; the opening draw is made."""
        for seat in range(self.seats):
            if seat in bots:
                self.join_bot(seat)
            else:
                self.join(seat)
        for seat in range(self.seats):
            if seat not in bots:
                self.ready(seat)
        if self.genesis.links:
            self.draw()
        return self

    # -- the match -------------------------------------------------------------------

    def apply(self, kind: int, authority: int, seat: int, action: Any, **more: Any) -> Entry:
        """Carry an action out by the rules and write it."""
        RULES.apply(self.state, seat if kind == k.ACTION else k.SYSTEM, action)
        return self.write(kind, authority, seat, action=RULES.encode_action(action), **more)

    def act(self, action: Any, seat: int | None = None, **more: Any) -> Entry:
        """An action of the mayor whose turn it is."""
        seat = int(self.state.turn_seat()) if seat is None else seat
        authority = k.BOT if seat in self.bots or self.state.status[seat] else k.PLAYER
        return self.apply(k.ACTION, authority, seat, action, **more)

    def end_turn(self) -> Entry:
        """The mayor whose turn it is ends it."""
        return self.act((RULES.actions.END_TURN,))

    def fund(self) -> Entry:
        """The mayor whose turn it is raises funds: always possible with a point left."""
        return self.act((RULES.actions.FUND_DRIVE,))

    def platform(self, kind: int, name: str, *parameters: int, **more: Any) -> Entry:
        """An action of the platform by its clock."""
        action = (getattr(RULES.actions, name), *parameters)
        return self.apply(kind, k.CLOCK, k.SYSTEM, action, **more)

    def nonces(self) -> list[bytes]:
        """Of all seats."""
        return [
            bot_nonce(self.genesis.match_id, self.attempt, seat)
            if seat in self.bots
            else self.opening(seat)[32:]
            for seat in range(self.seats)
        ]

    def draw(self, value: int | None = None, **more: Any) -> Entry:
        """Reveal the next link and draw from it."""
        self.draws += 1
        link = chain_link(self.start, self.genesis.links, self.draws)
        agreed = draw(self.genesis.match_id, self.attempt, self.draws, link, self.nonces())
        drawn = agreed if value is None else value
        return self.platform(k.DRAW, "DRAW", drawn, **{"preimage": link, **more})

    def take_back(
        self, asker: int, target: int, *, raises: bool, consents: tuple[int, ...]
    ) -> Entry:
        """A take-back from the question to the restored state."""
        self.write(k.TAKE_BACK, k.PLAYER, asker, step=k.ASK, of=asker, target=target)
        for seat in consents:
            self.write(k.TAKE_BACK, k.PLAYER, seat, step=k.CONSENT, of=asker, target=target)
        return self.restore(k.TAKE_BACK, k.CLOCK, target, raises, step=k.DONE, of=asker)

    def roll_back(self, target: int) -> Entry:
        """A rollback by staff."""
        return self.restore(k.ROLLBACK, k.BY_STAFF, target, True, reason=1)

    def restore(self, kind: int, authority: int, target: int, raises: bool, **more: Any) -> Entry:
        """An entry after which the state of `target` holds again."""
        self.state = RULES.decode(self.states[target])
        self.epoch += raises
        return self.write(kind, authority, k.SYSTEM, target=target, **more)

    def play(self, actions: int = 2) -> "Recorder":
        """On to the end, with up to `actions` actions a turn before it is ended."""
        while self.state.phase != RULES.state.OVER:
            if self.state.phase == RULES.state.AWAIT_DRAW:
                self.draw()
                continue
            for step in range(actions):
                legal = RULES.legal_actions(self.state, self.state.turn_seat())
                plain = [a for a in legal if a[0] < RULES.actions.END_TURN]
                self.act(plain[(self.sequence * 7919 + step) % len(plain)])
            self.end_turn()
        self.write(k.END, k.CLOCK, k.SYSTEM, reason=k.PLAYED_OUT)
        return self

    # -- what comes of it --------------------------------------------------------------

    def fold(self) -> Fold:
        """The log, folded by the ledger."""
        fold = Fold(
            encode_genesis(self.genesis),
            RULES,
            check_signature,
            RULES_HASH,
            restored_by(self.entries),
        )
        for entry in self.entries:
            fold.advance(entry)
        return fold

    def failure(self) -> tuple[int, int]:
        """Kind and sequence of what the ledger finds wrong with the log."""
        try:
            self.fold()
        except Unverified as error:
            return error.kind, error.sequence
        raise AssertionError("nothing was found wrong")

    def archive(self, *, reveal_start: bool = True) -> archives.Archive:
        """The match as an archive; if it is signed, with receipts for the first and last hash."""
        made = assemble(self.fold(), self.entries, self.start if reveal_start else b"")
        if self.signed:
            made.sealed = self.time + 5_000
            key = ed25519.public_key(SERVER_SECRET)
            made.keys = [
                archives.ServerKey(ED25519, key, START_MS - 86_400_000, START_MS + 86_400_000, b"")
            ]
            for sequence in (0, self.sequence):
                message = receipt_bytes(self.genesis.match_id, sequence, self.heads[sequence])
                signature = ed25519.sign(SERVER_SECRET, message)
                made.receipts.append(archives.Receipt(sequence, 0, signature))
        return seal(made)


def seal(archive: archives.Archive, secret: bytes = SERVER_SECRET) -> archives.Archive:
    """Close an archive, signed if it has keys."""
    archive.seal = archives.seal_of(archive)
    if archive.keys:
        message = archives.sealed_bytes(archive.seal, archive.sealed)
        archive.seal_signature = ed25519.sign(secret, message)
    return archive
