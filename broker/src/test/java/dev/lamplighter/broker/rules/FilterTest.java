package dev.lamplighter.broker.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final long SEED = 20_261_128L;
    private static final List<String> WORDS = List.of("a", "b", "+", "#");

    @ParameterizedTest
    @CsvSource(textBlock = """
            a/b,            a/b,            true
            a/b,            a/+,            false
            a/+,            a/b,            true
            a/+,            a/+,            true
            a/+,            a/#,            false
            a/+,            a,              false
            a/#,            a,              true
            a/#,            a/b/c,          true
            a/#,            a/+/#,          true
            a/#,            +/b,            false
            #,              a/+,            true
            #,              $SYS/x,         false
            +/x,            $SYS/x,         false
            $SYS/#,         $SYS/x,         true
            a/b,            $share/g/a/b,   true
            a/b,            $share/g/a/#,   false
            a/b,            $share/g,       false
            a/x y/c,        a/x%20y/c,      true
            a/x%20y/c,      a/x y/c,        true
            a/%2B/c,        a/+/c,          false
            a/+/c,          a/%2B/c,        true
            a/100%,         a/100%,         true
            """)
    void filter_coversAnother_whereItMatchesAllOfItsTopics(String one, String other, boolean covers) {
        assertThat(Filter.of(one).covers(Filter.of(other))).isEqualTo(covers);
    }

    /** Topic by topic; that {@code +/#} matches all that {@code #} does is of no use to anybody. */
    @Test
    void filter_coversWhatMatchesNoTopicThatItDoesNot() {
        var random = new Random(SEED);
        for (var round = 0; round < 5_000; round++) {
            var one = Filter.of(text(random));
            var other = Filter.of(text(random));
            for (var topic : topics()) {
                if (one.covers(other) && other.covers(topic)) {
                    assertThat(one.covers(topic)).as("%s, %s, %s (seed %d)", one, other, topic, SEED).isTrue();
                }
            }
            if (!one.covers(other) && !one.toString().contains("Any[], Rest[]")) {
                assertThat(deepTopics()).as("%s does not cover %s (seed %d)", one, other, SEED)
                        .anyMatch(topic -> other.covers(topic) && !one.covers(topic));
            }
        }
    }

    private static String text(Random random) {
        var levels = new ArrayList<String>();
        var count = 1 + random.nextInt(3);
        while (levels.size() < count && !levels.contains("#")) {
            levels.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join("/", levels);
    }

    private static List<Filter> topics() {
        return List.of("a", "b", "a/a", "a/b", "b/a", "b/b", "a/b/a", "b/a/b").stream().map(Filter::topic).toList();
    }

    /** With a name and a depth that no filter of these tests has. */
    private static List<Filter> deepTopics() {
        var all = new ArrayList<String>(List.of("a", "b", "c"));
        for (var depth = 0; depth < 3; depth++) {
            for (var topic : List.copyOf(all)) {
                List.of("a", "b", "c").forEach(word -> all.add(topic + "/" + word));
            }
        }
        return all.stream().distinct().map(Filter::topic).toList();
    }
}
