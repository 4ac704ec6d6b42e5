/** Weeks of the calendar; pure Java. */
@NullMarked
package dev.rivulet.success.digest.domain;

import org.jspecify.annotations.NullMarked;
