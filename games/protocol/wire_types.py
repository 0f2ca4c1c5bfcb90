"""Types of fields, with the bounds that the decoder holds them to."""

from typing import Annotated

from msgspec import Meta

# No integer on the wire is larger than what a double holds exactly (RFC 7493, section 2.2).
MOST_INTEGER = 2**53 - 1

Count = Annotated[int, Meta(ge=0, le=2**32 - 1)]
LogPosition = Annotated[int, Meta(ge=-1, le=2**32 - 1)]  # -1: before the genesis
Milliseconds = Annotated[int, Meta(ge=0, le=MOST_INTEGER)]
SeatNumber = Annotated[int, Meta(ge=0, le=5)]
Bytes16 = Annotated[bytes, Meta(min_length=16, max_length=16)]
Bytes32 = Annotated[bytes, Meta(min_length=32, max_length=32)]
Opening = Annotated[bytes, Meta(min_length=64, max_length=64)]
ActionBytes = Annotated[bytes, Meta(min_length=1, max_length=256)]
ClientName = Annotated[str, Meta(max_length=64)]
ChatText = Annotated[str, Meta(min_length=1, max_length=300)]
MatchId = Annotated[str, Meta(min_length=26, max_length=26)]
