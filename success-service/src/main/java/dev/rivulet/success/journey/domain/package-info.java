/** The way through a journey. */
@NullMarked
package dev.rivulet.success.journey.domain;

import org.jspecify.annotations.NullMarked;
