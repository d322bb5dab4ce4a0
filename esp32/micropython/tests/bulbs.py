"""A bulb as a process of its own: bulbs.py SERIAL prints its port, and then each change of its power."""

import asyncio
import sys

from bulb import Bulb


async def main():
    bulb = Bulb(sys.argv[1])
    print("port %d" % bulb.port)
    asyncio.create_task(bulb.run())
    shown = None
    while True:
        if bulb.power != shown:
            shown = bulb.power
            print("power %d" % shown)
        await asyncio.sleep_ms(10)


asyncio.run(main())
