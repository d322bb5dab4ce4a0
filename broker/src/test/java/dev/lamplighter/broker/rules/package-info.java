@NullMarked
package dev.lamplighter.broker.rules;

import org.jspecify.annotations.NullMarked;
