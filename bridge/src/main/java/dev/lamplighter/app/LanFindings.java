package dev.lamplighter.app;

import dev.lamplighter.lan.LanProbe.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What it means for a person that lights did or did not answer on the LAN. */
final class LanFindings {
    static final String NETWORKS = "LAN, networks";
    static final String ADDRESSES = "LAN, lan.addresses";
    static final String CALLS = "LAN, calls";
    static final String LIGHTS = "LAN, lights";
    private static final int MOST = 12;

    private LanFindings() {}

    /** @param otherWay whether there is another way to lights, so that none on the LAN may be as it should */
    static List<Finding> of(Found found, boolean otherWay) {
        var findings = new ArrayList<Finding>();
        findings.add(networks(found));
        if (!found.unknown().isEmpty()) {
            findings.add(Finding.failed(ADDRESSES, "no address is known of " + list(found.unknown()),
                    "mend the name in lan.addresses, or put the light's IP address there"));
        }
        findings.add(calls(found));
        findings.add(lights(found, otherWay));
        return findings;
    }

    private static Finding networks(Found found) {
        return found.nets().isEmpty()
                ? Finding.warning(NETWORKS, "this machine has no network with a broadcast address",
                        "connect it to the lights' network; a container needs the host's network, or lan.addresses")
                : Finding.ok(NETWORKS, found.nets().stream()
                        .map(net -> net.name() + " " + net.address().getHostAddress() + ", broadcast "
                                + net.broadcast().getHostAddress())
                        .collect(Collectors.joining("; ")));
    }

    private static Finding calls(Found found) {
        return found.unsent().isEmpty()
                ? Finding.ok(CALLS, "sent to " + list(found.called()))
                : Finding.warning(CALLS, "nothing can be sent to " + list(found.unsent()),
                        "a firewall may forbid it, or there is no route; lan.broadcast names where to call instead");
    }

    private static Finding lights(Found found, boolean otherWay) {
        if (!found.answers().isEmpty()) {
            return Finding.ok(LIGHTS, found.answers().size() + " answered: " + found.answers().entrySet().stream()
                    .limit(MOST).map(light -> light.getKey() + " at " + light.getValue())
                    .collect(Collectors.joining(", ")) + (found.answers().size() > MOST ? ", …" : ""));
        }
        var remedy = "are the lights on this network, and not on a guest network, another VLAN, or behind an access point that keeps"
                + " its clients apart? Let UDP answers from port 56700 through this machine's firewall. Else name the lights in"
                + " lan.addresses";
        return new Finding(LIGHTS, otherWay ? Finding.Status.WARNING : Finding.Status.FAILED, "nobody answered",
                remedy);
    }

    private static String list(Set<String> some) {
        return String.join(", ", some);
    }
}
