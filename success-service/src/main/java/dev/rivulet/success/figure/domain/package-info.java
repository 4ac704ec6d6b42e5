/** Shares and their intervals. */
@NullMarked
package dev.rivulet.success.figure.domain;

import org.jspecify.annotations.NullMarked;
