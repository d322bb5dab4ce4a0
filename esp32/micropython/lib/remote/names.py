"""The broker's address: looked up once and kept, since a lookup holds the whole board, and looked up again when it leads nowhere."""


def is_address(host):
    parts = host.split(".")
    return len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts)


# After a lookup that failed so many attempts go by the last good address, since with a dead DNS each lookup holds the board for seconds.
REST = 4


class Names:
    """`known` is the last address that led to the broker, or None."""

    def __init__(self, host, known=None):
        self._host = host
        self.known = host if is_address(host) else known
        self._doubted = False
        self._rest = 0

    def address(self, look_up):
        """`look_up(host)` raises OSError where it fails; then the last good address is better than none."""
        if self.known and not self._asks():
            return self.known
        try:
            return look_up(self._host)
        except OSError:
            if not self.known:
                raise
            self._rest = REST
            return self.known

    def _asks(self):
        if not self._doubted or is_address(self._host):
            return False
        self._rest = max(0, self._rest - 1)
        return not self._rest

    def led(self, address):
        """It led to the broker. Whether that is news."""
        news = address != self.known
        self.known = address
        self._doubted = False
        return news

    def failed(self):
        """It led nowhere: the next attempt asks anew."""
        self._doubted = True
