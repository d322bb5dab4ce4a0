"""The air between a board and bulbs, which can be told to fail: ether.py PORT ADDRESS:PORT..., one line on stdin for each change.

pass            every datagram arrives
lossy PERCENT   so many of them do not, both ways
twice           each arrives twice, both ways
mute            no acknowledgement comes back

What the board sends to PORT goes to all bulbs, of which one takes it for its own.
"""

import asyncio
import random
import select
import socket
import sys

ACKNOWLEDGEMENT = 45
mode = ["pass", 0]


def copies(data, is_answer):
    """How often it arrives."""
    if mode[0] == "lossy":
        return 0 if random.random() * 100 < mode[1] else 1
    if mode[0] == "mute":
        return 0 if is_answer and len(data) > 33 and data[32] == ACKNOWLEDGEMENT else 1
    return 2 if mode[0] == "twice" else 1


def place(text):
    host, port = text.split(":")
    return socket.getaddrinfo(host, int(port))[0][-1]


async def main():
    near, far = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2)]
    near.bind(place("127.0.0.1:" + sys.argv[1]))
    bulbs = [place(each) for each in sys.argv[2:]]
    board = None
    poller = select.poll()
    for each in (near, far, sys.stdin):
        poller.register(each, select.POLLIN)
    print("ether: pass")
    while True:
        for ready, _ in poller.poll(0):
            if ready is sys.stdin:
                words = sys.stdin.readline().split()
                mode[:] = words[0], int(words[1]) if len(words) > 1 else 0
                print("ether: " + " ".join(words))
            elif ready is near:
                data, board = near.recvfrom(1024)
                for bulb in bulbs * copies(data, False):
                    far.sendto(data, bulb)
            else:
                data = far.recv(1024)
                for _ in range(copies(data, True)):
                    near.sendto(data, board)
        await asyncio.sleep_ms(1)


asyncio.run(main())
