/** A copy of the ledger of recurring revenue, and its sums by cohort and month. */
@NullMarked
package dev.rivulet.success.revenue;

import org.jspecify.annotations.NullMarked;
