"""Whatever is put behind a log, with hashes that fit, either stands or fails with a typed error."""

from functools import lru_cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from games.ledger.entries import Entry, encode_entry
from games.ledger.failure import Unverified
from games.ledger.fold import Fold
from games.ledger.genesis import encode_genesis
from tests.ledger.recorder import RULES, Recorder
from tests.ledger.strategies import entries


def believe(scheme: int, public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Every signature, so that what is generated gets past this check."""
    return True


@lru_cache(maxsize=2)
def begun(started: bool) -> Recorder:
    """A match before or after its start."""
    match = Recorder(signed=False)
    if started:
        match.begin()
        match.fund()
        match.end_turn()
    else:
        match.join(0)
    return match


def opened(started: bool) -> Fold:
    """Its log, with states kept to go back to."""
    match = begun(started)
    fold = Fold(encode_genesis(match.genesis), RULES, believe, b"", tuple(range(12)))
    for data in match.entries:
        fold.advance(data)
    return fold


# Every kind of action once, most with small parameters: many are legal at some point.
ACTIONS = st.sampled_from(
    [
        RULES.actions.encode_action(action)
        for action in (
            *[(kind,) for kind in (12, 13, 14, 15, 16)],
            *[(kind, 1) for kind in (4, 5, 6, 9, 10, 11, 32, 33, 34, 35, 36, 37)],
            *[(kind, 0) for kind in (33, 34, 35, 36)],
            (1, 7, 0, 2),
            (2, 7, 0, 2),
            (3, 1, 9, 0),
            (7, 1, 1, 1, 0),
            (8, 1, 0, 5, 1, 2, 1),
        )
    ]
)


def behind(fold: Fold, entry: Entry, data: Any) -> bytes:
    """The entry's bytes, made to follow on the log, often with an action of the rules."""
    entry.sequence = fold.sequence + 1
    entry.previous = fold.head
    entry.epoch = fold.epoch + data.draw(st.sampled_from((0, 0, 0, 1)))
    entry.time = fold.times[-1] + data.draw(st.sampled_from((0, 50_000)))
    entry.state_hash = data.draw(st.sampled_from((fold.state_hash, fold.genesis.state_hash)))
    entry.details.target %= 10
    if entry.claim is not None:
        entry.claim.confirmed %= entry.sequence
    if entry.action:
        entry.action = data.draw(ACTIONS)
    return encode_entry(entry)


@given(st.booleans(), st.lists(entries(), min_size=1, max_size=4), st.data())
@settings(max_examples=150, deadline=None)
def test_a_generated_entry_stands_or_fails_with_a_kind(
    started: bool, generated: list[Entry], data: st.DataObject
) -> None:
    fold = opened(started)
    for entry in generated:
        made = behind(fold, entry, data)
        before = fold.sequence
        try:
            fold.advance(made)
        except Unverified as error:
            assert error.sequence == before + 1
            return
        assert fold.sequence == before + 1
