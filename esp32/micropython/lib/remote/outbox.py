"""What waits to be published. It is bounded: what finds no room, and what has become too old, is dropped and counted."""


class Message:
    """`until` is when it is of no use any more, in ms as the clock has it; None: never."""

    def __init__(self, topic, payload, qos=1, retain=False, until=None):
        self.topic = topic
        self.payload = payload
        self.qos = qos
        self.retain = retain
        self.until = until
        self.number = 0
        self.sent = None


class Outbox:
    """Presses in their order, then the newest value of each topic that is told by its state. At most `window` are out unacknowledged."""

    def __init__(self, most=32, window=8):
        self.most = most
        self.window = window
        self.dropped = 0
        self.late = 0
        self._waiting = []
        self._latest = []
        self._out = []
        self._number = 0

    def __len__(self):
        return len(self._waiting) + len(self._latest) + len(self._out)

    def put(self, message):
        """For what happens once. Where there is no room the oldest that waits goes."""
        if len(self._waiting) >= self.most:
            self._waiting.pop(0)
            self.dropped += 1
        self._waiting.append(message)

    def put_latest(self, message):
        """For what is so: one that waits on the same topic is replaced."""
        for place, other in enumerate(self._latest):
            if other.topic == message.topic:
                self._latest[place] = message
                return
        self._latest.append(message)

    def forget(self, topic):
        """What waits for that topic is of no use any more, since something newer has taken its place."""
        self._waiting = [message for message in self._waiting if message.topic != topic]

    def next(self, now):
        """The next to send, with its number, or None; it then counts as out until `acknowledged`, at QoS 0 as done."""
        self._age(now)
        if len(self._out) >= self.window:
            return None
        if self._waiting:
            message = self._waiting.pop(0)
        elif self._latest:
            message = self._latest.pop(0)
        else:
            return None
        if message.qos:
            message.number = self._next_number()
            message.sent = now
            self._out.append(message)
        return message

    def acknowledged(self, number):
        """Whether that was out."""
        for place, message in enumerate(self._out):
            if message.number == number:
                self._out.pop(place)
                return True
        return False

    def waits_since(self):
        """When the oldest that is out was sent, or None."""
        return self._out[0].sent if self._out else None

    def back(self):
        """The connection is gone: what was out waits again, in its order, before what came later."""
        for message in reversed(self._out):
            if not message.retain:
                self._waiting.insert(0, message)
            elif all(other.topic != message.topic for other in self._latest):
                self._latest.insert(0, message)
        self._out = []
        while len(self._waiting) > self.most:
            self._waiting.pop(0)
            self.dropped += 1

    def _age(self, now):
        while self._waiting and self._waiting[0].until is not None and now > self._waiting[0].until:
            self._waiting.pop(0)
            self.late += 1

    def _next_number(self):
        used = [message.number for message in self._out]
        while True:
            self._number = self._number % 65535 + 1
            if self._number not in used:
                return self._number
