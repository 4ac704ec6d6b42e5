/** Events out in the transaction that caused them, events in exactly once. */
@NullMarked
package dev.rivulet.kit.outbox;

import org.jspecify.annotations.NullMarked;
