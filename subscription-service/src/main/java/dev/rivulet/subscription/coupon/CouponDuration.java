package dev.rivulet.subscription.coupon;

/** How many invoices a redeemed coupon discounts. */
enum CouponDuration {
    /** One. */
    ONCE,
    /** As many as its periods. */
    REPEATING,
    /** All. */
    FOREVER
}
