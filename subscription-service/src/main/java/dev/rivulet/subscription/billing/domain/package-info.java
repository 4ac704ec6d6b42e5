/** Rules of billing: which periods, what an invoice says, what a payment settles. */
@NullMarked
package dev.rivulet.subscription.billing.domain;

import org.jspecify.annotations.NullMarked;
