/** Who else sells: partners with their people, certifications and the clients who vouch for them. */
@NullMarked
package dev.rivulet.catalog.partner;

import org.jspecify.annotations.NullMarked;
