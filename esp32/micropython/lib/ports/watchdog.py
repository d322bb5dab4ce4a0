"""Restarts a board that is stuck. Fed from the event loop, so that it sees whatever holds that up."""

import asyncio

from machine import WDT


class Watchdog:
    def __init__(self, settings):
        self._after = settings.after

    async def run(self):
        """Once begun it cannot be ended, also not by Ctrl-C: the board restarts `after` ms later."""
        dog = WDT(timeout=self._after)
        while True:
            dog.feed()
            await asyncio.sleep_ms(1000)
