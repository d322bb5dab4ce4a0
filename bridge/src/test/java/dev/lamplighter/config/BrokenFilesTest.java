package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read or refused in lines that name it. */
class BrokenFilesTest {
    private static final int CASES = 500;
    private static final String SIGNS = ":-#&*!|>'\"%@`{}[],?~=<.\t\n\r \0\\/0a\u00e4\u2028";
    private static final String SOUND = """
            mqtt:
              url: mqtt://broker:1883
              username: &me "bridge"
              password: 'secret'
            broker: {port: 1883, bind: 127.0.0.1}
            commands:
              time-to-live: 30s
            data: ./here
            """;

    @TempDir
    Path root;

    @Test
    void load_fileWithRandomSlips_isGoodOrHasProblemsInSingleLines() throws IOException {
        var seed = 20261122L;
        var random = new SplittableRandom(seed);
        var refused = 0;
        for (int i = 0; i < CASES; i++) {
            var text = slips(random);
            var problems = new Folder(root).with("lamplighter.yml", text).problems();
            refused += problems.isEmpty() ? 0 : 1;
            assertThat(problems).as("case %s of seed %s:%n%s", i, seed, text)
                    .allSatisfy(line -> assertThat(line).startsWith("lamplighter.yml").doesNotContainPattern("\\R"));
        }
        assertThat(refused).isBetween(CASES / 4, CASES - 1);
    }

    private static String slips(SplittableRandom random) {
        var text = new StringBuilder(SOUND);
        for (int slip = random.nextInt(1, 4); slip > 0; slip--) {
            var from = random.nextInt(text.length());
            var sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            text.replace(from, Math.min(text.length(), from + random.nextInt(3)), String.valueOf(sign));
        }
        return text.toString();
    }
}
