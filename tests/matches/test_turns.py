"""The one path: what it refuses changes nothing, what it writes is written once."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connections

from games.ledger import kinds
from games.ledger.failure import Unverified
from games.matches import archives, turns, warm
from games.matches.command import Base, Command, Newcomer, Outcome
from games.matches.refused import Refused
from games.models import Match, Transaction
from games.protocol import codes
from tests.matches.table import Table, refused


@pytest.fixture
def match(table: Table) -> Match:
    """Two people, seat 0 to move."""
    return table.playing()


def fund(match: Match) -> tuple[int, ...]:
    """An action that is always possible with a point left."""
    return (warm.load(match.id).rules.actions.FUND_DRIVE,)


def end(match: Match) -> tuple[int, ...]:
    """The action that ends a turn."""
    return (warm.load(match.id).rules.actions.END_TURN,)


def test_a_repeated_command_gives_the_first_result(table: Table, match: Match) -> None:
    command = table.action(match, 0, fund(match))
    first = turns.submit(command)
    again = turns.submit(command)
    assert (first.repeated, again.repeated) == (False, True)
    assert (first.sequence, first.entry, first.head) == (again.sequence, again.entry, again.head)
    command.action = warm.load(match.id).rules.encode_action(end(match))
    with refused(codes.COMMAND_REUSED):
        turns.submit(command)
    assert Transaction.objects.filter(match=match).count() == first.sequence


def test_a_rejected_command_is_judged_anew(table: Table, match: Match) -> None:
    command = table.action(match, 1, fund(match))
    with refused(codes.NOT_YOUR_TURN):
        turns.submit(command)
    table.end_turn(match)
    assert not turns.submit(command).repeated


@pytest.mark.parametrize(
    ("code", "make"),
    [
        (codes.NOT_YOUR_TURN, lambda t, m: t.action(m, 1, fund(m))),
        (codes.FORBIDDEN, lambda t, m: t.action(m, 0, fund(m), user_id=t.person(1).pk)),
        (codes.FORBIDDEN, lambda t, m: t.action(m, 0, fund(m), user_id=None)),
        (codes.NOT_SEATED, lambda t, m: _of_seat(t.action(m, 0, fund(m)), 5)),
        (codes.MALFORMED, lambda t, m: t.command(m, 0, action=b"\xff\x01")),
        (codes.ILLEGAL, lambda t, m: t.action(m, 0, (3, 1, 0, 0))),
        (codes.STALE, lambda t, m: t.action(m, 0, fund(m), base=Base(3, 1, b"x" * 32))),
        (codes.STALE, lambda t, m: t.action(m, 0, fund(m), base=Base(0, 999, b"x" * 32))),
        (codes.CHAIN, lambda t, m: t.action(m, 0, fund(m), base=Base(0, 1, b"x" * 32))),
        (codes.STALE, lambda t, m: t.action(m, 0, fund(m), base=t.base(m, 1))),
        (codes.NOT_GATHERING, lambda t, m: t.command(m, 0, kinds.READY)),
        (codes.STALE, lambda t, m: _due(t.action(m, 0, fund(m)), 1)),
        (codes.NO_SUCH_MATCH, lambda t, m: _of_match(t.action(m, 0, fund(m)), "0" * 26)),
    ],
)
def test_what_is_refused_leaves_no_trace(
    table: Table, match: Match, code: int, make: Callable[[Table, Match], Command]
) -> None:
    before = Match.objects.filter(pk=match.pk).values().get()
    with refused(code):
        turns.submit(make(table, match))
    assert Match.objects.filter(pk=match.pk).values().get() == before
    assert Transaction.objects.filter(match=match).count() == before["sequence"]


def _of_seat(command: Command, seat: int) -> Command:
    command.seat = seat
    return command


def _of_match(command: Command, match_id: str) -> Command:
    command.match_id = match_id
    return command


def _due(command: Command, sequence: int) -> Command:
    command.due = sequence
    return command


def test_a_rejection_of_the_rules_says_by_how_much(table: Table, match: Match) -> None:
    for _ in range(3):
        turns.submit(table.action(match, 0, fund(match)))
    rejections = warm.load(match.id).rules.rejections
    with pytest.raises(Refused) as found:
        turns.submit(table.action(match, 0, fund(match)))
    told = found.value
    assert (told.rejection, told.need, told.have) == (rejections.NO_POINTS, 1, 0)


def test_several_commands_may_be_under_way(table: Table, match: Match) -> None:
    base = table.base(match)
    commands = [table.action(match, 0, fund(match), base=base) for _ in range(3)]
    sequences = [turns.submit(command).sequence for command in commands]
    assert sequences == [base.sequence + 1, base.sequence + 2, base.sequence + 3]


def test_a_turn_has_an_end(table: Table, match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("games.matches.judge.MOST_TURN_ENTRIES", 10)
    actions = warm.load(match.id).rules.actions
    began = warm.load(match.id).turn_entries
    count = 0
    with refused(codes.TOO_MANY_ENTRIES):
        while count < 50:
            wanted = (actions.UNDO,) if count % 2 else (actions.POLICY, 0, 1, 0, 0)
            turns.submit(table.action(match, 0, wanted))
            count += 1
    assert count == 10 - began
    # Without a clock nobody else could end the turn.
    turns.submit(table.action(match, 0, (actions.END_TURN,)))


def test_a_full_log_is_played_to_its_end(
    table: Table, match: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("games.matches.judge.MOST_ENTRIES", warm.load(match.id).fold.sequence)
    with refused(codes.TOO_MANY_ENTRIES):
        turns.submit(table.action(match, 0, fund(match)))
    while warm.load(match.id).turn_seat() is not None:
        table.end_turn(match)
    match.refresh_from_db()
    assert match.status == Match.Status.OVER


AT_A_TIME = 6  # threads, each with a connection of its own: a pool has eight


def race(work: list[Callable[[], Outcome]]) -> list[object]:
    """All at the same time, or as many as a server would take; what came of each."""
    gate = threading.Barrier(min(len(work), AT_A_TIME))

    def run(number: int) -> object:
        if number < gate.parties:
            gate.wait()
        try:
            return work[number]()
        except Refused as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(gate.parties) as pool:
        return list(pool.map(run, range(len(work))))


def test_racing_threads_make_one_history(table: Table, match: Match) -> None:
    commands = [table.action(match, 0, fund(match)) for _ in range(8)]
    results = race([lambda c=command: turns.submit(c) for command in commands])  # type: ignore[misc]
    written = [result for result in results if isinstance(result, Outcome)]
    assert len(written) == 3  # as many as there are points
    others = [result for result in results if isinstance(result, Refused)]
    assert {error.rejection for error in others} == {warm.load(match.id).rules.rejections.NO_POINTS}
    archives.refold(match)


def test_one_command_of_many_threads_is_written_once(table: Table, match: Match) -> None:
    command = table.action(match, 0, fund(match))
    results = race([lambda: turns.submit(command)] * 8)
    sequences = [result.sequence for result in results if isinstance(result, Outcome)]
    assert len(sequences) == 8 and len(set(sequences)) == 1
    assert sum(not result.repeated for result in results if isinstance(result, Outcome)) == 1


def test_a_hundred_want_one_seat_and_one_has_it(table: Table) -> None:
    match = table.order(chance=0)
    people = [table.person(number) for number in range(1, 26)]

    def claim(user_number: int) -> Callable[[], Outcome]:
        user = people[user_number % len(people)]
        command = Command(
            match.id,
            kinds.JOIN,
            kinds.PLAYER,
            1,
            os.urandom(16),
            user_id=user.pk,
            newcomer=Newcomer(user.pk, user.display_name, 0),
        )
        return lambda: turns.submit(command)

    results = race([claim(number) for number in range(100)])
    assert len([result for result in results if isinstance(result, Outcome)]) == 1
    refusals = {result.code for result in results if isinstance(result, Refused)}
    assert refusals == {codes.SEAT_TAKEN}
    assert match.places.filter(taken=True).count() == 1


PROCESS = """
import sys, django
django.setup()
from django.conf import settings
from games.matches import turns
from games.matches.command import Command
from games.matches.refused import Refused
from games.matches.writer import writer
written = 0
sys.stdin.readline()
for number in range(12):
    id = bytes([int(sys.argv[3]), number]) * 8
    action, user = bytes([int(sys.argv[2])]), int(sys.argv[4])
    command = Command(sys.argv[1], 3, 1, 0, id, action=action, user_id=user)
    try:
        written += not turns.submit(command).repeated
    except Refused as error:
        assert error.rejection is not None, error
