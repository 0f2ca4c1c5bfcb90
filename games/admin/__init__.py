"""Matches for staff. Nothing that belongs to a log can be changed here."""

from games.admin import chat, matches, outbox

__all__ = ("chat", "matches", "outbox")
