/** What webhooks of every service have in common: where they may go, how they are signed, how secrets are kept. */
@NullMarked
package dev.rivulet.kit.webhook;

import org.jspecify.annotations.NullMarked;
