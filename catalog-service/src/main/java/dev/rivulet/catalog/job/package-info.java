/** Long work asked for over HTTP: queued, run beside the requests, watched, taken up again after a crash. */
@NullMarked
package dev.rivulet.catalog.job;

import org.jspecify.annotations.NullMarked;
