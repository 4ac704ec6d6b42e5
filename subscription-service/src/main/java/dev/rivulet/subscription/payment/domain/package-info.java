/** Rules of payments: which states follow on which, and which invoices money goes to. */
@NullMarked
package dev.rivulet.subscription.payment.domain;

import org.jspecify.annotations.NullMarked;
