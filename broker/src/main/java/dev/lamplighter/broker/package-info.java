/** HiveMQ Community Edition, embedded: started and stopped from Java, closed to strangers, keeping its data in one folder. */
@NullMarked
package dev.lamplighter.broker;

import org.jspecify.annotations.NullMarked;
