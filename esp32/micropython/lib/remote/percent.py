"""Percent-encoding, as in topics and forms."""


def decoded(text, plus=" "):
    """`plus` is what a + stands for. Bytes that are no UTF-8 become a question mark; a % without two hex digits stays what it is."""
    data, place = bytearray(), 0
    source = text.encode()
    while place < len(source):
        byte = source[place]
        if byte == 37 and _is_hex(source[place + 1 : place + 3]):
            data.append(int(source[place + 1 : place + 3], 16))
            place += 3
        else:
            data += plus.encode() if byte == 43 else bytes((byte,))
            place += 1
    return utf8(data)


def utf8(data):
    try:
        return bytes(data).decode()
    except UnicodeError:
        return "".join(chr(byte) if byte < 128 else "?" for byte in data)


def _is_hex(two):
    return len(two) == 2 and all(byte in b"0123456789abcdefABCDEF" for byte in two)
