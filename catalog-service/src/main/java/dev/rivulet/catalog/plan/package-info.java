/** At which price: plans, drafted and then published for good. */
@NullMarked
package dev.rivulet.catalog.plan;

import org.jspecify.annotations.NullMarked;
