"""What a frame is refused with."""

MOST_DETAIL = 200  # characters: a detail may quote the sender's own words


class ProtocolError(Exception):
    """A frame that is no message. code: of games.protocol.codes; detail: what is wrong in it."""

    def __init__(self, code: int, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail[:MOST_DETAIL]
