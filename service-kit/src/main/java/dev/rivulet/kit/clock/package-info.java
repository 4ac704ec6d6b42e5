/** Business time: the system's, or a sandbox tenant's test clock. */
@NullMarked
package dev.rivulet.kit.clock;

import org.jspecify.annotations.NullMarked;
