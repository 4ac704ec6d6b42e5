/** When a subscription is renewed, what puts it at risk, and how renewals have come out; pure Java. */
@NullMarked
package dev.rivulet.success.renewal.domain;

import org.jspecify.annotations.NullMarked;
