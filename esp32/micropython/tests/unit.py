"""Runs every test_*.py beside it under this MicroPython: each function test_..., or only those whose name has one of the words given."""

import os
import sys

folder = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."


def tests():
    for name in sorted(os.listdir(folder)):
        if name.startswith("test_") and name.endswith(".py"):
            module = __import__(name[:-3])
            for each in sorted(dir(module)):
                if each.startswith("test_"):
                    yield name[5:-3] + ": " + each[5:].replace("_", " "), getattr(module, each)


passed, failed = 0, 0
for name, test in tests():
    if sys.argv[1:] and not any(word in name for word in sys.argv[1:]):
        continue
    try:
        test()
    except Exception as error:
        failed += 1
        print("FAILED  " + name)
        sys.print_exception(error)
    else:
        passed += 1
        print("ok      " + name)
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed or not passed else 0)
