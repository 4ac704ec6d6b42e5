/** When usage has passed a threshold. */
@NullMarked
package dev.rivulet.subscription.threshold.domain;

import org.jspecify.annotations.NullMarked;
