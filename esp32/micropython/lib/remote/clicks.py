"""From a contact's level to what was pressed. Each press ends in exactly one event; nothing waits for a click that nobody asked for."""

CLICKS = ("single", "double", "triple")


class Debounce:
    """A level counts once it has stayed for `steady` ms: neither bounces nor a spark on a long wire are a press."""

    def __init__(self, steady, pressed=False):
        self._steady = steady
        self._level = pressed
        self._since = None

    def update(self, pressed, now):
        """Whether it is pressed."""
        if pressed == self._level:
            self._since = None
        elif self._since is None:
            self._since = now
        if self._since is not None and now - self._since >= self._steady:
            self._level = pressed
            self._since = None
        return self._level


class Clicks:
    """
    `events`: those that are wanted. `wait` is how long after one click another may come, `hold` how long a press is a hold, both in ms.
    One that is `pressed` from the start has to be let go first.
    """

    def __init__(self, events, wait=300, hold=600, pressed=False):
        self._wait = wait
        self._hold = hold
        self._wanted = events
        self._most = max([CLICKS.index(event) + 1 for event in events if event in CLICKS] + [0])
        self._long = "hold" in events or "release" in events
        self._down = pressed
        self._since = 0
        self._count = 0
        # What is done with this press, so that letting go means nothing more; and whether it was a hold.
        self._done = pressed
        self._held = False

    def update(self, down, now):
        """What has come to pass, in its order; mostly nothing. To be called often, with what `Debounce` says."""
        if down != self._down:
            waited = now - self._since
            self._down = down
            self._since = now
            return self._pressed() if down else self._let_go(waited)
        if down and not self._done:
            return self._still_down(now - self._since)
        return self._clicked() if self._count and now - self._since >= self._wait else []

    def _pressed(self):
        self._done = self._held = False
        # With holds about, what a press is shows itself later.
        return [] if self._long else self._count_one()

    def _still_down(self, lasted):
        if self._long and lasted >= self._hold:
            self._done = self._held = True
            return self._clicked() + self._if_wanted("hold")
        return []

    def _let_go(self, lasted):
        if self._held:
            return self._if_wanted("release")
        if self._done:
            return []
        # It may have been looked at too seldom to see that it was a hold.
        return self._still_down(lasted) + self._if_wanted("release") if lasted >= self._hold else self._count_one()

    def _count_one(self):
        self._done = True
        self._count += 1
        return self._clicked() if self._count >= self._most else []

    def _clicked(self):
        """What the clicks so far are. Of two where no double is wanted each is a single."""
        count, self._count = self._count, 0
        found = []
        while count:
            most = [n for n in range(min(count, 3), 0, -1) if CLICKS[n - 1] in self._wanted]
            if not most:
                break
            found.append(CLICKS[most[0] - 1])
            count -= most[0]
        return found

    def _if_wanted(self, event):
        return [event] if event in self._wanted else []
