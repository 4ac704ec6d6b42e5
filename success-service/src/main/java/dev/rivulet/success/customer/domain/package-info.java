/** What subscriptions mean for their customer; pure Java. */
@NullMarked
package dev.rivulet.success.customer.domain;

import org.jspecify.annotations.NullMarked;
