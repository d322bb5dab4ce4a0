package dev.lamplighter.light;

import java.util.regex.Pattern;

/** Somebody else's words, fit for a line of a log or of a terminal. */
public final class OneLine {
    /** What ends a line, steers a terminal or turns the direction of writing round. */
    private static final Pattern UNFIT = Pattern
            .compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    /** {@code text} with a question mark for each sign that does more than stand there. */
    public static String of(String text) {
        return UNFIT.matcher(text).replaceAll("?");
    }
}
