"""Whether what the database holds of a match is true: the log carried out anew and compared."""

from hashlib import sha256

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger.canonical import BrokenBytes
from games.ledger.entries import decode_entry
from games.ledger.failure import CHAIN, FILE, STATE_HASH, Unverified
from games.ledger.fold import Fold
from games.ledger.verify import restored_by, verify
from games.matches import snapshots
from games.matches.archives import refold
from games.matches.refused import Refused
from games.matches.warm import Person, Warm, no_signatures
from games.models import Archive, Match, Transaction
from games.protocol import codes, ids


class Audit:
    """What was found good. fold: the whole log; archive: SHA-256 of the file kept, or None."""

    __slots__ = ("archive", "fold")

    def __init__(self, fold: Fold, archive: str | None) -> None:
        self.fold = fold
        self.archive = archive


def audit(match_id: str) -> Audit:
    """Check all of a match. Raises Refused(NO_SUCH_MATCH); Unverified at the first bad entry.

    A match that is being played may be checked: what is appended meanwhile is left out.
    """
    # The row is read before the log: then the log may only reach further than the row.
    match = Match.objects.filter(pk=match_id).first()
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    fold, entries = refold(match)
    if fold.genesis.match_id != ids.read(match.id):
        raise Unverified(FILE, 0, "the genesis of another match")
    _check_rows(match, fold, entries)
    if match.sequence > fold.sequence:
        raise Unverified(CHAIN, fold.sequence + 1, "the end of the log is missing")
    if bytes(match.head) != fold.heads[match.sequence]:
        raise Unverified(CHAIN, match.sequence, "the match's row names another chain hash")
    _check_snapshot(match, entries)
    return Audit(fold, _check_archive(match, fold))


def _check_rows(match: Match, fold: Fold, entries: list[bytes]) -> None:
    """The columns beside an entry's bytes must say what the bytes say."""
    rows = Transaction.objects.filter(match=match, sequence__lte=fold.sequence)
    columns = rows.order_by("sequence").values_list(
        "sequence", "seat", "command_id", "kind", "time", "head"
    )
    for number, (sequence, seat, command_id, kind, time, head) in enumerate(columns, 1):
        entry = decode_entry(entries[number - 1])
        kept = (sequence, seat, bytes(command_id), kind, time, bytes(head))
        written = (entry.sequence, entry.seat, entry.command_id, entry.kind, entry.time)
        if kept != (*written, fold.heads[number]):
            raise Unverified(CHAIN, number, "the columns differ from the entry")


def _check_snapshot(match: Match, entries: list[bytes]) -> None:
    """What is kept to go on from must be what the log leads to."""
    try:
        snapshot = snapshots.find(match.id)
    except BrokenBytes as error:
        raise Unverified(FILE, 0, "the snapshot cannot be read; rebuild_state drops it") from error
    if snapshot is None:
        return
    kept, past = snapshot
    sequence = len(past.chain)
    people = [Person(place) for place in match.places.order_by("number")]
    warm = Warm(match, people, restored_by(entries[:sequence]))
    for data in entries[:sequence]:
        warm.follow(data)
    if kept != warm.kept():
        raise Unverified(
            STATE_HASH, sequence, "the snapshot is not of this log; rebuild_state drops it"
        )


def _check_archive(match: Match, fold: Fold) -> str | None:
    archive = Archive.objects.filter(match=match).first()
    if archive is None:
        return None
    data = bytes(archive.data)
    version = match.rules_version
    rules_hash = bytes.fromhex(RULES_HASH[version])
    if sha256(data).hexdigest() != archive.sha256:
        raise Unverified(FILE, 0, "the archive is not the file that was made")
    report = verify(data, engine.rules(version), no_signatures, rules_hash)
    if report.match_id != fold.genesis.match_id or report.head != fold.head:
        raise Unverified(FILE, 0, "the archive is not of this log")
    return archive.sha256
