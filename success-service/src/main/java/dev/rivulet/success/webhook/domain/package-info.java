/** Where webhooks may go, and how often they are tried. */
@NullMarked
package dev.rivulet.success.webhook.domain;

import org.jspecify.annotations.NullMarked;
