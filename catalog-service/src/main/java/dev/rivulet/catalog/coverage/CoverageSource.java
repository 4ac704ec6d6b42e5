package dev.rivulet.catalog.coverage;

import java.util.UUID;
import java.util.function.BiPredicate;

/** Knows of one kind of asset where it is. */
interface CoverageSource {

    Asset asset();

    /** Whether a product has it for a segment, as it stands now. */
    BiPredicate<UUID, UUID> covered();
}
