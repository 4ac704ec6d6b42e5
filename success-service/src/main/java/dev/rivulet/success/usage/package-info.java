/** Who uses what they bought, and how much. */
@NullMarked
package dev.rivulet.success.usage;

import org.jspecify.annotations.NullMarked;
