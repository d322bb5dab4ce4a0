"""Updates over real HTTP, with the power cut at every step; and the way back of a set that does not reach the broker."""

import asyncio
import os
import sys

import sets
from expect import equal, has, raises, true
from offer import listed, sha256
from ports import fetch, update
from ports.files import Files
from remote import http
from remote import update as rules
from remote.check import Wrong
from shelf import Shelf

PLACE = "update.%s/" % "".join("%02x" % byte for byte in os.urandom(4))
SET = {
    "lib/ports/start.py": b"# start\n" * 200,
    "lib/remote/__init__.py": b"VERSION = '2'\n",
    "boards/__init__.py": b"",
    "diag.py": b"print('diag')\n",
}


class Restarted(Exception):
    pass


class PowerCut(Exception):
    pass


class CutFiles(Files):
    """The power goes at the so-many-th thing that is done to the flash, in the middle of a write."""

    def __init__(self, place, after):
        super().__init__(place)
        self.left = after

    def step(self):
        self.left -= 1
        if self.left < 0:
            raise PowerCut()

    def make_folders(self, path):
        self.step()
        super().make_folders(path)

    def open(self, path):
        self.step()
        return CutFile(super().open(path), self)

    def rename(self, old, new):
        self.step()
        super().rename(old, new)

    def remove(self, path):
        self.step()
        super().remove(path)


