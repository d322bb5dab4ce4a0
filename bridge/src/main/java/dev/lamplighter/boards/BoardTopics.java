package dev.lamplighter.boards;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Control;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The topics of boards below their base, read and written.
 *
 * @param base the first levels of every topic, {@code boards} unless set otherwise
 */
public record BoardTopics(String base) {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

    /** Where something of a board arrives. */
    sealed interface Place {
        String board();

        record Description(String board) implements Place {}

        record Button(String board, int number) implements Place {}

        record Knob(String board, int number) implements Place {}
    }

    /** What boards are is kept by the broker. */
    public List<String> lastingFilters() {
        return List.of(base + "/+/info");
    }

    /** What happens at boards counts only at that moment: what waited in a queue while nobody listened is not wanted. */
    public List<String> passingFilters() {
        return List.of(base + "/+/button/+", base + "/+/knob/+");
    }

    /** Whether a topic is one of ours to read. */
    public boolean takes(String topic) {
        return topic.startsWith(base + "/");
    }

    Optional<Place> place(String topic) {
        if (!takes(topic)) {
            return Optional.empty();
        }
        var levels = topic.substring(base.length() + 1).split("/", -1);
        if (!Board.isName(levels[0])) {
            return Optional.empty();
        }
        return switch (levels.length) {
            case 2 -> levels[1].equals("info") ? Optional.of(new Place.Description(levels[0])) : Optional.empty();
            case 3 -> number(levels[2]).flatMap(number -> control(levels[0], levels[1], number));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String level) {
        return NUMBER.matcher(level).matches()
                ? Optional.of(Integer.parseInt(level)).filter(number -> number <= Control.MOST)
                : Optional.empty();
    }

    private static Optional<Place> control(String board, String kind, int number) {
        return switch (kind) {
            case "button" -> Optional.of(new Place.Button(board, number));
            case "knob" -> Optional.of(new Place.Knob(board, number));
            default -> Optional.empty();
        };
    }

    /** Where a board tells of what happened. */
    String of(BoardEvent event) {
        return board(event.board(), switch (event) {
            case BoardEvent.Pressed(_, var button, _) -> "button/" + button;
            case BoardEvent.Turned(_, var knob, _) -> "knob/" + knob;
        });
    }

    /** Where what became of a binding's command is told. */
    String result(String board) {
        return board(board, "result");
    }

    /** A topic of one board, such as its {@code state}. */
    public String board(String board, String leaf) {
        return base + "/" + board + "/" + leaf;
    }
}
