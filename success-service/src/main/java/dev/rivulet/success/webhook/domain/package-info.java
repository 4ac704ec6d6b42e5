/** How often webhooks are tried. */
@NullMarked
package dev.rivulet.success.webhook.domain;

import org.jspecify.annotations.NullMarked;
