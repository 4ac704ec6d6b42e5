/** Discounts that accounts redeem. */
@NullMarked
package dev.rivulet.subscription.coupon;

import org.jspecify.annotations.NullMarked;
