/** The books: who owes what to whom, by double entry, and the balance customers have with us. */
@NullMarked
package dev.rivulet.subscription.ledger;

import org.jspecify.annotations.NullMarked;
