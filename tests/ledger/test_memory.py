"""A fold that goes on from another one's memory is as good as one that read the whole log."""

from collections.abc import Callable

import pytest

from games.ledger import kinds as k
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import decode_entry
from games.ledger.failure import STATE_HASH, Unverified
from games.ledger.fold import Fold
from games.ledger.genesis import encode_genesis
from games.ledger.memory import Past
from games.ledger.verify import restored_by
from tests.ledger import plans
from tests.ledger.recorder import RULES, RULES_HASH, Recorder, small_setup


def to_its_end() -> Recorder:
    """Signed, with a bot, to its end."""
    return Recorder(small_setup(3)).begin(bots=(1,)).play()


def tried_again() -> Recorder:
    """A seat that does not open; everybody commits anew."""
    match = Recorder(small_setup(2))
    match.join(0)
    match.join(1)
    match.ready(0)
    match.time += match.genesis.clock.opening
    match.write(k.LEAVE, k.CLOCK, k.SYSTEM, of=1, reason=k.DID_NOT_OPEN)
    match.attempt += 1
    match.secrets[1] = bytes([9]) * 32
    return match.begin().play()


def taken_back() -> Recorder:
    """Own and others' turns taken back, a question left open, a rollback, a change of key."""
    match = Recorder(small_setup(3)).begin()
    start = match.sequence
    asker = match.state.turn_seat()
    match.fund()
    before = match.sequence
    match.end_turn()
    other = match.state.turn_seat()
    match.fund()
    match.take_back(asker, before, raises=True, consents=(other,))
    match.write(k.TAKE_BACK, k.PLAYER, asker, step=k.ASK, of=asker, target=start)
    match.roll_back(start)
    return match.play()


def together() -> Recorder:
    """Everybody plans at once."""
    return plans.play(plans.together())


def believed(scheme: int, key: bytes, message: bytes, signature: bytes) -> bool:
    """Signatures are another test's; here they would only take time."""
    return True


def fold(match: Recorder, past: Past | None = None) -> Fold:
    targets = restored_by(match.entries)
    return Fold(encode_genesis(match.genesis), RULES, believed, RULES_HASH, targets, past)


def past_of(match: Recorder, known: Fold) -> Past:
    chain = []
    for data, head in zip(match.entries[: known.sequence], known.heads[1:], strict=True):
        entry = decode_entry(data)
        chain.append((head, entry.time, entry.seat, entry.command_id))
    return Past(RULES.encode(known.state), known.remember(), chain)


@pytest.mark.parametrize("make", [to_its_end, tried_again, taken_back, together])
def test_whoever_goes_on_from_any_entry_knows_all_that_the_whole_log_tells(
    make: Callable[[], Recorder],
) -> None:
    match = make()
    steady = fold(match)
    resumed: list[Fold] = []
    for data in match.entries:
        steady.advance(data)
        for each in resumed:
            each.advance(data)
        # A state before this one is not in the memory: nobody may go back to it.
        rest = restored_by(match.entries[steady.sequence :])
        if min([steady.sequence, *rest]) == steady.sequence:
            resumed.append(fold(match, past_of(match, steady)))
            resumed = resumed[-5:] if steady.sequence % 7 else resumed[::2]
        for each in resumed:
            assert each.remember() == steady.remember()
            assert (each.heads, each.times) == (steady.heads, steady.times)
            assert each.state_hash == steady.state_hash
    assert steady.ended and len(resumed) > 1
    entry = decode_entry(match.entries[3])
    assert all(each.knows(entry.seat, entry.command_id) for each in resumed)


def test_a_memory_that_does_not_belong_to_the_state_or_the_chain_is_refused() -> None:
    match = Recorder(small_setup(2)).begin()
    match.fund()
    steady = fold(match)
    for data in match.entries:
        steady.advance(data)
    good = past_of(match, steady)
    other = match.states[match.sequence - 1]
    with pytest.raises(Unverified) as wrong:
        fold(match, Past(other, good.memory, good.chain))
    assert wrong.value.kind == STATE_HASH
    with pytest.raises(BrokenBytes):
        fold(match, Past(good.state, good.memory, good.chain[:-1]))
    for broken in (b"", good.memory[:-1], good.memory + b"\0", b"\xff" + good.memory[1:]):
        with pytest.raises(BrokenBytes):
            fold(match, Past(good.state, broken, good.chain))
