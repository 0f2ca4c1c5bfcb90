"""The socket's edge: connections, what they may say, and who is told what.

No rule of a match is here: handlers call `games.matches` and answer.
"""
