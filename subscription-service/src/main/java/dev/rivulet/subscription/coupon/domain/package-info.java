/** What a redeemed coupon takes off. */
@NullMarked
package dev.rivulet.subscription.coupon.domain;

import org.jspecify.annotations.NullMarked;
