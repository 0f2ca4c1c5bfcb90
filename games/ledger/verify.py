"""Check an archive: nothing is believed that the bytes do not show. Offline, no database."""

from .archive import (
    Archive,
    ServerKey,
    decode_archive,
    endorsed_bytes,
    seal_of,
    sealed_bytes,
)
from .assemble import commitments_of
from .canonical import BrokenBytes
from .chain import receipt_bytes
from .entries import decode_entry
from .failure import FILE, KEY_VALIDITY, REVEAL, SERVER_SIGNATURE, TIME, Unverified
from .fairness import walk_down
from .fold import Fold
from .genesis import Genesis
from .kinds import DONE, ROLLBACK, TAKE_BACK
from .rules_face import CheckSignature, Rules
from .signing import UNSIGNED

MOST_RESTORED = 1024  # different states that one log may go back to: each is kept in memory


class Report:
    """What a verified archive holds.

    match_id; entries: how many; head: last chain hash; state_hash: after the last entry; epoch;
    attempt; draws; ended: whether the log was closed; signed, unsigned: entries on a person's
    word; mispredicted: sequences from which a mayor saw another state; rekeyed: sequences where a
    seat's key changed without the former key's signature; receipts: of the server; sealed: whether
    the file bears the server's signature; trusted: whether the server's keys were compared with
    ones known beforehand; rules_checked: whether the rules' files were compared with the genesis.
    """

    def __init__(self, fold: Fold) -> None:
        self.match_id = fold.genesis.match_id
        self.entries = fold.sequence
        self.head = fold.head
        self.state_hash = fold.state_hash
        self.epoch = fold.epoch
        self.attempt = fold.roster.attempt
        self.draws = fold.draws.count
        self.ended = fold.ended
        self.signed = fold.words.signed
        self.unsigned = fold.words.unsigned
        self.mispredicted = fold.words.mispredicted
        self.rekeyed = fold.rekeyed
        self.receipts = 0
        self.sealed = False
        self.trusted = False
        self.rules_checked = False


def open_archive(data: bytes) -> Archive:
    """`decode_archive`, with what is wrong told as Unverified."""
    try:
        return decode_archive(data)
    except BrokenBytes as error:
        raise Unverified(FILE, 0, str(error))


def restored_by(entries: list[bytes]) -> tuple[int, ...]:
    """The sequences that take-backs and rollbacks name, each once, in ascending order."""
    found: dict[int, bool] = {}
    for number in range(len(entries)):
        # Kind is the second byte; most entries are neither and need no decoding here.
        if entries[number][1] not in (TAKE_BACK, ROLLBACK):
            continue
        try:
            entry = decode_entry(entries[number])
        except BrokenBytes as error:
            raise Unverified(FILE, number + 1, str(error))
        if entry.kind == ROLLBACK or entry.details.step == DONE:
            found[entry.details.target] = True
    if len(found) > MOST_RESTORED:
        raise Unverified(FILE, 0, "too many restored states")
    return tuple(sorted(found))


def verify(
    data: bytes,
    rules: Rules,
    check_signature: CheckSignature,
    rules_hash: bytes = b"",
    trusted: tuple[ServerKey, ...] = (),
) -> Report:
    """Check all of an archive. Raises Unverified with the first thing that is wrong.

    rules: the module of the genesis' rules version; check_signature: see `signing`; rules_hash:
    hash of the rules' files, or empty to leave that unchecked; trusted: the server's keys as
    published elsewhere, whose validity then counts, or empty to take the archive's own.
    """
    archive = open_archive(data)
    fold = Fold(archive.genesis, rules, check_signature, rules_hash, restored_by(archive.entries))
    for entry in archive.entries:
        fold.advance(entry)
    _check_tables(archive, fold)
    spans = _check_keys(archive.keys, fold.genesis, check_signature, trusted)
    _check_receipts(archive, fold, check_signature, spans)
    _check_seal(archive, fold, check_signature, spans)
    report = Report(fold)
    report.receipts = len(archive.receipts)
    report.sealed = len(archive.seal_signature) > 0
    report.trusted = len(trusted) > 0 and len(archive.keys) > 0
    report.rules_checked = len(rules_hash) > 0
    return report


