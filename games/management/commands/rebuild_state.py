"""`manage.py rebuild_state ID`: work the columns of a match out anew from its log."""

from typing import Any

from games.management.match_command import MatchCommand
from games.matches.rebuild import rebuild


class Command(MatchCommand):
    """Prints every column that was wrong, with what it was and what it is now."""

    help = "Work the columns of a match and its seats out anew from its log, and mend them."

    def carry_out(self, match_id: str, options: dict[str, Any]) -> None:
        """Mend, then print."""
        changes = rebuild(match_id)
        for change in changes:
            was, now = _written(change.was), _written(change.now)
            self.stdout.write(f"{change.where} {change.column}: {was} -> {now}")
        self.stdout.write(f"{match_id}: {len(changes)} columns rewritten")


def _written(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    # A choice of a model is a text as well; the text is what the column holds.
    return repr(str(value) if isinstance(value, str) else value)
