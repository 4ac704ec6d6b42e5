/** Outbound webhooks for integrators: signed, in order per endpoint, retried for three days. */
@NullMarked
package dev.rivulet.subscription.webhook;

import org.jspecify.annotations.NullMarked;
