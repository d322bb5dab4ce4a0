/** TLS for the broker: a certificate authority and a server certificate of our own, or the user's, kept in force while the broker runs. */
@NullMarked
package dev.lamplighter.broker.tls;

import org.jspecify.annotations.NullMarked;
