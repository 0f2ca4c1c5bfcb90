"""One value of every message, and strategies for any value of any message."""

from typing import Any

import msgspec
from hypothesis import strategies as st

from games.protocol import client_messages as client
from games.protocol import directory
from games.protocol import server_messages as server
from games.protocol.ids import write

ID, HASH, MATCH = bytes(range(16)), bytes(range(32)), write(bytes(range(16)))
CARD = server.MatchCard(
    id=MATCH,
    status="gathering",
    kind=1,
    size=32,
    rounds=12,
    round=0,
    seats=4,
    taken=1,
    mode=0,
    chance=1,
    visibility="listed",
    clock=server.CardClock(kind=1, turn=60_000, bank=120_000),
    created=1_795_388_400_000,
    host="Ada",
    names=["Ada \N{GRINNING FACE}"],
)
_COUNT = st.integers(0, 2**32 - 1)
_TIME = st.integers(0, 2**53 - 1)
_ID, _HASH = st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32)
_CHARACTERS = st.characters(exclude_categories=["Cs"])
_POSITIONS = st.tuples(_COUNT, _HASH) | st.just((-1, None))

CLIENT: list[st.SearchStrategy[msgspec.Struct]] = [
    _POSITIONS.flatmap(
        lambda at: st.builds(
            client.Hello,
            client=st.text(_CHARACTERS, max_size=64),
            epoch=_COUNT,
            sequence=st.just(at[0]),
            head=st.just(at[1]),
            want=st.just("log"),
        )
    ),
    st.builds(client.Resume, sequence=st.integers(-1, 2**32 - 1)),
    st.builds(
        client.Difference,
        sequence=_COUNT,
        failure=_COUNT,
        found=st.none() | _HASH,
        snapshot=st.booleans(),
    ),
    st.builds(
        client.Submit,
        command_id=_ID,
        epoch=_COUNT,
        sequence=_COUNT,
        head=_HASH,
        after=st.none() | _ID,
        action=st.binary(min_size=1, max_size=256),
        predicted=st.none() | _HASH,
        client_time=_TIME,
    ),
    st.builds(
        client.Ready, command_id=_ID, opening=st.none() | st.binary(min_size=64, max_size=64)
    ),
    st.builds(client.Chat, line_id=_ID, text=st.text(_CHARACTERS, min_size=1, max_size=300)),
    st.just(client.Vote(what="end")),
    st.builds(client.Ping, sequence=_COUNT, state_hash=st.none() | _HASH),
]
ANY_CLIENT: st.SearchStrategy[msgspec.Struct] = st.one_of(CLIENT)

SERVER: list[msgspec.Struct] = [
    server.Welcome(
        match=CARD,
        seat=None,
        role="spectator",
        epoch=0,
        sequence=3,
        head=HASH,
        heartbeat=20_000,
        server_time=1,
    ),
    server.Batch(genesis=b"g", first=1, entries=[b"a", b""], sequence=2),
    server.Snapshot(epoch=1, sequence=400, head=HASH, state=b"z"),
    server.Seats(
        status="playing",
        host=0,
        seats=[
            server.SeatCard(
                number=0, name="Ada", colour=7, bot=0, taken=True, ready=True, you=False
            )
        ],
    ),
    server.Presence(seats=[server.SeatPresence(number=5, state="away")]),
    server.Clock(seat=None, deadline=None, banks=[0, 1], server_time=2),
    server.Chat(id=1, line_id=ID, seat=None, name="Ada", text="<b>\u2028", time=3),
    server.Notice(what="vote", seats=[1], needed=2),
    server.Rematch(match=MATCH),
    server.Draining(),
    server.Lobby(matches=[CARD], players=1),
    server.LobbyChanged(put=[CARD], gone=[MATCH], players=0),
    server.Receipt(command_id=ID, sequence=4, repeated=True),
    server.Committed(sequence=4, epoch=0, entry=b"e"),
    server.Rejected(
        command_id=ID,
        code=402,
        rejection=3,
        need=2,
        have=1,
        epoch=0,
        sequence=4,
        head=HASH,
    ),
    server.Pong(sequence=4, state_hash=HASH, server_time=5, lag=6),
    server.Error(code=500, text="slow down", ref=ID, retry_after=7, fatal=False),
]


def all_of(messages: dict[str, tuple[directory.Message, ...]]) -> set[Any]:
    """Every message class of a direction."""
    return {message for of_type in messages.values() for message in of_type}
