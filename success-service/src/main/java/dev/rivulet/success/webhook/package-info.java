/** What other systems of a tenant are told over HTTP: signed, to public addresses only, until it has got through. */
@NullMarked
package dev.rivulet.success.webhook;

import org.jspecify.annotations.NullMarked;
