"""Time: the turn's own, the bank, the deadline, and what happens when it has passed."""

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext

from games import tasks
from games.ledger import kinds
from games.ledger.chain import system_command_id
from games.matches import absence, conductor, duties, turns, uptime, warm
from games.matches.audit import audit
from games.matches.rebuild import rebuild
from games.models import EndVote, Match, Seat, Transaction, Uptime
from games.protocol import codes, ids
from tests.matches.table import Table, refused


class Watch:
    """The server's clock in the tests' hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, match: Match) -> None:
        """A server process has lived for long, and lives on."""
        self.now = Transaction.objects.filter(match=match).latest("sequence").time
        for module in ("judge", "conductor", "absence", "uptime"):
            monkeypatch.setattr(f"games.matches.{module}.now_ms", lambda: self.now)
        Uptime.objects.get_or_create(began_at=0, defaults={"noted_at": self.now})

    def forward(self, seconds: float, up: bool = True) -> None:
        """Let time pass, in which a server process lives or none does."""
        self.now += int(seconds * 1000)
        if up:
            latest = Uptime.objects.latest("began_at")
            Uptime.objects.filter(pk=latest.pk).update(noted_at=self.now)


@pytest.fixture
def match(table: Table) -> Match:
    """Two people, 30 s a turn and 60 s in the bank; seat 0 to move."""
    return table.playing(turn=30, bank=60)


@pytest.fixture
def watch(match: Match, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A clock that stands still."""
    return Watch(monkeypatch, match)


def test_a_long_turn_is_taken_from_the_bank(table: Table, match: Match, watch: Watch) -> None:
    watch.forward(25)
    table.end_turn(match)
    assert warm.load(match.id).banks.left == [60_000, 60_000]
    watch.forward(45)
    table.end_turn(match)
    assert warm.load(match.id).banks.left == [60_000, 45_000]


def test_the_time_is_over_only_when_the_bank_is_empty(
    table: Table, match: Match, watch: Watch
) -> None:
    fund = (warm.load(match.id).rules.actions.FUND_DRIVE,)
    watch.forward(89.9)
    turns.submit(table.action(match, 0, fund))
    assert conductor.perform(match.id) == 0
    watch.forward(0.1)
    with refused(codes.NOT_YOUR_TURN):
        turns.submit(table.action(match, 0, fund))
    assert conductor.perform(match.id) == 1
    assert conductor.perform(match.id) == 0
    found = warm.load(match.id)
    assert (found.turn_seat(), found.fold.state.missed) == (1, [1, 0])
    assert found.banks.left == [0, 60_000]
    last = Transaction.objects.filter(match=match).latest("sequence")
    assert (last.kind, last.seat) == (kinds.TIME_OUT, kinds.SYSTEM)
    match.refresh_from_db()
    assert match.due_at == last.time + 90_000


def test_no_match_promises_credit_for_lag_that_nobody_gives(table: Table, match: Match) -> None:
    for one in (match, table.playing(turn=2 * 24 * 3600), table.playing()):
        clock = warm.load(one.id).fold.genesis.clock
        assert (clock.lag_each, clock.lag_quota) == (0, 0)


def test_a_turn_in_time_is_never_timed_out(table: Table, match: Match, watch: Watch) -> None:
    stale = warm.load(match.id)
    duty = duties.next_duty(stale)
    assert duty is not None and duty.kind == kinds.TIME_OUT
    command = duties.command_of(stale, duty)
    table.end_turn(match)
    watch.forward(300)
    with refused(codes.STALE):
        turns.submit(command)


def test_with_days_for_a_turn_nobody_is_stood_in_for(table: Table, watch: Watch) -> None:
    match = table.playing(turn=86_400, bank=0)
    for missed in (1, 2, 3):
        while warm.load(match.id).turn_seat() != 0:
            table.end_turn(match)
        watch.forward(86_500)
        conductor.perform(match.id)
        found = warm.load(match.id)
        assert found.fold.state.missed[0] == missed
        assert found.fold.state.status[0] == found.rules.state.MAYOR


