package dev.lamplighter.homeassistant;

import dev.lamplighter.mqtt.Publication;
import java.util.function.Consumer;

/** Where messages go out. */
public interface Outlet extends Consumer<Publication> {}
