package dev.lamplighter.web;

import java.util.List;

/**
 * Where a request goes.
 *
 * @param method in capitals; {@link #ANY} for all
 * @param path levels behind slashes; one in braces stands for any one level, {@code *} at the end for all that may follow
 */
public record Route(String method, String path, Access access, Handler handler) {
    public static final String ANY = "*";

    /** Who may. */
    public enum Access {
        /** Everybody. */
        OPEN,
        /** Who is logged in, where there is a password; no other site's page, as looking may cost something. */
        LOOK,
        /** The same, and the page itself must ask: it holds a token that no other site knows. */
        ACT,
        /** Programs: on loopback all where there is no password, else who logged in or sends the password (Basic or Bearer). */
        COUNT,
        /** The handler looks itself who asks; no other site's page, whatever login a browser adds to what it asks. */
        OWN
    }

    /** Answers on a thread of its own, which it may keep waiting. */
    public interface Handler {
        Answer answer(Call call) throws InterruptedException;
    }

    static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, handler);
    }

    static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, handler);
    }

    boolean allows(String asked) {
        return method.equals(ANY) || method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }

    boolean leadsFrom(String asked) {
        var ours = levels(path);
        var theirs = levels(asked);
        var isOpen = ours.getLast().equals("*");
        var fixed = isOpen ? ours.size() - 1 : ours.size();
        if (isOpen ? theirs.size() <= fixed : theirs.size() != fixed) {
            return false;
        }
        for (var i = 0; i < fixed; i++) {
            if (!matches(ours.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String ours, String theirs) {
        return ours.startsWith("{") ? !theirs.isEmpty() : ours.equals(theirs);
    }

    private static List<String> levels(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
