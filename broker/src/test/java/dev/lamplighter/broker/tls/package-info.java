@NullMarked
package dev.lamplighter.broker.tls;

import org.jspecify.annotations.NullMarked;
