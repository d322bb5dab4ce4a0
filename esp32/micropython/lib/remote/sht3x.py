"""Sensirion's SHT30, SHT31 and SHT35: what to send, and what the answer means."""

# One measurement of the best kind, without holding the wires; and how long it takes at most, ms.
MEASURE = b"\x24\x00"
TAKES = 16


def crc(data):
    """Sensirion's checksum of two bytes: polynomial 0x31, from 0xFF."""
    sum = 0xFF
    for byte in data:
        sum ^= byte
        for _ in range(8):
            sum = (sum << 1 ^ 0x31 if sum & 0x80 else sum << 1) & 0xFF
    return sum


def measured(data):
    """°C and per cent of the six bytes it answers; ValueError where they were garbled on the wire."""
    if len(data) != 6 or crc(data[:2]) != data[2] or crc(data[3:5]) != data[5]:
        raise ValueError("its checksum is wrong: the wires are too long, or badly joined")
    return {
        "temperature": (data[0] << 8 | data[1]) * 175 / 65535 - 45,
        "humidity": (data[3] << 8 | data[4]) * 100 / 65535,
    }
