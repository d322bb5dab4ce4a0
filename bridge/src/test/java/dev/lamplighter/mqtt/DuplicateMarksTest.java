package dev.lamplighter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DuplicateMarksTest {
    private static final int QOS_0 = 0x30;
    private static final int QOS_1 = 0x32;
    private static final int QOS_1_DUP = 0x3A;

    private final DuplicateMarks marks = new DuplicateMarks();

    @Test
    void read_ofPublishesWithAndWithoutTheFlag_marksThoseWithIt() {
        feed(publish(QOS_1, 5, 10), publish(QOS_1_DUP, 6, 10), publish(QOS_0, 0, 300), publish(QOS_1_DUP, 0x1234, 200));

        assertThat(marks.has(5)).isFalse();
        assertThat(marks.has(6)).isTrue();
        assertThat(marks.has(0x1234)).isTrue();
    }

    @Test
    void read_ofAnIdentifierUsedAgainWithoutTheFlag_takesTheMarkAway() {
        feed(publish(QOS_1_DUP, 6, 10), publish(QOS_1, 6, 10));

        assertThat(marks.has(6)).isFalse();
    }

    @Test
    void read_inSinglebytes_findsTheSame() {
        var stream = publish(QOS_1_DUP, 6, 70_000);
        for (var i = 0; i < stream.length; i++) {
            marks.read(stream, i, 1);
        }
        feed(publish(QOS_1_DUP, 7, 0));

        assertThat(marks.has(6)).isTrue();
        assertThat(marks.has(7)).isTrue();
    }

    @Test
    void read_ofOtherPackets_skipsThem() {
        feed(new byte[]{0x20, 3, 0, 0, 0}, new byte[]{(byte) 0xD0, 0}, new byte[]{0x40, 2, 0, 9},
                publish(QOS_1_DUP, 6, 3));

        assertThat(marks.has(6)).isTrue();
        assertThat(marks.has(9)).isFalse();
    }

    private void feed(byte[]... packets) {
        var stream = new ByteArrayOutputStream();
        for (var packet : packets) {
            stream.writeBytes(packet);
        }
        marks.read(stream.toByteArray(), 0, stream.size());
    }

    private static byte[] publish(int type, int id, int payload) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[]{0, 5});
        body.writeBytes("topic".getBytes(StandardCharsets.UTF_8));
        if (type != QOS_0) {
            body.write(id >> 8);
            body.write(id);
        }
        body.write(0); // no properties
        body.writeBytes(new byte[payload]);
        var packet = new ByteArrayOutputStream();
        packet.write(type);
        for (var left = body.size(); left > 0; left >>= 7) {
            packet.write(left > 0x7f ? (left & 0x7f) | 0x80 : left);
        }
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }
}
