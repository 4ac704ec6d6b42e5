/** The life of a problem; pure Java. */
@NullMarked
package dev.rivulet.success.problem.domain;

import org.jspecify.annotations.NullMarked;
