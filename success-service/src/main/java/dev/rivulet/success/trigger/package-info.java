/** Rules that watch customers and ask for tasks. */
@NullMarked
package dev.rivulet.success.trigger;

import org.jspecify.annotations.NullMarked;
