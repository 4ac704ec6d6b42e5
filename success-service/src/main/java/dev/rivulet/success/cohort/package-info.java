/** Cohorts, their sharp moves, and the cases these open. */
@NullMarked
package dev.rivulet.success.cohort;

import org.jspecify.annotations.NullMarked;
