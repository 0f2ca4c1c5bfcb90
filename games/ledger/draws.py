"""The links a log has revealed, and the draws they gave."""

from .canonical import MOST, Reader, Writer
from .entries import Entry
from .failure import REVEAL, Unverified
from .fairness import draw, next_down
from .genesis import Genesis
from .roster import Roster

LINK_BYTES = 32


class Draws:
    """count: how many links are revealed; link: the last one (at first the commitment); reveals:
    (draw, sequence, link) of each. Nothing of it goes back with a take-back or a rollback."""

    def __init__(self, genesis: Genesis) -> None:
        self._genesis = genesis
        self.count = 0
        self.link = genesis.commitment
        self.reveals: list[tuple[int, int, bytes]] = []

    def reveal(self, entry: Entry, value: int, roster: Roster) -> None:
        """Check the link that an entry reveals and the number it draws. Raises Unverified."""
        self.count += 1
        if self.count > self._genesis.links or next_down(entry.preimage) != self.link:
            raise Unverified(REVEAL, entry.sequence, "not the next link")
        self.link = entry.preimage
        self.reveals.append((self.count, entry.sequence, self.link))
        match_id = self._genesis.match_id
        if value != draw(match_id, roster.attempt, self.count, self.link, roster.nonces()):
            raise Unverified(REVEAL, entry.sequence, "another draw than the link gives")

    def remember(self, writer: Writer) -> None:
        """Write down all that is not in the genesis; the last link is that of the last reveal."""
        writer.count(len(self.reveals), MOST)
        for count, sequence, link in self.reveals:
            writer.varint(count)
            writer.varint(sequence)
            writer.raw(link, LINK_BYTES)

    def recall(self, reader: Reader) -> None:
        """Take it up again."""
        for _ in range(reader.count(MOST, LINK_BYTES)):
            self.count = reader.varint(MOST)
            sequence = reader.varint(MOST)
            self.link = reader.raw(LINK_BYTES)
            self.reveals.append((self.count, sequence, self.link))
