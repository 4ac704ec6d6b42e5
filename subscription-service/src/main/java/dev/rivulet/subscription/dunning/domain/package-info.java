/** Which steps are due. */
@NullMarked
package dev.rivulet.subscription.dunning.domain;

import org.jspecify.annotations.NullMarked;
