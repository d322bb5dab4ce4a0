package dev.lamplighter.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * By which names one may come here. A site of somebody else whose name he makes point at us is turned away; addresses cannot be made to
 * point elsewhere.
 */
final class Names {
    private static final Pattern AUTHORITY = Pattern
            .compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9_.-]{1,253})(:[0-9]{1,5})?");

    private final List<String> known;

    /** @param known besides addresses and {@code localhost} */
    Names(List<String> known) {
        this.known = known.stream().map(Names::plain).toList();
    }

    /** @param host as the header {@code Host} has it */
    boolean include(String host) {
        var read = AUTHORITY.matcher(host);
        if (!read.matches()) {
            return false;
        }
        var name = plain(read.group(1));
        return name.equals("localhost") || name.endsWith(".localhost") || known.contains(name) || isAddress(name);
    }

    private static String plain(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }

    private static boolean isAddress(String name) {
        try {
            return name.startsWith("[")
                    ? !InetAddress.ofLiteral(name.substring(1, name.length() - 1)).getHostAddress().isEmpty()
                    : name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
                            && !InetAddress.ofLiteral(name).getHostAddress().isEmpty();
        } catch (IllegalArgumentException no) {
            return false;
        }
    }
}
