/** Those who move money for us. */
@NullMarked
package dev.rivulet.subscription.payment.provider;

import org.jspecify.annotations.NullMarked;
