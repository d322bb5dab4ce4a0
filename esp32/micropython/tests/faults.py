"""A network between board and broker that can be told to fail: faults.py PORT TARGET, one line on stdin for each change.

pass            all goes through, at once
hold            nothing does, and no end is told: as when a router is unplugged
slow MS         each piece arrives so much later
drip            one byte after the other
cut             all connections are reset
"""

import asyncio
import select
import sys

mode = ["pass", 0]
open_streams = []


async def carry(source, sink):
    try:
        while True:
            data = await source.read(1024)
            if not data:
                break
            while mode[0] == "hold":
                await asyncio.sleep_ms(20)
            await asyncio.sleep_ms(mode[1])
            step = 1 if mode[0] == "drip" else len(data)
            for place in range(0, len(data), step):
                sink.write(data[place : place + step])
                await sink.drain()
    except OSError:
        pass
    await end(source)
    await end(sink)


async def end(stream):
    if stream in open_streams:
        open_streams.remove(stream)
        stream.close()
        await stream.wait_closed()


async def accept(reader, writer):
    try:
        _, far = await asyncio.open_connection("127.0.0.1", int(sys.argv[2]))
    except OSError:
        writer.close()
        await writer.wait_closed()
        return
    open_streams.extend((writer, far))
    asyncio.create_task(carry(reader, far))
    asyncio.create_task(carry(far, writer))


async def main():
    await asyncio.start_server(accept, "127.0.0.1", int(sys.argv[1]))
    print("faults: pass")
    poller = select.poll()
    poller.register(sys.stdin, select.POLLIN)
    while True:
        while poller.poll(0):
            words = sys.stdin.readline().split()
            if words and words[0] == "cut":
                for stream in list(open_streams):
                    await end(stream)
            elif words:
                mode[:] = words[0], int(words[1]) if len(words) > 1 else 0
            print("faults: " + " ".join(words))
        await asyncio.sleep_ms(20)


asyncio.run(main())
