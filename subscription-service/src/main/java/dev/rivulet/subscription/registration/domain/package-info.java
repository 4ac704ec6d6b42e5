/** The rules of registrations and of who is the same customer. */
@NullMarked
package dev.rivulet.subscription.registration.domain;

import org.jspecify.annotations.NullMarked;
