"""One file for each kind of board: its pins and its quirks. `board` in config.json names one; without it the chip decides."""

CHIPS = (("C3", "esp32_c3"), ("C6", "esp32_c6"), ("S2", "esp32_s2"), ("S3", "esp32_s3"))


def guess(machine):
    """The file for what `sys.implementation._machine` says, such as `ESP32C3 module with ESP32C3`."""
    chip = machine.upper().replace("-", "").split(" WITH ")[-1]
    for mark, name in CHIPS:
        if "ESP32" + mark in chip:
            return name
    return "esp32"


def load(name):
    """The board's module; ImportError where there is none of that name."""
    return getattr(__import__("boards." + name), name)
