/** The rules of the Customer Score. */
@NullMarked
package dev.rivulet.success.score.domain;

import org.jspecify.annotations.NullMarked;
