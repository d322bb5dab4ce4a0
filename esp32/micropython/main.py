"""Builds the board's parts and runs them, of the newest files that have proved themselves."""

import asyncio
import sys
import time

import sets

sets.enter()
try:
    from ports import start

    asyncio.run(start.run())
except Exception as error:
    # A board without a person at it is of more use after a restart. Ctrl-C within these seconds keeps it from that.
    sys.print_exception(error)
    print("restarts in 10 s")
    time.sleep(10)
    import machine

    machine.reset()
