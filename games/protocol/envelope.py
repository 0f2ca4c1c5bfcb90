"""The envelope around every message, in both directions."""

from typing import Annotated

import msgspec
from msgspec import Meta

from games.protocol.wire_types import MOST_INTEGER


class ReceivedEnvelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """type: one of directory.TYPES; payload: the message, not read yet; timestamp: ms UTC by the
    sender's clock; signature: always null today, kept for what signs messages later.
    """

    type: Annotated[str, Meta(max_length=16)]
    payload: msgspec.Raw
    timestamp: Annotated[int, Meta(ge=0, le=MOST_INTEGER)]
    signature: msgspec.Raw


class SentEnvelope(msgspec.Struct, frozen=True, gc=False):
    """The same, on its way out."""

    type: str
    payload: msgspec.Struct
    timestamp: int
    signature: None = None
