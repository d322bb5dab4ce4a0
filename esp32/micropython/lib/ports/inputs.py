"""Builds what hangs on the board from its settings."""


def build(settings, board, emit):
    """Parts with an endless `async def run()`; each tells what happens by `emit(kind, number, event)`."""
    return []
