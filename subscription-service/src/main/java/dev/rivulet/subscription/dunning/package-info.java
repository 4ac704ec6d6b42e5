/** What is done about payers in arrears: steps by amount and age, each once. */
@NullMarked
package dev.rivulet.subscription.dunning;

import org.jspecify.annotations.NullMarked;
