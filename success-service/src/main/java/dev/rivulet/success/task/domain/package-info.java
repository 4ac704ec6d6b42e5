/** Deadlines. */
@NullMarked
package dev.rivulet.success.task.domain;

import org.jspecify.annotations.NullMarked;