def _check_tables(archive: Archive, fold: Fold) -> None:
    if archive.commitments != commitments_of(fold):
        raise Unverified(REVEAL, 0, "the table of commitments is not the log's")
    if archive.reveals[: fold.draws.count] != fold.draws.reveals:
        raise Unverified(REVEAL, 0, "the table of reveals is not the log's")
    rest = archive.reveals[fold.draws.count :]
    if not rest:
        return
    number, sequence, link = rest[0]
    hidden = fold.genesis.links - fold.draws.count
    if len(rest) > 1 or sequence or number != fold.genesis.links or not hidden:
        raise Unverified(REVEAL, 0, "the table of reveals is not the log's")
    if walk_down(link, hidden) != fold.draws.link:
        raise Unverified(REVEAL, 0, "the start of the chain does not lead to its end")


def _check_keys(
    keys: list[ServerKey],
    genesis: Genesis,
    check_signature: CheckSignature,
    trusted: tuple[ServerKey, ...],
) -> list[tuple[int, int]]:
    """When each key is valid (first and last ms UTC).

    The first key is the genesis' own, each later one is endorsed by the one before.
    """
    if not keys:
        if genesis.scheme != UNSIGNED or trusted:
            raise Unverified(KEY_VALIDITY, 0, "the server's key is missing")
        return []
    if (keys[0].scheme, keys[0].key) != (genesis.scheme, genesis.key):
        raise Unverified(KEY_VALIDITY, 0, "not the key of the genesis")
    spans = []
    for number in range(len(keys)):
        key = keys[number]
        if number:
            by = keys[number - 1]
            if not check_signature(by.scheme, by.key, endorsed_bytes(key), key.endorsement):
                raise Unverified(SERVER_SIGNATURE, 0, "a key is not endorsed")
        spans.append(_span(key, trusted))
    return spans


def _span(key: ServerKey, trusted: tuple[ServerKey, ...]) -> tuple[int, int]:
    """What the archive says of a key's validity, within what was published."""
    if not trusted:
        return key.valid_from, key.valid_until
    for known in trusted:
        if (known.scheme, known.key) == (key.scheme, key.key):
            return (
                max(known.valid_from, key.valid_from),
                min(known.valid_until, key.valid_until),
            )
    raise Unverified(KEY_VALIDITY, 0, "a key that is not trusted")


def _check_receipts(
    archive: Archive,
    fold: Fold,
    check_signature: CheckSignature,
    spans: list[tuple[int, int]],
) -> None:
    """Every receipt there is; a signed match has one for the genesis and one for the last entry."""
    if archive.keys:
        given = [receipt.sequence for receipt in archive.receipts]
        if not given or given[0] != 0 or given[-1] != fold.sequence:
            raise Unverified(SERVER_SIGNATURE, fold.sequence, "a receipt is missing")
    for receipt in archive.receipts:
        sequence = receipt.sequence
        if not _within(fold.times[sequence], spans[receipt.key]):
            raise Unverified(KEY_VALIDITY, sequence, "the receipt's key was not valid then")
        key = archive.keys[receipt.key]
        message = receipt_bytes(fold.genesis.match_id, sequence, fold.heads[sequence])
        if not check_signature(key.scheme, key.key, message, receipt.signature):
            raise Unverified(SERVER_SIGNATURE, sequence, "a receipt's signature is wrong")


def _check_seal(
    archive: Archive,
    fold: Fold,
    check_signature: CheckSignature,
    spans: list[tuple[int, int]],
) -> None:
    if archive.seal != seal_of(archive):
        raise Unverified(FILE, 0, "the file is damaged")
    if not archive.keys:
        if archive.sealed:
            raise Unverified(FILE, 0, "a time that nothing vouches for")
        return
    if not archive.seal_signature:
        raise Unverified(SERVER_SIGNATURE, 0, "the seal is not signed")
    if archive.sealed < fold.times[-1]:
        raise Unverified(TIME, 0, "sealed before the last entry")
    if not _within(archive.sealed, spans[archive.seal_key]):
        raise Unverified(KEY_VALIDITY, 0, "the seal's key was not valid then")
    key = archive.keys[archive.seal_key]
    message = sealed_bytes(archive.seal, archive.sealed)
    if not check_signature(key.scheme, key.key, message, archive.seal_signature):
        raise Unverified(SERVER_SIGNATURE, 0, "the seal's signature is wrong")


def _within(time: int, span: tuple[int, int]) -> bool:
    return span[0] <= time <= span[1]
