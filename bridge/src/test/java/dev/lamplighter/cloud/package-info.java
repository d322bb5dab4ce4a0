@NullMarked
package dev.lamplighter.cloud;

import org.jspecify.annotations.NullMarked;
