package dev.lamplighter.board;

/** Something that happened at a board. */
public sealed interface BoardEvent {
    String board();

    /** The control's number. */
    int number();

    record Pressed(String board, int number, Press press) implements BoardEvent {}

    /** @param steps clockwise; negative the other way */
    record Turned(String board, int number, int steps) implements BoardEvent {}
}
