/** A believable demo tenant, told through the public APIs of the services. */
@NullMarked
package dev.rivulet.local.demo;

import org.jspecify.annotations.NullMarked;
