package dev.lamplighter.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.ManualTime;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptInboxTest {
    private static final String TOPIC = "lifx/all/set";

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final List<Letter> letters = new ArrayList<>();
    private int acknowledged;

    @Test
    void letter_doneSoon_isAcknowledgedThen() throws IOException {
        var inbox = open();
        inbox.received(delivery(1, false, "TOGGLE"));
        assertThat(acknowledged).isZero();
        letters.getFirst().keeping().done();
        assertThat(acknowledged).isOne();
    }

    @Test
    void letter_thatTakesLong_isAcknowledgedFromTheJournal() throws IOException {
        open().received(delivery(1, false, "TOGGLE"));
        time.pass(KeptInbox.PATIENCE.minusMillis(1));
        assertThat(acknowledged).isZero();
        time.pass(Duration.ofMillis(1));
        assertThat(acknowledged).isOne();
    }

    @Test
    void letter_thatTakesLongAndCannotBeKept_isAcknowledgedOnlyWhenDone() throws IOException {
        var journal = Journal.open(file());
        journal.close();
        inbox(journal).received(delivery(1, false, "TOGGLE"));
        time.pass(Duration.ofMinutes(1));
        assertThat(acknowledged).isZero();
        letters.getFirst().keeping().done();
        assertThat(acknowledged).isOne();
    }

    @Test
    void unfinishedLetter_afterTheProcessWasKilled_isTakenUpWithItsMemoAndItsAge() throws IOException {
        open().received(delivery(1, false, "TOGGLE"));
        letters.getFirst().keeping().note("as decided");
        var received = time.instant();
        letters.clear();
        time.pass(Duration.ofMinutes(10));
        open().resume();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.memo()).contains("as decided");
            assertThat(letter.received()).isEqualTo(received);
            assertThat(letter.payload()).isEqualTo(Bytes.utf8("TOGGLE"));
            assertThat(letter.expires()).contains(received.plusSeconds(9));
            assertThat(letter.reply().correlationData()).contains(Bytes.utf8("abc"));
        });
    }

    @Test
    void unfinishedLetter_takenUpAndDeliveredAgain_isOneLetter() throws IOException {
        open().received(delivery(1, false, "TOGGLE"));
        letters.clear();
        var next = open();
        next.resume();
        next.received(delivery(1, true, "TOGGLE"));
        assertThat(letters).hasSize(1);
        assertThat(acknowledged).isOne();
    }

    @Test
    void doneLetter_deliveredAgainAfterTheRunEnded_isOnlyAcknowledged() throws IOException {
        open().received(delivery(1, false, "TOGGLE"));
        letters.getFirst().keeping().done();
        letters.clear();
        time.pass(Duration.ofHours(5));
        var next = open();
        next.resume();
        next.received(delivery(1, true, "TOGGLE"));
        assertThat(letters).isEmpty();
        assertThat(acknowledged).isEqualTo(2);
    }

    @Test
    void packetIdentifier_usedAgain_isAnotherLetter() throws IOException {
        var inbox = open();
        inbox.received(delivery(1, false, "TOGGLE"));
        letters.getFirst().keeping().done();
        inbox.received(delivery(1, false, "TOGGLE"));
        assertThat(letters).hasSize(2);
        letters.getLast().keeping().done();
        time.pass(Journal.SETTLED);
        // The broker sets DUP also on what it only meant to send on a connection that was dead already.
        inbox.received(delivery(1, true, "TOGGLE"));
        assertThat(letters).hasSize(3);
    }

    @Test
    void qos0_isHandedOnAndNotKept() throws IOException {
        open().received(new Delivery(TOPIC, Bytes.utf8("ON"), 0, false, false, 0, Optional.empty(), Optional.empty(),
                Optional.empty(), () -> {}));
        assertThat(letters).hasSize(1);
        assertThat(Files.readString(file())).isEmpty();
    }

    @Test
    void journal_whoseLastLineWasCutShort_keepsTheRest() throws IOException {
        open().received(delivery(1, false, "TOGGLE"));
        letters.clear();
        Files.writeString(file(), "{\"n\":2,\"ke", StandardOpenOption.APPEND);
        open().resume();
        assertThat(letters).hasSize(1);
    }

    @Test
    void journal_afterManyLetters_staysBounded() throws IOException {
        var inbox = open();
        for (var i = 0; i < 2 * Journal.MOST_LINES; i++) {
            inbox.received(delivery(i % 100, false, "TOGGLE"));
            letters.removeLast().keeping().done();
        }
        try (var lines = Files.lines(file())) {
            assertThat(lines.count()).isLessThanOrEqualTo(Journal.MOST_LINES + 2L * Journal.REMEMBERED);
        }
    }

    private KeptInbox open() throws IOException {
        // The one before is left open: a killed process says no farewell.
        return inbox(Journal.open(file()));
    }

    private KeptInbox inbox(Journal journal) {
        return new KeptInbox(journal, letters::add, time, time);
    }

    private Delivery delivery(int packetId, boolean duplicate, String payload) {
        var first = new AtomicBoolean(true);
        return new Delivery(TOPIC, Bytes.utf8(payload), 1, false, duplicate, packetId,
                Optional.of(Duration.ofSeconds(9)), Optional.of("reply"),
                Optional.of(Bytes.utf8("abc")), () -> acknowledged += first.getAndSet(false) ? 1 : 0);
    }

    private Path file() {
        return folder.resolve("commands.journal");
    }
}
