"""Finished matches as files, and matches re-executed from their logs."""

from hashlib import sha256

from games import engine
from games.engine.manifest import RULES_HASH
from games.ledger.archive import encode_archive, seal_of
from games.ledger.assemble import assemble
from games.ledger.failure import RULES, Unverified
from games.ledger.fairness import chain_start
from games.ledger.fold import Fold
from games.ledger.verify import restored_by
from games.matches.refused import Refused
from games.matches.time import now_ms
from games.matches.warm import later, no_signatures
from games.models import Archive, Match
from games.protocol import codes


def refold(match: Match) -> tuple[Fold, list[bytes]]:
    """The whole log carried out anew, and its entries. Raises Unverified at the first bad one."""
    entries = later(match.id, 0)
    version = match.rules_version
    try:
        rules = engine.rules(version)
    except KeyError:
        raise Unverified(RULES, 0, "no such version of the rules") from None
    fold = Fold(
        bytes(match.genesis),
        rules,
        no_signatures,
        bytes.fromhex(RULES_HASH[version]),
        restored_by(entries),
    )
    for data in entries:
        fold.advance(data)
    return fold, entries


def archive_bytes(match: Match) -> bytes:
    """The archive of a match as it stands now. Raises Unverified.

    Only of a match that has ended does it hold the start of the server's chain.
    """
    fold, entries = refold(match)
    start = b""
    if fold.ended and fold.genesis.links:
        start = chain_start(bytes(match.secret), fold.genesis.match_id)
    made = assemble(fold, entries, start)
    made.seal = seal_of(made)  # unsigned, and so without a time: nobody would vouch for it
    return encode_archive(made)


def make(match_id: str) -> Archive:
    """Make and keep the archive of a match that has ended; the one that is there, if it is."""
    kept = Archive.objects.filter(match_id=match_id).first()
    if kept is not None:
        return kept
    match = Match.objects.filter(pk=match_id, ended_at__isnull=False).first()
    if match is None:
        raise Refused(codes.NO_SUCH_MATCH)
    data = archive_bytes(match)
    archive, _ = Archive.objects.get_or_create(
        match_id=match_id,
        defaults={"data": data, "sha256": sha256(data).hexdigest(), "created_at": now_ms()},
    )
    return archive
