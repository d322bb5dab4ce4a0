"""The desktop's sockets, behind a resolver that the world can make deaf; it then fails as an ESP32's does."""

import sys

import world

_path = sys.path[:]
sys.path.clear()
del sys.modules["socket"]
import socket as _real

sys.path.extend(_path)
for _name in dir(_real):
    if not _name.startswith("__"):
        globals()[_name] = getattr(_real, _name)


def getaddrinfo(host, port, *more):
    """Names lead to (address, port), as on a board; addresses to what this desktop's connect takes."""
    world.look()
    if all(part.isdigit() for part in host.split(".")):
        return _real.getaddrinfo(host, port, *more)
    if "*" in world.deaf or host in world.deaf:
        raise OSError(-202)
    try:
        found = _real.getaddrinfo(world.hosts.get(host, host), port, *more)
    except OSError:
        raise OSError(-202)
    dotted = ".".join(str(part) for part in _real.sockaddr(found[0][4])[1])
    return [found[0][:3] + (host, (dotted, port))]
