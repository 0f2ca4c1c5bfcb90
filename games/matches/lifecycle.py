"""How a match begins: ordered, joined, left; and begun again as a rematch.

Being ready, playing and ending are entries like any other (`turns`).
"""

import secrets
from typing import Any, Protocol

from django.db import connections, transaction

from games import engine
from games.bots.player import LEVELS
from games.engine.manifest import RULES_HASH
from games.ledger import kinds
from games.ledger.chain import genesis_hash, system_command_id
from games.ledger.entries import Details
from games.ledger.fairness import chain_link, chain_start
from games.ledger.genesis import Genesis, encode_genesis
from games.matches import publish, queries, turns
from games.matches.command import ByHost, Command, Newcomer
from games.matches.order import Order, again, clock_of, setup_of
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.matches.writer import ALIAS
from games.models import Match, Seat
from games.protocol import codes, ids

SPARE_LINKS = 16  # a link serves once: rollbacks need more than the rounds do
MOST_OPEN = 5  # matches that one person may have gathering at the same time
BOT_NAMES = ("Ada", "Bruno", "Cleo", "Dario", "Edda", "Falk")


class User(Protocol):
    """Of a user, what a match needs."""

    pk: int
    display_name: str
    colour: int


def create(user: User, order: Order) -> Match:
    """Make a match with its bots seated; the host has no seat until joining. Raises Refused."""
    setup = setup_of(order)
    rules = engine.rules(engine.LATEST)
    try:
        state = rules.new_game(setup)
    except rules.SetupError as error:
        raise Refused(codes.BAD_ORDER, error.field) from error
    secret = secrets.token_bytes(32)
    genesis = Genesis(ids.new_match_id())
    genesis.rules_version = engine.LATEST
    genesis.rules_hash = bytes.fromhex(RULES_HASH[engine.LATEST])
    genesis.setup = rules.encode_setup(setup)
    genesis.clock = clock_of(order)
    genesis.time = now_ms()
    genesis.pseudonyms = [secrets.token_bytes(16) for _ in range(order.seats)]
    if order.chance:
        genesis.links = int(setup["rounds"]) + 1 + SPARE_LINKS
        start = chain_start(secret, genesis.match_id)
        genesis.commitment = chain_link(start, genesis.links, 0)
    genesis.state_hash = rules.state_hash(state)
    match = _store(user, order, setup, genesis, secret)
    joins = []
    for number, level in enumerate(order.bots, order.seats - len(order.bots)):
        command_id = system_command_id(genesis.match_id, kinds.JOIN, number, 0)
        joins.append(_bot_joins(match.id, number, level, number, command_id))
    turns.submit_all(joins)
    return match


def _store(
    user: User, order: Order, setup: dict[str, Any], genesis: Genesis, secret: bytes
) -> Match:
    data = encode_genesis(genesis)
    clock = genesis.clock
    match = Match(
        id=ids.write(genesis.match_id),
        visibility=order.visibility,
        kind=order.kind,
        size=setup["size"],
        rounds=setup["rounds"],
        seats=order.seats,
        mode=setup.get("mode", 0),
        chance=order.chance,
        clock_kind=clock.kind,
        turn_ms=clock.turn,
        bank_ms=clock.bank,
        order=_plain(order, setup),
        rules_version=genesis.rules_version,
        rules_hash=genesis.rules_hash,
        genesis=data,
        secret=secret,
        host_user_id=user.pk,
        host_name=user.display_name,
        head=genesis_hash(data),
        created_at=genesis.time,
    )
    places = []
    for number in range(order.seats):
        places.append(Seat(match_id=match.id, number=number, colour=number))
    with transaction.atomic(using=ALIAS):
        _alone(user)
        _need_room(user)
        match.save(force_insert=True)
        Seat.objects.bulk_create(places)
    return match


def _need_room(user: User) -> None:
    """Raises Refused(RATE) if the user has as many matches waiting as one person may."""
    waiting = Match.objects.filter(host_user_id=user.pk, status=Match.Status.GATHERING)
    if waiting.count() >= MOST_OPEN:
        raise Refused(codes.RATE, "too many matches are waiting for players")


def _alone(user: User) -> None:
    """Until the transaction ends, no other one passes here for this user.

    In SQLite none writes at all beside one that has begun (IMMEDIATE).
    """
    connection = connections[ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [user.pk])


def _plain(order: Order, setup: dict[str, Any]) -> dict[str, object]:
    """The order as it was understood, which is not always as it was written."""
    plain = {field: getattr(order, field) for field in order.__struct_fields__}
    return plain | {"seed": None if order.seed is None else setup["seed"].hex()}


def _bot_joins(
    match_id: str,
    seat: int,
    level: int,
    colour: int,
    command_id: bytes,
    by_host: ByHost | None = None,
) -> Command:
    details = Details()
    details.bot = level + 1
    return Command(
        match_id,
        kinds.JOIN,
        kinds.BOT,
        seat,
        command_id,
        details=details,
        newcomer=Newcomer(None, BOT_NAMES[seat], colour),
        by_host=by_host,
    )


