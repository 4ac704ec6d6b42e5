/** Partners: this service's copy of what the catalog knows of them, and what a partner's token may see. */
@NullMarked
package dev.rivulet.subscription.partner;

import org.jspecify.annotations.NullMarked;
