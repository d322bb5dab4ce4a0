"""The board as its parts see it: what happens goes in by `emit`, what is wished for comes out, and the broker is kept in between."""

import asyncio

from remote import settings as all_settings
from remote import talk
from remote.actions import Action
from remote.check import Wrong, parsed
from remote.client import Client
from remote.outbox import Message, Outbox


class Remote:
    """`ports` are the clock, Wi-Fi, network, memory, files and the restart; `boot` a text that differs at each start."""

    def __init__(self, config, settings, ports, status, boot, say=print, outbox=None):
        self._config = config
        self.settings = settings
        self._ports = ports
        self._status = status
        self._boot = boot
        self._say = say
        self._outbox = Outbox() if outbox is None else outbox
        self._seq = int(boot, 16) & 0xFFFFF
        self._given = 0
        self._measured = {}
        self._handlers = {"config": self._wish}
        self._bridge_away = False
        self._own_ways = []
        self._own_way = asyncio.Event()
        self._lan = None
        self._offered = None
        self.topics = talk.Topics(settings.name, settings.base, settings.boards)
        # Set when wished settings are in force, and parts have to be built anew.
        self.changed = asyncio.Event()
        self._client = Client(settings, ports, self, self._outbox, status, say)

    async def run(self):
        await asyncio.gather(self._client.run(), self._telemetry(), self._go_own_ways())

    def use_lan(self, lan):
        """A way to lamps for when the broker or the bridge is away, or None."""
        self._lan = lan

    # What parts call.

    def emit(self, kind, number, event, age=0):
        """What happened at a control, `age` ms ago. Never waits."""
        if kind == "sensor":
            self._measured.update(event)
            self._latest("sensor", talk.payload(self._measured))
            return
        control = [each for each in getattr(self.settings, kind + "s") if each.number == number]
        born = self._ports.clock.now() - age
        for action in self._actions(control[0], event) if control else ():
            self._act(action, born)
        self._seq += 1
        self._once(self.topics.own("%s/%d" % (kind, number)), talk.event(event, self._seq), born)

    def hear(self, suffix, handler):
        """`handler(payload, retained)` for what is published on the board's topic of that name."""
        self._handlers[suffix] = handler

    def offers(self, handler):
        """`handler(value)` for what stands under `update` in wished settings. Where nobody asks for it, nothing may stand there."""
        self._offered = handler

    def tell(self, suffix, payload, retain=False):
        """Publishes JSON on the board's topic of that name."""
        if retain:
            self._latest(suffix, talk.payload(payload))
        else:
            self._once(self.topics.own(suffix), talk.payload(payload), None)

    def reached(self):
        """Whether the broker lets it in at this moment."""
        return self._client.is_in()

    async def leave(self):
        await self._client.leave()

    def counts(self):
        """What did not get through since the start: (dropped for lack of room, too old)."""
        return self._outbox.dropped, self._outbox.late

    # What the client calls.

    def filters(self):
        # The bridge's, too: ways to lamps without it may be wished for later.
        return [self.topics.own(suffix) for suffix in self._handlers] + [self.topics.bridge()]

    def greeting(self):
        """The broker has let it in."""
        self._latest("state", b"online")
        self._latest("info", talk.info(self.settings, self._ports.model, self._ports.wifi.mac()))
        self._latest("telemetry", self._health())

    def heard(self, topic, payload, retained):
        if topic == self.topics.bridge():
            self._bridge_away = payload == b"offline"
            return
        handler = self._handlers.get(self.topics.leaf(topic))
        if handler:
            handler(payload, retained)

    def forbidden(self, asked):
        if asked != self.topics.bridge():
            self._status.wrong("not-allowed", "the broker does not let it read %s: its rules for this board are wrong" % asked)

    # What is done.

    def _actions(self, control, event):
        actions = (control.do or {}).get(event["event_type"], ())
        steps = event.get("steps")
        return actions if steps is None else [action.times(steps) for action in actions]

    def _act(self, action, born):
        if self._lan and (self._bridge_away or not self.reached()) and len(self._own_ways) < 8:
            self._own_ways.append((action, born))
            self._own_way.set()
        else:
            self._command(action, born)

    def _command(self, action, born):
        self._given += 1
        ident = "%s-%s-%d" % (self.settings.name, self._boot, self._given)
        self._once(self.topics.command(action.to), talk.command(action.command, ident), born)

    async def _go_own_ways(self):
        while True:
            await self._own_way.wait()
            self._own_way.clear()
            while self._own_ways:
                await self._go_own_way(*self._own_ways.pop(0))

    async def _go_own_way(self, action, born):
        try:
            done, left = await self._lan.do(action) if self._lan else (False, action.command)
        except OSError:
            done, left = False, action.command
        if done or left != action.command:
            # An older press that waits for the broker would undo this one.
            self._outbox.forget(self.topics.command(action.to))
        if done:
            self.tell("done", {"to": action.to, "command": action.command, "via": "lan"})
        if left:
            self._command(Action(action.to, left), born)

    def _once(self, topic, payload, born):
        until = None if born is None else born + self.settings.keep
        self._outbox.put(Message(topic, payload, until=until))
        self._client.wake()

    def _latest(self, suffix, payload):
        self._outbox.put_latest(Message(self.topics.own(suffix), payload, retain=True))
        self._client.wake()

    async def _telemetry(self):
        while True:
            await asyncio.sleep_ms(self.settings.telemetry)
            if self.reached():
                self._latest("telemetry", self._health())

    def _health(self):
        dropped, late = self.counts()
        told = self._ports.heap.figures()
        told.update(uptime=self._ports.clock.now() // 1000, reconnects=self._client.link.losses, dropped=dropped, late=late)
        for key, value in (("rssi", self._ports.wifi.rssi()), ("error", self._status.error)):
            if value is not None:
                told[key] = value
        return talk.payload(told)

    def _wish(self, payload, retained):
        """Wished settings: all of them or none. An empty payload takes them away."""
        try:
            wishes = parsed(payload) if payload else {}
            offer = wishes.pop("update", None) if self._offered and isinstance(wishes, dict) else None
            _, settings = all_settings.wished(self._config, wishes)
        except Wrong as wrong:
            self._refuse(str(wrong))
        except ValueError:
            self._refuse("is not right JSON")
        except Exception as error:
            # The broker has it retained: what ended the connection here would end every one.
            self._refuse("cannot be taken: %r" % error)
        else:
            self._apply(wishes, settings)
            if offer is not None:
                self._offered(offer)

    def _refuse(self, reason):
        self._status.wrong("config", "wished settings: " + reason)
        self.tell("configured", {"accepted": False, "reason": reason}, retain=True)

    def _apply(self, wishes, settings):
        if wishes != self._ports.store.wishes():
            try:
                self._ports.store.keep_wishes(wishes)
            except OSError as error:
                self._refuse("cannot be kept: the flash says %s" % error)
                return
            self.settings = settings
            self._measured = {}
            self.changed.set()
            self.greeting()
        self.tell("configured", {"accepted": True}, retain=True)
