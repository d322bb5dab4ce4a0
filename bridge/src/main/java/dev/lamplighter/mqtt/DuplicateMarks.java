package dev.lamplighter.mqtt;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which packet identifiers came in with the DUP flag, by reading along in the broker's stream: the client library drops the flag
 * on its way to us. One thread reads; any may ask. An identifier is not used again before its message was acknowledged, so an answer stands
 * until the message has been handed on.
 */
final class DuplicateMarks {
    private enum Part {
        TYPE, LENGTH, TOPIC_LENGTH_HIGH, TOPIC_LENGTH_LOW, TOPIC, ID_HIGH, ID_LOW, REST
    }

    private static final int PUBLISH = 3;
    private static final int DUP = 0x08;
    private static final int QOS = 0x06;

    private final Set<Integer> marked = ConcurrentHashMap.newKeySet();
    private Part part = Part.TYPE;
    private int type;
    private int shift;
    private int left;
    private int topicLeft;
    private int packetId;

    boolean has(int id) {
        return marked.contains(id);
    }

    void read(byte[] bytes, int offset, int length) {
        var end = offset + length;
        for (var at = offset; at < end;) {
            at += part == Part.REST ? skip(end - at) : take(bytes[at] & 0xff);
        }
    }

    private int skip(int available) {
        var count = Math.min(left, available);
        left -= count;
        part = left == 0 ? Part.TYPE : Part.REST;
        return count;
    }

    private int take(int value) {
        if (part == Part.TYPE) {
            type = value;
            shift = 0;
            left = 0;
            part = Part.LENGTH;
        } else if (part == Part.LENGTH) {
            length(value);
        } else {
            left--;
            part = inPublish(value);
            part = left == 0 ? Part.TYPE : part;
        }
        return 1;
    }

    private void length(int value) {
        left |= (value & 0x7f) << shift;
        shift += 7;
        if ((value & 0x80) == 0) {
            var watched = type >> 4 == PUBLISH && (type & QOS) != 0;
            part = left == 0 ? Part.TYPE : watched ? Part.TOPIC_LENGTH_HIGH : Part.REST;
        }
    }

    private Part inPublish(int value) {
        return switch (part) {
            case TOPIC_LENGTH_HIGH -> {
                topicLeft = value << 8;
                yield Part.TOPIC_LENGTH_LOW;
            }
            case TOPIC_LENGTH_LOW -> {
                topicLeft |= value;
                yield topicLeft == 0 ? Part.ID_HIGH : Part.TOPIC;
            }
            case TOPIC -> --topicLeft == 0 ? Part.ID_HIGH : Part.TOPIC;
            case ID_HIGH -> {
                packetId = value << 8;
                yield Part.ID_LOW;
            }
            case ID_LOW -> {
                mark(packetId | value);
                yield Part.REST;
            }
            case TYPE, LENGTH, REST -> throw new IllegalStateException("not inside a PUBLISH: " + part);
        };
    }

    private void mark(int id) {
        if ((type & DUP) != 0) {
            marked.add(id);
        } else {
            marked.remove(id);
        }
    }
}
