/** How customers are looked after, by whom, and whether managers have the hours for it. */
@NullMarked
package dev.rivulet.success.touch;

import org.jspecify.annotations.NullMarked;
