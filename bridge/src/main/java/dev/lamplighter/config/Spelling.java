package dev.lamplighter.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {
    private static final int CLOSE = 2;

    private Spelling() {}

    /** The nearest of the names, if it is near enough to be a slip of the fingers. */
    static Optional<String> nearest(String word, Collection<String> names) {
        return names.stream().filter(name -> distance(word, name) <= Math.min(CLOSE, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** How many letters to insert, drop, replace or swap with their neighbour to get from one word to the other. */
    static int distance(String from, String to) {
        var table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, from, to, i, j);
            }
        }
        return table[from.length()][to.length()];
    }

    private static int step(int[][] table, String from, String to, int i, int j) {
        var replaced = table[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        var best = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        var swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