writer.stop()
print(written)
"""


def test_two_processes_make_one_history(table: Table, match: Match) -> None:
    user_id = match.places.get(number=0).user_id
    names = {alias: str(connections[alias].settings_dict["NAME"]) for alias in connections}
    program = (
        "from django.conf import settings as s; import tests.settings as t;\n"
        f"names = {names!r}\n"
        "for alias in names: t.DATABASES[alias]['NAME'] = names[alias]\n" + PROCESS
    )
    # The databases that the tests have, not the ones that the settings name.
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, match.id, str(fund(match)[0]), str(n), str(user_id)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=settings.BASE_DIR,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        )
        for n in (1, 2)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    written = [int(process.communicate(timeout=60)[0]) for process in started]
    assert sum(written) == 3
    fold, entries = archives.refold(match)
    assert fold.sequence == len(entries) == Transaction.objects.filter(match=match).count()


def test_a_broken_log_is_not_played_on(table: Table, match: Match) -> None:
    row = Transaction.objects.get(match=match, sequence=2)
    spoilt = bytearray(row.entry)
    spoilt[50] ^= 1
    Transaction.objects.filter(pk=row.pk).update(entry=bytes(spoilt))
    with refused(codes.UNAVAILABLE):
        turns.submit(Command(match.id, kinds.ACTION, kinds.PLAYER, 0, os.urandom(16)))
    with pytest.raises(Unverified, match="CHAIN at 2"):
        archives.refold(match)
