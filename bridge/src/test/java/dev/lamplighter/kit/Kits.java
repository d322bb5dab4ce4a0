package dev.lamplighter.kit;

import dev.lamplighter.light.Secret;
import java.util.Base64;
import java.util.Optional;

/** Kits to try. */
final class Kits {
    static final byte[] DER = {0x30, (byte) 0x82, 0, (byte) 0xff, 7, '?'};
    static final String PEM = "-----BEGIN CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(DER)
            + "\n-----END CERTIFICATE-----\n";

    private Kits() {}

    static Kit tls(String password) {
        return of(new Endpoint("192.168.1.5", 8883, true), password, Optional.of(new Kit.Ca(PEM)), Kit.Wifi.UNKNOWN);
    }

    static Kit lan(String password) {
        return of(new Endpoint("lamps.local", 1883, false), password, Optional.empty(), Kit.Wifi.UNKNOWN);
    }

    static Kit wifi(String ssid, String password) {
        return of(new Endpoint("fd00::5", 8883, true), "x", Optional.of(new Kit.Ca(PEM)),
                new Kit.Wifi(ssid, new Secret(password)));
    }

    static Kit of(Endpoint broker, String password, Optional<Kit.Ca> ca, Kit.Wifi wifi) {
        return new Kit("hall", broker, new Secret(password), new Kit.Topics("lifx", "boards"), ca, wifi);
    }
}
