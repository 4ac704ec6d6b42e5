/** Rules of webhooks: where they may go, and when they are tried again. */
@NullMarked
package dev.rivulet.subscription.webhook.domain;

import org.jspecify.annotations.NullMarked;
