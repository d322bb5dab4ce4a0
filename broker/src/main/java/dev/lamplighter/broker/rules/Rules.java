package dev.lamplighter.broker.rules;

import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What each role, and each board by what it was granted, may publish and read. All that no rule allows is denied. */
public final class Rules {
    private static final List<String> ASKING = List.of("set", "get");
    private static final List<String> TOLD = List.of("state", "availability", "result");
    /** Levels of their own in the place of a name. */
    private static final List<String> UNNAMED = List.of("all", "select");

    /** Client ids of the bridge and of our commands begin so. */
    private static final String OURS = "lamplighter-";

    private final Tree tree;

    public Rules(Tree tree) {
        this.tree = tree;
    }

    /**
     * Somebody who is logged in.
     *
     * @param grants of a board
     */
    public record Who(String name, Role role, Set<Grant> grants) {
        public Who {
            grants = Set.copyOf(grants);
        }
    }

    /**
     * Whether {@code who} may publish there, at once or as a last will.
     *
     * @param answer where the answer is to go, which whoever answers may be allowed to write and {@code who} not
     */
    public Verdict publish(Who who, String topic, Optional<String> answer) {
        return switch (publish(who, topic)) {
            case Verdict.Denied denied -> denied;
            case Verdict.Allowed allowed ->
                answer.isEmpty() || mayBeAnsweredAt(who, answer.get())
                        ? allowed
                        : new Verdict.Denied(
                                "the response topic of a " + who.role().word() + " is below " + answers(who));
        };
    }

    private boolean mayBeAnsweredAt(Who who, String topic) {
        return who.role() == Role.ADMIN || who.role() == Role.BRIDGE
                || Filter.of(answers(who) + "#").covers(Filter.topic(topic));
    }

    private String answers(Who who) {
        return tree.base() + "/answers/" + (who.role() == Role.BOARD ? who.name() + "/" : "");
    }

    private Verdict publish(Who who, String topic) {
        return reach(who).writes(topic) ? Verdict.ALLOWED : new Verdict.Denied(switch (who.role()) {
            case BOARD ->
                "a board publishes below " + own(who) + " (its config and results apart) and on set and get of "
                        + granted(who);
            case HOME_ASSISTANT -> "home-assistant publishes on set and get below " + tree.base() + "/, below "
                    + tree.prefix() + "/ and on " + tree.base() + "/bridge/restart";
            case READER -> "a reader publishes nothing";
            case BRIDGE, ADMIN -> "nobody publishes below $";
        });
    }

    /** Whether {@code who} may subscribe to {@code filter}, which may be a shared one. */
    public Verdict subscribe(Who who, String filter) {
        return reach(who).reads(filter) ? Verdict.ALLOWED : new Verdict.Denied(switch (who.role()) {
            case BOARD -> "a board reads " + own(who) + "config and result, the answers to it, and what is told of "
                    + granted(who);
            case HOME_ASSISTANT, READER, BRIDGE -> "a " + who.role().word() + " reads below " + everything();
            case ADMIN -> "there is nothing to read below that $";
        });
    }

    /**
     * Whether {@code who} may be called {@code client}, which takes the place of another of that name.
     *
     * @param boards the names of all boards, whose client ids are their names or begin with them and {@code -}
     */
    public Verdict client(Who who, String client, Set<String> boards) {
        return switch (who.role()) {
            case BRIDGE, ADMIN -> Verdict.ALLOWED;
            case BOARD -> !client.startsWith(OURS) && boardCalled(client, boards).equals(Optional.of(who.name()))
                    ? Verdict.ALLOWED
                    : new Verdict.Denied("the client id of a board is its name, or begins with it and -");
            case HOME_ASSISTANT, READER -> client.startsWith(OURS)
                    ? new Verdict.Denied("client ids that begin with " + OURS + " are the bridge's")
                    : boards.contains(client)
                            ? new Verdict.Denied("that client id is the board's of this name")
                            : Verdict.ALLOWED;
        };
    }

    /** Of several it is the one with the longest name: {@code hall-2-x} is of {@code hall-2} where there is such a board. */
    private static Optional<String> boardCalled(String client, Set<String> boards) {
        return boards.stream().filter(board -> client.equals(board) || client.startsWith(board + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    private Reach reach(Who who) {
        var base = tree.base();
        var all = List.of(base + "/#", tree.boards() + "/#", tree.prefix() + "/#");
        return switch (who.role()) {
            case ADMIN -> Reach.ALL;
            // Answers go where it was asked to send them.
            case BRIDGE -> Reach.of(List.of("#"), List.of(), all);
            case READER -> Reach.of(List.of(), List.of(), all);
            case HOME_ASSISTANT -> Reach.of(asAnAutomation(), List.of(), all);
            case BOARD -> board(who);
        };
    }

    private List<String> asAnAutomation() {
        var writes = new ArrayList<>(asked(new Grant.All()));
        writes.add(tree.prefix() + "/#");
        writes.add(tree.base() + "/bridge/restart");
        return writes;
    }

    private Reach board(Who who) {
        var reads = new ArrayList<>(List.of(own(who) + "config", own(who) + "result", tree.base() + "/bridge/state",
                tree.base() + "/answers/" + who.name() + "/#"));
        var writes = new ArrayList<>(List.of(own(who) + "#"));
        for (var grant : who.grants()) {
            writes.addAll(asked(grant));
            reads.addAll(below(grant, TOLD));
        }
        return Reach.of(writes, List.of(own(who) + "config", own(who) + "result"), reads);
    }

    private List<String> asked(Grant grant) {
        return below(grant, ASKING);
    }

    private List<String> below(Grant grant, List<String> leaves) {
        return leaves.stream().flatMap(leaf -> switch (grant) {
            case Grant.All() -> everywhere(leaf).stream();
            case Grant.Named(var kind, var name) -> List
                    .of(tree.base() + "/" + kind.word() + "/" + literal(name) + "/" + leaf).stream();
        }).toList();
    }

    private List<String> everywhere(String leaf) {
        var everywhere = new ArrayList<String>();
        for (var kind : Grant.Kind.values()) {
            everywhere.add(tree.base() + "/" + kind.word() + "/+/" + leaf);
        }
        UNNAMED.forEach(unnamed -> everywhere.add(tree.base() + "/" + unnamed + "/" + leaf));
        return everywhere;
    }

    /** A name that reads as one level of a filter, whatever is in it. */
    private static String literal(String name) {
        var text = new StringBuilder();
        name.chars().forEach(letter -> {
            if ("%+#/".indexOf(letter) >= 0) {
                text.append(String.format(Locale.ROOT, "%%%02X", letter));
            } else {
                text.append((char) letter);
            }
        });
        return text.toString();
    }

    private String own(Who who) {
        return tree.boards() + "/" + who.name() + "/";
    }

    private static String granted(Who who) {
        return who.grants().isEmpty()
                ? "no light, as none was granted to it"
                : String.join(", ", who.grants().stream().map(Grant::toString).sorted().toList());
    }

    private String everything() {
        return tree.base() + "/, " + tree.boards() + "/ and " + tree.prefix() + "/";
    }
}
