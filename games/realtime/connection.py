"""One socket: who is on it, how far it has been told the log, and its way out."""

import asyncio

from games.protocol import codes
from games.protocol.limits import Limits
from games.protocol.server_messages import Error
from games.realtime.frames import Frame
from games.realtime.outgoing import Outgoing, Send
from games.realtime.rate_limit import Pace
from games.realtime.roles import Role
from games.realtime.visitor import Visitor

NOT_TOLD = -2  # `sent` of a socket that has not said where it stands


class Connection:
    """visitor; pace; role: kept by the room; match_id: empty in the lobby; sent: last entry that is
    queued for it, -1 before the genesis; catching_up: whether somebody is filling its gap now;
    opened_at, heard_at: loop time of its beginning and of its last frame; cut_off: whether its task
    was told to give up; quickest: least (own clock - client's clock) of its pings so far, ms.
    """

    __slots__ = (
        "_close_within",
        "_end",
        "catching_up",
        "cut_off",
        "heard_at",
        "match_id",
        "opened_at",
        "outgoing",
        "pace",
        "quickest",
        "role",
        "sent",
        "task",
        "visitor",
    )

    def __init__(
        self, visitor: Visitor, pace: Pace, role: Role, send: Send, limits: Limits
    ) -> None:
        """In the task that serves the socket."""
        self.visitor = visitor
        self.pace = pace
        self.role = role
        self.match_id = ""
        self.outgoing = Outgoing(send, limits)
        self.sent = NOT_TOLD
        self.catching_up = False
        self.cut_off = False
        self.opened_at = self.heard_at = asyncio.get_running_loop().time()
        self.quickest: int | None = None
        self.task = asyncio.current_task()
        self._close_within = limits.close_within
        self._end: asyncio.TimerHandle | None = None

    def say(self, frame: Frame) -> None:
        """Queue a frame. A queue that is full ends the connection: it resumes when it can."""
        if not self.outgoing.put(frame):
            self.end(codes.SLOW)

    def tell(
        self,
        code: int,
        detail: str = "",
        *,
        ref: bytes | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Say an error, and go on. ref: the command or line it is about; retry_after: seconds."""
        self.say(_error(code, detail, ref, retry_after, fatal=False))

    def end(
        self,
        code: int,
        detail: str = "",
        *,
        ref: bytes | None = None,
        retry_after: float | None = None,
    ) -> None:
        """Say an error and close with its close code. Further calls do nothing."""
        if self.outgoing.closing:
            return
        last = ending(code, detail, ref, retry_after)
        self.close(codes.close_code(code), last, drop=code == codes.SLOW)

    def close(self, close_code: int, last: Frame | None = None, *, drop: bool = False) -> None:
        """Close, in the end by force: who does not take the close frame is cut off."""
        if self.outgoing.closing:
            return
        self.outgoing.close(close_code, last, drop=drop)
        if self.task is not None:
            loop = asyncio.get_running_loop()
            self._end = loop.call_later(self._close_within, self._cut_off)

    def _cut_off(self) -> None:
        if self.task is not None:
            self.cut_off = True
            self.task.cancel()

    def over(self) -> None:
        """The socket is gone: let go of the task, which holds this connection in turn."""
        self.task = None
        if self._end is not None:
            self._end.cancel()
            self._end = None


def ending(
    code: int, detail: str = "", ref: bytes | None = None, retry_after: float | None = None
) -> Frame:
    """The error that is said before a connection is closed for it."""
    return _error(code, detail, ref, retry_after, fatal=True)


def _error(
    code: int, detail: str, ref: bytes | None, retry_after: float | None, *, fatal: bool
) -> Frame:
    text = codes.MEANINGS[code].text
    wait = None if retry_after is None else int(retry_after * 1000) + 1
    return Frame(
        Error(
            code=code,
            text=f"{text} ({detail})" if detail else text,
            ref=ref,
            retry_after=wait,
            fatal=fatal,
        )
    )
