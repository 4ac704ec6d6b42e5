/** The rules of a deal's way through its stages. */
@NullMarked
package dev.rivulet.subscription.deal.domain;

import org.jspecify.annotations.NullMarked;
