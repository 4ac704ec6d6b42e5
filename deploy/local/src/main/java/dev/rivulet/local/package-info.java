/** The local stack: PostgreSQL, Kafka and a token issuer without containers, for development and for tests. */
@NullMarked
package dev.rivulet.local;

import org.jspecify.annotations.NullMarked;
