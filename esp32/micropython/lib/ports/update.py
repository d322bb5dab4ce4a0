"""New files over the air: fetched beside the old ones, checked, put in force at once, and taken back where they do not reach the broker."""

import asyncio
import gc

import sets
from ports.fetch import Fetching, get
from ports.files import Files
from remote.check import Wrong
from remote.update import LIST, check_list, file_of, offer

# After a fetch that failed: ms until the next, and how many there are.
AGAIN = 30000
TRIES = 5
# Flash that stays free, bytes.
SPARE = 16384
LOOK = 200
# What is not whole yet is called so.
PART = ".part"


class Update:
    """`settings` are those of `remote.update`."""

    def __init__(self, settings, remote, files=None, restart=None):
        self._settings = settings
        self._remote = remote
        self._files = files or Files()
        self._restart = restart or _restart
        self._offered = None
        self._event = asyncio.Event()
        remote.offers(self._hear)

    def _hear(self, value):
        """What stands under `update` in wished settings."""
        self._offered = value
        self._event.set()

    async def run(self):
        await self._prove()
        while True:
            await self._event.wait()
            self._event.clear()
            try:
                found = offer(self._offered)
                if self._is_news(found):
                    await self._install(found)
            except ValueError as wrong:
                self._tell("refused", reason=str(wrong))
            except OSError as error:
                self._tell("failed", reason="the flash says %s" % error)
            except MemoryError:
                gc.collect()
                self._tell("failed", reason="no memory left")

    async def _prove(self):
        """A set on trial has to be let in by the broker within its time, else the board restarts and so counts one more start."""
        state = sets.read(self._files.place)
        waited = 0
        while not state["good"] and not self._remote.reached():
            if waited >= self._settings.reach:
                print("update: %s has not reached the broker in %d s" % (state["run"], self._settings.reach // 1000))
                self._restart()
            await asyncio.sleep_ms(LOOK)
            waited += LOOK
        if not state["good"]:
            sets.write(dict(state, good=True, starts=0, before="", bad=""), self._files.place)
            self._tell("installed", set=state["run"])
        elif state["bad"]:
            self._tell("taken-back", set=state["bad"], reason="it did not reach the broker")
        self._tidy(sets.read(self._files.place)["run"], *[name for name in self._files.names("air") if name.endswith(PART)])

    def _is_news(self, found):
        state = sets.read(self._files.place)
        if found.name == state["bad"]:
            print("update: %s was taken back before; it is not tried again" % found.name)
        return found.name not in (state["run"], state["bad"])

    async def _install(self, found):
        for left in range(TRIES - 1, -1, -1):
            try:
                await self._fetch(found)
                break
            except Fetching as failed:
                self._tell("failed" if left == 0 else "fetching", set=found.name, reason=str(failed))
                if left == 0:
                    return
                await asyncio.sleep_ms(AGAIN)
        sets.write(sets.tried(found.name, sets.read(self._files.place)), self._files.place)
        self._tell("restarting", set=found.name)
        await self._remote.leave()
        self._restart()

    async def _fetch(self, found):
        """All files into a folder that bears the set's name only once it is whole. What came before the power went is not fetched again."""
        if self._files.exists("air/" + found.name):
            return
        part = "air/" + found.name + PART
        self._tidy(sets.read(self._files.place)["run"], found.name + PART)
        await self._get(found.url, found.sha256, LIST, part + "/list")
        with self._files.lines(part + "/list") as lines:
            version, size = check_list(lines)
        self._tell("fetching", set=found.name, version=version)
        if self._files.free() < size + SPARE:
            raise Wrong("update", "needs %d bytes of flash, and there are %d" % (size + SPARE, self._files.free()))
        with self._files.lines(part + "/list") as lines:
            next(lines)
            for line in lines:
                await self._fetch_file(found, part, file_of(line))
        self._files.rename(part, "air/" + found.name)

    async def _fetch_file(self, found, part, file):
        path = part + "/" + file.path
        if self._files.sha256(path) != file.sha256:
            await self._get(found.url_of(file.path), file.sha256, file.size, path)
        gc.collect()

    async def _get(self, url, sha256, most, path):
        self._files.make_folders(path)
        with self._files.open(path) as out:
            await get(url, sha256, most, out.write)

    def _tidy(self, *keep):
        """Removes sets that are of no use any more."""
        for name in self._files.names("air"):
            if name not in keep:
                self._files.remove("air/" + name)

    def _tell(self, word, **more):
        print("update: " + ", ".join([word] + [str(each) for each in more.values()]))
        self._remote.tell("update", dict(more, state=word), True)


def _restart():
    import machine

    machine.reset()
