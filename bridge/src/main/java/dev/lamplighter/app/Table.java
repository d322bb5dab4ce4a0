package dev.lamplighter.app;

import dev.lamplighter.light.OneLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns that stand below one another. */
final class Table {
    private static final String GAP = "  ";

    private Table() {}

    static List<String> lines(List<String> head, List<List<String>> rows) {
        var all = Stream.concat(Stream.of(head), rows.stream().map(row -> row.stream().map(OneLine::of).toList()))
                .toList();
        var widths = IntStream.range(0, head.size())
                .mapToObj(column -> all.stream().mapToInt(row -> width(row.get(column))).max().orElse(0)).toList();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + " ".repeat(widths.get(column) - width(row.get(column))))
                .collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
