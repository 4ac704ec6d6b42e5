/** What falls due by the date alone, in every tenant. */
@NullMarked
package dev.rivulet.success.calendar;

import org.jspecify.annotations.NullMarked;
