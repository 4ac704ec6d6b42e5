/** Figures that say how sure they are. */
@NullMarked
package dev.rivulet.success.figure;

import org.jspecify.annotations.NullMarked;
