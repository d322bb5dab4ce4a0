/** Who may publish and read what, decided from users, topics and filters alone. */
@NullMarked
package dev.lamplighter.broker.rules;

import org.jspecify.annotations.NullMarked;
