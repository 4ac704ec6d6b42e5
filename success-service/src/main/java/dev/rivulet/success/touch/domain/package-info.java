/** The hours of managers. */
@NullMarked
package dev.rivulet.success.touch.domain;

import org.jspecify.annotations.NullMarked;
