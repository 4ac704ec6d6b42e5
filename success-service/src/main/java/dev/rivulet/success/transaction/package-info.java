/** Work that a transaction does once, at its end. */
@NullMarked
package dev.rivulet.success.transaction;

import org.jspecify.annotations.NullMarked;
