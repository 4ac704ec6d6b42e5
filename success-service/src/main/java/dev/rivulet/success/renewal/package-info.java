/** What comes up for renewal, how likely it is to be kept, and how it came out. */
@NullMarked
package dev.rivulet.success.renewal;

import org.jspecify.annotations.NullMarked;
