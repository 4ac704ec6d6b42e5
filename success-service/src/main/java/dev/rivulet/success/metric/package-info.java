/** What recurring revenue kept and lost, each figure with the policy it was made by. */
@NullMarked
package dev.rivulet.success.metric;

import org.jspecify.annotations.NullMarked;
