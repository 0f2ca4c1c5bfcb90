"""The log and the archive over REST: whole, in pages, checked by the ledger; and no secret."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import msgspec
import pytest

from games import engine
from games.api.shapes import LogPage
from games.engine.manifest import RULES_HASH
from games.ledger.fairness import chain_link, chain_start
from games.ledger.fold import Fold
from games.ledger.genesis import decode_genesis
from games.ledger.verify import verify
from games.matches import archives
from games.matches.warm import no_signatures
from games.models import Match
from games.protocol import codes, ids
from tests.api.visitor import Visitor, refused, written
from tests.matches.table import Table

Visit = Callable[..., Visitor]


def page(visitor: Visitor, match: Match, query: str = "") -> LogPage:
    """A page of the log."""
    answer = visitor.get(f"matches/{match.id}/log/{query}")
    assert answer.status_code == 200, answer.content
    return msgspec.convert(answer.json(), LogPage)


def test_a_stranger_can_check_the_whole_log_page_by_page(
    visit: Visit, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("games.matches.queries.LOG_PAGE", 4)
    match = table.playing(bots=[0])
    for _ in range(2):
        table.end_turn(match)
    match.refresh_from_db()
    stranger = visit(stranger=True)
    first = page(stranger, match)
    assert first == page(stranger, match, "?after=0")
    assert first.genesis is not None and first.first == 1
    fold = Fold(
        first.genesis, engine.rules(0), no_signatures, rules_hash=bytes.fromhex(RULES_HASH[0])
    )
    assert fold.genesis.match_id == ids.read(match.id)
    while fold.sequence < first.sequence:
        found = page(stranger, match, f"?after={fold.sequence}")
        assert found.first == fold.sequence + 1 and 0 < len(found.entries) <= 4
        assert (found.genesis is None) == (fold.sequence > 0)
        for data in found.entries:
            fold.advance(data)
    assert (fold.sequence, fold.head) == (match.sequence, bytes(match.head))
    for after in (fold.sequence, fold.sequence + 1000, 2**32 - 1):
        assert page(stranger, match, f"?after={after}").entries == []


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "", "\u0663", "1e3", "9" * 4000, "%00", "+1"])
def test_an_after_that_is_no_sequence_is_refused(visit: Visit, table: Table, after: str) -> None:
    answer = visit().get(f"matches/{table.order().id}/log/", data={"after": after})
    assert refused(answer, 400, codes.MALFORMED) == {"after": ["invalid"]}


def test_the_archive_is_a_file_that_verifies_and_is_sent_once(visit: Visit, table: Table) -> None:
    match = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0]))
    visitor = visit()
    address = f"matches/{match.id}/archive/"
    refused(visitor.get(address), 404, codes.NO_ARCHIVE)
    assert visitor.detail(match.id)["archive"] is None
    archives.make(match.id)
    assert visitor.detail(match.id)["archive"] == f"/api/v1/{address}"
    for accepted in ("application/octet-stream", "*/*", "text/html"):
        answer = visitor.get(address, headers={"Accept": accepted})
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/octet-stream")
    rules_hash = bytes.fromhex(RULES_HASH[0])
    report = verify(answer.content, engine.rules(0), no_signatures, rules_hash)
    assert report.ended and report.head == bytes(match.head)
    assert answer["ETag"] == f'"{sha256(answer.content).hexdigest()}"'
    name = f"citybuilder-{match.id}.cba"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    unchanged = visitor.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    other = visitor.get(address, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_a_problem_with_the_archive_is_told_in_json_whatever_was_asked_for(
    visit: Visit, table: Table
) -> None:
    answer = visit().get(
        f"matches/{table.order().id}/archive/", headers={"Accept": "application/octet-stream"}
    )
    assert answer["Content-Type"] == "application/json"
    refused(answer, 404, codes.NO_ARCHIVE)


# -- what nobody may see ------------------------------------------------------------------


def _writings(data: bytes) -> list[bytes]:
    """Bytes as they may stand in an answer. Base64 at every offset, without its ends."""
    found = [data, data.hex().encode(), data.hex().upper().encode()]
    for offset in range(3):
        whole = b64encode(bytes(offset) + data)
        found.append(whole[4 : len(whole) - 4])
    return found


def test_no_answer_holds_a_secret_or_an_account_s_number(visit: Visit, table: Table) -> None:
    host, other, stranger = visit("Ada"), visit("Bob"), visit(stranger=True)
    match_id = host.make(visibility="listed")["id"]
    host.join(match_id, 0)
    other.join(match_id, 1)
    running = table.playing(bots=[0])
    table.end_turn(running)
    over = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0]))
    running.refresh_from_db()
    hidden: list[bytes] = []
    for match in Match.objects.all():
        hidden.append(bytes(match.secret))
        if match.id == over.id:
            continue  # the start of its chain is in the archive for everybody
        genesis = decode_genesis(bytes(match.genesis))
        start = chain_start(bytes(match.secret), genesis.match_id)
        drawn = match.round if match.id == running.id else 0
        for index in range(drawn + 1, genesis.links + 1):
            hidden.append(chain_link(start, genesis.links, index))
    archives.make(over.id)
    for visitor in (host, other, stranger):
        visitor.seen.clear()
        visitor.get("matches/")
        visitor.get("matches/?mine=1")
        for match in Match.objects.all():
            visitor.get(f"matches/{match.id}/")
            visitor.get(f"matches/{match.id}/log/")
            visitor.get(f"matches/{match.id}/archive/")
        for step in ("join", "leave", "remove", "bots", "rematch"):
            for body in ({}, {"seat": 1}, {"seat": 1, "command_id": written(bytes(16))}):
                visitor.post(f"matches/{running.id}/{step}/", body)
    said = b"\n".join(host.seen + other.seen + stranger.seen)
    assert b'"log"' in said and len(said) > 10_000
    for data in hidden:
        for writing in _writings(data):
            assert writing not in said
    for name in (b"secret", b"user_id", b"host_user", b"password", b"seed"):
        assert name not in said
    # What was revealed is found that way, or the search above would prove nothing.
    start = chain_start(bytes(over.secret), ids.read(over.id))
    revealed = chain_link(start, decode_genesis(bytes(over.genesis)).links, 1)
    assert any(writing in said for writing in _writings(revealed))
