/** People at customers, copied from the subscription service; personal data. */
@NullMarked
package dev.rivulet.success.contact;

import org.jspecify.annotations.NullMarked;
