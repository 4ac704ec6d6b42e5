/** What cohorts kept, and which of it is no chance. Statistics come from Apache Commons, and what it lacks is here. */
@NullMarked
package dev.rivulet.success.cohort.domain;

import org.jspecify.annotations.NullMarked;