def test_after_two_missed_turns_a_bot_plays_on_until_the_person_is_back(
    table: Table, match: Match, watch: Watch
) -> None:
    for missed in (1, 2):
        while warm.load(match.id).turn_seat() != 0:
            table.end_turn(match)
        assert warm.load(match.id).fold.state.missed[0] == missed - 1
        watch.forward(100)
        conductor.perform(match.id)
    found = warm.load(match.id)
    assert Seat.objects.get(match=match, number=0).absent
    assert found.fold.state.status[0] == found.rules.state.ABSENT
    with refused(codes.NOT_YOUR_TURN):
        turns.submit(table.action(match, 0, (found.rules.actions.RESIGN,)))
    assert found.turn_seat() == 1
    table.end_turn(match)  # the bot plays seat 0 at once, whenever it is its turn
    found = warm.load(match.id)
    assert found.turn_seat() == 1
    command = absence.hand_back(found, 0)
    assert command is not None
    turns.submit(command)
    assert not Seat.objects.get(match=match, number=0).absent
    assert conductor.perform(match.id) == 0  # what was missed before counts no more
    assert absence.hand_back(warm.load(match.id), 0) is None
    while warm.load(match.id).turn_seat() != 0:
        table.end_turn(match)
    assert conductor.perform(match.id) == 0  # a person's again: nobody plays it


def test_a_mayor_cannot_use_up_the_ids_of_the_bot_that_will_stand_in(
    table: Table, match: Match, watch: Watch
) -> None:
    found = warm.load(match.id)
    actions = found.rules.actions
    for number in range(12):
        wanted = (actions.UNDO,) if number % 2 else (actions.POLICY, 0, 1, 0, 0)
        command = table.action(match, 0, wanted)
        command.command_id = system_command_id(
            ids.read(match.id), kinds.ACTION, 0, found.fold.sequence + 12 + number
        )
        turns.submit(command)
    table.end_turn(match)
    takeover = absence.takeover(warm.load(match.id), 0)
    assert takeover is not None
    turns.submit(takeover)
    table.end_turn(match)
    table.end_turn(match)  # and the bot plays seat 0, within those twelve sequences
    later = Transaction.objects.filter(match=match, sequence__gt=found.fold.sequence + 17)
    assert later.filter(seat=0, kind=kinds.ACTION).count() > 1


def test_who_has_not_been_seen_for_two_minutes_is_stood_in_for(
    table: Table, match: Match, watch: Watch
) -> None:
    Seat.objects.filter(match=match).update(seen_at=watch.now)
    watch.forward(119)
    absence.seen([match.places.get(number=0).pk])
    watch.forward(2)
    assert absence.long_away() == [(match.id, 1)]
    command = absence.takeover(warm.load(match.id), 1)
    assert command is not None
    turns.submit(command)
    assert absence.long_away() == []
    assert absence.takeover(warm.load(match.id), 1) is None


def test_who_has_resigned_is_neither_stood_in_for_nor_waited_for(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing(kind=1, seats=3, turn=30)
    watch = Watch(monkeypatch, match)
    Seat.objects.filter(match=match).update(seen_at=watch.now)
    turns.submit(table.action(match, 2, (warm.load(match.id).rules.actions.RESIGN,)))
    watch.forward(121)
    assert absence.long_away() == [(match.id, 0), (match.id, 1)]
    assert absence.votes(match.id).needed == 2
    assert rebuild(match.id) == []


def test_nobody_stands_in_without_a_live_clock(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    for order in ({}, {"turn": 24 * 3600}):
        match = table.playing(**order)
        watch = Watch(monkeypatch, match)
        watch.forward(3600)
        assert absence.long_away() == []
        assert conductor.perform(match.id) == 0


def test_a_match_by_correspondence_waits_for_its_days(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing(turn=2 * 24 * 3600)
    watch = Watch(monkeypatch, match)
    watch.forward(2 * 24 * 3600 - 1)
    assert conductor.perform(match.id) == 0
    watch.forward(1)
    assert conductor.perform(match.id) == 1


def test_those_who_are_left_end_a_match_by_vote(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing(kind=1, seats=3, turn=30)
    watch = Watch(monkeypatch, match)
    Seat.objects.filter(match=match).update(seen_at=watch.now)
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), 0)
    watch.forward(121)
    absence.seen([place.pk for place in match.places.exclude(number=2)])
    command = absence.takeover(warm.load(match.id), 2)
    assert command is not None
    turns.submit(command)
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), 0)
    watch.forward(180)
    assert absence.vote(warm.load(match.id), 0) is None
    assert absence.vote(warm.load(match.id), 0) is None
    assert EndVote.objects.filter(match=match).count() == 1
    found = absence.votes(match.id)
    assert (found.seats, found.needed) == ([0], 2)
    command = absence.vote(warm.load(match.id), 1)
    assert command is not None
    turns.submit(command)
    match.refresh_from_db()
    assert match.status == Match.Status.OVER
    assert match.result is not None and match.result["ranks"][2] > 0


