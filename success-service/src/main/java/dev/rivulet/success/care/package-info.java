/** Who looks after a customer, and what is said of it here: segment, sponsor, a tenant's own attributes. */
@NullMarked
package dev.rivulet.success.care;

import org.jspecify.annotations.NullMarked;