class CutFile:
    def __init__(self, file, files):
        self._file = file
        self._files = files

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self._file.close()

    def write(self, data):
        self._file.write(data[: len(data) // 2])
        self._files.step()
        self._file.write(data[len(data) // 2 :])


class FakeRemote:
    """`lets_in`: whether the broker does."""

    def __init__(self, lets_in=True):
        self.lets_in = lets_in
        self.told = []
        self.left = False
        self.handler = None

    def offers(self, handler):
        self.handler = handler

    def tell(self, suffix, payload, retain):
        equal((suffix, retain), ("update", True))
        self.told.append(payload)

    def reached(self):
        return self.lets_in

    async def leave(self):
        self.left = True

    def words(self):
        return [payload["state"] for payload in self.told]


def restart():
    raise Restarted()


def clean():
    Files().remove(PLACE[:-1])
    os.mkdir(PLACE[:-1])


def offers(remote, shelf, files=None, settings={"reach": 5}):
    """Runs the update with what is on the shelf until the board restarts; True where it did, False where nothing is left to do."""

    async def run():
        await shelf.open()
        part = update.Update(rules.parse("update", settings), remote, files or Files(PLACE), restart)
        ended = []
        task = asyncio.create_task(until_it_ends(part, ended))
        remote.handler({"url": shelf.url("list.txt"), "sha256": sha256(shelf.files["list.txt"])})
        try:
            await over(ended, remote)
        finally:
            task.cancel()
            await shelf.close()

    try:
        asyncio.run(run())
        return False
    except Restarted:
        return True


async def until_it_ends(part, ended):
    """What ends it goes to the test, not to the loop."""
    try:
        await part.run()
    except Exception as end:
        ended.append(end)


async def over(ended, remote):
    for _ in range(4000):
        if ended:
            raise ended[0]
        if remote.words()[-1:] in (["refused"], ["failed"]):
            return
        await asyncio.sleep_ms(5)
    raise AssertionError("it does not end: %s" % remote.told)


def shelf_of(files, version="2.0.0"):
    return Shelf(dict(files, **{"list.txt": listed(version, files)}))


def whole(name, files=SET):
    return all(Files(PLACE).sha256("air/%s/%s" % (name, path)) == sha256(data) for path, data in files.items())


def name_of(shelf):
    return sha256(shelf.files["list.txt"])[:16]


def test_offer_that_is_whole_is_on_trial_after_a_goodbye():
    clean()
    remote, shelf = FakeRemote(), shelf_of(SET)
    equal(offers(remote, shelf), True)
    name = name_of(shelf)
    equal(remote.words(), ["fetching", "restarting"])
    true(remote.left and whole(name))
    state = sets.read(PLACE)
    equal((state["run"], state["good"], state["starts"], state["before"]), (name, False, 0, ""))


def test_files_with_other_contents_than_was_offered_change_nothing():
    for path in SET:
        if not SET[path]:
            continue
        clean()
        remote, shelf = FakeRemote(), shelf_of(SET)
        shelf.faults[path] = "wrong"
        equal(offers(remote, shelf), False)
        equal(remote.words()[-1], "refused")
        has(remote.told[-1]["reason"], path + ": is not what was offered")
        equal((sets.read(PLACE)["run"], sets.enter(PLACE)), ("", ""))


def test_list_with_another_hash_is_refused_before_any_file_is_asked_for():
    clean()
    remote, shelf = FakeRemote(), shelf_of(SET)
    shelf.faults["list.txt"] = "wrong"
    equal(offers(remote, shelf), False)
    equal((remote.words(), shelf.asked), (["refused"], ["list.txt"]))


def test_files_that_do_not_come_are_told_and_change_nothing():
    patience, update.AGAIN = fetch.PAUSE, 1
    for fault, words in (
        ("missing", "404"),
        ("short", "too early"),
        ("long", "at most"),
        ("silent", "no answer"),
        ("babbles", "is no HTTP"),
    ):
        clean()
        # A busy desktop takes its time, too: only who never answers is not waited for.
        fetch.PAUSE = 500 if fault == "silent" else patience
        remote, shelf = FakeRemote(), shelf_of(SET)
        shelf.faults["lib/ports/start.py"] = fault
        equal(offers(remote, shelf), False, fault)
        equal(remote.words()[-1], "failed", fault)
        has(remote.told[-1]["reason"], words)
        equal(shelf.asked.count("lib/ports/start.py"), update.TRIES)
        equal(sets.read(PLACE)["run"], "")
    fetch.PAUSE = patience


def test_power_cut_at_any_step_leaves_the_old_files_or_the_whole_new_ones():
    steps = 0
    while True:
        clean()
        shelf = shelf_of(SET)
        try:
            done = offers(FakeRemote(), shelf, CutFiles(PLACE, steps))
        except PowerCut:
            done = False
        equal(sets.read(PLACE)["run"], name_of(shelf) if done else "", "step %d" % steps)
        if done:
            break
        # The power is back, and the offer, which is retained, comes again.
        again = shelf_of(SET)
        equal(offers(FakeRemote(), again), True, "step %d" % steps)
        true(whole(name_of(again)), "step %d" % steps)
        steps += 1
    true(steps > 8, steps)


def test_power_cut_while_the_choice_is_written_leaves_the_old_one():
    clean()
    sets.write(sets.tried("a", sets.read(PLACE)), PLACE)
    with open(PLACE + "sets.json.new", "w") as file:
        file.write('{"run": "b", "go')
    equal(sets.read(PLACE)["run"], "a")
    with open(PLACE + "sets.json", "w") as file:
        file.write("")
    equal(sets.read(PLACE)["run"], "")


def test_what_came_before_the_power_went_is_not_fetched_again():
    clean()
    try:
        offers(FakeRemote(), shelf_of(SET), CutFiles(PLACE, 8))
    except PowerCut:
        pass
    shelf = shelf_of(SET)
    offers(FakeRemote(), shelf)
    true("diag.py" not in shelf.asked and "lib/ports/start.py" in shelf.asked, shelf.asked)


def test_set_on_trial_that_the_broker_lets_in_is_good_and_older_ones_go():
    clean()
    for name in ("old", "new", "half.part"):
        Files(PLACE).make_folders("air/%s/lib/x" % name)
    sets.write(sets.tried("new", dict(sets.read(PLACE), run="old")), PLACE)
    equal(sets.enter(PLACE), "new")
    prove(FakeRemote())
    state = sets.read(PLACE)
    equal((state["run"], state["good"], sorted(os.listdir(PLACE + "air"))), ("new", True, ["half.part", "new"]))


def test_set_on_trial_that_is_not_let_in_has_three_starts_and_is_taken_back():
    clean()
    for name in ("old", "new"):
        Files(PLACE).make_folders("air/%s/lib/x" % name)
    sets.write(sets.tried("new", dict(sets.read(PLACE), run="old")), PLACE)
    for _ in range(sets.STARTS):
        equal(sets.enter(PLACE), "new")
        raises(Restarted, "", prove, FakeRemote(lets_in=False))
    equal(sets.enter(PLACE), "old")
    state = sets.read(PLACE)
    equal((state["run"], state["good"], state["bad"]), ("old", True, "new"))
    remote = FakeRemote()
    prove(remote)
    equal((remote.words(), os.listdir(PLACE + "air")), (["taken-back"], ["old"]))


def prove(remote):
    """Starts the part and gives it the time that a set on trial has, which here is short."""
    settings = rules.parse("update", {"reach": 5})
    settings.reach = 300

    async def run():
        ended = []
        task = asyncio.create_task(until_it_ends(update.Update(settings, remote, Files(PLACE), restart), ended))
        for _ in range(60):
            if ended:
                raise ended[0]
            await asyncio.sleep_ms(10)
        task.cancel()

    asyncio.run(run())


def test_set_that_was_taken_back_is_not_tried_again_and_one_that_runs_not_fetched():
    for key in ("bad", "run"):
        clean()
        shelf = shelf_of(SET)
        sets.write(dict(sets.read(PLACE), **{key: name_of(shelf)}), PLACE)
        remote = FakeRemote()
        raises(AssertionError, "it does not end", offers, remote, shelf)
        equal(shelf.asked, [], key)


def test_set_that_is_gone_from_flash_gives_way_to_what_was_flashed():
    clean()
    sets.write(dict(sets.read(PLACE), run="gone"), PLACE)
    equal(sets.enter(PLACE), "")


def test_trial_that_cannot_be_counted_is_none():
    clean()
    files = Files(PLACE)
    for name in ("old", "new"):
        files.make_folders("air/%s/lib/x" % name)
    sets.write({"run": "new", "good": False, "starts": 0, "before": "old", "bad": ""}, PLACE)
    # The flash takes nothing any more.
    files.make_folders("sets.json.new/x")
    path = sys.path[:]
    try:
        equal(sets.enter(PLACE), "old")
    finally:
        sys.path[:] = path
        clean()


def test_choice_that_is_garbled_is_what_was_flashed():
    for text in ("", "[]", "7", '{"run": 7}', '{"good": "yes"}', '{"starts": true, "run": null}'):
        clean()
        with open(PLACE + "sets.json", "w") as file:
            file.write(text)
        equal(sets.choose(sets.read(PLACE))["run"], "", text)


def test_paths_that_lead_out_of_the_set_are_refused():
    for path in ("../main.py", "lib/../../main.py", "/lib/x.py", "lib//x.py", "main.py", "sets.py", "config.json", "lib/.x", "lib/a/b/c.py", "lib", "boards/a b"):
        equal(rules.is_path(path), False, path)
        if " " not in path:
            raises(Wrong, "which is not lib/", rules.check_list, lines_of(dict(SET, **{path: b""})))
    for path in SET:
        equal(rules.is_path(path), True, path)


def lines_of(files):
    return listed("1.0.0", files).decode().split("\n")[:-1]


def test_list_that_is_right_gives_its_version_and_size():
    equal(rules.check_list(lines_of(SET)), ("1.0.0", sum(len(data) for data in SET.values())))


def test_lists_that_are_wrong_are_told():
    good, hash = lines_of(SET), "0" * 64
    for lines, words in (
        ([], "list: has no version"),
        (good[1:], "list: does not begin with its version"),
        (["version "] + good[1:], "list: version: takes one line"),
        (good[:1], "list: has no lib/ports/start.py"),
        (good + ["x"], "list: has a line that is not a hash, a size and a path: x"),
        (good + [hash + " -1 diag.py"], "has a line that is not a hash"),
        (good + [hash + " 70000 diag.py"], "list: diag.py: takes a whole number from 0 to 65536"),
        (good + [hash[1:] + "A 1 diag.py"], "list: diag.py: takes a SHA-256"),
        (good + ["%s 65536 lib/x%d.py" % (hash, n) for n in range(13)], "bytes; at most"),
        (good + ["%s 1 lib/x%d.py" % (hash, n) for n in range(130)], "files of"),
    ):
        raises(Wrong, words, rules.check_list, lines)


def test_offers_that_are_wrong_are_told_with_the_place():
    hash = "0" * 64
    for value, line in (
        ("x", "update: takes an object"),
        ({"url": "https://a/b", "sha256": hash}, "update.url: takes an address such as http://"),
        ({"url": "http://a b/c", "sha256": hash}, "update.url: takes an address"),
        ({"url": "http:///c", "sha256": hash}, "update.url: takes an address"),
        ({"url": "http://a@b/c", "sha256": hash}, "update.url: takes an address"),
        ({"url": "http://a:b/c", "sha256": hash}, "update.url: takes an address"),
        ({"url": "http://a/c\r\nX: y", "sha256": hash}, "update.url: takes an address"),
        ({"url": "http://a/c", "sha256": hash.replace("0", "A")}, "update.sha256: takes a SHA-256"),
        ({"url": "http://a/c"}, "update.sha256: takes a SHA-256"),
    ):
        raises(Wrong, line, rules.offer, value)
    equal(http.address("url", "http://10.0.0.1:8000/a/b.json"), ("10.0.0.1", 8000, "/a/b.json"))
    equal(rules.offer({"url": "http://a/x/list.json", "sha256": hash}).url_of("lib/y.py"), "http://a/x/lib/y.py")


def test_zz_the_folder_is_removed():
    Files().remove(PLACE[:-1])
    true(not Files().exists(PLACE[:-1]))
