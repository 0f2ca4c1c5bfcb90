"""What the commands about one match have in common: its id, and exit codes that scripts can read.

docs/operations.md lists the codes.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from games.ledger.failure import Unverified
from games.matches.refused import Refused
from games.protocol import codes

NO_SUCH_MATCH = 3
NO_FILE = 4  # a file cannot be written
NOT_NOW = 5  # the match cannot be dealt with just now
# 10 to 19: the log does not hold; the kinds of games.ledger.failure


class MatchCommand(BaseCommand):
    """A command with a match's id as its first argument."""

    def add_arguments(self, parser: CommandParser) -> None:
        """The match. Commands with more arguments extend this."""
        parser.add_argument("id", help="The match's id: 26 characters, as in its address")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and turn what goes wrong into one line and an exit code."""
        match_id = options["id"]
        try:
            self.carry_out(match_id, options)
        except Unverified as error:
            raise CommandError(
                f"{match_id} does not verify: {error}", returncode=error.kind
            ) from error
        except Refused as refused:
            missing = refused.code == codes.NO_SUCH_MATCH
            words = "there is no such match" if missing else refused.detail
            raise CommandError(
                f"{match_id}: {words}", returncode=NO_SUCH_MATCH if missing else NOT_NOW
            ) from refused

    def carry_out(self, match_id: str, options: dict[str, Any]) -> None:
        """What the command does. May raise Unverified and Refused."""
        raise NotImplementedError
