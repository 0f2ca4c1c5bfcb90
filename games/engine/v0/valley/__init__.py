"""The parts of the map generator; `games.engine.v0.terrain` puts them together."""
