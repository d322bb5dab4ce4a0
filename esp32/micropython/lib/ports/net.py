"""Sockets: names, connections, TLS. Nothing here waits without an end; but a name lookup holds the board until lwIP gives up."""

import asyncio
import select
import socket
import time

# TCP's three steps, ms.
CONNECT = 8000


def look_up(host):
    """The address, or OSError with lwIP's number."""
    return socket.getaddrinfo(host, 0, 0, socket.SOCK_STREAM)[0][-1][0]


async def connect(address, port):
    """A socket that is connected; OSError where it is not within 8 s."""
    from errno import EAGAIN, EINPROGRESS, ETIMEDOUT

    where = socket.getaddrinfo(address, port, 0, socket.SOCK_STREAM)[0][-1]
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        try:
            sock.connect(where)
        except OSError as error:
            if error.errno != EINPROGRESS:
                raise
        await _writable(sock, ETIMEDOUT)
        # The broker never speaks first: what is refused shows itself here, and not in the middle of TLS.
        try:
            sock.recv(1)
        except OSError as error:
            if error.errno != EAGAIN:
                raise
        return sock
    except BaseException:
        sock.close()
        raise


async def _writable(sock, timed_out):
    poller = select.poll()
    poller.register(sock, select.POLLOUT)
    began = time.ticks_ms()
    while not poller.poll(0):
        if time.ticks_diff(time.ticks_ms(), began) > CONNECT:
            raise OSError(timed_out)
        await asyncio.sleep_ms(10)


async def plain(address, port):
    return asyncio.StreamWriter(await connect(address, port), {})


def secure(sock, ca, host):
    """A stream in TLS that checks the certificate by the authority in that file, and its name; the handshake comes with the first bytes."""
    import tls

    try:
        context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
        context.verify_mode = tls.CERT_REQUIRED
        with open(ca, "rb") as file:
            context.load_verify_locations(file.read())
        wrapped = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
        return asyncio.StreamWriter(wrapped, {})
    except BaseException:
        sock.close()
        raise


def suite(stream):
    """Version and suite, after the handshake."""
    name, version = stream.s.cipher()
    return version, name


async def close(stream):
    try:
        stream.close()
        await asyncio.wait_for_ms(stream.wait_closed(), 1000)
    except (OSError, asyncio.TimeoutError):
        pass
