/** The rules of who earns how much by what was paid. */
@NullMarked
package dev.rivulet.subscription.commission.domain;

import org.jspecify.annotations.NullMarked;
