"""What the firmware takes: bytes of its files, and of the heap once all is imported; fails where that is too much. ram.py FOLDER"""

import gc
import os
import sys

folder = sys.argv[1]
# Bytes. Files have some 2 MB of a flash of 4 MB, and there are three sets of them while an update comes. Words of 64 bits take half as much
# again as a board's of 32, which has some 160 kB for Python and TLS, of which TLS takes 27.
FILES = 200000
HEAP = 115000 if sys.maxsize > 2**31 else 77000


def size(path):
    if os.stat(path)[0] & 0x4000:
        return sum(size(path + "/" + name) for name in os.listdir(path))
    return os.stat(path)[6] if path.endswith(".py") else 0


total = sum(size(folder + "/" + each) for each in ("main.py", "sets.py", "diag.py", "boards", "lib"))
print("files: %d bytes" % total)
# What stands in for the board's own modules is not the firmware's.
for fake in ("dht", "esp32", "machine", "neopixel", "network", "socket", "world"):
    __import__(fake)
gc.collect()
before = gc.mem_alloc()
import ports.start
import ports.wifi

gc.collect()
core = gc.mem_alloc()
for part in sorted(os.listdir(folder + "/lib/ports")) + sorted(os.listdir(folder + "/lib/remote")):
    if part.endswith(".py") and part != "__init__.py":
        room = "ports" if part in os.listdir(folder + "/lib/ports") else "remote"
        __import__(room + "." + part[:-3])
gc.collect()
print("heap after import: %d bytes; with every kind of part %d" % (core - before, gc.mem_alloc() - before))
taken = core - before
print("words have %d bits here, and 32 on a board" % (64 if sys.maxsize > 2**31 else 32))
if total > FILES or taken > HEAP:
    print("too much: at most %d of files and %d of heap" % (FILES, HEAP))
    sys.exit(1)
