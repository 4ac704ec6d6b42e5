/** What people get on paper. */
@NullMarked
package dev.rivulet.kit.print;

import org.jspecify.annotations.NullMarked;
