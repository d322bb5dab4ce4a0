"""What tests say: a wrong one raises, with what was there instead."""


def equal(found, wanted, what=""):
    if found != wanted:
        raise AssertionError("%s is %r, not %r" % (what or "it", found, wanted))


def true(found, what=""):
    if not found:
        raise AssertionError("%s is %r" % (what or "it", found))


def has(text, part):
    if part not in text:
        raise AssertionError("%r is not in %r" % (part, text))


def raises(kind, words, do, *more):
    """`do(*more)` raises that, and these words are in it. Gives what was raised."""
    try:
        found = do(*more)
    except kind as raised:
        has(str(raised), words)
        return raised
    raise AssertionError("nothing is raised; it gives %r" % (found,))
