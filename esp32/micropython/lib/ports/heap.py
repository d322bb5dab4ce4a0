"""Memory: Python's own, and on ESP32 that of ESP-IDF, which TLS and Wi-Fi live in and which fails first."""

import gc

try:
    import esp32
except ImportError:
    esp32 = None


def figures():
    """Free bytes: `heap` of Python; `idf` of ESP-IDF, and `idf_block`, its largest piece, where there are such."""
    gc.collect()
    told = {"heap": gc.mem_free()}
    if esp32:
        regions = esp32.idf_heap_info(esp32.HEAP_DATA)
        told["idf"] = sum(region[1] for region in regions)
        told["idf_block"] = max(region[2] for region in regions)
    return told


def words():
    told = figures()
    return ", ".join("%s %d" % (key, told[key]) for key in ("heap", "idf", "idf_block") if key in told)
