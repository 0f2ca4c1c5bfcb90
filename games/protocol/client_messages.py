"""What a client says. The name of a message in lower case is its `kind`."""

from typing import Literal

import msgspec

from games.protocol.wire_types import (
    ActionBytes,
    Bytes16,
    Bytes32,
    ChatText,
    ClientName,
    Count,
    LogPosition,
    Milliseconds,
    Opening,
)


class ClientMessage(
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="kind",
    tag=str.lower,
):
    """Every message of a client. All its fields must be there, null included."""


class Hello(ClientMessage):
    """The first message. client: name and version of the program; epoch, sequence, head: the last
    entry it has, its epoch and the chain hash after it. sequence -1 and head null: it has nothing.
    """

    client: ClientName
    epoch: Count
    sequence: LogPosition
    head: Bytes32 | None
    want: Literal["log"]

    def __post_init__(self) -> None:
        if (self.sequence < 0) != (self.head is None):
            raise ValueError("a head belongs to a sequence")


class Resume(ClientMessage):
    """Send the log again from after `sequence` (-1: from the genesis on)."""

    sequence: LogPosition


class Difference(ClientMessage):
    """An entry does not lead where it says. failure: the kind of failure (docs/ledger.md); found:
    hash of the state that the entry leads to here, null if it leads nowhere; snapshot: whether the
    state is asked for in its place.
    """

    sequence: Count
    failure: Count
    found: Bytes32 | None
    snapshot: bool


class Submit(ClientMessage):
    """An action on one's own seat. docs/protocol.md tells what each field is for."""

    command_id: Bytes16
    epoch: Count
    sequence: Count
    head: Bytes32
    after: Bytes16 | None
    action: ActionBytes
    predicted: Bytes32 | None
    client_time: Milliseconds


class Ready(ClientMessage):
    """The mayor is ready; opening: salt and nonce where chance is committed, else null."""

    command_id: Bytes16
    opening: Opening | None


class Chat(ClientMessage):
    """A line to everybody in the match; line_id makes a repetition harmless."""

    line_id: Bytes16
    text: ChatText


class Vote(ClientMessage):
    """Vote to end a match that others have left."""

    what: Literal["end"]


class Ping(ClientMessage):
    """A sign of life. sequence: last entry applied; state_hash: the whole state's after it."""

    sequence: Count
    state_hash: Bytes32 | None
