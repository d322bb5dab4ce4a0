# A board's login over TLS, run by the real MicroPython: tls.py PORT NAME CA USER PASSWORD [SUITE]
# Prints the suite, the version and the broker's answer, or in which words TLS refused.
import socket
import sys
import tls

port, name, ca, user, password = sys.argv[1:6]


def text(value):
    value = value.encode()
    return len(value).to_bytes(2, "big") + value


def login():
    context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
    context.verify_mode = tls.CERT_REQUIRED
    with open(ca, "rb") as file:
        context.load_verify_locations(file.read())
    if len(sys.argv) > 6:
        context.set_ciphers([sys.argv[6]])
    plain = socket.socket()
    plain.connect(socket.getaddrinfo("127.0.0.1", int(port))[0][-1])
    secure = context.wrap_socket(plain, server_hostname=name)
    body = text("MQTT") + b"\x04\xc2" + (60).to_bytes(2, "big") + text("board") + text(user) + text(password)
    secure.write(b"\x10" + bytes([len(body)]) + body)
    answer = secure.read(4)
    print(*secure.cipher(), "answered", answer[3] if answer and len(answer) == 4 else "nothing")
    secure.close()


try:
    login()
except (OSError, ValueError) as refused:
    print("refused:", *[str(word).strip() for word in refused.args])
