"""Memory of ESP-IDF, which a desktop has not: one region of a size that never changes."""

HEAP_DATA = 4
HEAP_EXEC = 2
WAKEUP_ALL_LOW = False
WAKEUP_ANY_HIGH = True


def idf_heap_info(kind):
    return [(200000, 120000, 90000, 80000)]


def wake_on_ext1(pins, level):
    print("fakes: wakes by %s" % sorted(pin.number for pin in pins))