def _three(table: Table, monkeypatch: pytest.MonkeyPatch) -> tuple[Match, Watch]:
    """Three mayors with a clock, of whom the last one has been away for long; the first votes."""
    match = table.playing(kind=1, seats=3, turn=30)
    watch = Watch(monkeypatch, match)
    _goes(match, watch, 2)
    assert absence.vote(warm.load(match.id), 0) is None
    return match, watch


def _goes(match: Match, watch: Watch, seat: int) -> None:
    """All are seen; then this one is not for long, and a bot plays."""
    absence.seen([place.pk for place in match.places.all()])
    watch.forward(301)
    absence.seen([place.pk for place in match.places.exclude(number=seat)])
    command = absence.takeover(warm.load(match.id), seat)
    assert command is not None
    turns.submit(command)


def test_a_vote_is_about_the_absence_that_it_was_cast_in(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match, watch = _three(table, monkeypatch)
    back = absence.hand_back(warm.load(match.id), 2)
    assert back is not None
    turns.submit(back)
    assert absence.votes(match.id).seats == []
    _goes(match, watch, 1)
    assert absence.vote(warm.load(match.id), 2) is None
    assert absence.vote(warm.load(match.id), 0) is not None


def test_votes_are_counted_again_when_one_who_has_not_voted_goes(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match, watch = _three(table, monkeypatch)
    assert absence.voted_on() == [match.id]
    assert absence.outvoted(warm.load(match.id)) is None
    _goes(match, watch, 1)
    command = absence.outvoted(warm.load(match.id))
    assert command is not None
    turns.submit(command)
    match.refresh_from_db()
    assert match.ended_at is not None
    assert absence.voted_on() == []


def test_a_match_without_a_clock_is_ended_by_vote_while_its_mayor_of_the_turn_is_gone(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing(kind=1, seats=3)
    watch = Watch(monkeypatch, match)
    places = list(match.places.order_by("number"))
    gone = warm.load(match.id).turn_seat()
    assert gone is not None
    first, second = [place for place in places if place.number != gone]
    absence.seen([place.pk for place in places])
    watch.forward(299)
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), first.number)
    watch.forward(2)
    absence.seen([first.pk, second.pk])
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), gone)  # nobody else is gone
    assert absence.vote(warm.load(match.id), first.number) is None
    assert absence.votes(match.id).needed == 2
    absence.back(warm.load(match.id), gone, places[gone].pk)
    assert not EndVote.objects.filter(match=match).exists()
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), second.number)
    watch.forward(301)
    absence.seen([first.pk])
    command = absence.vote(warm.load(match.id), first.number)  # the second one is gone, too
    assert command is not None
    turns.submit(command)
    match.refresh_from_db()
    assert match.status == Match.Status.OVER
    audit(match.id)


