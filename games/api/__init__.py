"""Matches over REST: make one, sit down, leave, read the log. Every view asks `games.matches`."""
