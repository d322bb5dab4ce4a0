"""Of the firmware's own files: each compiles, asks for nothing that stock firmware lacks, and keeps to its place."""

import os

from expect import equal, true

ROOT = __file__.rsplit("/", 2)[0]
# What `help('modules')` of ESP32_GENERIC 1.24 and later lists, frozen ones included, as far as it is there on S2, S3, C3 and C6 too.
STOCK = (
    "_thread array asyncio binascii builtins cmath collections cryptolib deflate dht ds18x20 errno esp esp32 flashbdev framebuf gc hashlib "
    "heapq io json machine math micropython mip neopixel network ntptime onewire os platform random re requests select socket ssl struct "
    "sys time tls uctypes urequests vfs webrepl websocket"
).split()
PURE = "asyncio binascii errno hashlib json math re struct remote".split()


def files(folder=""):
    for name in sorted(os.listdir(ROOT + "/" + folder)):
        path = folder + name
        if os.stat(ROOT + "/" + path)[0] & 0x4000:
            if path not in ("tests", "examples") and name[0] not in "._":
                yield from files(path + "/")
        elif name.endswith(".py"):
            yield path


def text(path):
    with open(ROOT + "/" + path) as file:
        return file.read()


def imports(path):
    for line in text(path).split("\n"):
        words = line.strip().split(" ")
        if words[0] in ("import", "from") and len(words) > 1 and not words[1].endswith('"'):
            for name in words[1:] if words[0] == "import" else words[1:2]:
                yield name.strip(",").split(".")[0]


def own():
    return {path.split("/")[1] if path.startswith("lib/") else path.split("/")[0].replace(".py", "") for path in files()}


def test_there_are_files_to_look_at():
    equal([each for each in ("main.py", "diag.py", "lib/remote/core.py", "lib/ports/net.py", "boards/esp32.py") if each not in list(files())], [])


def test_each_file_compiles():
    for path in files():
        compile(text(path), path, "exec")


def test_no_file_imports_what_stock_firmware_lacks():
    known = set(STOCK) | own()
    for path in files():
        equal([name for name in imports(path) if name not in known], [], path + " imports")


def test_what_is_decided_imports_nothing_that_touches():
    for path in files("lib/remote/"):
        equal([name for name in imports(path) if name not in PURE], [], path + " imports")


def test_an_import_that_is_not_stock_is_found():
    true("umqtt" not in STOCK and "ujson" not in STOCK)
    equal([name for name in imports("main.py") if name not in STOCK], ["sets", "ports"])


def test_no_file_is_long():
    for path in files():
        lines = text(path).count("\n")
        true(lines <= 260, "%s has %d lines, which" % (path, lines))
