from errno import ECONNREFUSED, ECONNRESET, ETIMEDOUT, EHOSTUNREACH, ECONNABORTED

from expect import equal, has
from remote import mqtt
from remote.errors import LOGIN, LOOKUP, TCP, TLS, UP, explain
from remote.numbers import meaning
from remote.session import Closed, LinkLost, Refused, Silent

# What is raised, where, and the word for it.
CASES = (
    (OSError(-202), LOOKUP, "name-lookup"),
    (OSError("[addrinfo error -2]"), LOOKUP, "name-lookup"),
    (OSError(ECONNREFUSED), TCP, "refused"),
    (OSError(ECONNRESET), TCP, "refused"),
    (OSError(ECONNRESET), TLS, "tls-closed"),
    (OSError(ECONNRESET), UP, "reset"),
    (OSError(ETIMEDOUT), TCP, "timeout"),
    (OSError(EHOSTUNREACH), TCP, "no-route"),
    (OSError(ECONNABORTED), UP, "link-lost"),
    (ValueError("\nThe certificate is not correctly signed by the trusted CA\n"), TLS, "tls-ca"),
    (ValueError("\nThe certificate Common Name (CN) does not match with the expected CN\n"), TLS, "tls-name"),
    (ValueError("\nThe certificate validity has expired\n"), TLS, "tls-expired"),
    (ValueError("\nThe certificate validity starts in the future\n"), TLS, "tls-clock"),
    (ValueError("invalid cert"), TLS, "tls-ca"),
    (OSError(-9984, "MBEDTLS_ERR_X509_CERT_VERIFY_FAILED"), TLS, "tls-ca"),
    (OSError(-30592, "MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE"), TLS, "tls-versions"),
    (OSError(-29312, "MBEDTLS_ERR_SSL_CONN_EOF"), TLS, "tls-closed"),
    (OSError(-32512), TLS, "tls-memory"),
    (MemoryError(), TLS, "memory"),
    (Refused(4), LOGIN, "login"),
    (Refused(5), LOGIN, "not-allowed"),
    (Refused(2), LOGIN, "client-id"),
    (Silent("a ping"), UP, "silent"),
    (Closed(), LOGIN, "closed"),
    (Closed(), UP, "closed"),
    (LinkLost(), UP, "link-lost"),
    (mqtt.Broken("a first byte of 0x15"), LOGIN, "not-mqtt"),
)


def test_explain_of_each_error_has_the_right_word_and_a_sentence():
    for error, step, wanted in CASES:
        word, sentence = explain(error, step)
        equal(word, wanted, "%r at %s" % (error, step))
        equal(len(sentence) > 20, True, sentence)


def test_explain_of_a_lookup_never_blames_tls():
    has(explain(OSError(-202), LOOKUP)[1], "never TLS")


def test_explain_of_what_nobody_knows_says_what_there_was():
    equal(explain(ValueError("odd"), UP), ("unknown", "odd"))
    has(explain(OSError(7777), UP)[1], "7777")


# The numbers as an ESP32 shows them, and what must be in their words.
NUMBERS = (
    (-202, "could not be looked up"),
    (-2, "leads nowhere"),
    (-200, "not there"),
    (-203, "no memory"),
    (-257, ".local"),
    (104, "ECONNRESET"),
    (105, "no memory"),
    (111, "nothing listens"),
    (113, "Wi-Fi went down"),
    (114, "no address"),
    (116, "Not a matter of TLS"),
    (118, "no such machine"),
    (128, "not connected"),
    (-9984, "not accepted"),
    (-17040, "RSA signature failed; no memory for big numbers"),
    (-19840, "no memory for a key"),
    (-10368, "no memory for a certificate"),
    (-16256, "no memory for a key"),
    (-28928, "port without TLS"),
    (-29184, "speaks no TLS"),
    (-29312, "hung up in the handshake"),
    (-30336, "no authority"),
    (-30592, "no version or suite"),
    (-28288, "no version"),
    (-32512, "no memory for TLS"),
    (-26624, "too long"),
    (-80, "cut the connection"),
    (-16, "no memory for big numbers"),
    (4711, "no meaning known"),
    (-12345, "no meaning known"),
)


def test_meaning_of_each_number_is_in_words():
    for number, wanted in NUMBERS:
        has(meaning(number), wanted)
