/** Money in minor units, with the one place where anything is rounded. */
@NullMarked
package dev.rivulet.kit.money;

import org.jspecify.annotations.NullMarked;
