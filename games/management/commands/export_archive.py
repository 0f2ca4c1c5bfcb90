"""`manage.py export_archive ID FILE`: write the archive of a match into a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from games.management.match_command import NO_FILE, NO_SUCH_MATCH, MatchCommand
from games.matches.archives import archive_bytes
from games.models import Archive, Match


class Command(MatchCommand):
    """Writes the archive that is kept; of a match without one, the archive as it stands now."""

    help = "Write the archive of a match into a new file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The match and the file."""
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, help="Must not exist yet")

    def carry_out(self, match_id: str, options: dict[str, Any]) -> None:
        """Find or make the archive, then write it."""
        match = Match.objects.filter(pk=match_id).first()
        if match is None:
            raise CommandError(f"{match_id}: there is no such match", returncode=NO_SUCH_MATCH)
        kept = Archive.objects.filter(match=match).first()
        data = bytes(kept.data) if kept is not None else archive_bytes(match)
        path: Path = options["file"]
        try:
            with path.open("xb") as file:
                file.write(data)
        except OSError as error:
            raise CommandError(
                f"{path} cannot be written: {error.strerror}", returncode=NO_FILE
            ) from error
        self.stdout.write(f"{path}: {len(data)} bytes")
