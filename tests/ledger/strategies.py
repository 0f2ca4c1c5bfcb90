"""Generated entries, geneses and archives: every field over its whole range."""

from typing import Any

from hypothesis import strategies as st

from games.ledger import kinds as k
from games.ledger.entries import Claim, Entry
from games.ledger.genesis import MOST_LINKS, Genesis
from games.ledger.signing import ED25519, P256, UNSIGNED, key_bytes, signature_bytes

SCHEMES = (UNSIGNED, ED25519, P256)


def exactly(size: int) -> st.SearchStrategy[bytes]:
    """Byte strings of one length."""
    return st.binary(min_size=size, max_size=size)


def unsigned(size: int) -> st.SearchStrategy[int]:
    """Whole numbers of so many bytes, bounds often."""
    most = (1 << (8 * size)) - 1
    return st.one_of(st.sampled_from((0, 1, most)), st.integers(0, most))


@st.composite
def _keys(draw: Any, details: Any, schemes: tuple[int, ...] = SCHEMES) -> None:
    details.scheme = draw(st.sampled_from(schemes))
    details.key = draw(exactly(key_bytes(details.scheme)))


def _details(draw: Any, entry: Entry) -> None:
    """Details as the entry's kind, seat and authority want them."""
    details = entry.details
    if entry.kind == k.JOIN:
        if entry.authority == k.BOT:
            details.bot = draw(st.integers(1, 255))
        else:
            draw(_keys(details))
            details.commitment = draw(st.one_of(st.just(b""), exactly(32)))
    elif entry.kind == k.TAKEOVER:
        details.bot = draw(st.integers(1, 255))
    elif entry.kind == k.TAKE_BACK:
        details.target = draw(unsigned(4))
        details.of = draw(st.integers(0, 5))
        details.step = k.DONE
        if entry.seat != k.SYSTEM:
            steps = (k.ASK,) if details.of == entry.seat else (k.CONSENT, k.REFUSE)
            details.step = draw(st.sampled_from(steps))
    elif entry.kind == k.ROLLBACK:
        details.target = draw(unsigned(4))
        details.reason = draw(unsigned(2))
    elif entry.kind == k.STAFF:
        codes = (k.EXPEL,) if entry.action else (k.EXTEND, k.NOTE)
        details.code = draw(st.sampled_from(codes))
        details.of = draw(unsigned(1))
        details.value = draw(unsigned(8))
    elif entry.kind == k.END:
        details.reason = draw(unsigned(2))
    elif entry.kind == k.LEAVE:
        details.reason = draw(unsigned(2))
        details.of = draw(unsigned(1)) if entry.seat == k.SYSTEM else entry.seat
    elif entry.kind == k.KEY:
        details.of = draw(unsigned(1)) if entry.seat == k.SYSTEM else entry.seat
        draw(_keys(details, (ED25519, P256)))


@st.composite
def entries(draw: Any) -> Entry:
    """Any entry that its kind allows."""
    code = draw(st.sampled_from(sorted(k.KINDS)))
    kind = k.KINDS[code]
    words = [(word, False) for word in kind.own] + [(word, True) for word in kind.system]
    authority, system = draw(st.sampled_from(words))
    entry = Entry(code, authority, k.SYSTEM if system else draw(st.integers(0, 5)))
    entry.sequence = max(1, draw(unsigned(4)))
    entry.epoch = draw(unsigned(4))
    entry.time = draw(unsigned(8))
    if (code, authority) == (k.ACTION, k.PLAYER):
        entry.lag = draw(unsigned(4))
    entry.command_id = draw(exactly(16))
    entry.previous = draw(exactly(32))
    entry.state_hash = draw(exactly(32))
    entry.preimage = draw(exactly(draw(st.sampled_from(kind.preimages))))
    if kind.action == k.SOME or (kind.action == k.MAY and draw(st.booleans())):
        entry.action = draw(st.binary(min_size=1, max_size=k.MOST_ACTION))
    _details(draw, entry)
    if authority == k.PLAYER and not system:
        entry.scheme = draw(st.sampled_from(SCHEMES))
        if entry.scheme != UNSIGNED:
            predicted = draw(st.one_of(st.just(entry.state_hash), st.just(bytes(32)), exactly(32)))
            entry.claim = Claim(
                draw(st.integers(0, entry.sequence - 1)),
                draw(exactly(16)),
                predicted,
                draw(unsigned(8)),
            )
            entry.signature = draw(exactly(signature_bytes(entry.scheme)))
    return entry


@st.composite
def geneses(draw: Any) -> Genesis:
    """Any genesis that its encoding allows."""
    genesis = Genesis(draw(exactly(16)))
    genesis.rules_version = draw(unsigned(2))
    genesis.rules_hash = draw(exactly(32))
    genesis.setup = draw(st.binary(max_size=256))
    clock = genesis.clock
    clock.kind = draw(st.integers(0, 2))
    for name in ("turn", "bank", "increment", "vacation"):
        setattr(clock, name, draw(unsigned(8)))
    for name in ("opening", "lag_each", "lag_quota"):
        setattr(clock, name, draw(unsigned(4)))
    genesis.time = draw(unsigned(8))
    genesis.pseudonyms = draw(st.lists(exactly(16), max_size=6))
    genesis.links = draw(st.integers(0, MOST_LINKS))
    if genesis.links:
        genesis.commitment = draw(exactly(32).filter(any))
    genesis.state_hash = draw(exactly(32))
    genesis.scheme = draw(st.sampled_from(SCHEMES))
    genesis.key = draw(exactly(key_bytes(genesis.scheme)))
    return genesis
