/** Which tax rate applies to a charge. */
@NullMarked
package dev.rivulet.subscription.tax.domain;

import org.jspecify.annotations.NullMarked;
