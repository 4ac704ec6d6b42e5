/** How a bank's words tell what was paid. */
@NullMarked
package dev.rivulet.subscription.bank.domain;

import org.jspecify.annotations.NullMarked;
