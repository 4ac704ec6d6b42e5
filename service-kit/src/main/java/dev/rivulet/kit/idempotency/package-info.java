/** One effect per Idempotency-Key. */
@NullMarked
package dev.rivulet.kit.idempotency;

import org.jspecify.annotations.NullMarked;
