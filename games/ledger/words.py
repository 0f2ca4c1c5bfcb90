"""What stands in a log on a person's word: signatures, and the history they were given upon."""

from .canonical import MOST, Reader, Writer
from .entries import Entry, encode_details
from .failure import KEY_VALIDITY, LOG, PLAYER_SIGNATURE, Unverified
from .memory import read_numbers, write_numbers
from .rules_face import CheckSignature
from .signing import NO_COMMAND, NO_PREDICTION, UNSIGNED, content_hash, signed_bytes


class Words:
    """signed, unsigned: how many; mispredicted: sequences whose mayor expected another state."""

    def __init__(self, match_id: bytes, seats: int, check_signature: CheckSignature) -> None:
        self._match_id = match_id
        self._check_signature = check_signature
        self._last_own = [(0, NO_COMMAND)] * seats
        self._epoch_began = 0  # sequence
        self.signed = 0
        self.unsigned = 0
        self.mispredicted: list[int] = []

    def new_epoch(self, sequence: int) -> None:
        """From here on nothing stands that was signed upon an earlier entry."""
        self._epoch_began = sequence

    def forget(self, seat: int) -> None:
        """Another person may take this seat, whose commands begin anew."""
        self._last_own[seat] = (0, NO_COMMAND)

    def check(self, entry: Entry, scheme: int, key: bytes, epoch: int, heads: list[bytes]) -> None:
        """Check a person's entry against the seat's key. Raises Unverified.

        epoch: the one before the entry; heads: the chain hashes of all sequences before it.
        """
        if entry.scheme == UNSIGNED:
            if scheme != UNSIGNED:
                raise Unverified(PLAYER_SIGNATURE, entry.sequence, "not signed")
            self.unsigned += 1
        elif entry.scheme != scheme:
            raise Unverified(KEY_VALIDITY, entry.sequence, "the seat has no such key")
        else:
            self._check_claim(entry, key, epoch, heads)
            self.signed += 1
        self._last_own[entry.seat] = (entry.sequence, entry.command_id)

    def _check_claim(self, entry: Entry, key: bytes, epoch: int, heads: list[bytes]) -> None:
        claim = entry.claim
        assert claim is not None
        message = signed_bytes(
            self._match_id,
            epoch,
            entry.seat,
            entry.command_id,
            claim.confirmed,
            heads[claim.confirmed],
            claim.after,
            claim.predicted,
            claim.client_time,
            content_hash(entry.kind, entry.preimage, entry.action, encode_details(entry)),
        )
        if not self._check_signature(entry.scheme, key, message, entry.signature):
            raise Unverified(PLAYER_SIGNATURE, entry.sequence, "wrong signature")
        sequence, command_id = self._last_own[entry.seat]
        expected = command_id if sequence > claim.confirmed else NO_COMMAND
        if claim.after != expected or claim.confirmed < self._epoch_began:
            raise Unverified(LOG, entry.sequence, "signed upon another history")

    def note(self, entry: Entry) -> None:
        """Compare what a mayor expected with the state that the entry led to."""
        claim = entry.claim
        if claim is not None and claim.predicted not in (NO_PREDICTION, entry.state_hash):
            self.mispredicted.append(entry.sequence)

    def remember(self, writer: Writer) -> None:
        """Write all of it down."""
        for number in (self._epoch_began, self.signed, self.unsigned):
            writer.varint(number)
        write_numbers(writer, self.mispredicted)
        for sequence, command_id in self._last_own:
            writer.varint(sequence)
            writer.raw(command_id, len(NO_COMMAND))

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        self._epoch_began = reader.varint(MOST)
        self.signed = reader.varint(MOST)
        self.unsigned = reader.varint(MOST)
        self.mispredicted = read_numbers(reader)
        self._last_own = [
            (reader.varint(MOST), reader.raw(len(NO_COMMAND))) for _ in self._last_own
        ]
