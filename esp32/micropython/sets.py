"""
Which files the board runs: those it was flashed with, or a newer set below `air/` that came over the air. This file and main.py stay as
they were flashed, so there is always a way back: a new set is on trial until it has reached the broker, and three starts are all it gets.
"""

import json
import os
import sys

STARTS = 3


def read(folder=""):
    """`run`: the set in force, "" for the files as flashed; `good`: it has proved itself; `starts` on trial; `before`; `bad`: taken back."""
    state = {"run": "", "good": True, "starts": 0, "before": "", "bad": ""}
    try:
        with open(folder + "sets.json") as file:
            found = json.load(file)
        state.update({key: found[key] for key in state if isinstance(found.get(key), type(state[key]))})
    except (OSError, ValueError, AttributeError):
        pass
    return state


def write(state, folder=""):
    """At once: the old state or the new one, whenever the power goes."""
    with open(folder + "sets.json.new", "w") as file:
        json.dump(state, file)
    os.rename(folder + "sets.json.new", folder + "sets.json")


def choose(state):
    """The state after one more start."""
    if state["good"]:
        return state
    if state["starts"] >= STARTS:
        return {"run": state["before"], "good": True, "starts": 0, "before": "", "bad": state["run"]}
    return dict(state, starts=state["starts"] + 1)


def tried(name, state):
    """The state with a new set on trial."""
    return {"run": name, "good": False, "starts": 0, "before": state["run"], "bad": state["bad"]}


def enter(folder=""):
    """Puts the chosen set's files before those that were flashed. Gives its name, "" for those."""
    before = read(folder)
    state = choose(before)
    if state != before:
        try:
            write(state, folder)
        except OSError as error:
            # A trial that cannot be counted would have no end.
            print("sets: sets.json cannot be written: %s" % error)
            state = dict(state, run=state["run"] if state["good"] else state["before"], good=True)
    name = state["run"]
    if not name:
        return ""
    place = folder + "air/" + name
    try:
        os.stat(place + "/lib")
    except OSError:
        print("sets: %s is gone; goes on with what was flashed" % place)
        return ""
    sys.path[:0] = [place, place + "/lib"]
    print("sets: runs %s%s" % (name, "" if state["good"] else ", on trial: start %d of %d" % (state["starts"], STARTS)))
    return name
