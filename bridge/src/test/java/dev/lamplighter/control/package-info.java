@NullMarked
package dev.lamplighter.control;

import org.jspecify.annotations.NullMarked;
