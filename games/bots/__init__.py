"""The computer's mayors: they see a state, as a person does, and name an action.

This package is pure and portable like the engine, the only thing it sees: it reads no clock, draws
no numbers of its own and never changes a state. `games.bots.player.choose` is its face.
"""
