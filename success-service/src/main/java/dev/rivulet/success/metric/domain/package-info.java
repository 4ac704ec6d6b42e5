/** Formulas of revenue metrics. */
@NullMarked
package dev.rivulet.success.metric.domain;

import org.jspecify.annotations.NullMarked;
