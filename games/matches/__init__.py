"""The domain of matches: every write of a match happens here."""
