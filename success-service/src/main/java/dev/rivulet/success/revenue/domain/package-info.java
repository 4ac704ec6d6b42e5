/** What movements of recurring revenue add up to. */
@NullMarked
package dev.rivulet.success.revenue.domain;

import org.jspecify.annotations.NullMarked;
