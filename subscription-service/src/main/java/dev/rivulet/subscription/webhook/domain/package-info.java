/** When webhooks are tried again. */
@NullMarked
package dev.rivulet.subscription.webhook.domain;

import org.jspecify.annotations.NullMarked;
