"""Put an archive together from a log that was folded."""

from .archive import SERVER, Archive
from .canonical import TOO_LONG, BrokenBytes
from .fold import Fold
from .genesis import encode_genesis


def commitments_of(fold: Fold) -> list[tuple[int, int, bytes]]:
    """The table of an archive's commitments: the server's, then those of the joins."""
    if not fold.genesis.links:
        return []
    return [(0, SERVER, fold.genesis.commitment)] + fold.roster.commitments


def assemble(fold: Fold, entries: list[bytes], start: bytes = b"") -> Archive:
    """The archive of a folded log, without keys, receipts and seal (`archive.seal_of`).

    entries: what the fold has read; start: the start of the server's chain, or empty to keep it.
    """
    if len(entries) != fold.sequence:
        raise BrokenBytes(TOO_LONG, 0)
    archive = Archive(encode_genesis(fold.genesis), entries)
    archive.commitments = commitments_of(fold)
    archive.reveals = list(fold.draws.reveals)
    if start and fold.draws.count < fold.genesis.links:
        archive.reveals.append((fold.genesis.links, 0, start))
    return archive
