/** How accounts are invoiced. */
@NullMarked
package dev.rivulet.subscription.account.domain;

import org.jspecify.annotations.NullMarked;
