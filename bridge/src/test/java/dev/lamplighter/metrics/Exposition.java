package dev.lamplighter.metrics;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prometheus' text format 0.0.4, read strictly: whatever a scraper might stumble on is an error that names the line.
 *
 * @param types of each metric, by its name
 * @param samples by their name and labels as they stand
 */
public record Exposition(Map<String, String> types, Map<String, Double> samples) {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String PAIR = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (.+)");
    private static final Pattern SAMPLE = Pattern
            .compile("(" + NAME + ")(?:\\{(" + PAIR + "(?:," + PAIR + ")*),?\\})? (\\S+)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");

    /** @throws AssertionError where the page is not as it has to be */
    public static Exposition parse(String page) {
        if (!page.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        var reading = new Reading();
        page.lines().forEach(reading::line);
        return new Exposition(reading.types, reading.samples);
    }

    /** Of one sample, such as {@code lamplighter_lights{reachable="true"}}. */
    public double value(String sample) {
        return Optional.ofNullable(samples.get(sample))
                .orElseThrow(() -> new AssertionError("no " + sample));
    }

    private static final class Reading {
        private final Map<String, String> types = new LinkedHashMap<>();
        private final Map<String, Double> samples = new LinkedHashMap<>();
        private final Set<String> helped = new HashSet<>();
        private String current = "";

        void line(String line) {
            var meta = META.matcher(line);
            var sample = SAMPLE.matcher(line);
            if (meta.matches()) {
                meta(meta, line);
            } else if (sample.matches()) {
                sample(sample, line);
            } else {
                throw new AssertionError("neither metadata nor a sample: " + line);
            }
        }

        private void meta(Matcher meta, String line) {
            current = meta.group(2);
            if (meta.group(1).equals("HELP")) {
                require(helped.add(current), "a second help", line);
            } else {
                require(TYPES.contains(meta.group(3)), "an unknown type", line);
                require(types.put(current, meta.group(3)) == null, "a second type", line);
            }
        }

        private void sample(Matcher sample, String line) {
            require(helped.contains(current) && types.containsKey(current), "no help or type before", line);
            require(isOf(current, sample.group(1)), "not of " + current, line);
            var value = number(sample.group(3), line);
            require(!"counter".equals(types.get(current)) || value >= 0, "a negative counter", line);
            require(samples.put(line.substring(0, line.lastIndexOf(' ')), value) == null, "a second value", line);
        }

        private boolean isOf(String metric, String sample) {
            var rest = sample.startsWith(metric) ? sample.substring(metric.length()) : "another metric";
            return switch (types.getOrDefault(metric, "")) {
                case "histogram" -> Set.of("_bucket", "_sum", "_count").contains(rest);
                case "summary" -> Set.of("", "_sum", "_count").contains(rest);
                default -> rest.isEmpty();
            };
        }

        private static double number(String text, String line) {
            try {
                return switch (text) {
                    case "+Inf" -> Double.POSITIVE_INFINITY;
                    case "-Inf" -> Double.NEGATIVE_INFINITY;
                    default -> Double.parseDouble(text);
                };
            } catch (NumberFormatException _) {
                throw new AssertionError("no number: " + line);
            }
        }

        private static void require(boolean fine, String wrong, String line) {
            if (!fine) {
                throw new AssertionError(wrong + ": " + line);
            }
        }
    }
}
