"""Gets files over plain HTTP. Nothing is believed but a hash that is known before."""

import asyncio
import hashlib
from binascii import hexlify

from ports import heads, net
from remote import http
from remote.check import Wrong
from remote.names import is_address

# How long an answer may pause, ms.
PAUSE = 10000
PIECE = 512


class Fetching(Wrong):
    """It could not be fetched; trying again may help."""


async def get(url, sha256, most, take):
    """Hands the pieces of what is there to `take`. Fetching where it does not come, Wrong where it is not what it should be."""
    host, port, path = http.address("url", url)
    stream = None
    try:
        stream = await net.plain(host if is_address(host) else net.look_up(host), port)
        stream.write(http.request(host, path))
        await stream.drain()
        await _answer(stream, url, sha256, most, take)
    except asyncio.TimeoutError:
        raise Fetching(url, "no answer for %d s" % (PAUSE // 1000))
    except OSError as error:
        raise Fetching(url, "cannot be fetched: %s" % error)
    except ValueError as error:
        if isinstance(error, Wrong):
            raise
        raise Fetching(url, str(error))
    finally:
        if stream:
            await net.close(stream)


async def _answer(stream, url, sha256, most, take):
    words, fields = await heads.read(stream, PAUSE)
    if words[1] != "200":
        raise Fetching(url, "the server answers " + " ".join(words[1:])[:60])
    left, sum = http.length(fields, most), hashlib.sha256()
    while left:
        piece = await asyncio.wait_for_ms(stream.read(min(left, PIECE)), PAUSE)
        if not piece:
            raise Fetching(url, "ends %d bytes too early" % left)
        left -= len(piece)
        sum.update(piece)
        take(piece)
    if hexlify(sum.digest()).decode() != sha256:
        raise Wrong(url, "is not what was offered: its SHA-256 is another")