def test_an_outage_does_not_let_a_match_without_a_clock_be_ended(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.playing()
    watch = Watch(monkeypatch, match)
    _outage(match, watch, 3600)
    absence.seen([match.places.get(number=1).pk])
    with refused(codes.FORBIDDEN):
        absence.vote(warm.load(match.id), 1)
    watch.forward(361)
    absence.seen([match.places.get(number=1).pk])
    assert absence.vote(warm.load(match.id), 1) is not None


def test_every_match_comes_up_in_the_sweeps_however_many_there_are(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    matches = [table.playing(turn=30, chance=0) for _ in range(3)]
    watch = Watch(monkeypatch, matches[-1])
    monkeypatch.setattr(absence, "SWEEP_MOST", 1)
    for age, one in enumerate(matches):
        Seat.objects.filter(match=one, number=0).update(seen_at=watch.now - 200_000 - age)
        Seat.objects.filter(match=one, number=1).update(seen_at=watch.now)
        EndVote.objects.create(match=one, seat=1, time=age)
    away: list[str] = []
    while found := absence.long_away(away):
        away.append(found[0][0])
    assert away == [one.id for one in reversed(matches)]
    voted, last = [], ""
    while page := absence.voted_on(last):
        last = page[-1]
        voted += page
    assert sorted(voted) == sorted(one.id for one in matches)


def test_who_is_back_before_it_is_their_turn_in_the_sweep_is_not_stood_in_for(
    table: Table, match: Match, watch: Watch
) -> None:
    watch.forward(settings.STAND_IN_SECONDS + 1)
    assert absence.still_away(match.id, 0)
    absence.seen([match.places.get(number=0).pk])
    assert not absence.still_away(match.id, 0)
    assert absence.still_away(match.id, 1)


def test_all_who_are_here_are_noted_in_one_statement(table: Table) -> None:
    matches = [table.playing(chance=0) for _ in range(3)]
    Seat.objects.update(seen_at=0)
    here = [match.places.get(number=number).pk for number, match in enumerate(matches[:2])]
    with CaptureQueriesContext(connections["matches"]) as asked:
        absence.seen(here)
    assert len(asked) == 1
    assert set(Seat.objects.filter(seen_at__gt=0).values_list("pk", flat=True)) == set(here)


def test_a_match_that_no_server_looks_at_is_kept_going_by_the_worker_to_its_end(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody comes back: both mayors are stood in for, each turn after its time."""
    match = table.playing(kind=3, size=12, rounds=4, turn=30, bank=60)
    watch = Watch(monkeypatch, match)
    watch.forward(settings.STAND_IN_SECONDS + 29)
    assert tasks.take_up_late_matches() == 1  # a time-out; nobody is away for long enough yet
    watch.forward(1.1)
    assert tasks.take_up_late_matches() == 2
    assert set(match.places.values_list("absent", flat=True)) == {True}
    looks = 0
    while Match.objects.get(pk=match.id).status != Match.Status.OVER:
        watch.forward(60)
        assert tasks.take_up_late_matches() > 0
        looks += 1
    assert looks == 4 * 2 - 1


def test_bots_that_stand_in_for_everybody_leave_each_turn_its_time_until_somebody_is_back(
    table: Table, match: Match, watch: Watch
) -> None:
    for seat in (0, 1):
        command = absence.takeover(warm.load(match.id), seat)
        assert command is not None
        turns.submit(command)
    match.refresh_from_db()
    assert match.due_at == watch.now + 30_000
    watch.forward(29.9)
    assert conductor.perform(match.id) == 0
    watch.forward(0.1)
    assert conductor.perform(match.id) > 0
    found = warm.load(match.id)
    assert (found.turn_seat(), found.fold.state.round) == (1, 1)  # one turn, and no more
    assert conductor.perform(match.id) == 0
    back = absence.hand_back(found, 0)
    assert back is not None
    turns.submit(back)
    assert conductor.perform(match.id) > 0  # now somebody waits for seat 1
    assert warm.load(match.id).turn_seat() in (0, 1)
    assert warm.load(match.id).fold.state.round == 2
    audit(match.id)


def _outage(match: Match, watch: Watch, seconds: float) -> None:
    """All are seen, then the platform is away for so long; it has just come up again."""
    absence.seen([place.pk for place in match.places.all()])
    watch.forward(seconds, up=False)
    uptime.note()


def test_an_outage_is_nobody_s_absence_and_a_minute_after_it_is_not_either(
    table: Table, match: Match, watch: Watch
) -> None:
    _outage(match, watch, 3600)
    assert absence.long_away() == []
    assert not absence.still_away(match.id, 0)
    watch.forward(60 + settings.STAND_IN_SECONDS)
    assert absence.long_away() == []
    absence.seen([match.places.get(number=0).pk])
    watch.forward(0.1)
    assert absence.long_away() == [(match.id, 1)]
    assert absence.still_away(match.id, 1)


def test_an_outage_and_a_minute_after_it_are_given_back_to_the_turn_that_ran(
    table: Table, match: Match, watch: Watch
) -> None:
    watch.forward(85)
    began = watch.now
    _outage(match, watch, 3600)
    due = began + 5_000 + 3_660_000
    assert warm.load(match.id).deadline() == due
    assert conductor.perform(match.id) == 1
    match.refresh_from_db()
    last = Transaction.objects.filter(match=match).latest("sequence")
    assert (last.kind, match.due_at) == (kinds.STAFF, due)
    assert warm.load(match.id).deadline() == due
    assert conductor.perform(match.id) == 0  # it is given back once
    watch.forward(64.9)
    assert conductor.perform(match.id) == 0
    table.end_turn(match)
    assert warm.load(match.id).banks.left == [100, 60_000]
    assert rebuild(match.id) == []
    audit(match.id)
    watch.forward(90)
    assert conductor.perform(match.id) > 0  # a turn that began after it has its own time
    assert Transaction.objects.filter(match=match, kind=kinds.TIME_OUT).count() == 1


def test_who_acts_first_after_an_outage_is_not_charged_for_it(
    table: Table, match: Match, watch: Watch
) -> None:
    watch.forward(20)
    _outage(match, watch, 600)
    watch.forward(65)
    actions = warm.load(match.id).rules.actions
    turns.submit(table.action(match, 0, (actions.END_TURN,)))  # 5 s of the outage's minute over
    assert warm.load(match.id).banks.left == [60_000, 60_000]
    written = Transaction.objects.filter(match=match).order_by("-sequence")
    assert list(written.values_list("kind", flat=True)[:2]) == [kinds.ACTION, kinds.STAFF]
    audit(match.id)


def test_a_short_silence_and_one_before_the_turn_are_given_back_to_nobody(
    table: Table, match: Match, watch: Watch
) -> None:
    _outage(match, watch, 5)
    assert uptime.outages() == ()
    _outage(match, watch, 6)
    assert len(uptime.outages()) == 1
    table.end_turn(match)
    assert warm.load(match.id).owed() == []


def test_only_so_many_outages_are_kept(watch: Watch) -> None:
    for _ in range(uptime.MOST_KEPT + 3):
        watch.forward(10, up=False)
        uptime.note()
    assert Uptime.objects.count() == uptime.MOST_KEPT
    assert uptime.outages()[-1] == (watch.now - 10_000, watch.now)
    assert uptime.up_since() == watch.now


def test_a_worker_alone_does_nothing_at_the_cost_of_people_who_cannot_come(
    table: Table, match: Match, watch: Watch
) -> None:
    gathers = table.order()
    for seat in (0, 1):
        table.join(gathers, seat)
    draws = table.order(bots=[0])
    table.join(draws, 0)
    table.ready(draws, 0)
    watch.forward(3600, up=False)
    assert tasks.take_up_late_matches() > 0
    for one in (match, gathers):
        late = Transaction.objects.filter(match=one, time__gte=watch.now)
        assert not late.exists()
    assert Transaction.objects.filter(match=draws, kind=kinds.DRAW).exists()
    uptime.note()
    assert conductor.perform(gathers.id) == 0  # who was about to open has a minute to do it
    watch.forward(60)
    assert conductor.perform(gathers.id) > 0


def test_the_worker_breaks_off_in_time_and_goes_on_at_its_next_look(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = table.order(bots=[0])  # what is due is the first draw
    table.join(match, 0)
    table.ready(match, 0)
    watch = Watch(monkeypatch, match)
    watch.forward(31)
    with monkeypatch.context() as late:
        late.setattr("games.tasks.MOST_SECONDS", 0.0)
        assert tasks.take_up_late_matches() == 0
    assert tasks.take_up_late_matches() > 0
