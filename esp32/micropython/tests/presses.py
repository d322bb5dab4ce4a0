"""10,000 presses by the firmware's own parts, as fast as the broker takes them: presses.py COUNT... prints the heap after each of these counts."""

import asyncio
import gc
import sys

from ports.start import Ports, board_of, load
from ports.store import Store
from ports.wifi import Wifi
from remote.core import Remote
from remote.outbox import Outbox
from remote.status import Status


async def least():
    """The least that is in use at 20 looks: what a task that just runs holds is not kept."""
    found = []
    for _ in range(20):
        await asyncio.sleep_ms(25)
        gc.collect()
        found.append(gc.mem_alloc())
    return min(found)


async def main():
    config, settings = load()
    outbox = Outbox()
    ports = Ports(Wifi(settings), Store(), board_of(settings).MODEL)
    remote = Remote(config, settings, ports, Status(), "00000001", outbox=outbox)
    asyncio.create_task(remote.run())
    done = 0
    for count in [int(each) for each in sys.argv[1:]]:
        while done < count:
            while not remote.reached() or len(outbox) > 8:
                await asyncio.sleep_ms(1)
            remote.emit("button", 1, {"event_type": "single"})
            done += 1
        while len(outbox):
            await asyncio.sleep_ms(1)
        print("heap after %d presses: %d in use, dropped %d, late %d" % ((done, await least()) + remote.counts()))
    await remote.leave()


asyncio.run(main())
