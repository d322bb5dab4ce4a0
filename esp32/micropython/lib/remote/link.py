"""When to try what: Wi-Fi, the broker, a restart as the last step. It is told the time and what came of it, and does nothing itself."""

JOIN = "join"
CONNECT = "connect"
WAIT = "wait"
RESTART = "restart"

# How long Wi-Fi may take to join before it is told to begin anew, ms.
JOINING = 15000
# How often to look while something is waited for, ms.
LOOK = 200


class Backoff:
    """Waits that double from `first` to `most` ms, each shortened by a random part of up to a half, so that a house does not come at once."""

    def __init__(self, random, first=1000, most=60000):
        self._random = random
        self._first = first
        self._most = most
        self._next = first

    def failed(self):
        """How long to wait now, ms."""
        wait = self._next
        self._next = min(self._most, wait * 2)
        return int(wait * (1 - self._random() / 2))

    def worked(self):
        self._next = self._first


class Link:
    """`random` gives 0 to 1; `restart_after` is in ms, 0 for never."""

    def __init__(self, random, now, restart_after=0):
        self._backoff = Backoff(random)
        self._joining = None
        self._retry = now
        self._away = now
        self._let_in = None
        self._restart_after = restart_after
        self.losses = 0

    def next(self, now, joined):
        """What to do, and in how many ms to ask again."""
        if self._restart_after and self._away is not None and now - self._away >= self._restart_after:
            return RESTART, 0
        if not joined:
            if self._joining is None or now - self._joining >= JOINING:
                self._joining = now
                return JOIN, LOOK
            return WAIT, LOOK
        if self._joining is not None:
            # A network that has just come is worth an attempt at once.
            self._joining = None
            self._retry = now
            self._backoff.worked()
        if now >= self._retry:
            return CONNECT, 0
        return WAIT, min(LOOK, self._retry - now)

    def let_in(self, now):
        self._away = None
        self._let_in = now

    def failed(self, now):
        """An attempt failed, or the connection is lost."""
        if self._away is None:
            self._away = now
            self.losses += 1
        # Only what lasted counts as a success: who is thrown out at once shall not come back each second.
        if self._let_in is not None and now - self._let_in >= 10000:
            self._backoff.worked()
        self._let_in = None
        self._retry = now + self._backoff.failed()
