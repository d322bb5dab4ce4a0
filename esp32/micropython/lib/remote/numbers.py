"""Every error number that a board may show, and its true meaning. ESP32 counts errors as newlib does, not as Linux."""

NEWLIB = {
    5: "EIO",
    9: "EBADF",
    11: "EAGAIN",
    12: "ENOMEM",
    16: "EBUSY",
    22: "EINVAL",
    23: "ENFILE",
    32: "EPIPE",
    104: "ECONNRESET",
    105: "ENOBUFS",
    111: "ECONNREFUSED",
    112: "EADDRINUSE",
    113: "ECONNABORTED",
    114: "ENETUNREACH",
    115: "ENETDOWN",
    116: "ETIMEDOUT",
    118: "EHOSTUNREACH",
    119: "EINPROGRESS",
    120: "EALREADY",
    127: "EISCONN",
    128: "ENOTCONN",
}
_PLAIN = {
    5: "the network stack was asked something it cannot do, or a TLS stream broke: connect again",
    9: "the program used a connection that it had closed",
    11: "nothing there yet; no error where one polls",
    12: "no memory; in TLS it is the memory of ESP-IDF that counts, not gc.mem_free()",
    16: "busy; in TLS: no memory for its big numbers",
    22: "a value that cannot be, such as a port above 65535",
    23: "no socket left, ten is the most: some are not closed",
    32: "the other side had closed the connection",
    104: "the other side cut the connection: it was restarted, it refused, or, while connecting, nothing listens there",
    105: "no memory for network packets: fewer connections, or fewer at once",
    111: "nothing listens there: the broker does not run, the port is wrong, or it listens on loopback only",
    112: "the port is taken by another program on this board",
    113: "Wi-Fi went down under an open connection (on Linux 113 means something else: no route)",
    114: "no address in a network yet: wait for Wi-Fi",
    115: "the network is down: wait for Wi-Fi",
    116: "no answer in time: a firewall, a wrong address, or a guest network that keeps its clients apart. Not a matter of TLS",
    118: "no such machine in this network: it is off, its address is another, or it is in another network",
    119: "still connecting; no error where one polls",
    120: "still connecting; no error where one polls",
    127: "already connected",
    128: "not connected, or not any more",
}
# Lookups count below zero: lwIP's numbers from 200 on, ESP-IDF's for .local names from 0x101 on.
_LOOKUPS = {
    2: "the name leads nowhere: it could not be looked up",
    200: "the name is not there: there is none, or it has no address",
    201: "the port given to the lookup is no number",
    202: "the name could not be looked up (this is never TLS): no Wi-Fi, no DNS server that answers, no such name, or no memory",
    203: "no memory for looking up a name",
    204: "the lookup was asked for a kind of address that there is not",
    210: "there is no such name",
    257: "the .local name could not be asked for: no memory",
    258: "the .local name could not be asked for: it cannot be such a name",
    259: "the .local name could not be asked for: Wi-Fi is not up yet",
}
# mbedTLS: a high part, a multiple of 0x80, and at times a low one, added.
_HIGH = {
    0x2700: "the certificate is not accepted: another authority, another name, or its dates do not fit the board's clock",
    0x2880: "no memory for a certificate",
    0x2180: "what should be a certificate is none",
    0x3F80: "no memory for a key",
    0x4280: "the check of an RSA signature failed",
    0x4E00: "the check of a signature failed",
    0x4E80: "a signature does not fit",
    0x4D80: "no memory for a key's arithmetic",
    0x6800: "the handshake took too long",
    0x6E80: "no version of TLS in common: stock MicroPython speaks TLS 1.2",
    0x7100: "a record that does not fit the buffer, or no TLS at all: is this the port without TLS?",
    0x7180: "a message with a wrong check sum: something between cuts or changes the connection",
    0x7200: "what answers speaks no TLS: is this the port without TLS?",
    0x7280: "the other side hung up in the handshake: the port without TLS, or it wants a client certificate",
    0x7300: "a garbled handshake: the port without TLS, or a proxy between",
    0x7680: "no authority was loaded to check the certificate with: load ca.der",
    0x7780: "the other side refused: no version or suite of TLS in common, or it wants a client certificate",
    0x7880: "the other side said goodbye",
    0x7F00: "no memory for TLS: it needs 17 kB in one piece, and 27 kB in all",
}
_LOW = {
    0x10: "no memory for big numbers",
    0x44: "the random generator gave nothing",
    0x4C: "the connection broke while reading",
    0x4E: "the connection broke while writing",
    0x50: "the other side cut the connection in or after the handshake",
    0x66: "a certificate ends too early: damaged, or not DER",
    0x62: "a part of a certificate is of another kind than expected: damaged, or not DER",
}
# What wlan.status() gives above 200 is about Wi-Fi, and positive.
WIFI = {
    2: ("wifi-password", "the access point ended the login: mostly a wrong password, or WPA3 only"),
    15: ("wifi-password", "the access point does not take the password"),
    200: ("wifi-weak", "the access point is not heard any more: too far"),
    201: ("wifi-absent", "no access point of that name is heard: too far, 5 GHz only, or another name"),
    202: ("wifi-password", "the access point does not take the password"),
    203: ("wifi-refused", "the access point does not take the board: WPA3 only, a list of devices, or full"),
    205: ("wifi-refused", "the access point does not take the board: a list of devices, or full"),
    210: ("wifi-refused", "the access point has no kind of security in common with the board: WPA3 only, or WEP"),
    211: ("wifi-refused", "the access point has no kind of security in common with the board: open, or WEP, where a password is given"),
    212: ("wifi-weak", "the access point is heard too weakly"),
    204: ("wifi-password", "the access point gave up in the middle of the login: mostly a wrong password, or a weak signal"),
}


def meaning(number):
    """In words, as an ESP32 counts. Whole in itself, with the number's name where it has one."""
    if number > 0:
        known = _PLAIN.get(number)
        return "%s: %s" % (NEWLIB[number], known) if known else "error %d, which has no meaning known here" % number
    below = -number
    if below in _LOOKUPS:
        return _LOOKUPS[below]
    high, low = below & 0xFF80, below & 0x7F
    words = [table[part] for table, part in ((_HIGH, high), (_LOW, low)) if part in table]
    if not words:
        return "error %d (-0x%04X), which has no meaning known here" % (number, below)
    return "TLS: %s (-0x%04X)" % ("; ".join(words), below)
