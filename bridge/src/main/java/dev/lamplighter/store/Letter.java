package dev.lamplighter.store;

import dev.lamplighter.mqtt.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * A message to be dealt with, now or, if the process should end before that is done, in its next run.
 *
 * @param received when it came first
 * @param expires when its sender wants it no longer to count
 * @param memo what was noted about it in an earlier run
 * @param keeping of this letter
 */
public record Letter(String topic, Bytes payload, boolean retained, Instant received, Optional<Instant> expires,
        Reply reply, Optional<String> memo, Keeping keeping) {
    /** Where its sender wants the answer, by MQTT 5's request and response. */
    public record Reply(Optional<String> topic, Optional<Bytes> correlationData) {
        public static final Reply NONE = new Reply(Optional.empty(), Optional.empty());
    }

    /** What becomes of a letter. Any thread; quick. */
    public interface Keeping {
        /** Notes something that has to be known if this letter is taken up again. In the file when this returns. */
        void note(String memo);

        /** The letter has been dealt with and will not come again. */
        void done();
    }
}
