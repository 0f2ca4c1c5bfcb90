"""Matches to which nobody comes are given up."""

import pytest

from games.ledger.entries import decode_entry
from games.ledger.kinds import CLOCK, END, VOIDED
from games.matches import lifecycle, waiting
from games.matches.audit import audit
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.models import Match, OutboxRow, Transaction
from games.protocol import codes
from tests.matches.meanwhile import meanwhile
from tests.matches.table import Table


def _later(monkeypatch: pytest.MonkeyPatch, hours: float) -> None:
    now = now_ms() + int(hours * 3_600_000)
    for module in ("waiting", "judge"):
        monkeypatch.setattr(f"games.matches.{module}.now_ms", lambda: now)


def test_a_match_is_given_up_after_a_day_and_is_void_with_a_log_that_holds(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order(seats=3, kind=1, bots=[0])
    table.join(match, 0)
    _later(monkeypatch, 23.9)
    assert waiting.given_up() == []
    _later(monkeypatch, 24.1)
    assert waiting.given_up() == [match.id]
    waiting.give_up(match.id)
    match.refresh_from_db()
    assert (match.status, match.due_at, match.result) == (Match.Status.VOID, None, None)
    last = decode_entry(bytes(Transaction.objects.get(sequence=match.sequence).entry))
    assert (last.kind, last.authority, last.details.reason) == (END, CLOCK, VOIDED)
    assert audit(match.id).fold.ended
    assert waiting.given_up() == []
    assert not OutboxRow.objects.exists()
    with pytest.raises(Refused) as refusal:
        lifecycle.leave(match.id, table.person(0))
    assert refusal.value.code == codes.MATCH_OVER


def test_whoever_comes_or_goes_keeps_a_match_waiting(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order()
    _later(monkeypatch, 20)
    table.join(match, 0)
    _later(monkeypatch, 10)  # on top of the real clock: 30 hours after the order, 10 after that
    monkeypatch.setattr("games.matches.waiting.now_ms", lambda: match.created_at + 30 * 3_600_000)
    assert waiting.given_up() == []


def test_a_match_that_has_begun_or_that_somebody_joins_just_now_is_kept(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    playing = table.playing(bots=[0])
    with pytest.raises(Refused) as refusal:
        waiting.give_up(playing.id)
    assert refusal.value.code == codes.NOT_GATHERING
    with pytest.raises(Refused) as refusal:
        waiting.give_up("0" * 26)
    assert refusal.value.code == codes.NO_SUCH_MATCH
    match = table.order()
    joining = meanwhile("SELECT games_transaction", lambda: table.join(match, 0))
    with joining, pytest.raises(Refused) as refusal:
        waiting.give_up(match.id)
    assert refusal.value.code == codes.STALE
    assert Match.objects.get(pk=match.id).status == Match.Status.GATHERING
