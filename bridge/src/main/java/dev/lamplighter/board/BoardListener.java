package dev.lamplighter.board;

/** Moments at which something became known of boards. Called one at a time; implementations are quick and do not throw. */
public interface BoardListener {
    /** A board described itself, for the first time or otherwise than before. */
    default void boardSeen(Board board) {}

    /** A board is no longer there: its description was taken away. */
    default void boardLost(String name) {}

    default void happened(BoardEvent event) {}
}
