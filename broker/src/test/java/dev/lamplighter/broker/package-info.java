@NullMarked
package dev.lamplighter.broker;

import org.jspecify.annotations.NullMarked;
