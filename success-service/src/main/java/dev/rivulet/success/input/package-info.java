/** Checks of request fields that several features share. */
@NullMarked
package dev.rivulet.success.input;

import org.jspecify.annotations.NullMarked;
