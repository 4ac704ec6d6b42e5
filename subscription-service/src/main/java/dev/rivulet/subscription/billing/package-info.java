/** Invoices, one for each period of each subscription, however late and however often the run comes by. */
@NullMarked
package dev.rivulet.subscription.billing;

import org.jspecify.annotations.NullMarked;
