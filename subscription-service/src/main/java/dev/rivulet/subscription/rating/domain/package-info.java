/** What the days of a subscription cost, when that falls due, and why: pure functions of its terms. */
@NullMarked
package dev.rivulet.subscription.rating.domain;

import org.jspecify.annotations.NullMarked;
