/** The benefit promised at signing, its measurements and the customer's confirmation. */
@NullMarked
package dev.rivulet.success.value;

import org.jspecify.annotations.NullMarked;
