package dev.lamplighter.boards;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardEvent;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.boards.BoardTopics.Place;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears boards: tells what they are and what happens at them, and carries out what is bound to that. Safe to call from any thread; takes one
 * message at a time.
 */
public final class BoardDesk {
    private static final Logger LOG = LoggerFactory.getLogger(BoardDesk.class);
    /** Somebody who publishes under ever new names must not fill memory. */
    private static final int MOST_BOARDS = 1_000;

    private final BoardTopics topics;
    private final Supplier<List<Binding>> bindings;
    private final Commands commands;
    private final Consumer<Publication> out;
    private final InstantSource clock;
    private final List<BoardListener> listeners;
    private final Map<String, Board> boards = new HashMap<>();
    private final Heard heard = new Heard();
    private final Complaints complaints = new Complaints();

    /** @param bindings those in force at the moment */
    public BoardDesk(BoardTopics topics, Supplier<List<Binding>> bindings, Commands commands, Outside outside,
            List<BoardListener> listeners) {
        this.topics = topics;
        this.bindings = bindings;
        this.commands = commands;
        this.out = outside.out();
        this.clock = outside.clock();
        this.listeners = List.copyOf(listeners);
    }

    /** Where results go, and the time. */
    public record Outside(Consumer<Publication> out, InstantSource clock) {}

    /** Whether what is published there is for this desk. */
    public boolean takes(String topic) {
        return topics.takes(topic);
    }

    /** @param retained whether it is something old */
    public synchronized void received(String topic, Bytes payload, boolean retained) {
        topics.place(topic).ifPresent(place -> {
            switch (place) {
                case Place.Description(var board) -> described(board, payload);
                case Place.Button(var board, var button) ->
                    happened(topic, retained, EventJson.pressed(board, button, payload.toArray()));
                case Place.Knob(var board, var knob) ->
                    happened(topic, retained, EventJson.turned(board, knob, payload.toArray()));
            }
        });
    }

    private void described(String name, Bytes payload) {
        if (payload.length() == 0) {
            if (boards.remove(name) != null) {
                LOG.info("Board '{}' is no longer there", name);
                listeners.forEach(listener -> listener.boardLost(name));
            }
            return;
        }
        switch (InfoJson.parse(name, payload.toArray())) {
            case Parsed.Accepted<Board>(var board) -> seen(board);
            case Parsed.Rejected<Board> wrong -> complain(topics.board(name, "info") + ": " + wrong.line());
        }
    }

    private void seen(Board board) {
        if (boards.size() >= MOST_BOARDS && !boards.containsKey(board.name())) {
            complain("there are more than " + MOST_BOARDS + " boards; the others are passed over");
        } else if (!board.equals(boards.put(board.name(), board))) {
            LOG.info("Board '{}' with {} controls", board.name(), board.controls().size());
            listeners.forEach(listener -> listener.boardSeen(board));
        }
    }

    private void happened(String topic, boolean retained, Parsed<EventJson> read) {
        switch (read) {
            case Parsed.Accepted<EventJson> _ when retained ->
                complain(topic + ": a retained press is not obeyed: publish it without the retain flag");
            case Parsed.Accepted<EventJson>(var event) -> {
                if (heard.isNew(event, clock.instant())) {
                    happened(event.event());
                }
            }
            case Parsed.Rejected<EventJson> wrong -> complain(topic + ": " + wrong.line());
        }
    }

    private void happened(BoardEvent event) {
        listeners.forEach(listener -> listener.happened(event));
        for (var binding : bindings.get()) {
            if (binding.isFor(event)) {
                commands.run(topics.of(event), binding.targetOf(event), binding.commandOf(event), result -> out
                        .accept(Publication.passing(topics.result(event.board()), result)));
            }
        }
    }

    private void complain(String what) {
        if (complaints.isNew(what, clock.instant())) {
            LOG.warn("{}", what);
        }
    }
}
