/** Deals that partners register, and the protection an approval gives them. */
@NullMarked
package dev.rivulet.subscription.registration;

import org.jspecify.annotations.NullMarked;
