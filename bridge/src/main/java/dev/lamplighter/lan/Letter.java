package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Bare;
import dev.lamplighter.lan.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a device is asked or told.
 *
 * @param wish whose part it is: a newer wish makes an older one void; empty for questions
 * @param answer what kind of message answers it
 * @param enough whether these answers are all there are to come
 * @param again whether it may be sent again; what must not be done twice may not
 * @param within after so long without an answer it is given up
 */
record Letter(Message message, Optional<Object> wish, Class<? extends Message> answer,
        Predicate<List<Message>> enough, boolean again, Duration within) {
    static Letter asking(Message question, Class<? extends Message> answer, Duration within) {
        return new Letter(question, Optional.empty(), answer, some -> !some.isEmpty(), true, within);
    }

    Letter until(Predicate<List<Message>> all) {
        return new Letter(message, wish, answer, all, again, within);
    }

    /** Acknowledged by the device. */
    static Letter telling(Message message, Object wish, Duration within) {
        return new Letter(message, Optional.of(wish), Bare.class, some -> !some.isEmpty(), true, within);
    }

    Letter once() {
        return new Letter(message, wish, answer, enough, false, within);
    }

    boolean isTold() {
        return wish.isPresent();
    }

    boolean isAnsweredBy(Message said) {
        return isTold() ? said == Bare.ACKNOWLEDGEMENT : answer.isInstance(said);
    }
}
