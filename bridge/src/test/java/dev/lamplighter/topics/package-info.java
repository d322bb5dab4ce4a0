@NullMarked
package dev.lamplighter.topics;

import org.jspecify.annotations.NullMarked;
