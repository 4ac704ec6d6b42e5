/** Whose data this is: the tenant of a token or an event, for Hibernate and for row-level security. */
@NullMarked
package dev.rivulet.kit.tenancy;

import org.jspecify.annotations.NullMarked;
