/** What webhooks of every service have in common: where they may go, and how they are signed. */
@NullMarked
package dev.rivulet.kit.webhook;

import org.jspecify.annotations.NullMarked;
