"""`manage.py verify_match ID`: carry a match out anew from its log and compare everything."""

from typing import Any

from games.management.match_command import MatchCommand
from games.matches.audit import audit


class Command(MatchCommand):
    """Prints what was found good; fails at the first bad entry and names it."""

    help = "Carry a match out anew from its log, and compare every hash."

    def carry_out(self, match_id: str, options: dict[str, Any]) -> None:
        """Check, then print."""
        found = audit(match_id)
        fold = found.fold
        course = "ended" if fold.ended else "started" if fold.roster.started else "gathering"
        self.stdout.write(f"{match_id} verified")
        self.stdout.write(f"entries     {fold.sequence}")
        self.stdout.write(f"head        {fold.head.hex()}")
        self.stdout.write(f"state hash  {fold.state_hash.hex()}")
        self.stdout.write(f"epoch       {fold.epoch}")
        self.stdout.write(f"draws       {fold.draws.count}")
        self.stdout.write(f"course      {course}")
        self.stdout.write(f"archive     {found.archive or 'none'}")
