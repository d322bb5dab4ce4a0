"""How the board fares, for the LED, the log and telemetry."""

START = "start"
SETUP = "setup"
WIFI = "wifi"
BROKER = "broker"
OK = "ok"


class Status:
    """`word`: start, setup (no Wi-Fi configured), wifi (looks for it), broker (looks for it) or ok. `error`: the last one's word, or None."""

    def __init__(self, say=print):
        self.word = START
        self.error = None
        self.sentence = None
        self._say = say

    def now(self, word):
        """Says each change once."""
        if word != self.word:
            self.word = word
            self._say("status: " + word)

    def wrong(self, word, sentence):
        """An error by its word and in a sentence; said again only when it is another one."""
        if sentence != self.sentence:
            self._say("error: %s: %s" % (word, sentence))
        self.error = word
        self.sentence = sentence

    def well(self):
        """What was wrong is over; telemetry goes on telling the last error's word."""
        self.sentence = None