def join(
    match_id: str, user: User, seat: int | None, commitment: bytes | None, command_id: bytes
) -> Seat:
    """Take a seat, or the first free one; the commitment is to the nonce that READY will open.

    A person who has a seat keeps it: joining again gives the same one, and commits anew if the
    attempt before failed. Raises Refused.
    """
    for number in _wanted(match_id, user, seat):
        held = Seat.objects.filter(match_id=match_id, user_id=user.pk).first()
        details = Details()
        details.commitment = commitment or b""
        newcomer = Newcomer(user.pk, user.display_name, user.colour)
        try:
            turns.submit(
                Command(
                    match_id,
                    kinds.JOIN,
                    kinds.PLAYER,
                    number,
                    command_id,
                    details=details,
                    newcomer=newcomer,
                    user_id=user.pk,
                )
            )
        except Refused as refused:
            if refused.code != codes.SEAT_TAKEN:
                raise
            if held is not None and held.number == number:
                return held
            if seat is not None:
                raise
            continue
        taken = Seat.objects.get(match_id=match_id, number=number)
        if taken.user_id != user.pk:
            raise Refused(
                codes.COMMAND_REUSED
            )  # the id of somebody else's command, which is public
        return taken
    raise Refused(codes.MATCH_FULL)


def _wanted(match_id: str, user: User, seat: int | None) -> list[int]:
    places = list(Seat.objects.filter(match_id=match_id).order_by("number"))
    if not places:
        raise Refused(codes.NO_SUCH_MATCH)
    for place in places:
        if place.user_id == user.pk:
            return [place.number]
    _need_gathering(match_id)
    if seat is not None:
        if seat >= len(places):
            raise Refused(codes.NOT_SEATED)
        return [seat]
    return [place.number for place in places if not place.taken]


def _need_gathering(match_id: str) -> None:
    """Refuse at once what comes too late: folding a long log only to refuse it costs seconds."""
    match = Match.objects.only("started_at", "ended_at").get(pk=match_id)
    if match.ended_at is not None:
        raise Refused(codes.MATCH_OVER)
    if match.started_at is not None:
        raise Refused(codes.NOT_GATHERING)


def leave(match_id: str, user: User) -> None:
    """Give one's seat up before the start.

    Raises Refused(NO_SUCH_MATCH, NOT_SEATED, NOT_GATHERING).
    """
    place = Seat.objects.filter(match_id=match_id, user_id=user.pk).first()
    if place is None:
        known = Match.objects.filter(pk=match_id).exists()
        raise Refused(codes.NOT_SEATED if known else codes.NO_SUCH_MATCH)
    _need_gathering(match_id)
    details = Details()
    details.reason = kinds.LEFT
    details.of = place.number
    turns.submit(
        Command(
            match_id,
            kinds.LEAVE,
            kinds.PLAYER,
            place.number,
            secrets.token_bytes(16),
            details=details,
            user_id=user.pk,
        )
    )


def add_bot(match_id: str, host: User, seat: int, level: int) -> None:
    """The host gives a free seat to a bot; one is left for somebody.

    Raises Refused(NOT_HOST, SEAT_TAKEN, BAD_ORDER).
    """
    match = _hosted(match_id, host)
    if not 0 <= level < len(LEVELS):
        raise Refused(codes.BAD_ORDER, "bots")
    if not 0 <= seat < match.seats:
        raise Refused(codes.NOT_SEATED)
    colour = match.places.get(number=seat).colour
    command_id = secrets.token_bytes(16)
    turns.submit(_bot_joins(match_id, seat, level, colour, command_id, ByHost(host.pk)))


def _hosted(match_id: str, host: User) -> Match:
    match = Match.objects.filter(pk=match_id).first()
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    if match.host_user_id != host.pk:
        raise Refused(codes.NOT_HOST)
    _need_gathering(match_id)
    return match


def remove(match_id: str, host: User, seat: int) -> None:
    """The host takes a person or a bot off a seat before the start.

    Raises Refused(NOT_HOST, NOT_SEATED); STALE if somebody else sat down there meanwhile.
    """
    match = _hosted(match_id, host)
    place = match.places.filter(number=seat, taken=True).first()
    if place is None or place.user_id == host.pk:
        raise Refused(codes.NOT_SEATED)
    details = Details()
    details.reason = kinds.REMOVED
    details.of = seat
    turns.submit(
        Command(
            match_id,
            kinds.LEAVE,
            kinds.CLOCK,
            kinds.SYSTEM,
            secrets.token_bytes(16),
            details=details,
            by_host=ByHost(host.pk, place.user_id),
        )
    )


def rematch(match_id: str, user: User) -> Match:
    """The match that follows a finished one: the first who asks makes it, the others find it.

    One that is void follows nothing: whoever asks then makes another. Raises Refused.
    """
    match = Match.objects.filter(pk=match_id).first()
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    if not match.places.filter(user_id=user.pk).exists():
        raise Refused(codes.NOT_SEATED)
    if match.status not in (Match.Status.OVER, Match.Status.VOID):
        raise Refused(codes.NOT_PLAYING, "the match is not over")
    if queries.rematch_of(match) is None:
        made = create(user, again(match.order))
        known = Match.objects.filter(pk=match_id, rematch_id=match.rematch_id)
        if known.update(rematch_id=made.id):
            publish.tell(
                publish.Published(
                    match_id, match.sequence, match.epoch, None, frozenset({"rematch"})
                )
            )
            return made
        made.delete()  # somebody else was quicker, and nobody has seen this one
        match.refresh_from_db()
    return Match.objects.get(pk=match.rematch_id)
