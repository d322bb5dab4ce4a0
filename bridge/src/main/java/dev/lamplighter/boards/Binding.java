package dev.lamplighter.boards;

import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.Press;
import java.util.List;

/**
 * What happens when something happens at a board.
 *
 * @param target a LIFX selector, or {@code scene:} and a scene's UUID, in which {@code {board}}, {@code {number}}, {@code {event}} and {@code {steps}} stand for what happened
 * @param command as it would be published, with the same in it; for a knob its steps are per step of the knob
 */
public record Binding(When when, String target, String command) {
    /** What has to happen. */
    public sealed interface When {
        record Pressed(String board, int button, Press press) implements When {}

        record Turned(String board, int knob) implements When {}
    }

    boolean isFor(BoardEvent event) {
        return switch (event) {
            case BoardEvent.Pressed(var board, var button, var press) ->
                when.equals(new When.Pressed(board, button, press));
            case BoardEvent.Turned(var board, var knob, _) -> when.equals(new When.Turned(board, knob));
        };
    }

    /** What would set it off, to try it out with: a knob is turned both ways. */
    public List<BoardEvent> examples() {
        return switch (when) {
            case When.Pressed(var board, var button, var press) ->
                List.of(new BoardEvent.Pressed(board, button, press));
            case When.Turned(var board, var knob) ->
                List.of(new BoardEvent.Turned(board, knob, 1), new BoardEvent.Turned(board, knob, -1));
        };
    }

    /** The target for {@code event}. */
    public String targetOf(BoardEvent event) {
        return Template.filled(target, event);
    }

    /** The command for {@code event}. */
    public String commandOf(BoardEvent event) {
        return Template.command(command, event);
    }
}
