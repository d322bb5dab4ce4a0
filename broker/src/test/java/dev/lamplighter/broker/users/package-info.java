@NullMarked
package dev.lamplighter.broker.users;

import org.jspecify.annotations.NullMarked;
