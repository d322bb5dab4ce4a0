from expect import equal, raises
from remote.names import Names, is_address


def fails(host):
    raise OSError(-202)


def test_is_address_of_addresses_only():
    equal([is_address(each) for each in ("192.168.1.5", "0.0.0.0", "256.1.1.1", "a.b.c.d", "1.2.3", "lamps.local", "1.2.3.4.5", "...")],
          [True, True, False, False, False, False, False, False])


def test_an_address_is_never_looked_up():
    names = Names("192.168.1.5")
    names.failed()
    equal(names.address(fails), "192.168.1.5")


def test_a_name_is_looked_up_once_while_it_leads_somewhere():
    asked = []
    names = Names("lamps")
    equal(names.address(lambda host: asked.append(host) or "10.0.0.1"), "10.0.0.1")
    names.led("10.0.0.1")
    equal(names.address(fails), "10.0.0.1")
    equal(asked, ["lamps"])


def test_a_name_that_led_nowhere_is_looked_up_anew():
    names = Names("lamps", "10.0.0.1")
    names.failed()
    equal(names.address(lambda host: "10.0.0.2"), "10.0.0.2")


def test_a_lookup_that_fails_falls_back_on_the_last_good_address():
    names = Names("lamps", "10.0.0.1")
    names.failed()
    equal(names.address(fails), "10.0.0.1")


def test_a_lookup_that_fails_with_nothing_known_fails():
    raises(OSError, "-202", Names("lamps").address, fails)


def test_led_tells_whether_it_is_news():
    names = Names("lamps", "10.0.0.1")
    equal((names.led("10.0.0.1"), names.led("10.0.0.2"), names.led("10.0.0.2")), (False, True, False))


def test_a_dead_dns_is_asked_seldom():
    asked = []

    def look_up(host):
        asked.append(host)
        raise OSError(-202)

    names = Names("lamps", "10.0.0.1")
    for _ in range(9):
        names.failed()
        equal(names.address(look_up), "10.0.0.1")
    equal(len(asked), 3)
