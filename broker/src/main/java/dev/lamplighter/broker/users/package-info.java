/** Who may log in to the broker, in which role: values, the file that keeps them, and how their passwords are kept. */
@NullMarked
package dev.lamplighter.broker.users;

import org.jspecify.annotations.NullMarked;
