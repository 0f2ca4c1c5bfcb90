"""The socket's edge: connections, what they may say, and who is told what.

No rule of a match is here: handlers call `games.matches` and answer.

In: `doorway` (pace of an address) -> `routing` -> `consumer` (one loop a socket) -> `receiving`
(frame, pace, role) -> `handlers` (the table) -> `games.matches`.

Out: a commit, a hint, or the heads in the database -> `hub` or `watch` -> `refresh` -> `room` (what
a match's sockets have been told) -> `connection` -> `outgoing` (a bounded queue and its writer).
`greeting` and `catch_up` bring a newcomer to where the others are.
"""
