"""What the firmware takes: bytes of its files, and of the heap once all is imported. ram.py FOLDER"""

import gc
import os
import sys

folder = sys.argv[1]


def size(path):
    if os.stat(path)[0] & 0x4000:
        return sum(size(path + "/" + name) for name in os.listdir(path))
    return os.stat(path)[6] if path.endswith(".py") else 0


print("files: %d bytes" % sum(size(folder + "/" + each) for each in ("main.py", "diag.py", "boards", "lib")))
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
print("words have %d bits here and 32 on a board, where it is about half" % (64 if sys.maxsize > 2**31 else 32))
